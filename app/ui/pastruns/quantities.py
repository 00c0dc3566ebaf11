"""What can be drawn of a run over its steps, one row a quantity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.training.history import Losses, Places, RunHistory
from app.training.messages import Epoch
from app.ui.plots.decimate import POINTS, Floats, Series

_MEANS = 400  # points of a line of which every step has a value
_SHARE = 100  # of a run that a mean goes over: a hundredth
Draw = Callable[[RunHistory], tuple[Floats, Floats]]


@dataclass(frozen=True)
class Quantity:
    """`draw` gives x and y, at most as many as a screen shows; steps are counted from 1."""

    title: str
    draw: Draw


def _of_steps(values: Callable[[RunHistory], Losses]) -> Draw:
    def draw(history: RunHistory) -> tuple[Floats, Floats]:
        series = Series()
        series.update(values(history))
        x, y = series.means(0, len(series), max(1, len(series) // _SHARE), _MEANS)
        there = np.isfinite(y)  # norms are not taken at every step
        return x[there], y[there]

    return draw


def _of_epochs(value: Callable[[Epoch], float | None]) -> Draw:
    def draw(history: RunHistory) -> tuple[Floats, Floats]:
        stride = -(-len(history.epochs) // POINTS) or 1
        thin = history.epochs[::-1][::stride][::-1]
        told = [(epoch.step, value(epoch)) for epoch in thin]
        found = np.array([(x, y) for x, y in told if y is not None], float).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    return draw


def _of_places(places: Callable[[RunHistory], Places]) -> Draw:
    def draw(history: RunHistory) -> tuple[Floats, Floats]:
        values = places(history).values
        thin = values[:: -(-len(values) // POINTS) or 1]
        return thin[:, 0] + 1, thin[:, 1]

    return draw


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


QUANTITIES: tuple[Quantity, ...] = (
    Quantity("validation accuracy (%)", _of_epochs(lambda e: _percent(e.val_accuracy))),
    Quantity("validation loss", _of_epochs(lambda e: e.val_loss)),
    Quantity("validation top-5 (%)", _of_epochs(lambda e: _percent(e.val_top5))),
    Quantity("training accuracy (%)", _of_epochs(lambda e: _percent(e.train_accuracy))),
    Quantity("loss of each step, mean", _of_steps(lambda h: h.losses)),
    Quantity("gradient norm, mean", _of_steps(lambda h: h.norms)),
    Quantity("learning rate", _of_places(lambda h: h.rates)),
    Quantity("images per second", _of_places(lambda h: h.speeds)),
)
