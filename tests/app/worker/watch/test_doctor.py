"""What a run tells reaches the rules, and what comes of it is told."""

from __future__ import annotations

import math

from app.training.messages import Alert, Steps
from app.worker.watch.doctor import Doctor
from tests.app.worker.watch.test_instruments import Bench

CHANCE = math.log(2)  # the loss of guessing between two classes


def alerts(bench: Bench) -> list[str]:
    return [event.rule for event, _ in bench.outbox.told if isinstance(event, Alert)]


def hear(bench: Bench, steps: range) -> None:
    doctor = bench.one("Doctor")
    assert isinstance(doctor, Doctor)
    for first in steps:
        doctor.heard(Steps(first, (CHANCE + first % 2 / 1000,), 1, 0.1, 9.0, 0.0, 0.0))


def test_nothing_is_called_flat_while_the_rate_rises() -> None:
    """The length of the run is the number of its steps, where that is given."""
    bench = Bench(steps=4000, warmup=0.25)
    hear(bench, range(1000))
    assert alerts(bench) == []
    hear(bench, range(1000, 1600))
    assert alerts(bench) == ["flat"]
