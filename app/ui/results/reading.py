"""Reads what a validation made of the images: where these are many, beside the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from app.runs.results import Results

AT_ONCE = 4 * 2**20  # bytes, which take no longer than a frame
WAIT = 5  # seconds for the thread to end when the window closes
Source = Callable[[], Results | None]
Take = Callable[[Results | None], None]


class Reading(QObject):
    """One at a time: what is started ends what is still going on, of which nothing is told."""

    _read = Signal(object, object)  # the thread's Take, Results | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take: Take | None = None
        self._thread: Thread | None = None
        self._read.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return self._take is not None

    def start(self, source: Source, size: int, take: Take) -> None:
        """`take` gets what `source` gives, of about so many bytes; all that takes long is done."""
        self._take = None
        if size <= AT_ONCE:
            take(source())
            return
        self._take = take
        self._thread = Thread(target=self._run, args=(source, take), name="results", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        self._take = None

    def close(self) -> None:
        """Waits for the thread, which would tell nobody any more."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(WAIT)

    def _run(self, source: Source, take: Take) -> None:
        """In the thread."""
        found = source()
        if found is not None:
            found.prepare()
        self._read.emit(take, found)

    def _end(self, take: Take, found: Results | None) -> None:
        if take is self._take:
            self._take = None
            take(found)
