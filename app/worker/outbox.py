"""Events on their way out: a thread writes them, so that a busy reader never stalls training."""

from __future__ import annotations

import threading
from collections import deque
from typing import BinaryIO

from app.training.frames import encode
from app.training.messages import Event, Maps


class Outbox:
    """Events go out in order and none is dropped, but of the maps of a node only the newest."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._changed = threading.Condition()
        self._frames: deque[bytes] = deque()
        self._maps: dict[tuple[str, bool], bytes] = {}

    def send(self, event: Event, payload: bytes = b"") -> None:
        frame = encode(event, payload)
        with self._changed:
            self._frames.append(frame)
            self._changed.notify()

    def offer(self, maps: list[tuple[Maps, bytes]]) -> None:
        """Replaces those maps of the same nodes that still wait."""
        frames = {(each.path, each.thumbnail): encode(each, payload) for each, payload in maps}
        with self._changed:
            self._maps.update(frames)
            self._changed.notify()

    def forget_maps(self) -> None:
        with self._changed:
            self._maps.clear()

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
            self._changed.wait_for(lambda: self._frames or self._maps)
            if self._frames:
                return self._frames.popleft()
            return self._maps.pop(next(iter(self._maps)))
