"""A run in this process that is asked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from app.training.messages import About, Answer, Ask, Command, Event, Start, Unanswered
from app.worker.commands import Commands
from app.worker.feeding.start import open_feed
from app.worker.keeper import keeper_of
from app.worker.loop import Run
from app.worker.outbox import Outbox
from app.worker.parts import Feed
from app.worker.starting import prepare
from tests.app.training.networks import tiny

Reply = tuple[Answer | Unanswered, bytes]
_NUMBERS = count(1)


class Told(Outbox):
    """Keeps all that is told, and lets a test react to it before training goes on."""

    def __init__(self, commands: Commands, react: Callable[[Event], Command | None]) -> None:
        super().__init__(io.BytesIO())
        self.all: list[tuple[Event, bytes]] = []
        self._commands = commands
        self._react = react

    def send(self, event: Event, payload: bytes = b"") -> None:
        super().send(event, payload)
        self.all.append((event, payload))
        if (command := self._react(event)) is not None:
            self._commands.take(command)

    def of(self, kind: type[Event]) -> list[Any]:
        return [event for event, _ in self.all if isinstance(event, kind)]

    @property
    def replies(self) -> Iterator[Reply]:
        for event, payload in self.all:
            if isinstance(event, Answer | Unanswered):
                yield event, payload


class Trained:
    """A run that has ended."""

    def __init__(
        self, start: Start, react: Callable[[Event], Command | None] = lambda event: None
    ) -> None:
        torch.set_num_threads(1)
        self.start = start
        self.commands = Commands()
        self.told = Told(self.commands, react)
        self.commands.take(start)
        job = self.commands.wait_for_job()
        assert job is not None
        keeper = keeper_of(start, self.told)
        self.run: Run = prepare(job, self.commands, self.told, keeper)
        self.finished = self.run.train()
        keeper.close()

    @property
    def feed(self) -> Feed:
        """Another one of the same data."""
        return opened(self.start)

    @property
    def network(self) -> torch.nn.Module:
        return self.run.trained.network

    def ask(self, about: About) -> Reply:
        number = next(_NUMBERS)
        self.commands.take(Ask(number, about))
        self.run.clerk.answer(lambda: True)
        reply = [*self.told.replies][-1]
        assert reply[0].number == number
        return reply

    def answer(self, about: About) -> tuple[Answer, bytes]:
        reply, payload = self.ask(about)
        assert isinstance(reply, Answer), reply
        return reply, payload

    def refusal(self, about: About) -> str:
        reply, payload = self.ask(about)
        assert isinstance(reply, Unanswered)
        assert payload == b""
        return reply.reason


def digits(**recipe: Any) -> Start:
    """On few digits: 359 are learned from, 1,438 validated."""
    return tiny(**{"epochs": 2, "batch_size": 64, "validation_share": 0.8, **recipe})


def opened(start: Start) -> Feed:
    return open_feed(start, torch.device("cpu"), lambda: None)


def pictures(answer: Answer, payload: bytes) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The images of an answer, and its overlays."""
    pixels = np.frombuffer(payload, np.uint8)
    shape = answer.channels, answer.height, answer.width
    size = int(np.prod(shape))
    number = len(pixels) // (size + answer.height * answer.width) if answer.overlaid else None
    end = number * size if number is not None else len(pixels)
    overlays = pixels[end:].reshape(-1, answer.height, answer.width)
    return pixels[:end].reshape(-1, *shape), overlays
