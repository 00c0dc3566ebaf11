"""The trainer over a real worker: signals arrive, deaths are survived, the end is quick."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.runs.record import Door
from app.training.frames import encode
from app.training.history import RunHistory, State
from app.training.messages import (
    PROTOCOL,
    DeviceUse,
    Event,
    Failed,
    Finished,
    Maps,
    Ready,
    Started,
    Steps,
    Watch,
    Welcome,
)
from app.ui.training import link as module
from app.ui.training.trainer import Trainer
from tests.app.training.networks import tiny
from tests.app.worker.ending import dead

ENDLESS = 100_000
SAYING = """
import json, os, socket, sys
with socket.create_server(("127.0.0.1", 0)) as door:
    told = dict(port=door.getsockname()[1], token="", process=os.getpid())
    open(sys.argv[2], "w").write(json.dumps(told))
    window, _ = door.accept()
    window.sendall({})
    window.recv(1 << 16)
"""
OTHER = repr(encode(Welcome("", protocol=PROTOCOL + 1)))
PATIENCE = 60_000  # milliseconds; importing torch on a busy machine takes a while


@pytest.fixture
def trainer(qtbot: QtBot) -> Iterator[Trainer]:
    trainer = Trainer()
    yield trainer
    trainer.shutdown()


def state(trainer: Trainer) -> State | None:
    return trainer.history.state if trainer.history is not None else None


def wait_for(qtbot: QtBot, trainer: Trainer, wanted: State) -> None:
    qtbot.waitUntil(lambda: state(trainer) is wanted, timeout=PATIENCE)


def heard(trainer: Trainer) -> list[Event]:
    events: list[Event] = []
    trainer.arrived.connect(lambda event, payload: events.append(event))
    return events


def test_run_pause_resume_stop_and_again(qtbot: QtBot, trainer: Trainer) -> None:
    assert (trainer.ready, trainer.process_id, trainer.history) == (False, 0, None)
    histories: list[RunHistory] = []
    trainer.history_changed.connect(histories.append)
    trainer.prepare()
    qtbot.waitUntil(lambda: trainer.ready, timeout=PATIENCE)
    process = trainer.process_id
    trainer.start(tiny(epochs=ENDLESS))
    wait_for(qtbot, trainer, State.TRAINING)
    trainer.pause()
    wait_for(qtbot, trainer, State.PAUSED)
    trainer.resume()
    wait_for(qtbot, trainer, State.TRAINING)
    trainer.stop()
    wait_for(qtbot, trainer, State.FINISHED)
    assert trainer.history is histories[-1]
    assert [each.state for each in histories[:2]] == [State.STARTING, State.TRAINING]
    trainer.start(tiny(epochs=1))
    wait_for(qtbot, trainer, State.FINISHED)
    assert trainer.history is not None
    assert len(trainer.history.epochs) == 1
    assert trainer.process_id == process


def test_a_killed_worker_leaves_the_curves_and_another_trains(
    qtbot: QtBot, trainer: Trainer
) -> None:
    events = heard(trainer)
    trainer.watch(Watch(("conv",)))
    trainer.start(tiny(epochs=ENDLESS))
    qtbot.waitUntil(lambda: any(isinstance(each, Steps) for each in events), timeout=PATIENCE)
    with qtbot.waitSignal(trainer.died, timeout=PATIENCE) as death:
        os.kill(trainer.process_id, signal.SIGKILL)
    assert "SIGKILL" in death.args[0]
    history = trainer.history
    assert history is not None
    assert history.state is State.FAILED
    assert history.failed is events[-1]
    assert len(history.losses) > 0
    assert (trainer.ready, trainer.process_id) == (False, 0)
    events.clear()
    trainer.start(tiny(epochs=1))
    wait_for(qtbot, trainer, State.FINISHED)
    assert any(isinstance(each, Maps) for each in events)  # the wish was told to the new worker


def test_a_new_start_hears_nothing_of_the_former_run(qtbot: QtBot, trainer: Trainer) -> None:
    trainer.watch(Watch(("conv",)))
    trainer.start(tiny(epochs=ENDLESS))
    wait_for(qtbot, trainer, State.TRAINING)
    events = heard(trainer)
    trainer.start(tiny(epochs=1))
    assert state(trainer) is State.STARTING
    wait_for(qtbot, trainer, State.FINISHED)
    assert isinstance(events[0], Started)
    (finished,) = [each for each in events if isinstance(each, Finished)]
    assert not finished.stopped


def test_what_was_seen_of_the_former_run_and_comes_late_is_not_told(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker sends it after all that lasts, when the next run may have been asked for."""
    monkeypatch.setattr(Trainer, "prepare", lambda self: None)
    trainer.start(tiny())
    events = heard(trainer)
    seen = DeviceUse(1, 1, 2, 1)
    trainer._take(seen, b"")
    assert events == []
    trainer._take(Started("cpu", ("a",), 1, 1, 1, 1, ""), b"")
    trainer._take(seen, b"")
    assert events[1:] == [seen]


def test_a_failed_run_is_no_death(qtbot: QtBot, trainer: Trainer) -> None:
    trainer.start(tiny("class Other:\n    pass\n"))
    with qtbot.assertNotEmitted(trainer.died):
        wait_for(qtbot, trainer, State.FAILED)
    assert trainer.ready


def test_shutdown_ends_the_worker_in_mid_training(qtbot: QtBot, trainer: Trainer) -> None:
    trainer.start(tiny(epochs=ENDLESS))
    wait_for(qtbot, trainer, State.TRAINING)
    process = trainer.process_id
    with qtbot.assertNotEmitted(trainer.died):
        trainer.shutdown()
    assert trainer.process_id == 0
    assert dead(process)


def test_one_that_lets_nobody_in_is_given_up(
    qtbot: QtBot, trainer: Trainer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        door = Door(silent.getsockname()[1], "token", os.getpid())
        with qtbot.waitSignal(trainer.died, timeout=PATIENCE) as death:
            trainer.attach(door, tmp_path / "log.txt")
    assert death.args == ["The training process does not answer."]
    assert trainer.process_id == 0


@pytest.mark.parametrize(
    ("worker", "words"),
    [
        ((sys.executable, "-c", "raise OSError('no torch here')"), "no torch here"),
        ((sys.executable, "-c", SAYING.format("b'this is no frame at all'")), "unreadable"),
        ((sys.executable, "-c", SAYING.format(OTHER)), "of another version of Skipwire"),
        (("/nowhere/python",), "cannot be started"),
    ],
    ids=["dies", "raves", "is newer", "is missing"],
)
def test_a_worker_that_never_gets_ready(
    qtbot: QtBot,
    trainer: Trainer,
    monkeypatch: pytest.MonkeyPatch,
    worker: tuple[str, ...],
    words: str,
) -> None:
    events = heard(trainer)
    with monkeypatch.context() as patch:
        patch.setattr(module, "WORKER", worker)
        with qtbot.waitSignal(trainer.died, timeout=PATIENCE) as death:
            trainer.start(tiny())
        assert words in death.args[0]
        assert isinstance(events[-1], Failed)
        assert state(trainer) is State.FAILED
    trainer.prepare()
    qtbot.waitUntil(lambda: trainer.ready, timeout=PATIENCE)
    assert isinstance(events[-1], Ready)
