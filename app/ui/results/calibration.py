"""Whether the network is as sure as it is right: confidence against the share that was right."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.runs.results import BINS, Results
from app.ui.formats import percent
from app.ui.language import tr
from app.ui.plots import style
from app.ui.theme import current


class Calibration(QWidget):
    """A bar a bin, as high as its share that was right; on the diagonal it would be as sure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLabel(wordWrap=True)
        self.note.setContentsMargins(6, 2, 6, 2)
        self.plot = style.plot(tr("share that was right"), tr("confidence"))
        self.plot.setAccessibleName(tr("Calibration"))
        self.plot.setXRange(0, 1, padding=0.02)
        self.plot.setYRange(0, 1, padding=0.02)
        self.plot.getViewBox().setMouseEnabled(x=False, y=False)
        self._bars = pg.BarGraphItem(x=[], height=[], width=0.9 / BINS)
        self._diagonal = self.plot.plot([0, 1], [0, 1])
        self._diagonal.setZValue(1)
        self.plot.addItem(self._bars)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.note)
        layout.addWidget(self.plot, 1)
        self._dress()

    def show_results(self, results: Results) -> None:
        bins = results.calibration() if results.certain else ()
        centres = [(min(int(b.confidence * BINS), BINS - 1) + 0.5) / BINS for b in bins]
        self._bars.setOpts(x=centres, height=[b.accuracy for b in bins])
        if not results.certain:
            self.note.setText(tr("The outputs of this run are no probabilities."))
            return
        sure, right = float(results.confidence.mean()), results.accuracy
        told = "On average it is {sure} sure and {right} right; off by {error} in the bins."
        error = percent(results.calibration_error)
        self.note.setText(tr(told, sure=percent(sure), right=percent(right), error=error))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
        elif event.type() == QEvent.Type.LanguageChange:
            self.plot.setLabel("left", tr("share that was right"))
            self.plot.setLabel("bottom", tr("confidence"))

    def _dress(self) -> None:
        colours = current()
        style.dress(self.plot, colours)
        self._bars.setOpts(brush=colours.accent, pen=style.pen(colours.base))
        self._diagonal.setPen(style.pen(colours.muted, dashed=True))
