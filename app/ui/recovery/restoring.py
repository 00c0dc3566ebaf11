"""A document that was kept in the journal, as a sheet again."""

from __future__ import annotations

from pathlib import Path

from app.history import History, Snapshot, history_from_bytes
from app.pool import PoolError
from app.recovery.fingerprint import Fingerprint, fingerprint
from app.recovery.tab import Tab
from app.ui.sheet import Sheet
from nodes.errors import DocumentError
from nodes.network.document import encoded, loads


def sheet_of(tab: Tab) -> Sheet:
    """The document as it was, with changes to be saved unless its file holds the same.

    Raises:
        DocumentError: what was kept is no document.
    """
    history = _history(tab)
    path = Path(tab.path) if tab.path else None
    sheet = Sheet(history, path, blank=False, fingerprint=tab.fingerprint, recovered=True)
    if path is None:
        history.saved = None if tab.modified else history.present
    elif (found := fingerprint(path)) is not None and (
        _untouched(tab, found)
        # Where it was killed in the moment between a save and the next entry in the journal.
        or _in_file(path, history)
    ):
        history.mark_saved()
        sheet.fingerprint, sheet.recovered = found, False
    elif not _as_known(tab, found) or not history.modified:
        history.saved = None  # else the file still holds the step that was saved last
    return sheet


def _history(tab: Tab) -> History:
    """All steps; only the last state where they cannot be read."""
    try:
        return history_from_bytes(tab.history)
    except PoolError:
        return History("Open", Snapshot.of(loads(tab.document)))


def _untouched(tab: Tab, found: Fingerprint) -> bool:
    """Whether the document was open without changes, and so is its file."""
    return not tab.modified and _as_known(tab, found)


def _as_known(tab: Tab, found: Fingerprint | None) -> bool:
    """Whether the file holds what it did when it was last read or written."""
    known = tab.fingerprint
    return known is not None and found is not None and known.content == found.content


def _in_file(path: Path, history: History) -> bool:
    """Whether the file holds the present state."""
    try:
        return path.read_bytes() == encoded(path, history.present.document)
    except (OSError, ValueError, DocumentError):
        return False
