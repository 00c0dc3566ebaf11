"""The history of one run: a value extended by every event; the views draw it and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from app.training.messages import (
    Epoch,
    Event,
    Failed,
    Finished,
    Paused,
    Resumed,
    Started,
    Steps,
)
from app.training.recipe import Recipe


class State(StrEnum):
    IDLE = "idle"
    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    FINISHED = "finished"
    FAILED = "failed"


class Losses:
    """Loss of every step; amortised growth, so that a long run costs no more per event."""

    def __init__(self) -> None:
        self._values = np.empty(1024, np.float32)
        self._count = 0

    def extend(self, losses: tuple[float, ...]) -> None:
        end = self._count + len(losses)
        if end > len(self._values):
            self._values = np.resize(self._values, max(end, 2 * len(self._values)))
        self._values[self._count : end] = losses
        self._count = end

    @property
    def values(self) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        return self._values[: self._count]

    def __len__(self) -> int:
        return self._count


@dataclass(frozen=True)
class RunHistory:
    """One run as far as it has come. `losses` only ever grows and is shared between versions."""

    recipe: Recipe
    state: State = State.STARTING
    started: Started | None = None
    losses: Losses = field(default_factory=Losses)
    latest: Steps | None = None
    epochs: tuple[Epoch, ...] = ()
    rates: tuple[tuple[int, float], ...] = ()  # (step, learning rate) wherever the rate changed
    finished: Finished | None = None
    failed: Failed | None = None

    @property
    def active(self) -> bool:
        return self.state in (State.STARTING, State.TRAINING, State.PAUSED)

    @property
    def looking(self) -> bool:
        """Whether photographs are shown and nothing is trained."""
        return self.recipe.looks

    def extend(self, event: Event) -> RunHistory:
        """The history with one more event; events without a lasting trace leave it as it is."""
        match event:
            case Started():
                return replace(self, state=State.TRAINING, started=event)
            case Steps():
                self.losses.extend(event.losses)
                rates = self.rates
                if not rates or rates[-1][1] != event.learning_rate:
                    rates = (*rates, (event.first, event.learning_rate))
                return replace(self, latest=event, rates=rates)
            case Epoch():
                return replace(self, epochs=(*self.epochs, event))
            case Paused():
                return replace(self, state=State.PAUSED)
            case Resumed():
                return replace(self, state=State.TRAINING)
            case Finished():
                return replace(self, state=State.FINISHED, finished=event)
            case Failed():
                return replace(self, state=State.FAILED, failed=event)
        return self
