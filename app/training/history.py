"""The history of one run: a value extended by every event; the views draw it and nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import msgspec
import numpy as np
from numpy.typing import NDArray

from app.training.messages import (
    Alert,
    Change,
    Changed,
    Epoch,
    Event,
    Failed,
    Finished,
    Grown,
    Halted,
    Paused,
    Resumed,
    Started,
    Steps,
)
from app.training.pieces import Pieces
from app.training.recipe import Recipe

NOT_FINITE = "not-a-number"  # of one that a run has ended for what is NaN or infinite
RESUMED = "resumed here"  # the words of a mark
REFUSED = "change"  # the rule of an alert that a change was not made, which does not last


class State(StrEnum):
    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    ENDING = "ending"  # no step is done any more
    FINISHED = "finished"
    FAILED = "failed"


class Losses(Pieces[np.float32]):
    """A figure of every step."""

    def __init__(self, values: Sequence[float] | NDArray[np.float32] = ()) -> None:
        super().__init__(np.float32)
        self.extend(values)


class Places:
    """A figure wherever it changed, by the step before which that was; told far more seldom."""

    def __init__(self, pairs: Iterable[tuple[int, float]] = ()) -> None:
        self._values = np.empty((256, 2))
        self._count = 0
        for step, value in pairs:
            self.add(step, value)

    def add(self, step: int, value: float) -> None:
        if self._count and self._values[self._count - 1, 1] == value:
            return
        if self._count == len(self._values):
            self._values = np.resize(self._values, (2 * self._count, 2))
        self._values[self._count] = step, value
        self._count += 1

    @property
    def values(self) -> NDArray[np.float64]:
        """Rows of step and figure."""
        return self._values[: self._count]


@dataclass(frozen=True)
class RunHistory:
    """One run as far as it has come.

    `losses`, `norms`, `rates`, `speeds` and `times` only ever grow and are shared between versions;
    a run that goes on from a checkpoint has others. `marks` tell at which step something was
    changed, `alerts` what is wrong with it and not over, the newest first.
    """

    recipe: Recipe
    state: State = State.STARTING
    started: Started | None = None
    losses: Losses = field(default_factory=Losses)
    norms: Losses = field(default_factory=Losses)  # of the gradient; NaN where it was not taken
    latest: Steps | None = None
    epochs: tuple[Epoch, ...] = ()
    rates: Places = field(default_factory=Places)
    speeds: Places = field(default_factory=Places)  # images per second
    times: Places = field(default_factory=Places)  # seconds of training after so many steps
    marks: tuple[tuple[int, str], ...] = ()
    changes: tuple[tuple[int, Change], ...] = ()  # with the step from which they are in force
    alerts: tuple[Alert, ...] = ()
    finished: Finished | None = None
    failed: Failed | None = None

    @property
    def active(self) -> bool:
        return self.state in (State.STARTING, State.TRAINING, State.PAUSED, State.ENDING)

    @property
    def folder(self) -> str:
        """That it is kept in, once that is told; else nothing."""
        return self.started.folder if self.started is not None else ""

    @property
    def now(self) -> Recipe:
        """The recipe that is in force, after all changes."""
        changed = {name: to for _, change in self.changes for name, to in change.recipe.items()}
        return msgspec.structs.replace(self.recipe, **changed)

    @property
    def looking(self) -> bool:
        """Whether photographs are shown and nothing is trained."""
        return self.recipe.looks

    def extend(self, event: Event) -> RunHistory:
        """The history with one more event; events without a lasting trace leave it as it is."""
        match event:
            case Started(resumed_at=at):
                begun = self._cut(at) if at or len(self.losses) else self
                return replace(begun, state=State.TRAINING, started=event)
            case Steps():
                self._extend(event)
                return replace(self, latest=event)
            case Epoch():
                return replace(self, epochs=(*self.epochs, event))
            case Changed(step=step, change=change):
                changes, marks = (
                    (*self.changes, (step, change)),
                    (*self.marks, (step, change.words)),
                )
                return replace(self, changes=changes, marks=marks)
            case Grown(step=step, words=words):
                return replace(self, marks=(*self.marks, (step, words)))
            case Alert() if event.rule != REFUSED:
                about = event.rule, event.path
                others = tuple(a for a in self.alerts if (a.rule, a.path) != about)
                return replace(self, alerts=others if event.over else (event, *others))
            case Paused():
                return replace(self, state=State.PAUSED)
            case Resumed():
                return replace(self, state=State.TRAINING)
            case Halted():
                return replace(self, state=State.ENDING)
            case Finished():
                return replace(self, state=State.FINISHED, finished=event)
            case Failed():
                return replace(self, state=State.FAILED, failed=event)
        return self

    def _extend(self, event: Steps) -> None:
        self.losses.extend(event.losses)
        lacking = len(event.losses) - len(event.gradient_norms)
        self.norms.extend((*event.gradient_norms, *[math.nan] * lacking))
        self.rates.add(event.first, event.learning_rate)
        self.speeds.add(event.first, event.images_per_second)
        if event.seconds:
            self.times.add(event.first + len(event.losses), event.seconds)

    def _cut(self, steps: int) -> RunHistory:
        """What is true of it still where it goes on after so many steps.

        What was changed at that very step is changed, and told, once more.
        """
        here = steps, RESUMED
        again = {here, *((at, change.words) for at, change in self.changes if at >= steps)}
        return replace(
            self,
            losses=Losses(self.losses[:steps]),
            norms=Losses(self.norms[:steps]),
            rates=_before(self.rates, steps),
            speeds=_before(self.speeds, steps),
            times=_before(self.times, steps + 1),
            epochs=tuple(epoch for epoch in self.epochs if epoch.step <= steps),
            marks=(*(m for m in self.marks if m[0] <= steps and m not in again), *[here][:steps]),
            changes=tuple(change for change in self.changes if change[0] < steps),
            alerts=(),  # its worker looks anew
            finished=None,
            failed=None,
        )


def _before(places: Places, steps: int) -> Places:
    return Places((int(step), value) for step, value in places.values.tolist() if step < steps)
