"""Lets one instrument after the other look, as far as the ledger can pay for it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import torch

from app.training.messages import Epoch, Steps, Watch
from app.worker.parts import Batch, Feed, Learner, Marks, Told
from app.worker.watch.history import MapHistory
from app.worker.watch.instrument import OFF, ON_SCREEN, Instrument, Moment
from app.worker.watch.ledger import SHARE, UNSEEN_SHARE, Ledger
from app.worker.watch.shares import Parts

IMAGES = 8  # that are looked at before there is a batch


@dataclass(eq=False)
class _Turn:
    """One instrument's account: what its last look cost, and what all of them did.

    `paid` counts the less, the more it is wished for: whose is least looks next.
    """

    instrument: Instrument
    cost: float = 0.0
    paid: float = 0.0
    last: float = -math.inf


class Watching:
    """After a step those look that can be paid for; each gets time by its weight."""

    def __init__(
        self,
        instruments: Sequence[Instrument],
        wished: Callable[[], Watch],
        feed: Feed,
        learner: Learner,
        parts: Parts,
        heard: Callable[[Steps | Epoch], None],
        history: MapHistory,
    ) -> None:
        self.instruments = instruments
        self._turns = [_Turn(instrument) for instrument in instruments]
        self._wanted: list[_Turn] = []
        self._wished = wished
        self._watch: Watch | None = None
        self._feed = feed
        self._learner = learner
        self._parts = parts
        self._heard = heard
        self._history = history
        self._ledger = Ledger()
        self.steps = 0  # done
        self._most = 0.0  # that one look of each costs
        self._saved_for = 0.0  # what the next look costs, where it cannot be paid yet
        self._rest = 0.0
        self._since: float | None = None  # training has gone on; None: it stood still
        self._told: tuple[Batch, Told] | None = None

    @property
    def seconds(self) -> float:
        return self._ledger.spent + self._history.seconds

    def begin(self) -> None:
        self._ledger.begin()
        self._since = time.perf_counter()

    def step(self, number: int, batch: Batch, told: Told) -> None:
        begin = time.perf_counter()
        if self._since is not None:
            self._ledger.guard(told.marks.watching + self._rest, begin - self._since)
            self._ledger.earn(begin - self._since, self._most)
        self._told = batch, told
        self.steps = number
        self._heed(self._wished())
        # most of short steps earn no look, and asking all who may look takes its time, too
        spent = self._take_turns(number, begin) if self._ledger.affords(self._saved_for) else 0.0
        self._parts.tell(number, begin)
        self._since = time.perf_counter()
        watching = self._since - begin
        self._parts.add(told.marks, watching + told.marks.watching)
        self._ledger.pay(spent)
        self._rest = watching - spent  # as every step has it

    def _take_turns(self, number: int, now: float) -> float:
        """Returns the seconds that it took."""
        due = [t for t in self._wanted if now - t.last >= t.instrument.apart]
        spent = self._saved_for = 0.0
        # who is half through with a look goes on first
        for turn in sorted(due, key=lambda t: (t.instrument.apart > 0, t.paid)):
            if not self._ledger.affords(spent + turn.cost):
                # or the costly ones would never have their turn
                self._saved_for = turn.cost
                break
            spent += self._look(turn, number)
        return spent

    def heard(self, event: Steps | Epoch) -> None:
        begin = time.perf_counter()
        if isinstance(event, Epoch):
            self._since = None  # a validation earns nothing
        self._heard(event)
        self._ledger.pay(time.perf_counter() - begin)

    def validated(self, epoch: int, step: int) -> None:
        self._history.keep(epoch, step)

    def show(self, step: int) -> None:
        self.steps = step
        self._since = None
        self._heed(self._wished())
        if not step:
            # What fails here fails in the first step too, which tells the line of the network.
            with suppress(Exception):
                self._look_at_all(step)
                self._history.keep(0, 0)
        else:
            self._look_at_all(step)

    def _look_at_all(self, step: int) -> None:
        for turn in self._wanted:
            if not step or turn.instrument.weight(self._wished()) >= ON_SCREEN:
                self._look(turn, step)

    def _heed(self, watch: Watch) -> None:
        """Another wish: who was not wanted so far has no arrears to make up for."""
        if watch is self._watch:
            return
        self._watch = watch
        before = self._wanted
        self._wanted = [t for t in self._turns if t.instrument.weight(watch) > OFF]
        shown = any(t.instrument.weight(watch) >= ON_SCREEN for t in self._wanted)
        self._ledger.share = SHARE if shown else UNSEEN_SHARE
        least = min((t.paid for t in before), default=0.0)
        for turn in self._wanted:
            if turn not in before:
                turn.paid = max(turn.paid, least)
        self._saved_for = 0.0

    def _look(self, turn: _Turn, step: int) -> float:
        """Returns the seconds that it took."""
        watch = self._watch or Watch()
        if torch.cuda.is_available():
            torch.cuda.synchronize()  # or it would be charged for the training before it
        begin = time.perf_counter()
        turn.instrument.look(self._moment(step, watch))
        turn.last = time.perf_counter()
        spent = turn.last - begin
        # one that took long by chance is not put off for long
        turn.cost = min(spent, (turn.cost + spent) / 2) if turn.cost else spent
        turn.paid += spent / turn.instrument.weight(watch) if step else 0.0
        self._most = sum(t.cost for t in self._wanted)
        return spent

    def _moment(self, step: int, watch: Watch) -> Moment:
        if self._told is None:
            batch = self._feed.images(range(IMAGES))
            return Moment(step, watch, batch, self._learner.rate, Marks())
        batch, told = self._told
        return Moment(step, watch, batch, self._learner.rate, told.marks)
