"""Asks a worker what custom layers do; one that hangs is killed, and the next gets another."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Timer
from types import TracebackType
from typing import Self

from app.analysis import Report, analyse
from app.training.messages import LAYER_SECONDS, LAYERS, Event, Examine, Examined, Ready
from app.training.session import Session, cause
from nodes.custom import KNOWN, Answer, Fault, Question
from nodes.network import Network
from nodes.spec import Facts, Kept, Tensor

GRACE = 5  # seconds after which a worker that cannot even stop itself is killed


class Examiner:
    """A worker for custom layers, started when it is first asked; each may take some `seconds`."""

    def __init__(self, seconds: float = LAYER_SECONDS) -> None:
        self._seconds = seconds
        self._session: Session | None = None
        self._events: Iterator[tuple[Event, bytes]] = iter(())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, question: Question) -> Answer:
        """Runs the layer, and waits for what it does or for why it does not."""
        session = self._started()
        session.send(Examine(question, self._seconds))
        last = Timer(self._seconds + GRACE, session.kill)
        last.start()
        try:
            found = self._next(Examined)
        finally:
            last.cancel()
        if not isinstance(found, Examined) or found.ends:
            self.close()
        if not isinstance(found, Examined):
            return Fault(f"the process that ran it {cause(session.exit_code or 0)}.")
        return _answer(found)

    def interrupt(self) -> None:
        """Ends an ask that another thread waits for, in a Fault."""
        if (session := self._session) is not None:
            session.kill()

    def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _started(self) -> Session:
        if self._session is None:
            self._session = Session(LAYERS)
            self._events = self._session.events()
            self._next(Ready)
        return self._session

    def _next(self, kind: type[Event]) -> Event | None:
        return next((event for event, _ in self._events if isinstance(event, kind)), None)


def examined(network: Network, examiner: Examiner) -> Report:
    """The report of a network once all its custom layers that are trusted have been run."""
    report = analyse(network)
    while KNOWN.open:
        for question in KNOWN.open:
            KNOWN.put(question, examiner.ask(question))
        report = analyse(network)
    return report


def _answer(found: Examined) -> Answer:
    if found.fault:
        return Fault(found.fault, found.line)
    return Facts(
        outputs=found.outputs,
        parameters=tuple(Tensor(*each) for each in found.parameters),
        buffers=tuple(Tensor(*each) for each in found.buffers),
        macs=found.macs,
        windows=None,  # what a cell sees is not told by shapes: it may be everything
        kept=Kept(found.kept_inputs, found.kept_outputs, found.kept_extra, found.kept_fixed),
        view=found.view,
    )
