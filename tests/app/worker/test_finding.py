"""The learning-rate finder: what it tells, what it suggests, and that nothing else is touched."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
import torch

from app.training.messages import (
    Failed,
    FindRate,
    Finished,
    RateTried,
    Started,
    Stop,
)
from app.worker.commands import Commands
from app.worker.finder import suggestion
from app.worker.server import conduct
from tests.app.training.networks import tiny
from tests.app.worker.conftest import Recorder

TRIED = 60


def found(*, least: float = 1e-5, most: float = 10.0, stop_at: int = 0) -> list[object]:
    """What comes of a wish for a rate, as the worker serves it."""
    torch.set_num_threads(1)
    commands, told = Commands(), []
    wish = FindRate(tiny(batch_size=64, ema=0.9, accumulate=2), least, most, TRIED)
    commands.take(wish)

    def react(event: object) -> Stop | None:
        told.append(event)
        tried = sum(isinstance(event, RateTried) for event in told)
        return Stop() if tried == stop_at > 0 else None

    job = commands.wait_for_job()
    assert job is not None
    conduct(job, commands, Recorder(react, commands))
    return told


def test_rates_are_tried_from_least_to_most_until_the_loss_grows() -> None:
    told = found(most=1e4)
    finished = told.pop()
    assert isinstance(finished, Finished)
    assert (finished.steps, finished.stopped) == (len(told), False)
    tried = [event for event in told if isinstance(event, RateTried)]
    assert len(tried) == len(told) < TRIED
    assert tried[0].rate == pytest.approx(1e-5)
    steps = [math.log(b.rate / a.rate) for a, b in pairwise(tried)]
    assert steps == pytest.approx([math.log(1e9) / (TRIED - 1)] * len(steps))
    assert [event.suggestion for event in tried[:-1]] == [None] * (len(tried) - 1)
    best = min(tried, key=lambda event: event.loss)
    assert tried[-1].suggestion == pytest.approx(best.rate / 10)
    assert best.loss < tried[0].loss / 2


def test_it_tells_the_same_again_and_keeps_nothing() -> None:
    assert found()[:-1] == found()[:-1]
    assert not any(isinstance(event, Started) for event in found(most=0.01))


def test_nothing_is_suggested_where_nothing_is_learned() -> None:
    last = found(least=1e-12, most=1e-11)[-2]
    assert isinstance(last, RateTried)
    assert suggestion([1e-3] * 20, [2.0] * 20) is None
    assert suggestion([10.0**k for k in range(20)], [20.0 - k for k in range(15)]) == 10.0**13


def test_it_can_be_stopped() -> None:
    told = found(stop_at=5)
    assert isinstance(told[-1], Finished)
    assert told[-1].stopped
    assert sum(isinstance(event, RateTried) for event in told) == 5


def test_rates_that_make_no_range_are_refused() -> None:
    (failed,) = found(least=1.0, most=0.1)
    assert isinstance(failed, Failed)
    assert "begin above 0, end higher" in failed.reason
