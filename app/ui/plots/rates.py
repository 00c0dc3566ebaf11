"""The loss that each learning rate led to, and the one that is chosen: a line to be dragged."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.formats import number
from app.ui.language import tr
from app.ui.plots import style
from app.ui.theme import current

_NUDGE = 1.1  # times, for each press of an arrow key
_ANCHORS = [(0, 0.5), (0, 0.5)]  # the words stand to the right of their line


class RatePlot(QWidget):
    """Both scales are logarithmic; `chosen` carries a rate that was dragged or clicked to."""

    chosen = Signal(float)

    def __init__(self, now: float, parent: QWidget | None = None) -> None:
        """`now` is the recipe's rate."""
        super().__init__(parent)
        self.rates: list[float] = []
        self.losses: list[float] = []
        self._now = now
        self.plot = style.plot(tr("loss"), tr("learning rate"))
        self.plot.setLogMode(x=True, y=True)
        self.plot.setMouseEnabled(False, False)
        self.plot.setAccessibleName(tr("Loss by learning rate"))
        self.curve = self.plot.plot()
        self.line = pg.InfiniteLine(
            angle=90, movable=True, label="", labelOpts={"position": 0.92, "anchors": _ANCHORS}
        )
        self.line.sigDragged.connect(lambda line: self.chosen.emit(self.rate))
        self.former = pg.InfiniteLine(
            math.log10(now), angle=90, label=tr("now {rate}", rate=number(now)),
            labelOpts={"position": 0.08, "anchors": _ANCHORS},
        )  # fmt: skip
        for line in (self.former, self.line):
            self.plot.addItem(line, ignoreBounds=True)
        self.line.hide()
        self.plot.scene().sigMouseClicked.connect(lambda event: self._clicked(event.scenePos()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._dress()

    @property
    def rate(self) -> float:
        """The one that the line stands at."""
        return float(10 ** self.line.value())

    def begin(self, least: float, most: float) -> None:
        """Nothing is tried yet; rates from least to most will be."""
        self.rates, self.losses = [], []
        self.curve.setData([], [])
        self.line.hide()
        self.plot.setXRange(math.log10(least), math.log10(most), padding=0.02)
        self.plot.enableAutoRange(x=False, y=True)

    def add(self, rate: float, loss: float) -> None:
        self.rates.append(rate)
        self.losses.append(loss)
        self.curve.setData(np.array(self.rates), np.maximum(self.losses, 1e-12))

    def choose(self, rate: float) -> None:
        """Stand the line at a rate."""
        self.line.show()  # first: what is hidden takes no other words
        self.line.setValue(math.log10(rate))
        self.line.label.setFormat(number(rate))
        self.setAccessibleDescription(self.told(rate))

    def told(self, rate: float) -> str:
        """What came of the tried rate that is next to one."""
        if not self.rates:
            return ""
        at = int(np.argmin(np.abs(np.log(self.rates) - math.log(rate))))
        return tr(
            "At a rate of {rate} the loss was {loss}.",
            rate=number(self.rates[at]),
            loss=number(self.losses[at]),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: 1 / _NUDGE, Qt.Key.Key_Right: _NUDGE}
        if self.line.isVisible() and event.key() in steps:
            self.chosen.emit(self.rate * steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "former"):
            self._dress()

    def _clicked(self, position: QPointF) -> None:
        view = self.plot.getViewBox()
        if self.rates and view.sceneBoundingRect().contains(position):
            self.chosen.emit(float(10 ** view.mapSceneToView(position).x()))

    def _dress(self) -> None:
        theme = current()
        style.dress(self.plot, theme)
        self.curve.setPen(style.pen(theme.train, width=2))
        self.line.setPen(style.pen(theme.accent, width=2, dashed=True))
        self.line.setHoverPen(style.pen(theme.accent, width=3))
        self.line.label.setColor(theme.accent)
        self.former.setPen(style.pen(theme.muted, dashed=True))
        self.former.label.setColor(theme.muted)
