"""The curves of several runs in one plot, one quantity at a time, with their names beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.training.history import RunHistory
from app.ui import scale
from app.ui.language import tr
from app.ui.pastruns.quantities import QUANTITIES
from app.ui.plots import style
from app.ui.plots.across import KINDS, Across, known, unit_of, words
from app.ui.plots.names import RunNames
from app.ui.theme import current

MOST = style.RUNS
_BESIDE = 190  # pixels at 100 %, of a name with its date


class Overlay(QWidget):
    """Draws histories under the names of their runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[tuple[str, RunHistory]] = ()
        self.quantity = QComboBox()
        self.quantity.setAccessibleName(tr("What is drawn"))
        for quantity in QUANTITIES:
            self.quantity.addItem(tr(quantity.title), quantity)
        self.quantity.currentIndexChanged.connect(self._draw)
        self.across = QComboBox()
        self.across.setAccessibleName(tr("What the curves go over"))
        for kind in KINDS:
            self.across.addItem(words(kind), kind)
        self.across.currentIndexChanged.connect(self._draw)
        self.logarithmic = QCheckBox(tr("Log"))
        self.logarithmic.setToolTip(tr("Logarithmic scale"))
        self.logarithmic.toggled.connect(self._draw)
        self.plot = style.plot("", "step")  # what goes up stands beside it
        self.plot.setAccessibleName(tr("Curves of the chosen runs"))
        self._lay_out()
        self._draw()

    def _lay_out(self) -> None:
        """All beside the plot: a dock at the bottom is wide, and low."""
        beside = QWidget()
        scale.follow(beside, lambda: beside.setFixedWidth(scale.wide(_BESIDE)))
        self.names = RunNames(beside)
        axis = QHBoxLayout()
        axis.addWidget(self.across, 1)
        axis.addWidget(self.logarithmic)
        column = QVBoxLayout(beside)
        column.setContentsMargins(4, 4, 6, 2)
        column.setSpacing(4)
        column.addWidget(self.quantity)
        column.addLayout(axis)
        column.addWidget(self.names, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(beside)

    def show_runs(self, runs: Sequence[tuple[str, RunHistory]]) -> None:
        """The first so many of them, each with what it is called."""
        self._runs = runs[:MOST]
        self._draw()

    @property
    def lines(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """What is drawn, by the name of its run."""
        return {
            item.name(): item.getOriginalDataset()
            for item in self.plot.getPlotItem().listDataItems()
            if item.getOriginalDataset()[0] is not None
        }

    def _unit(self) -> float:
        """Of the time of all of them, in seconds."""
        return unit_of(max((known(run)[1].max(initial=0.0) for _, run in self._runs), default=0.0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._draw()

    def _draw(self) -> None:
        theme, quantity = current(), self.quantity.currentData()
        item = self.plot.getPlotItem()
        item.clear()
        log = self.logarithmic.isChecked()
        self.plot.setLogMode(y=log)
        across, unit = Across(self.across.currentData()), self._unit()
        pens = [style.of_run(theme, at) for at in range(len(self._runs))]
        names = [name for name, _ in self._runs]
        self.names.show_runs([*zip(names, pens, strict=True)])
        for pen, (name, history) in zip(pens, self._runs, strict=True):
            x, y = quantity.draw(history)
            across.update(history, unit)
            x = across.x(x)
            if log:
                y = np.where(y > 0, y, np.nan)
            if not np.isfinite(y).any():
                continue
            few = len(x) <= 30
            line = self.plot.plot(name=name, connect="finite")
            line.setData(
                x, y, pen=pen, symbol="o" if few else None, symbolSize=5,
                symbolPen=pen.color(), symbolBrush=pen.color(),
            )  # fmt: skip
        self.plot.setLabel("bottom", across.label)
        style.dress(self.plot, theme)
        item.enableAutoRange()
        told = ", ".join(self.lines) or tr("nothing")
        self.plot.setAccessibleDescription(
            tr("{quantity} of {runs}", quantity=tr(quantity.title), runs=told)
        )
