"""The small parts: the outbox, the pace, the batches."""

from __future__ import annotations

import os
import threading
import time

import pytest

from app.training.frames import EventReader
from app.training.messages import Event, Maps, Paused, Ready, Resumed
from app.worker.feeding.base import used_samples
from app.worker.outbox import Outbox
from app.worker.pace import Pace


def maps(path: str, step: int, side: int) -> tuple[Maps, bytes]:
    return Maps(path, step, 1, side, side, 1, False, (0.0,), (1.0,)), bytes(side * side)


def test_a_busy_reader_gets_every_event_and_the_newest_maps() -> None:
    """Nobody reads for a thousand looks, which neither stall nor pile up."""
    source, sink = os.pipe()
    with os.fdopen(source, "rb", 0) as reader, os.fdopen(sink, "wb", 0) as out:
        outbox = Outbox(out)
        for step in range(1000):
            outbox.offer([maps("conv", step, 512), maps("fc", step, 4)])
        outbox.send(Ready("2", ("cpu",), (1 << 30,)))
        outbox.send(Paused())
        outbox.send(Resumed())
        threading.Thread(target=outbox.run, daemon=True).start()
        events = EventReader()
        seen: list[Event] = []
        while len(seen) < 5:
            for event, payload in events.read(reader.read(65536)):
                seen.append(event)
                if isinstance(event, Maps):
                    assert len(payload) == event.height**2
    assert [type(event) for event in seen] == [Ready, Paused, Resumed, Maps, Maps]
    newest = [event for event in seen if isinstance(event, Maps)]
    assert [(event.path, event.step) for event in newest] == [("conv", 999), ("fc", 999)]


@pytest.mark.parametrize(
    ("samples", "batch_size", "used"),
    [(33, 16, 32), (32, 16, 32), (34, 16, 34), (1, 16, 1), (5, 1, 5), (17, 32, 17)],
)
def test_a_last_batch_of_one_is_left_out(samples: int, batch_size: int, used: int) -> None:
    assert used_samples(samples, batch_size) == used


def test_the_pace_is_of_the_recent_past_and_without_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [50.0]
    monkeypatch.setattr(time, "perf_counter", lambda: clock[0])
    pace = Pace()
    assert (pace.images_per_second, pace.seconds_per_step) == (0.0, 0.0)
    for step in range(1, 11):  # slow at first
        clock[0] += 1.0
        pace.mark(step, 8 * step)
    assert pace.images_per_second == pytest.approx(8)
    clock[0] += 100.0
    pace.watch.skip(100.0)
    for step in range(11, 61):
        clock[0] += 0.1
        pace.mark(step, 8 * step)
    assert pace.images_per_second == pytest.approx(80)
    assert pace.seconds_per_step == pytest.approx(0.1)
