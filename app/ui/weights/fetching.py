"""One download at a time, beside the window's thread."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from app.download import Download, DownloadError

WAIT = 5  # seconds for the thread to end when the window closes


class Fetching(QObject):
    """Of a download that was ended nothing is told any more."""

    told = Signal(object, object)  # bytes that are here, and in all (0: not known)
    done = Signal(object)  # Path
    failed = Signal(str)
    _reported = Signal(object, object, object)  # Download …
    _ended = Signal(object, object, str)  # Download, Path or None, why not

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._download: Download | None = None
        self._thread: Thread | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._report, queued)
        self._ended.connect(self._end, queued)

    @property
    def busy(self) -> bool:
        return self._download is not None

    def start(self, download: Download) -> None:
        self.close()  # two at once would write to the same file
        self._download = download
        self._thread = Thread(target=self._run, args=(download,), name="download", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        download, self._download = self._download, None
        if download is not None:
            download.cancel()

    def close(self) -> None:
        """Ends it and waits for the thread, which would tell nobody any more."""
        self.cancel()
        if self._thread is not None:
            self._thread.join(WAIT)

    def _run(self, download: Download) -> None:
        """In the thread."""
        try:
            path = download.fetch(lambda done, total: self._reported.emit(download, done, total))
        except DownloadError as error:
            self._ended.emit(download, None, str(error))
        else:
            self._ended.emit(download, path, "")

    def _report(self, download: Download, done: int, total: int) -> None:
        if download is self._download:
            self.told.emit(done, total)

    def _end(self, download: Download, path: object, why: str) -> None:
        if download is not self._download:
            return
        self._download = None
        if path is None:
            self.failed.emit(why)
        else:
            self.done.emit(path)
