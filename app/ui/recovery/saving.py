"""Saving a document from the window: what is asked where its file changed or cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from app.recovery.fingerprint import Fingerprint, fingerprint
from app.recovery.saving import ChangedError, save_document
from app.recovery.versions import Versions
from app.ui import settings
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network.document import read

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def data_folder() -> Path:
    """Where what is kept of the person's work lies on this computer."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "Skipwire"


class Saving:
    """Writes the active document; whatever prevents it leaves the document as unsaved as it was."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.versions = Versions(data_folder() / "versions")
        self.before: Callable[[], object] = lambda: None  # what comes first of every save

    def save(self, path: Path) -> bool:
        """To this file; false where it was not saved, nor elsewhere instead."""
        sheet = self._window.editor.sheet
        return self._save(path, sheet.fingerprint if path == sheet.path else None)

    def _save(self, path: Path, known: Fingerprint | None) -> bool:
        window, editor = self._window, self._window.editor
        self.before()
        try:
            saved = save_document(path, editor.document, known, self.versions)
        except ChangedError as error:
            return self._ask_about(path, error)
        except SkipwireError as error:
            instead = (tr("Save As…"),)
            title = tr("“{name}” was not saved", name=path.name)
            chosen = window.offer(title, tr(str(error)), instead, failed=True)
            return chosen == 0 and window.documents.save_as()
        editor.sheet.fingerprint, editor.sheet.recovered = saved.fingerprint, False
        editor.mark_saved(path)
        settings.remember(path)
        if saved.trouble:
            why = tr(saved.trouble)
            window.tell(tr("Saved {path}, but no older version is kept: {why}", path=path, why=why))
        else:
            window.tell(tr("Saved {path}", path=path))
        return True

    def _ask_about(self, path: Path, error: ChangedError) -> bool:
        """What is to be done about a file that another program has changed."""
        window = self._window
        text = tr(
            "Overwrite keeps what the file holds now among its versions. Reload takes what the "
            "file holds; what you have here stays in the history."
        )
        # Who answers without reading loses nothing.
        choices = (tr("Save As…"), tr("Overwrite"), tr("Reload"))
        chosen = window.offer(tr(str(error)), text, choices, failed=True)
        if chosen == 0:
            return window.documents.save_as()
        if chosen == 1:
            return self._save(path, None)
        if chosen == 2:
            self.reload()
        return False

    def reload(self) -> None:
        """Take what the file of the active document holds now, as one step of its history."""
        editor = self._window.editor
        path = editor.path
        if path is None:
            return
        found = fingerprint(path)
        try:
            editor.take("Reload", read(path))
        except SkipwireError as error:
            self._window.warn(tr("This file cannot be opened"), tr(str(error)))
            return
        editor.sheet.fingerprint = found
        editor.mark_saved(path)
