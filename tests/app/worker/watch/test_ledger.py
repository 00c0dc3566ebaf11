"""The account of watching: never more than its share, whatever the instruments cost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from io import BytesIO

import pytest
import torch
from torch import nn

from app.training.messages import Epoch, Watch
from app.training.recipe import Recipe
from app.worker.learner import Learner
from app.worker.loading import build_probe
from app.worker.outbox import Outbox
from app.worker.parts import Batch, Marks, Told
from app.worker.probe import Prober
from app.worker.sample import Sample
from app.worker.watch.filters import Kernels
from app.worker.watch.history import MapHistory
from app.worker.watch.instrument import OFF, ON_SCREEN, UNSEEN, Moment
from app.worker.watch.shares import Parts
from app.worker.watch.watching import Watching
from tests.app.training.networks import tiny
from tests.app.worker.watch.feeds import Zeros

NOTHING = Batch(torch.zeros(1, 1), torch.zeros(1).long(), torch.zeros(1).long())


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(time, "perf_counter", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    with monkeypatch.context() as patch:  # pytest itself looks at the clock afterwards
        yield Clock(patch)


class Costly:
    """An instrument that takes its time."""

    def __init__(
        self, clock: Clock, cost: float, weight: float = UNSEEN, apart: float = 1e-9
    ) -> None:
        self.clock, self.cost, self.share, self.apart = clock, cost, weight, apart
        self.looks: list[float] = []

    def weight(self, watch: Watch) -> float:
        return self.share if not watch.selected or self.share > UNSEEN else OFF

    def look(self, moment: Moment) -> None:
        self.clock.now += self.cost
        self.looks.append(self.clock.now)


def watching(*instruments: Costly, watch: list[Watch] | None = None) -> Watching:
    wished = watch or [Watch()]
    learner = Learner(nn.Linear(1, 2), Recipe(), torch.device("cpu"), steps=1)
    outbox = Outbox(BytesIO())
    sample = Sample(Zeros(), outbox)
    history = MapHistory(
        "",
        Prober(build_probe(tiny()), learner.raw, sample, outbox),
        sample,
        Kernels(learner.raw, outbox, tiny()),
        Watch,
        outbox,
    )
    return Watching(
        instruments,
        lambda: wished[-1],
        Zeros(),
        learner,
        Parts(outbox),
        lambda event: None,
        history,
    )


def train(watched: Watching, clock: Clock, seconds: float, step: float, guard: float = 0) -> None:
    end = clock.now + seconds
    while clock.now < end:
        clock.now += step
        marks = Marks(watching=guard)
        watched.step(1, NOTHING, Told(torch.zeros(1), torch.tensor(0), 1, marks))


@pytest.mark.parametrize("step", [0.002, 0.25])
@pytest.mark.parametrize("guard", [0.0, 0.00001])
def test_all_together_cost_two_hundredths_of_a_step(
    clock: Clock, step: float, guard: float
) -> None:
    instruments = [Costly(clock, cost, ON_SCREEN) for cost in (0.0002, 0.002, 0.03, 0.06)]
    watched = watching(*instruments)
    watched.begin()
    train(watched, clock, 300, step, guard)
    assert watched.seconds / 300 == pytest.approx(0.02, rel=0.03)
    assert watched.seconds / 300 <= 0.0202
    spent = [each.cost * len(each.looks) for each in instruments]
    assert (
        min(spent) > 0.6 * max(spent) or step > 0.1
    )  # a look after a step is all there is time for
    assert sum(spent) + 300 / step * guard == pytest.approx(watched.seconds, rel=0.02)


def test_with_nothing_on_screen_they_cost_half_of_that(clock: Clock) -> None:
    watched = watching(Costly(clock, 0.002), Costly(clock, 0.03))
    watched.begin()
    train(watched, clock, 300, 0.05)
    assert watched.seconds / 300 == pytest.approx(0.01, rel=0.03)


def test_what_every_step_needs_leaves_half_to_the_instruments(clock: Clock) -> None:
    instrument = Costly(clock, 0.002, ON_SCREEN)
    watched = watching(instrument)
    watched.begin()
    train(watched, clock, 100, 0.01, guard=0.0005)
    assert 0.002 * len(instrument.looks) == pytest.approx(1, rel=0.05)
    assert watched.seconds == pytest.approx(1 + 5, rel=0.05)  # all of it is told


def test_what_is_on_screen_has_four_times_the_time(clock: Clock) -> None:
    seen, unseen = Costly(clock, 0.003, ON_SCREEN), Costly(clock, 0.005)
    watched = watching(seen, unseen)
    watched.begin()
    train(watched, clock, 100, 0.05)
    assert 0.003 * len(seen.looks) == pytest.approx(4 * 0.005 * len(unseen.looks), rel=0.05)


def test_looks_are_apart(clock: Clock) -> None:
    often, seldom = Costly(clock, 0.0001, apart=0.1), Costly(clock, 0.0001, apart=2)
    watched = watching(often, seldom)
    watched.begin()
    train(watched, clock, 20, 0.03)
    assert len(often.looks) == pytest.approx(166, abs=3)  # at every fourth step
    assert len(seldom.looks) == 10


def test_a_pause_and_a_validation_earn_nothing(clock: Clock) -> None:
    instrument = Costly(clock, 0.05)
    watched = watching(instrument)
    watched.begin()
    train(watched, clock, 10, 0.01)
    before = len(instrument.looks)
    watched.show(1000)  # which looks at what is on screen only, and is not paid
    clock.now += 600
    watched.heard(Epoch(1, 1000, 1.0, 0.5, 1.0, 0.5, 10.0))
    clock.now += 600
    train(watched, clock, 1, 0.01)
    assert len(instrument.looks) - before <= 1


def test_a_new_wish_has_no_arrears(clock: Clock) -> None:
    """One that was not wanted for long does not take all the time for as long."""
    seen, unseen = Costly(clock, 0.01, ON_SCREEN), Costly(clock, 0.01)
    wished = [Watch((), "conv")]
    watched = watching(seen, unseen, watch=wished)
    watched.begin()
    train(watched, clock, 100, 0.05)
    assert not unseen.looks
    wished.append(Watch())
    before = len(seen.looks)
    train(watched, clock, 50, 0.05)
    assert len(seen.looks) - before == pytest.approx(4 * len(unseen.looks), rel=0.1)


def test_before_the_first_step_everything_is_shown_and_nothing_paid(clock: Clock) -> None:
    seen, unseen = Costly(clock, 0.01, ON_SCREEN), Costly(clock, 0.01)
    watched = watching(seen, unseen)
    watched.show(0)
    assert (len(seen.looks), len(unseen.looks)) == (1, 1)
    watched.begin()
    assert watched.seconds == 0
    watched.show(7)
    assert (len(seen.looks), len(unseen.looks)) == (2, 1)
    assert watched.seconds == 0
