"""Events on their way out: a thread writes them, so that a busy reader never stalls training."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from queue import SimpleQueue
from typing import Protocol

from app.training.frames import encode
from app.training.messages import Event, Lasting, Nodes, Queue, Ready, Welcome

_PLACE = "path", "thumbnail", "image", "change"  # in what is seen
_STANDING = Ready, Queue, Nodes  # in force until the next of its kind; told to every reader


class Out(Protocol):
    """An unbuffered stream of bytes."""

    def write(self, data: memoryview, /) -> int | None: ...


class Kept(Protocol):
    """Where a run's history is written, before anybody is told of it."""

    @property
    def folder(self) -> str: ...

    @property
    def size(self) -> int:
        """Bytes of all events."""

    def note(self, event: Lasting) -> None: ...


class Outbox:
    """Events go out in order and none is dropped, but of what is seen only the newest.

    Without a reader nothing waits. `reader` counts those there were.
    """

    def __init__(
        self, out: Out | None = None, moved: Callable[[str], None] = lambda folder: None
    ) -> None:
        """`moved` is told the folder that events are kept in from now on, or nothing."""
        self._out = out
        self._moved = moved
        self._lock = threading.RLock()  # the diary may have something to tell as it notes
        self._wake: SimpleQueue[None] = SimpleQueue()  # wakes in half of a Condition's time
        self._frames: deque[bytes] = deque()
        self._newest: dict[Hashable, bytes] = {}
        self._standing: dict[type[Event], bytes] = {}
        self._diary: Kept | None = None
        self.reader = 0

    def keep(self, kept: Kept | None) -> None:
        """Have what a run's history is made of written there, too."""
        with self._lock:
            self._diary = kept
        self._moved(kept.folder if kept is not None else "")

    def send(self, event: Event, payload: bytes = b"") -> None:
        with self._lock:  # who begins to read meanwhile finds it in the log, or is told it
            if self._diary is not None and isinstance(event, Lasting):
                self._diary.note(event)
            frame = encode(event, payload)
            if isinstance(event, _STANDING):
                self._standing[type(event)] = frame
            if self._out is not None:
                self._frames.append(frame)
                self._wake.put(None)

    def offer(self, seen: Sequence[tuple[Event, bytes]]) -> None:
        """Replaces what still waits and is of the same kind, node and image."""
        if self._out is None:
            return
        frames = {_place(event): encode(event, payload) for event, payload in seen}
        with self._lock:
            self._newest.update(frames)
            self._wake.put(None)

    def forget(self) -> None:
        """What was seen of a run and waits still is of no use to another."""
        with self._lock:
            self._newest.clear()

    def attach(self, out: Out) -> None:
        """Somebody begins to read: what holds now is told first."""
        with self._lock:
            kept = self._diary
            welcome = Welcome(kept.folder, kept.size) if kept is not None else Welcome("")
            self._frames = deque([encode(welcome), *self._standing.values()])
            self._newest.clear()
            self._out = out
            self.reader += 1
            self._wake.put(None)

    def detach(self) -> None:
        """Nobody reads any more."""
        with self._lock:
            self._out = None
            self._frames.clear()
            self._newest.clear()

    def run(self) -> None:
        """Writes for ever."""
        while True:
            self._wake.get()
            while (found := self._next()) is not None:
                self._write(*found)

    def _write(self, out: Out, frame: bytes) -> None:
        data = memoryview(frame)
        try:
            while data:  # an unbuffered write may take a part only
                data = data[out.write(data) or 0 :]
        except (OSError, ValueError):  # the reader has gone, or was hung up on
            with self._lock:
                if out is self._out:
                    self.detach()

    def _next(self) -> tuple[Out, bytes] | None:
        """What is to be written next, if there is anything, and whereto."""
        with self._lock:
            if self._out is None or not (self._frames or self._newest):
                return None
            if self._frames:
                return self._out, self._frames.popleft()
            return self._out, self._newest.pop(next(iter(self._newest)))


def _place(event: Event) -> Hashable:
    return type(event), *(getattr(event, name, None) for name in _PLACE)
