"""Histograms one behind the other, the newest in front."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.language import tr
from app.ui.live.story import Floats, Spread
from app.ui.plots import style
from app.ui.theme import current

_HIGH = 4.0  # rows that the highest bin of a histogram reaches over
_TICKS = 4  # steps that are written beside them


class Ridge(QWidget):
    """A row for each histogram, the oldest at the top; each is as high as the others."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = style.plot(tr("step"), title)
        self.plot.setAccessibleName(title)
        self.plot.getViewBox().setMouseEnabled(x=False, y=False)
        self._before = self.plot.plot(connect="finite")
        self._newest = self.plot.plot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.dress()

    def dress(self) -> None:
        theme = current()
        style.dress(self.plot, theme)
        fill = QColor(theme.accent)
        fill.setAlphaF(0.3)
        self._before.setPen(style.pen(theme.accent, alpha=0.55))
        self._newest.setPen(style.pen(theme.accent, width=2))
        self._newest.setBrush(fill)

    def show_spreads(self, steps: Floats, spreads: Sequence[Spread]) -> None:
        lines = [_line(spread, len(spreads) - 1 - k) for k, spread in enumerate(spreads)]
        gap = np.array([[np.nan], [np.nan]])
        before = np.hstack([part for line in lines[:-1] for part in (line, gap)] or [gap])
        self._before.setData(*before)
        if lines:
            self._newest.setData(*lines[-1], fillLevel=0.0)
        else:
            self._newest.setData([], [])
        some = np.unique(np.linspace(0, len(steps) - 1, _TICKS).round().astype(int))
        ticks = [(len(steps) - 1 - k, f"{steps[k]:,.0f}") for k in some.tolist() if len(steps)]
        self.plot.getAxis("left").setTicks([ticks])


def _line(spread: Spread, row: int) -> Floats:
    """Through the middles of the bins, as (2, points); its foot stands at a row."""
    bins = len(spread.counts)
    width = (spread.high - spread.low) / bins
    x = spread.low + width * (np.arange(bins) + 0.5)
    most = max(int(spread.counts.max(initial=0)), 1)
    return np.stack([x, row + _HIGH * spread.counts / most])
