"""Answers questions about a network, also between two steps of its training."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from app.data.source import DataError
from app.training.messages import Ask, Explain, Unanswered
from app.worker.commands import Commands
from app.worker.errors import one_line
from app.worker.outbox import Outbox
from app.worker.results.answers import Replying, reply
from app.worker.results.subject import RefusedError, Subject
from app.worker.results.validations import Validations

SHARE = 0.1  # of the time that training goes on; the first part of an answer is made at once


@dataclass(eq=False)
class _Asked:
    """A question, and how far its answer is."""

    ask: Ask
    making: Replying | None = None


class Clerk:
    """Of several answers each gets a part in turn, so that a long one holds up no short one."""

    def __init__(
        self, commands: Commands, outbox: Outbox, subject: Subject, validations: Validations
    ) -> None:
        self.validations = validations
        self._commands = commands
        self._outbox = outbox
        self._subject = subject
        self._asked: deque[_Asked] = deque()
        self._free = 0.0  # from when on training may be kept waiting again

    def glance(self) -> bool:
        """One part of an answer, if training can be kept waiting for it; whether it was."""
        self._fetch()
        if not self._asked or time.perf_counter() < self._free:
            return False
        begin = time.perf_counter()
        self._go_on()
        end = time.perf_counter()
        self._free = end + (end - begin) * (1 / SHARE - 1)
        return True

    def answer(self, wanted: Callable[[], bool]) -> None:
        """All that is asked, as long as nothing else is wanted."""
        self._fetch()
        while self._asked and wanted():
            self._go_on()
            self._fetch()

    def close(self, reason: str) -> None:
        """What was validated is told; nothing more is answered."""
        self.validations.tell()
        self._fetch()
        while self._asked:
            self._tell(self._asked.popleft(), reason)

    def _fetch(self) -> None:
        """Takes what is new; one more picture of a kind is wanted instead of the last one."""
        while (ask := self._commands.next_question()) is not None:
            if isinstance(ask.about, Explain):
                for old in [each for each in self._asked if _alike(each.ask, ask)]:
                    self._asked.remove(old)
                    self._tell(old, "Another picture was asked for.")
            self._asked.append(_Asked(ask))

    def _go_on(self) -> None:
        asked = self._asked.popleft()
        try:
            if asked.making is None:
                asked.making = reply(asked.ask, self._subject, lambda: self.validations.latest)
            next(asked.making)
        except StopIteration as done:
            self._outbox.send(*done.value)
        except (RefusedError, DataError) as error:
            self._tell(asked, str(error))
        except Exception as error:  # the network's own code may raise anything
            self._tell(asked, f"An error came up while the network was asked: {one_line(error)}")
        else:
            self._asked.append(asked)

    def _tell(self, asked: _Asked, reason: str) -> None:
        self._outbox.send(Unanswered(asked.ask.number, reason))


def _alike(old: Ask, new: Ask) -> bool:
    """Whether both ask for a picture of the same kind."""
    return (
        isinstance(old.about, Explain)
        and isinstance(new.about, Explain)
        and old.about.how == new.about.how
    )


def decline(commands: Commands, outbox: Outbox) -> None:
    """Nothing that is asked has an answer while there is no network."""
    while (ask := commands.next_question()) is not None:
        outbox.send(Unanswered(ask.number, "There is no network to ask. Train one first."))
