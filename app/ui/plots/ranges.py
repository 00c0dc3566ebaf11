"""From where to where an axis goes: without what is far out, and the same while that will do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from app.ui.plots.decimate import Floats

_ROOM, _FILLED = 0.08, 0.75  # above and below what is shown; of the axis it takes at least


def fit(plot: pg.PlotWidget, least: float, most: float) -> None:
    """Have its axis go from one to the other, with room for what comes next."""
    if least == most:
        room = abs(most) / 2 or 0.5
        least, most = least - room, most + room
    if not _holds(plot.getViewBox().viewRange()[1], least, most):
        plot.setYRange(least, most, padding=_ROOM)


def _holds(shown: Sequence[float], least: float, most: float) -> bool:
    """Whether an axis may stay as it is for values so far apart, as another range is dear."""
    inside = shown[0] <= least and most <= shown[1]
    return inside and most - least >= _FILLED * (shown[1] - shown[0])


def usual_range(steps: Floats, others: Floats, validation: Floats) -> tuple[float, float] | None:
    """Least and greatest loss to show: of all steps but for a fiftieth, and of the others.

    A validation loss far above both these and what it is in most epochs is left out.
    """
    steps, others, validation = (y[np.isfinite(y)] for y in (steps, others, validation))
    if not len(steps):
        return None
    most = float(np.quantile(steps, 0.98))
    if len(others):
        common = max(most, float(np.median(validation)) if len(validation) else most)
        most = max(most, min(float(others.max()), 1.5 * common))
    least = float(np.concatenate([steps, others]).min())
    return least, max(most, least + 1e-6)
