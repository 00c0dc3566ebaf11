"""The queue of a worker: runs that wait for the one before, each reserved on the disk."""

from __future__ import annotations

from pathlib import Path

from app.recovery.lock import Lock
from app.runs.folder import RunFolder
from app.training.messages import Start


class Line:
    """Starts with folders of their own, which no other worker takes as long as they wait here."""

    def __init__(self) -> None:
        self._starts: dict[str, Start] = {}  # by folder
        self._locks: dict[str, Lock] = {}

    def __bool__(self) -> bool:
        return bool(self._starts)

    @property
    def folders(self) -> tuple[str, ...]:
        return tuple(self._starts)

    def add(self, start: Start) -> None:
        """To the end; one that waits already keeps its place, as does one of another worker."""
        folder = start.folder
        if folder in self._starts:
            return
        if folder:
            try:
                held = RunFolder(Path(folder)).reserve()
            except OSError:  # read-only, so that there is none who could take it
                pass
            else:
                if held is None:
                    return
                self._locks[folder] = held
        self._starts[folder] = start

    def remove(self, folder: str) -> None:
        """No more than nothing where it does not wait."""
        self._starts.pop(folder, None)
        if (held := self._locks.pop(folder, None)) is not None:
            held.release()

    def hasten(self, folder: str) -> None:
        """To the front."""
        if folder in self._starts:
            self._starts = {folder: self._starts.pop(folder), **self._starts}

    def next(self) -> tuple[Start, Lock | None]:
        """The first, which waits no more; its lock is to be released once it has that of a run."""
        folder = next(iter(self._starts))
        return self._starts.pop(folder), self._locks.pop(folder, None)
