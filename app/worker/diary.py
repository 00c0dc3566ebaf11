"""What happened in a run and was changed in it, written into its folder as it comes.

A disk that is full or read-only ends no run: what could not be written waits, is tried again with
the next checkpoint, and the person is told once for each cause.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from app.recovery.lock import Lock
from app.runs.folder import EVENTS, JOURNAL, RunFolder
from app.runs.log import Journal, RunLog, ahead_of
from app.runs.tensorboard import LiveEvents
from app.training.messages import Adapt, Change, Event, Lasting, NotKept
from app.worker.errors import RunError
from nodes.files import FileError, reason


class Diary:
    """The files that only grow, and the lock on the run."""

    def __init__(
        self, folder: RunFolder, tell: Callable[[Event], None], *, tensorboard: bool = False
    ) -> None:
        """Raises RunError: another worker is at this run."""
        self._folder = folder
        self._wants_board = tensorboard
        self._tell = tell
        self._lock: Lock | None = None
        self._log: RunLog | None = None
        self._journal: Journal | None = None
        self._board: LiveEvents | None = None
        self._events: deque[Lasting] = deque()  # not yet written, as are:
        self._changes: deque[tuple[int, Change | Adapt]] = deque()
        self._begin: int | None = None
        self._fails = False
        self._told: set[str] = set()
        self._try(self._open)

    @property
    def folder(self) -> str:
        return str(self._folder.path)

    @property
    def size(self) -> int:
        """Bytes of all events."""
        return self._log.size if self._log is not None else 0

    def cut(self, size: int) -> None:
        """Forget the events behind so many bytes: what follows comes another time."""
        self._begin = size
        self._close_board()
        if self._log is not None:
            log, self._log = self._log, None
            log.close()
        self._try(self._open)

    def note(self, event: Lasting) -> None:
        self._events.append(event)
        if not self._fails:
            self._try(self._write)

    def change(self, step: int, change: Change | Adapt) -> None:
        """On the disk when this returns, where it has room."""
        self._changes.append((step, change))
        self._try(self._write)

    def changes(self) -> tuple[tuple[int, Change | Adapt], ...]:
        """All so far, in the order in which they act."""
        found = self._journal.entries() if self._journal is not None else ()
        return tuple(sorted(found, key=lambda entry: entry[0]))

    def forget_adapts(self, first: int) -> None:
        """Forget the Adapt of this number, from 1, and all changes since."""
        journal, size = self._journal, ahead_of(self._folder.path / JOURNAL, first)
        if journal is not None and size is not None:
            self._try(lambda: journal.cut(size))

    def sync(self) -> None:
        """Have everything on the disk; raises FileError."""
        self._write()
        if self._log is not None:
            self._log.sync()

    def well(self) -> None:
        """Something could be written: what fails from now on is told again."""
        self._fails = False
        self._told.clear()

    def complain(self, error: FileError) -> None:
        self._fails = True
        cause = str(error).rpartition(": ")[2]  # what comes before it names a file
        if cause not in self._told:
            self._told.add(cause)
            self._tell(NotKept(f"The run is not kept, and goes on. {error}"))

    def close(self) -> None:
        """Writes what waits; the run is free for another worker."""
        self._try(self._write)
        self._close_board()
        if self._log is not None:
            self._log.close()
        if self._journal is not None:
            self._journal.close()
        if self._lock is not None:
            self._lock.release()

    def _open(self) -> None:
        if self._lock is None:
            self._lock = self._hold()
        if self._log is None:
            log = RunLog(self._folder.path / EVENTS)
            if self._begin is not None:
                log.cut(self._begin)
            self._log = log
        if self._journal is None:
            self._journal = Journal(self._folder.path / JOURNAL)
        if self._wants_board and self._board is None:
            self._board = LiveEvents(self._folder)  # from the log, which has all so far

    def _hold(self) -> Lock:
        path = self._folder.path
        try:
            held = self._folder.hold()
        except OSError as error:
            raise FileError(f"“{path}” cannot be written: {reason(error)}.") from None
        if held is None:
            raise RunError(f"The run in “{path}” is being trained already.")
        return held

    def _write(self) -> None:
        self._open()
        assert self._log is not None
        assert self._journal is not None
        while self._changes:
            self._journal.append(*self._changes[0])
            self._changes.popleft()
        while self._events:
            self._log.append(self._events[0])
            self._tell_board(self._events.popleft())

    def _tell_board(self, event: Lasting) -> None:
        if self._board is None:
            return
        try:
            self._board.append(event)
        except FileError:
            self._close_board()  # it is made anew, as it lacks an event now
            raise

    def _close_board(self) -> None:
        if self._board is not None:
            self._board.close()
            self._board = None

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except FileError as error:
            self.complain(error)
