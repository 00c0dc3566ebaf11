"""One warm worker for the tests of a module, and a run in this process for what must be exact."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence

import pytest
import torch

from app.training.messages import Command, Event, Failed, Finished, Maps, Ready, Start
from app.training.session import Session
from app.worker.commands import Commands
from app.worker.keeper import NoKeeper
from app.worker.outbox import Outbox
from app.worker.parts import Keeper
from app.worker.starting import prepare

Told = list[tuple[Event, bytes]]


class Worker:
    """A session that tells what one command after the other brings."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._events = session.events()

    def send(self, command: Command) -> None:
        self.session.send(command)

    def until(self, *kinds: type[Event]) -> Told:
        told: Told = []
        for event, payload in self._events:
            told.append((event, payload))
            if isinstance(event, kinds):
                return told
        raise AssertionError(f"The worker ended before any of {kinds}; it said {told}.")

    def run(self, start: Start) -> Told:
        self.send(start)
        return self.until(Finished, Failed)

    def with_maps(self, told: Told) -> Told:
        """What a run told, and maps, which may come before its end or after it."""
        seen = any(isinstance(event, Maps) for event, _ in told)
        return told if seen else told + self.until(Maps)

    def rest(self) -> Told:
        return list(self._events)


@pytest.fixture
def fresh_worker() -> Iterator[Worker]:
    with Session() as session:
        worker = Worker(session)
        worker.until(Ready)
        yield worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Session() as session:
        yield Worker(session)


class Recorder(Outbox):
    """Keeps every event, and lets a test react to it before training goes on."""

    def __init__(self, react: Callable[[Event], Command | None], commands: Commands) -> None:
        super().__init__(io.BytesIO())
        self.events: list[Event] = []
        self._react = react
        self._commands = commands

    def send(self, event: Event, payload: bytes = b"") -> None:
        super().send(event, payload)
        self.events.append(event)
        command = self._react(event)
        if command is not None:
            self._commands.take(command)

    def offer(self, seen: Sequence[tuple[Event, bytes]]) -> None:
        for event, payload in seen:
            self.send(event, payload)


def conduct(
    start: Start,
    react: Callable[[Event], Command | None],
    *before: Command,
    keeper: Keeper | None = None,
) -> list[Event]:
    """All events of a run in this process; `react` may answer any of them with a command."""
    torch.set_num_threads(1)
    commands = Commands()
    for command in (*before, start):
        commands.take(command)
    recorder = Recorder(react, commands)
    job = commands.wait_for_job()
    while job is None:
        job = commands.wait_for_job()
    finished = prepare(job, commands, recorder, keeper or NoKeeper()).train()
    return [*recorder.events, finished]
