"""Runs in processes that torch's launcher has started: they obey, and none outlives its run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from msgspec.structs import replace

from app.runs.folder import EVENTS
from app.runs.log import events
from app.training.frames import EventReader
from app.training.messages import (
    Advance,
    Change,
    Changed,
    Epoch,
    Event,
    Failed,
    FindRate,
    Finished,
    Lasting,
    Maps,
    Pause,
    Paused,
    Ready,
    Resume,
    Resumed,
    Started,
    Steps,
    Stop,
    Watch,
    Welcome,
)
from app.training.session import Session
from app.worker.commands import Commands
from app.worker.outbox import Outbox
from app.worker.ranks.launching import train_together
from tests.app.training.networks import tiny
from tests.app.worker.conftest import Worker
from tests.app.worker.ending import dead, until
from tests.app.worker.killing import new

ENDLESS = 100_000


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Session() as session:
        worker = Worker(session)
        worker.until(Ready)
        yield worker


def ranks(worker: Worker) -> dict[str, psutil.Process]:
    """The processes of the run, by their ranks."""
    found = psutil.Process(worker.session.process_id).children(recursive=True)
    return {process.environ()["RANK"]: process for process in found}


def all_end(worker: Worker) -> None:
    """No process is left, as soon as they had the time to go."""
    found = psutil.Process(worker.session.process_id).children(recursive=True)
    until(lambda: all(dead(process.pid) for process in found), "there are processes still")


def test_a_run_in_two_processes_obeys_as_any_other(worker: Worker) -> None:
    worker.send(tiny(processes=2, epochs=ENDLESS, batch_size=64))
    worker.send(Pause())  # before the first step: in a validation nothing can be changed
    (started,) = (e for e, _ in worker.until(Started) if isinstance(e, Started))
    assert (started.train_samples, started.steps_per_epoch) == (1438, 23)
    assert started.device == "2 × cpu"
    worker.until(Paused)
    worker.send(Change({"learning_rate": 0.001}))
    worker.until(Changed)
    worker.send(Watch(("conv",), "relu"))
    worker.until(Maps)
    worker.send(Advance(2))
    told = [event for event, _ in worker.until(Paused)]
    assert sum(len(event.losses) for event in told if isinstance(event, Steps)) == 2
    worker.send(Advance(epoch=True))
    assert any(isinstance(event, Epoch) for event, _ in worker.until(Paused))
    worker.send(Resume())
    worker.until(Resumed)
    worker.until(Steps)
    worker.send(Pause())
    worker.until(Paused)
    worker.send(Stop())
    finished = worker.until(Finished)[-1][0]
    assert isinstance(finished, Finished)
    assert finished.stopped
    worker.send(Watch(("conv",), "conv"))  # the first process has the network still
    worker.until(Maps)


def test_a_process_that_dies_ends_the_run_and_nothing_else(worker: Worker) -> None:
    worker.send(tiny(processes=2, epochs=ENDLESS, batch_size=64))
    worker.until(Steps)
    processes = ranks(worker)
    assert len(processes) == 2, "those of the run before have ended"
    processes["1"].kill()
    failed = worker.until(Failed)[-1][0]
    assert isinstance(failed, Failed)
    assert failed.reason.startswith("Process 2 of 2 was killed (SIGKILL)")
    all_end(worker)
    assert isinstance(worker.run(tiny(epochs=1))[-1][0], Finished)


def test_an_error_in_all_processes_is_told_once(worker: Worker) -> None:
    start = tiny(processes=2)
    broken = start.source.replace(
        "    x = self", '    assert not self.training, "not today"\n        x = self'
    )
    told = worker.run(replace(start, source=broken))
    (failed,) = (event for event, _ in told if isinstance(event, Failed))
    assert failed.reason.endswith("AssertionError: not today.")
    assert failed.lines
    all_end(worker)


@pytest.mark.parametrize(
    ("recipe", "reason"),
    [
        ({"device": "cuda"}, "torch finds only cpu here"),
        ({"device": "cpu", "sync_norms": True}, "on cuda alone"),
        ({"device": "cpu", "batch_size": 3}, "Set the batch size to 4 or more"),
    ],
)
def test_what_cannot_be_had_is_told_before_any_is_started(
    worker: Worker, recipe: dict[str, Any], reason: str
) -> None:
    failed = worker.run(tiny(processes=2, **recipe))[-1][0]
    assert isinstance(failed, Failed)
    assert reason in failed.reason
    assert failed.fault == "data"


class Reader:
    """Takes what is told, until the run is over."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.over = threading.Event()
        self._frames = EventReader()

    def write(self, data: memoryview) -> int:
        for event, _ in self._frames.read(bytes(data)):
            self.events.append(event)
            if isinstance(event, Finished):
                self.over.set()
        return len(data)


class Joined(Outbox):
    """Somebody begins to read when some steps have been told."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._joins = reader
        self._left = 3

    def send(self, event: Event, payload: bytes = b"") -> None:
        super().send(event, payload)
        self._left -= isinstance(event, Steps)
        if self._left == 0 and not self.reader:
            self.attach(self._joins)


def test_who_comes_in_the_middle_misses_nothing_and_is_told_nothing_twice(tmp_path: Path) -> None:
    recipe: dict[str, Any] = {"epochs": 3, "batch_size": 64, "checkpoint_minutes": 1e-9}
    run = new(tmp_path, tiny(processes=2, **recipe))
    commands, reader = Commands(), Reader()
    outbox = Joined(reader)
    commands.take(run.start())
    job = commands.wait_for_job()
    assert job is not None
    train_together(job, commands, outbox)
    threading.Thread(target=outbox.run, daemon=True).start()
    assert reader.over.wait(60)
    welcome, *told = reader.events
    assert isinstance(welcome, Welcome)
    assert welcome.folder == str(run.path)
    before = [*events(run.path / EVENTS, size=welcome.events)]
    after = [event for event in told if isinstance(event, Lasting)]
    assert [*before, *after] == [*events(run.path / EVENTS)]
    assert before
    assert after
    commands.take(FindRate(tiny()))  # another job: the processes are let go
    assert commands.wait_for_job() is not None


def test_no_process_outlives_its_parent(fresh_worker: Worker) -> None:
    fresh_worker.send(tiny(processes=2, epochs=ENDLESS, batch_size=64))
    fresh_worker.until(Steps)
    processes = [process.pid for process in ranks(fresh_worker).values()]
    fresh_worker.session.kill()
    assert len(processes) == 2
    until(lambda: all(map(dead, processes)), "there are processes still")
