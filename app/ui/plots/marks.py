"""Where the words of a mark stand in a plot: beside their line, and clear of the curve."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

LEFT, RIGHT = [(1, 0.5), (1, 0.5)], [(0, 0.5), (0, 0.5)]  # of their line, as pyqtgraph has it
_REACH = 0.35  # of the width of a plot, that words may take


def runs_high(plot: pg.PlotWidget, curve: pg.PlotDataItem, at: float, *, left: bool) -> bool:
    """Whether a curve is mostly in the upper half of what is seen, on that side of a place."""
    x, y = curve.getData()
    if x is None:
        return False
    (first, last), (low, high) = plot.getViewBox().viewRange()
    reach = _REACH * (last - first)
    beside = y[(at - reach * left <= x) & (x <= at + reach * (not left)) & np.isfinite(y)]
    return len(beside) > 0 and float(beside.mean()) > (low + high) / 2
