"""The status bar: how a run stands, what the network costs, its problems, whether it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from app.analysis.memory import Need
from app.analysis.report import Report
from app.training.fit import Fit, fit
from app.training.history import RunHistory, State
from app.ui import theme
from app.ui.editor import Editor
from app.ui.formats import both, count, si, size
from app.ui.later import Later
from app.ui.training.status import headline


class StatusBar(QStatusBar):
    """Follows the editor by itself; of a run it shows what `show_run` is given."""

    problems_clicked = Signal()
    run_clicked = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._history: RunHistory | None = None
        self._outdated = False
        self._of = ""
        self._devices: Mapping[str, int] = {}
        self._run = _button()
        self._run.clicked.connect(self.run_clicked)
        self.weights = QLabel()
        self._lost = False  # the weights, which are not to be had
        self._costs = QLabel()
        self._problems = _button()
        self._problems.clicked.connect(self.problems_clicked)
        self._saved = QLabel()
        self._costs_later = Later(self, self._show_costs)
        # all permanent: Qt hides other widgets while it shows a message
        for widget in (self._run, self.weights, self._costs, self._problems, self._saved):
            self.addPermanentWidget(widget)
        self.show_run(None)
        editor.changed.connect(self._refresh)
        editor.path_changed.connect(self._refresh)
        self._refresh()

    def _show_costs(self) -> None:
        report = self._editor.report
        totals = report.totals
        found = fit(report.memory, self._editor.recipe, self._devices)
        batch = self._editor.recipe.batch_size
        trained = bool(report.memory.learning) and not self._editor.recipe.looks
        trained |= not report.ok  # it may be, once it is mended
        self._costs.setText(
            f"{count(totals.parameters)} parameters   {si(totals.macs, 'MACs')}   "
            + (
                f"training step {size(found.step.total)} at batch {count(batch)}   "
                if trained
                else f"inference {size(report.memory.inference().total)}, nothing is trained   "
            )
        )
        self._costs.setToolTip(_explained(report, found, trained=trained))
        self._costs.setStyleSheet("" if found.fits else f"color: {theme.current().error};")

    def _refresh(self) -> None:
        report = self._editor.report
        self._costs_later.ask(report)
        number = sum(not p.consequence for p in report.problems)
        self._problems.setText("1 problem" if number == 1 else f"{number} problems")
        colours = theme.current()
        colour = colours.error if number else colours.good
        self._problems.setStyleSheet(f"QToolButton {{ color: {colour}; }}")
        filed = "saved" if self._editor.path is not None else "not saved yet"
        self._saved.setText("unsaved changes" if self._editor.modified else filed)

    def show_weights(self, line: str, told: str, *, alarm: bool) -> None:
        """Which file the network has its weights from, and in full how it fits."""
        self._lost = alarm
        self.weights.setText(f"{line}   " if line else "")
        self.weights.setToolTip(told)
        self._colour_weights()

    def _colour_weights(self) -> None:
        self.weights.setStyleSheet(f"color: {theme.current().error};" if self._lost else "")

    def show_devices(self, devices: Mapping[str, int]) -> None:
        """The devices that can be trained on with their bytes of memory, the best first."""
        self._devices = devices
        self._refresh()

    def show_run(self, history: RunHistory | None, *, outdated: bool = False, of: str = "") -> None:
        """One line on the run, also while other panels stand before its own.

        `of` names the document that is trained where it is another than the one shown.
        """
        self._history, self._outdated, self._of = history, outdated, of
        self._run.setVisible(history is not None)
        if history is None:
            return
        text = headline(history, outdated=outdated)
        if history.state is State.TRAINING and history.latest is not None:
            text += f"   epoch {count(history.latest.epoch)} of {count(history.recipe.epochs)}"
        self._run.setText(f"{of}: {text}" if of else text)
        colours = theme.current()
        colour = colours.error if history.failed is not None else colours.text
        self._run.setStyleSheet(f"QToolButton {{ color: {colour}; }}")

    def show_document(self, on: bool) -> None:
        """Whether there is a drawing on screen that the figures are about."""
        for widget in (self.weights, self._costs, self._problems, self._saved):
            widget.setVisible(on)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_saved"):
            self._refresh()
            self._colour_weights()
            self.show_run(self._history, outdated=self._outdated, of=self._of)


def _explained(report: Report, found: Fit, *, trained: bool) -> str:
    """The figures in full: what a step and a look need, and how large a batch fits."""
    step, totals = found.step, report.totals
    more = totals.training_macs != totals.macs
    lines = [
        f"{count(totals.macs)} multiply-adds for one sample "
        "(convolutions, linear layers, matrix products)",
        *[f"{count(totals.training_macs)} in training, with the auxiliary outputs"] * more,
        "",
    ]
    if trained:
        lines += [
            f"A training step needs {both(step.total)}:",
            *(f"  {name}: {both(value)}" for name, value in _parts(step) if value),
        ]
    lines += [
        f"Inference of one sample needs {both(report.memory.inference().total)}.",
    ]
    if trained and found.limit is not None and found.largest is not None:
        where = f"{found.device} with {both(found.limit)}"
        if found.largest:
            lines += ["", f"The largest batch that fits {where}: {count(found.largest)}."]
        else:
            lines += ["", f"Not even one sample fits {where}."]
    return "\n".join(lines)


def _parts(step: Need) -> tuple[tuple[str, int], ...]:
    return (
        ("weights", step.weights + step.buffers),
        ("gradients", step.gradients),
        ("optimiser", step.optimiser),
        ("kept for the backward pass", step.activations),
        ("passing values", step.transient),
    )


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
