"""Curves of other runs beside those of the run in hand, under the names of their runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyqtgraph as pg

from app.training.history import RunHistory
from app.ui.formats import shortened
from app.ui.plots import style
from app.ui.plots.across import Across
from app.ui.plots.decimate import Floats
from app.ui.plots.figures import Figures
from app.ui.theme import Theme

_POINTS = 400  # of a line of which every step has a value
_LONGEST = 28  # characters of a name
_SHARE = 100  # of a run that a mean goes over: a hundredth


@dataclass(eq=False)
class _Other:
    """One of them: its figures, and its lines in the plots of loss, accuracy and the third."""

    figures: Figures
    lines: tuple[Any, Any, Any]
    across: Across = field(default_factory=Across)


class Beside:
    """In each plot one line a run: the mean of its losses, its validation, and the third."""

    def __init__(self, *plots: pg.PlotWidget) -> None:
        self._plots = plots
        self._others: list[_Other] = []

    def show_runs(self, runs: Sequence[tuple[str, RunHistory]]) -> None:
        for other in self._others:
            for plot, line in zip(self._plots, other.lines, strict=True):
                plot.removeItem(line)
        self._others = []
        for name, history in runs:
            figures = Figures()
            figures.update(history)
            loss, accuracy, third = (plot.plot(connect="finite") for plot in self._plots)
            self._others.append(_Other(figures, (loss, accuracy, third)))
            self._plots[0].getPlotItem().legend.addItem(loss, shortened(name, _LONGEST))

    def dress(self, theme: Theme) -> None:
        for at, other in enumerate(self._others):
            for line in other.lines:
                line.setPen(style.of_run(theme, at + 1))  # the first is too like that of training
                line.setZValue(-1)

    def draw(self, over: Across, third: str, smoothing: int, *, logarithmic: bool) -> None:
        """All of them, over the same as the run in hand and as smooth, or smoother."""
        for other in self._others:
            figures, across = other.figures, other.across
            across.kind = over.kind
            across.update(figures.history, over.unit)
            window = max(smoothing, figures.steps // _SHARE)
            losses = figures.losses.means(0, figures.steps, window, _POINTS)
            validated = figures.epochs.steps, figures.epochs.val_accuracy
            drawn = losses, validated, _third(figures, third, window)
            for line, (x, y) in zip(other.lines, drawn, strict=True):
                if logarithmic and line is other.lines[0]:
                    y = np.where(y > 0, y, np.nan)
                there = np.isfinite(y)
                line.setData(across.x(x[there]), y[there])

    @property
    def end(self) -> float:
        """Where the longest of them ends."""
        return max((each.across.at(each.figures.steps) for each in self._others), default=0.0)

    @property
    def losses(self) -> list[Floats]:
        """What is drawn of them in the plot of the losses."""
        return self._drawn(0)

    @property
    def thirds(self) -> list[Floats]:
        """What is drawn of them in the third plot."""
        return self._drawn(2)

    def _drawn(self, plot: int) -> list[Floats]:
        found = (each.lines[plot].getOriginalDataset()[1] for each in self._others)
        return [y for y in found if y is not None]


def _third(figures: Figures, name: str, window: int) -> tuple[Floats, Floats]:
    match name:
        case "norm":
            return figures.norms.means(0, figures.steps, window, _POINTS)
        case "speed":
            return figures.speeds()
    return figures.rates()
