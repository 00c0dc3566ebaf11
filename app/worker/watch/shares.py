"""What the parts of a step take of its time."""

from __future__ import annotations

from app.training.messages import Shares
from app.worker.outbox import Outbox
from app.worker.parts import Marks

EVERY = 1.0  # seconds


class Parts:
    """Adds up the marks of steps, and tells their shares now and then."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._sum = Marks()
        self._watching = 0.0
        self._told = 0.0
        self.latest: Shares | None = None

    def add(self, marks: Marks, watching: float) -> None:
        """A step's, with what all watching took after it."""
        total = self._sum
        total.data += marks.data
        total.forward += marks.forward
        total.backward += marks.backward
        total.optimizer += marks.optimizer
        self._watching += watching

    def tell(self, step: int, now: float) -> None:
        """The shares since they were told last, where that is long enough ago."""
        if now - self._told < EVERY:
            return
        self._told, marks, watching = now, self._sum, self._watching
        self._sum, self._watching = Marks(), 0.0
        seconds = marks.data, marks.forward, marks.backward, marks.optimizer, watching
        if not (whole := sum(seconds)):
            return
        self.latest = Shares(step, *(part / whole for part in seconds))
        self._outbox.offer([(self.latest, b"")])
