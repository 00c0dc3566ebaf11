"""The first of several processes: whatever it does to its learner, the others do to theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from enum import IntEnum
from typing import Any

from torch import Tensor, nn

from app.training.messages import Change, Start
from app.training.recipe import Recipe
from app.worker.errors import Stopped
from app.worker.knobs import Knobs
from app.worker.parts import Batch, Feed, Guard, Learner, Told
from app.worker.ranks.group import Group, noticing_loss
from nodes.learning import Learning

RANDOM = "ranks"  # the name of the other processes' generators in a state


class Said(IntEnum):
    """What the others do next."""

    STEP = 0
    VALIDATE = 1
    EVALUATE = 2
    VALIDATED = 3
    JUDGE = 4
    CHANGE = 5
    STATE = 6
    LOAD = 7
    END = 8


class Leader:
    """A `Learner` whose every step is taken by all processes."""

    def __init__(self, learner: Learner, group: Group) -> None:
        self._learner = learner
        self._group = group

    @property
    def network(self) -> nn.Module:
        return self._learner.network

    @property
    def raw(self) -> nn.Module:
        return self._learner.raw

    @property
    def weights(self) -> Sequence[float]:
        return self._learner.weights

    @property
    def rate(self) -> float:
        return self._learner.rate

    @property
    def guard(self) -> Guard | None:
        return self._learner.guard

    @guard.setter
    def guard(self, guard: Guard | None) -> None:
        self._learner.guard = guard

    def losses(self, outputs: Sequence[Tensor], batch: Batch) -> list[Tensor]:
        return self._learner.losses(outputs, batch)

    def step(self, batch: Batch, step: int) -> Told:
        self._group.say(Said.STEP, step)
        with noticing_loss():
            return self._learner.step(batch, step)

    @contextmanager
    def validating(self) -> Iterator[None]:
        self._group.say(Said.VALIDATE)
        with self._learner.validating():
            self._group.same(self.raw.buffers())
            try:
                yield
            except Stopped:
                self._group.say(Said.VALIDATED)
                raise
        self._group.say(Said.VALIDATED)

    def averaged(self) -> AbstractContextManager[None]:
        return self._learner.averaged()

    def computing(self) -> AbstractContextManager[object]:
        return self._learner.computing()

    def evaluate(self, batch: Batch) -> Told:
        self._group.say(Said.EVALUATE)
        return self._learner.evaluate(batch)

    def judge(self, loss: float, accuracy: float) -> bool:
        self._group.say(Said.JUDGE)
        self._group.give((loss, accuracy))
        return self._learner.judge(loss, accuracy)

    @property
    def over(self) -> bool:
        return self._learner.over

    def change(self, recipe: Recipe, learning: Learning) -> None:
        """The others are told by `LeadingKnobs`."""
        self._learner.change(recipe, learning)

    def finish(self) -> None:
        self._group.say(Said.END)
        self._learner.finish()

    def kept(self) -> Mapping[str, Tensor]:
        return self._learner.kept()

    def state(self) -> tuple[Mapping[str, Tensor], Mapping[str, Any]]:
        """Also where the generators of the others stand, as the networks of all draw numbers."""
        self._group.say(Said.STATE)
        tensors, plain = self._learner.state()
        _, *others = self._group.collect(None)
        drawn = {
            f"{RANDOM}.{rank}.{name}": tensor
            for rank, (found, _) in enumerate(others, 1)
            for name, tensor in found.items()
        }
        return {**tensors, **drawn}, {**plain, RANDOM: [random for _, random in others]}

    def load(self, tensors: Mapping[str, Tensor], plain: Mapping[str, Any]) -> None:
        self._group.say(Said.LOAD)
        self._group.same(self.raw.state_dict().values())
        self._group.same(self.raw.buffers())
        self._group.give(plain)
        self._group.spread(tensors)
        self._learner.load(tensors, plain)


class LeadingKnobs(Knobs):
    """What is turned here is turned in all processes."""

    def __init__(self, start: Start, learner: Learner, feed: Feed, group: Group) -> None:
        super().__init__(start, learner, feed)
        self._group = group

    def turn(self, change: Change) -> None:
        self._group.say(Said.CHANGE)
        self._group.give(change)
        super().turn(change)
