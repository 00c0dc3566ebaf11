"""The status bar: how a run stands, what the network costs, its problems, whether it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from app.analysis.memory import Need
from app.analysis.report import Report
from app.training.fit import Fit, fit
from app.training.history import RunHistory, State
from app.training.schedules import epochs
from app.ui import theme
from app.ui.editor import Editor
from app.ui.formats import both, count, counted, si, size
from app.ui.language import tr
from app.ui.later import Later
from app.ui.training.status import headline
from nodes.network import Network

TELL_MS = 6000  # how long a passing message stays


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
        self._refusal = ""
        self._refused: Network | None = None  # what the refusal on show is about
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
        editor.changed.connect(self._refused_no_more)
        editor.refused.connect(self._refuse)
        editor.path_changed.connect(self._refresh)
        self._refresh()

    def _show_costs(self) -> None:
        report = self._editor.report
        totals = report.totals
        found = fit(report.memory, self._editor.recipe, self._devices)
        batch = self._editor.recipe.batch_size
        trained = bool(report.memory.learning) and not self._editor.recipe.looks
        trained |= not report.ok  # it may be, once it is mended
        step, inference = size(found.step.total), size(report.memory.inference().total)
        macs = si(totals.macs, "MACs")
        self._costs.setText(
            tr("{number} parameters   {macs}   ", number=count(totals.parameters), macs=macs)
            + (
                tr("training step {need} at batch {batch}   ", need=step, batch=count(batch))
                if trained
                else tr("inference {need}, nothing is trained   ", need=inference)
            )
        )
        self._costs.setToolTip(_explained(report, found, trained=trained))
        _dress(self._costs, "" if found.fits else f"color: {theme.current().error};")

    def _refresh(self) -> None:
        report = self._editor.report
        self._costs_later.ask(report)
        number = sum(not p.consequence for p in report.problems)
        self._problems.setText(counted(number, "problem"))
        colours = theme.current()
        colour = colours.error if number else colours.good
        _dress(self._problems, f"QToolButton {{ color: {colour}; }}")
        filed = tr("saved") if self._editor.path is not None else tr("not saved yet")
        self._saved.setText(tr("unsaved changes") if self._editor.modified else filed)

    def _refuse(self, reason: str) -> None:
        """Say why an edit cannot be made, for some seconds or until one is made."""
        self._refusal, self._refused = tr(reason), self._editor.network
        self.showMessage(self._refusal, TELL_MS)

    def _refused_no_more(self) -> None:
        if self._refused is None or self._editor.network is self._refused:
            return
        if self.currentMessage() == self._refusal:
            self.clearMessage()
        self._refused = None

    def show_weights(self, line: str, told: str, *, alarm: bool) -> None:
        """Which file the network has its weights from, and in full how it fits."""
        self._lost = alarm
        self.weights.setText(f"{line}   " if line else "")
        self.weights.setToolTip(told)
        self._colour_weights()

    def _colour_weights(self) -> None:
        _dress(self.weights, f"color: {theme.current().error};" if self._lost else "")

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
        started = history.started
        if history.state is State.TRAINING and history.latest is not None and started is not None:
            text += tr("   epoch {number} of {all}", number=count(history.latest.epoch),
                       all=count(epochs(history.recipe, started.steps_per_epoch)))  # fmt: skip
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
        tr(
            "{number} multiply-adds for one sample (convolutions, linear layers, matrix products)",
            number=count(totals.macs),
        ),
        *[
            tr(
                "{number} in training, with the auxiliary outputs",
                number=count(totals.training_macs),
            )
        ]
        * more,
        "",
    ]
    if trained:
        lines += [
            tr("A training step needs {bytes}:", bytes=both(step.total)),
            *(f"  {name}: {both(value)}" for name, value in _parts(step) if value),
        ]
    inference = both(report.memory.inference().total)
    lines += [tr("Inference of one sample needs {bytes}.", bytes=inference)]
    if trained and found.limit is not None and found.largest is not None:
        where = tr("{device} with {bytes}", device=found.device, bytes=both(found.limit))
        if found.largest:
            largest = count(found.largest)
            text = tr("The largest batch that fits {where}: {batch}.", where=where, batch=largest)
        else:
            text = tr("Not even one sample fits {where}.", where=where)
        lines += ["", text]
    return "\n".join(lines)


def _parts(step: Need) -> tuple[tuple[str, int], ...]:
    return (
        (tr("weights"), step.weights + step.buffers),
        (tr("gradients"), step.gradients),
        (tr("optimiser"), step.optimiser),
        (tr("kept for the backward pass"), step.activations),
        (tr("passing values"), step.transient),
    )


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button


def _dress(widget: QWidget, style: str) -> None:
    """Qt works a style out anew even where it is the one that a widget has."""
    if widget.styleSheet() != style:
        widget.setStyleSheet(style)
