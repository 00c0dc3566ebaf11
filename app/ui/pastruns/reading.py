"""All runs of a folder, read a little at a time, so that the window never waits for them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.runs.overview import Overview, Overviews

_SLICE = 0.008  # seconds in one turn of the event loop
_SETTLING = 300  # ms, in which a run that begins or ends writes its files


class Reading(QObject):
    """`read` carries all runs, the newest first, whenever they were looked through."""

    read = Signal(object)  # Sequence[Overview]

    def __init__(self, overviews: Overviews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._overviews = overviews
        self._found: list[Overview] = []
        self._left: Iterator[Overview] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._later = QTimer(self, singleShot=True, interval=_SETTLING)
        self._later.timeout.connect(self.begin)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._later.start)

    def begin(self) -> None:
        """Look through all runs, from the newest on."""
        root = str(self._overviews.root)
        if root not in self._watcher.directories() and self._overviews.root.is_dir():
            self._watcher.addPath(root)
        self._found = []
        self._left = map(self._overviews.of, self._overviews.folders())
        self._turn.start()

    def soon(self) -> None:
        """The same once what happens now is written."""
        self._later.start()

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        for run in self._left:
            self._found.append(run)
            if time.perf_counter() > until:
                return
        self._turn.stop()
        found: Sequence[Overview] = tuple(self._found)
        self.read.emit(found)
