"""A file with weights is read by a worker, beside the window's thread."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from app.weights.adopting import Reader
from app.weights.attached import bring
from app.weights.tensors import WeightsError
from nodes.network.document import Weights

WAIT = 5  # seconds for the thread to end when the window closes


class Reading(QObject):
    """One file at a time: what is started ends what is still going on, of which nothing is told."""

    told = Signal(str, float)  # what is being done, and how much of it is
    done = Signal(object, object)  # Weights as they were asked for, and as they are at hand
    failed = Signal(object, str)  # Weights, and why they cannot be had
    _reported = Signal(object, str, float)  # Reader …
    _ended = Signal(object, object, object)  # Reader, Weights, Weights or a text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader: Reader | None = None
        self._threads: list[Thread] = []
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._report, queued)
        self._ended.connect(self._end, queued)

    @property
    def busy(self) -> bool:
        return self._reader is not None

    def start(self, weights: Weights, spared: str = "") -> None:
        """`spared` is the hash of a file whose tensors stay at hand."""
        self.cancel()
        reader = self._reader = Reader(spared)
        thread = Thread(target=self._run, args=(reader, weights), name="weights", daemon=True)
        self._threads = [t for t in self._threads if t.is_alive()] + [thread]
        thread.start()

    def cancel(self) -> None:
        """Ends the worker; its thread follows by itself."""
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.cancel()

    def close(self) -> None:
        """Ends the worker and waits for the thread, which would tell nobody any more."""
        self.cancel()
        for thread in self._threads:
            thread.join(WAIT)

    def _run(self, reader: Reader, weights: Weights) -> None:
        """In the thread."""
        try:
            found: object = bring(
                weights, reader, lambda doing, share: self._reported.emit(reader, doing, share)
            )
        except WeightsError as error:
            found = str(error)
        self._ended.emit(reader, weights, found)

    def _report(self, reader: Reader, doing: str, share: float) -> None:
        if reader is self._reader:
            self.told.emit(doing, share)

    def _end(self, reader: Reader, asked: Weights, found: object) -> None:
        if reader is not self._reader:
            return
        self._reader = None
        if isinstance(found, Weights):
            self.done.emit(asked, found)
        else:
            self.failed.emit(asked, str(found))
