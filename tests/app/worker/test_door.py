"""A worker that its parent has left: it goes on, and a window finds it by its door."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from app.runs.folder import DOOR, LOG, RunFolder
from app.runs.record import Door
from app.training.frames import EventReader, encode
from app.training.messages import (
    BY_DOOR,
    PROTOCOL,
    Command,
    Enqueue,
    Event,
    Finished,
    Hello,
    Nodes,
    Outlive,
    Pause,
    Paused,
    ProbeImage,
    Queue,
    Ready,
    Resume,
    Resumed,
    Start,
    Started,
    Steps,
    Stop,
    Watch,
    Welcome,
)
from app.training.session import WORKER, worker_path
from tests.app.training.networks import tiny
from tests.app.worker.ending import PATIENCE, dead, until
from tests.app.worker.killing import new

ENDLESS = 100_000


def told(run: RunFolder) -> Door:
    """How to reach the worker that is at a run."""
    until(lambda: run.door() is not None, f"nobody is to be reached at {run.path}")
    door = run.door()
    assert door is not None
    return door


class Window:
    """What knocks at a door."""

    def __init__(self, door: Door, token: str = "", protocol: int = PROTOCOL) -> None:
        self._socket = socket.create_connection(("127.0.0.1", door.port), PATIENCE)
        self._reader = EventReader()
        self._waiting: list[Event] = []
        self.over = False
        self.send(Hello(token or door.token, protocol))

    def send(self, command: Command) -> None:
        self._socket.sendall(encode(command))

    def until(self, kind: type[Event]) -> list[Event]:
        """All events up to the first of a kind, or to the end."""
        found: list[Event] = []
        while not self.over:
            while self._waiting:
                found.append(self._waiting.pop(0))
                if isinstance(found[-1], kind):
                    return found
            try:
                data = self._socket.recv(1 << 16)
            except ConnectionResetError:
                data = b""
            self.over = not data
            self._waiting += [event for event, _ in self._reader.read(data)]
        return found

    def leave(self) -> None:
        self._socket.close()


def left(tmp_path: Path, *commands: Command, start: Start) -> tuple[RunFolder, int]:
    """A run that goes on although its parent has gone, and the process that is at it."""
    run = new(tmp_path, start)
    environment = {**os.environ, "PYTHONPATH": worker_path()}
    process = subprocess.Popen(
        WORKER, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    for command in (Outlive(True), run.start(), *commands):
        process.stdin.write(encode(command))
    process.stdin.close()
    process.returncode = 0  # nobody waits for it, as nobody would be there
    return run, process.pid


@contextmanager
def gone(process: int) -> Iterator[None]:
    """The process has ended when this has, whatever happened."""
    try:
        yield
        until(lambda: dead(process), "the worker is still there")
    finally:
        if not dead(process):
            os.kill(process, signal.SIGKILL)


def turned_away(door: Door) -> None:
    """Whoever has no token, is of another version, or is no window at all."""
    guessing = Window(door, token="guessed")
    assert guessing.until(Welcome) == []
    guessing.leave()
    other = Window(door, protocol=PROTOCOL + 1)
    assert other.until(Nodes) == [Welcome("")], "it tells its own, and hangs up"
    other.leave()
    with socket.create_connection(("127.0.0.1", door.port), PATIENCE) as stranger:
        stranger.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert stranger.recv(100) == b""


def test_a_run_outlives_its_parent_and_is_found_paused_and_stopped(tmp_path: Path) -> None:
    run, process = left(tmp_path, start=tiny(epochs=ENDLESS))
    with gone(process):
        door = told(run)
        assert run.state() == "running"
        assert door.process == process
        assert stat.S_IMODE((run.path / DOOR).stat().st_mode) == 0o600
        assert (run.path / LOG).exists()
        turned_away(door)
        assert run.door() == door, "it is still open for its own"
        window = Window(door)
        welcome, *standing = window.until(Nodes)
        assert isinstance(welcome, Welcome)
        assert (welcome.folder, welcome.protocol) == (str(run.path), PROTOCOL)
        assert {type(event) for event in standing} >= {Ready, Queue, Nodes}
        assert any(event.at == welcome.folder for event in standing if isinstance(event, Queue))
        assert run.door() is None, "one window at a time"
        with pytest.raises(ConnectionRefusedError):
            Window(door)
        window.send(Watch(("conv",)))
        window.until(ProbeImage)
        window.send(Pause())
        window.until(Paused)
        window.send(Stop())
        finished = window.until(Finished)[-1]
        assert isinstance(finished, Finished)
        assert finished.stopped
        window.leave()
    assert run.state() == "stopped"
    assert finished.steps == len(run.history().losses)


def test_what_is_told_follows_what_stands_in_the_log(tmp_path: Path) -> None:
    """No step is missing, none is told twice, wherever the window comes in."""
    run, process = left(tmp_path, start=tiny(epochs=ENDLESS))
    with gone(process):
        for _ in range(3):
            window = Window(told(run))
            welcome = window.until(Welcome)[-1]
            assert isinstance(welcome, Welcome)
            history = run.history(welcome.events)
            heard = window.until(Steps)
            window.send(Pause())
            for event in [*heard, *window.until(Paused)]:
                history = history.extend(event)
            assert history.losses.values.tolist() == run.history().losses.values.tolist()
            window.send(Resume())
            window.until(Resumed)
            window.leave()
        told(run)
        window = Window(told(run))
        window.send(Outlive(False))
        window.leave()


def test_the_queue_goes_on_without_anybody_and_the_worker_ends_with_it(tmp_path: Path) -> None:
    later = new(tmp_path, tiny(epochs=2))
    run, process = left(tmp_path, Enqueue(later.start()), start=tiny(epochs=2))
    with gone(process):
        pass
    assert (run.state(), later.state()) == ("finished", "finished")
    assert run.door() is None
    assert later.door() is None


def test_what_waits_is_reserved_and_runs_when_the_one_before_is_stopped(tmp_path: Path) -> None:
    later = new(tmp_path, tiny(epochs=ENDLESS))
    run, process = left(tmp_path, Enqueue(later.start()), start=tiny(epochs=ENDLESS))
    with gone(process):
        window = Window(told(run))
        until(later.waits)
        assert later.state() == "queued"
        assert later.reserve() is None, "no other worker may take it"
        window.send(Stop())
        window.until(Finished)
        begun = window.until(Started)
        assert Queue((), str(later.path)) in begun
        window.leave()
        welcome = (window := Window(told(later))).until(Welcome)[-1]
        assert isinstance(welcome, Welcome)
        assert welcome.folder == str(later.path)
        window.send(Outlive(False))
        window.leave()
    assert (run.state(), later.state()) == ("stopped", "interrupted")


def test_a_worker_that_nobody_comes_to_by_its_door_is_reached_by_the_file(tmp_path: Path) -> None:
    file = tmp_path / "here.json"
    with subprocess.Popen(
        (*WORKER, BY_DOOR, str(file)),
        env={**os.environ, "PYTHONPATH": worker_path()},
        stdout=sys.stderr,
    ) as worker:
        until(file.exists)
        window = Window(msgspec.json.decode(file.read_bytes(), type=Door))
        assert isinstance(window.until(Ready)[0], Welcome)
        assert not file.exists()
        window.leave()
        assert worker.wait(PATIENCE) == 0
