"""What curves go over, from left to right: steps, epochs, or the time that training took."""

from __future__ import annotations

import math

import numpy as np

from app.training.history import RunHistory
from app.ui.language import tr
from app.ui.plots.decimate import Floats

KINDS = ("step", "epoch", "time")
_UNITS = ((7200.0, 3600.0), (300.0, 60.0), (0.0, 1.0))  # from so many seconds on: those of the unit


def words(kind: str) -> str:
    """What the choice of a kind is called."""
    return {"step": tr("over steps"), "epoch": tr("over epochs"), "time": tr("over time")}[kind]


class Across:
    """Turns steps, counted from 1, into places on the axis of one run, and back."""

    def __init__(self, kind: str = "step") -> None:
        self.kind = kind
        self._per_epoch = 1
        self._steps, self._seconds = np.zeros(1), np.zeros(1)
        self.unit = 1.0  # seconds

    def update(self, history: RunHistory | None, unit: float | None = None) -> None:
        """Take a run as far as it has come; several runs side by side have the one `unit`."""
        started = history.started if history is not None else None
        self._per_epoch = started.steps_per_epoch if started is not None else 1
        if self.kind != "time" or history is None:
            return
        steps, seconds = known(history)
        self._steps, self._seconds = np.append(0.0, steps), np.append(0.0, seconds)
        self.unit = unit or unit_of(float(self._seconds[-1]))

    def x(self, steps: Floats) -> Floats:
        match self.kind:
            case "epoch":
                return steps / self._per_epoch
            case "time":
                return np.interp(steps, self._steps, self._seconds) / self.unit
        return steps

    def at(self, step: float) -> float:
        """The place of one step."""
        return float(self.x(np.array([float(step)]))[0])

    def step(self, x: float) -> float:
        """The step at a place; of time those in between are told by its neighbours."""
        match self.kind:
            case "epoch":
                return x * self._per_epoch
            case "time":
                return float(np.interp(x * self.unit, self._seconds, self._steps))
        return x

    def end(self, steps: int) -> float:
        """Where the axis ends: it grows in jumps of an eighth at most, as a new range is dear.

        There is always room for the marker of the last epoch.
        """
        if self.kind == "time":
            last = max(self.at(steps), 1 / self.unit)
            jump = 2.0 ** (math.floor(math.log2(last)) - 3)
            return jump * math.ceil(1.015 * last / jump)
        steps = max(steps, 10)
        jump = 2.0 ** (steps.bit_length() - 4)
        return (
            jump
            * math.ceil(1.015 * steps / jump)
            / (self._per_epoch if self.kind == "epoch" else 1)
        )

    @property
    def label(self) -> str:
        match self.kind, self.unit:
            case "epoch", _:
                return tr("epoch")
            case "time", 3600.0:
                return tr("time (h)")
            case "time", 60.0:
                return tr("time (min)")
            case "time", _:
                return tr("time (s)")
        return tr("step")


def unit_of(seconds: float) -> float:
    """In what a time is told, in seconds."""
    return next(unit for least, unit in _UNITS if seconds >= least)


def known(history: RunHistory) -> tuple[Floats, Floats]:
    """Steps, and the seconds of training after them; of runs of before only the epochs tell."""
    times = history.times.values
    if len(times):
        return times[:, 0], times[:, 1]
    ended = np.array([(epoch.step, epoch.seconds) for epoch in history.epochs], float)
    ended = ended.reshape(-1, 2)
    return ended[:, 0], np.cumsum(ended[:, 1])
