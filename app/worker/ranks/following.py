"""A process that learns its part of every batch, and does what the first one says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from torch import Tensor

from app.training.messages import Start
from app.worker import generators
from app.worker.knobs import Knobs
from app.worker.parts import Batch, Feed, Learner
from app.worker.ranks.group import Group, noticing_loss
from app.worker.ranks.leading import RANDOM, Said


class Follower:
    """The counterpart of a `Leader`."""

    def __init__(self, start: Start, learner: Learner, feed: Feed, group: Group) -> None:
        self._learner = learner
        self._feed = feed
        self._group = group
        self._knobs = Knobs(start, learner, feed)
        self._next = 0  # the step that the batches are at
        self._batches: Iterator[Batch] = iter(())

    def follow(self) -> None:
        """Until the run is over.

        Raises:
            LostError: another process has gone.
            Exception: whatever the network raises.
        """
        while (said := self._group.hear())[0] != Said.END:
            kind, number = said
            match kind:
                case Said.STEP:
                    with noticing_loss():
                        self._learner.step(self._batch(number), number)
                case Said.VALIDATE:
                    self._validate()
                case Said.JUDGE:
                    self._learner.judge(*self._group.give())
                case Said.CHANGE:
                    self._knobs.turn(self._group.give())
                case Said.STATE:
                    self._group.collect(generators.state())
                case Said.LOAD:
                    self._load()

    def _batch(self, step: int) -> Batch:
        if step != self._next or step % self._feed.steps == 0:
            epoch, first = divmod(step, self._feed.steps)
            self._batches = self._feed.epoch(epoch + 1, first)
        self._next = step + 1
        return next(self._batches)

    def _validate(self) -> None:
        with self._learner.validating():
            self._group.same(self._learner.raw.buffers())
            batches = self._feed.validation()
            while self._group.hear()[0] == Said.EVALUATE:
                self._learner.evaluate(next(batches))

    def _load(self) -> None:
        network = self._learner.raw
        self._group.same(network.state_dict().values())
        self._group.same(network.buffers())
        plain = self._group.give()
        tensors = self._group.spread({})
        self._learner.load(tensors, plain)
        generators.load(*_own(tensors, plain, self._group.place.rank))
        self._next = -1


def _own(
    tensors: dict[str, Tensor], plain: dict[str, Any], rank: int
) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """What a state has of the generators of one process."""
    begin = f"{RANDOM}.{rank}."
    drawn = {k.removeprefix(begin): t for k, t in tensors.items() if k.startswith(begin)}
    return drawn, plain[RANDOM][rank - 1]
