"""The curves of a run: loss, accuracy and one more, with crosshair, log scale and export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.data.names import SYNTHETIC
from app.training.history import RunHistory
from app.ui import scale
from app.ui.formats import count
from app.ui.language import tr
from app.ui.pastruns.choosing import RunChooser
from app.ui.plots import across
from app.ui.plots.across import KINDS
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.figures import Figures
from app.ui.plots.files import ask_and_export, write_csv, write_png
from app.ui.plots.runplots import THIRD, RunPlots
from app.ui.plots.style import picture, small
from nodes.errors import SkipwireError

_NEAR = 0.01  # share of the run: the words of a mark are told as near to the crosshair
# Steps of the moving average at each place of the slider; 1 is no smoothing.
WINDOWS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class CurvesView(QWidget):
    """Draws a `RunHistory`, as often as it grows; a million steps cost no more than a thousand.

    `named` tells that others are drawn beside it, and what their names take, in pixels.
    """

    named = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = Figures()
        self._history: RunHistory | None = None
        self._step = 0  # under the crosshair; 0 is none
        self._empty = QLabel(tr("Press Train to see the curves"), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.plots = RunPlots(self._figures)
        self.plots.pointed.connect(self.point_at)
        self.logarithmic = _toggle("Log", "Logarithmic scale for the loss")
        self.logarithmic.toggled.connect(self.plots.set_logarithmic)
        self.follow = _toggle("Follow", "Show the whole run and keep up with it")
        self.follow.setChecked(True)
        self.follow.toggled.connect(self._follow)
        self.plots.moved.connect(lambda: self.follow.setChecked(False))
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, len(WINDOWS) - 1)
        scale.follow(self, lambda: self.smoothing.setFixedWidth(scale.px(66)))
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self._window_label = QLabel()
        usual = self.fontMetrics().horizontalAdvance(tr("mean of {steps}", steps="5,000 ")) + 4
        usual = round(usual * 100 / scale.percent())
        scale.follow(self, lambda: self._window_label.setMinimumWidth(scale.px(usual)))
        self.smoothing.valueChanged.connect(self._smooth)
        self.third = QComboBox()
        for name, title in THIRD.items():
            self.third.addItem(tr(title), name)
        self.third.setAccessibleName(tr("What the third plot shows"))
        self.third.setToolTip(tr("What the third plot shows"))
        self.third.currentIndexChanged.connect(
            lambda: self.plots.show_third(self.third.currentData())
        )
        self.across = QComboBox()
        for kind in KINDS:
            self.across.addItem(across.words(kind), kind)
        self.across.setAccessibleName(tr("What the curves go over"))
        self.across.setToolTip(tr("What the curves go over"))
        self.across.currentIndexChanged.connect(
            lambda: self.plots.go_over(self.across.currentData())
        )
        self.compare = RunChooser()
        self.compare.chosen.connect(self._show_others)
        self.export_button = QToolButton()
        self.export_button.setText(tr("Export…"))
        self.export_button.setAutoRaise(True)
        self.export_button.setToolTip(tr("Save the picture as PNG or the numbers as CSV"))
        self.export_button.clicked.connect(self._ask_and_export)
        self._readout = ElidedLabel()
        self._readout.setFont(small(self))
        self._readout.setContentsMargins(8, 0, 8, 0)
        self._lay_out()
        self.smoothing.setValue(WINDOWS.index(20))
        self.show_history(None)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 2, 6, 2)
        bar.setSpacing(8)
        for widget in (
            self.logarithmic,
            self.follow,
            self.smoothing,
            self._window_label,
            self.across,
            self.third,
            self.compare,
            self.export_button,
        ):
            bar.addWidget(widget)
        bar.addStretch(1)
        figure = QWidget()
        column = QVBoxLayout(figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._readout)
        column.addWidget(self.plots, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(figure)

    @property
    def readout(self) -> str:
        """What the line beside the buttons says of the step under the crosshair, or the last."""
        return self._readout.text()

    def show_history(self, history: RunHistory | None) -> None:
        """Draw a run as far as it has come; None shows that there is none yet."""
        self._history = history
        self.compare.own = history.folder if history is not None else ""
        if self.isVisible():
            self._refresh()

    def point_at(self, step: int) -> None:
        """Stand the crosshair at a step, counted from 1; 0 takes it away."""
        self._step = step
        self.plots.point_at(step)
        self._tell()

    # --- export ----------------------------------------------------------------------------------

    def export_png(self, path: Path) -> None:
        """Write the plots as they look, twice as fine as on the screen.

        Raises:
            SkipwireError: there is no run yet, or the file cannot be written.
        """
        self._run()
        self._refresh()
        self.plots.point_at(0)
        write_png(path, picture(self.plots))
        self.plots.point_at(self._step)

    def export_csv(self, path: Path) -> None:
        """Write every step, and beside the last step of an epoch what the epoch gave.

        Raises:
            SkipwireError: there is no run yet, or the file cannot be written.
        """
        history = self._run()
        write_csv(path, self._figures.header(), self._figures.rows(history))

    def _run(self) -> RunHistory:
        if self._history is None:
            raise SkipwireError("There are no curves to export. Train the network first.")
        return self._history

    def _ask_and_export(self) -> None:
        ask_and_export(self, "curves", {"png": self.export_png, "csv": self.export_csv})

    # --- what changes ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._figures.update(self._history)
        self._stack.setCurrentIndex(0 if self._history is None else 1)
        made_up = self._history is not None and self._history.recipe.data == SYNTHETIC
        self.plots.set_remark("random patterns, not real data" if made_up else "")
        self.plots.draw()
        self._tell()

    def _tell(self) -> None:
        steps = self._figures.steps
        step = min(self._step, steps) or steps
        text = self._figures.describe(step, self.plots.smoothing)
        near = max(1.0, _NEAR * steps) if self._step else 0.0
        words = [tr(mark) for at, mark in self._figures.marks if abs(at + 0.5 - step) < near]
        self._readout.setText("   ".join((*words, text)))
        self.setAccessibleDescription(self._readout.text() or self._empty.text())

    def _show_others(self, runs: Sequence[tuple[str, RunHistory]]) -> None:
        self.plots.show_others(runs)
        self.named.emit(self.plots.named)

    def _follow(self, on: bool) -> None:
        self.plots.follow = on
        self._refresh()

    def _smooth(self, place: int) -> None:
        window = WINDOWS[place]
        self.plots.smooth(window)
        self._window_label.setText(
            tr("no mean") if window == 1 else tr("mean of {steps}", steps=count(window))
        )
        self.smoothing.setToolTip(tr(f"Moving average of the loss over {count(window)} steps"))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.plots.dress()
        elif event.type() == QEvent.Type.LanguageChange:
            self.plots.retell()
            self._tell()


def _toggle(text: str, tip: str) -> QCheckBox:
    box = QCheckBox(tr(text))
    box.setToolTip(tr(tip))
    return box
