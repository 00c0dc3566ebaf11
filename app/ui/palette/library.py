"""What lies in the person's library, kept up to date while files come and go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.library import Kept, LibraryError, listed
from app.ui import settings
from app.ui.problems.work import Work


class LibraryFolder(QObject):
    """Looks through the folder whenever it changes, and when the person comes back to the window.

    One file at a time, so that the window answers meanwhile; `changed` carries what is there as a
    list of Kept, the first time too.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: list[Kept] | None = None
        self._work = Work(self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._came_back)

    @property
    def path(self) -> Path:
        return settings.library()

    def move(self, folder: Path) -> None:
        """Look in another folder from now on; the files stay where they are."""
        settings.set_library(folder)
        self.look()

    def look(self) -> None:
        watched, wanted = self._watcher.directories(), str(self.path)
        if watched and watched != [wanted]:
            self._watcher.removePaths(watched)
        if self.path.is_dir() and wanted not in watched:
            self._watcher.addPath(wanted)
        self._work.start(self._looked())

    def _looked(self) -> Iterator[object]:
        found: list[Kept] = []
        try:
            for file in listed(self.path):
                found.append(file)
                yield file
        except LibraryError as error:
            found.append(Kept(self.path, None, str(error)))
        if found != self._files:
            self._files = found
            self.changed.emit(found)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()
