"""The values of a vector: bars, named where they are the classes; a stepped line where many."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.language import tr
from app.ui.plots import style
from app.ui.plots.decimate import Series
from app.ui.theme import current

BARS = 256  # more bars than this are narrower than a few pixels


class VectorPlot(QWidget):
    """`pointed` carries the index under the mouse, or None."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[np.float64] = np.empty(0)
        self._labels: tuple[str, ...] = ()
        self.plot = style.plot(tr("value"), tr("element"))
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=0.8)
        self._line = self.plot.plot(connect="finite")
        self.plot.addItem(self._bars)
        self.plot.getViewBox().setMouseEnabled(y=False)
        self.plot.scene().sigMouseMoved.connect(self._mouse_moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.dress()

    def dress(self) -> None:
        theme = current()
        style.dress(self.plot, theme)
        self._bars.setOpts(brush=theme.accent, pen=None)
        self._line.setPen(style.pen(theme.accent))

    def show_values(self, values: NDArray[np.float64], labels: tuple[str, ...]) -> None:
        """Draw. Labels name the elements where there are as many."""
        fresh = len(values) != len(self._values)
        named = labels if len(labels) == len(values) else ()
        if fresh or named != self._labels:
            self._labels = named
            ticks = [list(enumerate(named))] if named else None
            self.plot.getAxis("bottom").setTicks(ticks)
            self.plot.setLabel("bottom", tr("class") if named else tr("element"))
        self._values = values
        few = len(values) <= BARS
        self._bars.setVisible(few)
        self._line.setVisible(not few)
        if few:
            self._bars.setOpts(x=np.arange(len(values)), height=values)
        else:
            series = Series()
            series.update(values.astype(np.float32))
            x, y = series.extremes(0, len(values))
            self._line.setData(x - 1, y)
        if fresh:
            self.fit()

    def fit(self) -> None:
        self.plot.getViewBox().enableAutoRange(y=True)
        self.plot.setXRange(-0.6, len(self._values) - 0.4, padding=0)

    def _mouse_moved(self, position: QPointF) -> None:
        index = round(self.plot.getViewBox().mapSceneToView(position).x())
        self.pointed.emit(index if 0 <= index < len(self._values) else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)
