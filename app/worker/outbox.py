"""Events on their way out: a thread writes them, so that a busy reader never stalls training."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from typing import BinaryIO

from app.training.frames import encode
from app.training.messages import Event, Lasting

_PLACE = "path", "thumbnail", "image", "change"  # in what is seen


class Outbox:
    """Events go out in order and none is dropped, but of what is seen only the newest."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._changed = threading.Condition()
        self._frames: deque[bytes] = deque()
        self._newest: dict[Hashable, bytes] = {}
        self.keep: Callable[[Lasting], None] | None = None  # takes what a run's history is made of

    def send(self, event: Event, payload: bytes = b"") -> None:
        if self.keep is not None and isinstance(event, Lasting):
            self.keep(event)
        frame = encode(event, payload)
        with self._changed:
            self._frames.append(frame)
            self._changed.notify()

    def offer(self, seen: Sequence[tuple[Event, bytes]]) -> None:
        """Replaces what still waits and is of the same kind, node and image."""
        frames = {_place(event): encode(event, payload) for event, payload in seen}
        with self._changed:
            self._newest.update(frames)
            self._changed.notify()

    def forget(self) -> None:
        """What was seen of a run and waits still is of no use to another."""
        with self._changed:
            self._newest.clear()

    def run(self) -> None:
        """Writes for ever; ends when the reader has gone."""
        while True:
            data = memoryview(self._next())
            try:
                while data:  # an unbuffered write may take a part only
                    data = data[self._out.write(data) :]
            except BrokenPipeError:
                return

    def _next(self) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._frames or self._newest)
            if self._frames:
                return self._frames.popleft()
            return self._newest.pop(next(iter(self._newest)))


def _place(event: Event) -> Hashable:
    return type(event), *(getattr(event, name, None) for name in _PLACE)
