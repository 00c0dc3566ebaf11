"""Saving a document: never over what another program wrote, and with what was there before kept."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from app.recovery.fingerprint import Fingerprint, fingerprint
from app.recovery.versions import Versions
from nodes.errors import DocumentError
from nodes.files import reason
from nodes.network.document import Document, encoded, save


class ChangedError(DocumentError):
    """The file holds something else than when it was last read or written here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” was changed by another program since it was opened or saved here."
        )


@dataclass(frozen=True)
class Saved:
    """By what the file is known again; and why its versions could not be kept, if so."""

    fingerprint: Fingerprint
    trouble: str = ""


def changed(path: Path, known: Fingerprint | None) -> Fingerprint | None:
    """What the file is now, where another program has changed it; nothing where it is gone."""
    found = fingerprint(path) if known is not None else None
    if found is None or known is None or found.content == known.content:
        return None
    return found


def save_document(
    path: Path, document: Document, known: Fingerprint | None, versions: Versions
) -> Saved:
    """Write a document; what the file held before and what it holds now are kept as versions.

    `known` is how the file was last seen; None where it may be replaced whatever it holds.

    Raises:
        ChangedError: it holds something else by now; nothing is written.
        DocumentError: why it cannot be written; a file that was there before is untouched.
    """
    found = changed(path, known)
    if found is not None and found.content != _content(encoded(path, document)):
        raise ChangedError(path)
    trouble = _keep_old(path, versions)
    content = save(path, document)
    try:
        versions.keep(path, content)
        moment = os.stat(path).st_mtime_ns
    except OSError as error:
        trouble, moment = reason(error), 0
    size, digest = _content(content)
    return Saved(Fingerprint(size, moment, digest), trouble)


def _content(content: bytes) -> tuple[int, str]:
    return len(content), hashlib.sha256(content).hexdigest()


def _keep_old(path: Path, versions: Versions) -> str:
    """What the file holds, which may come from elsewhere, is kept before it is replaced."""
    try:
        if path.is_file():
            versions.keep(path, path.read_bytes(), path.stat().st_mtime_ns)
    except OSError as error:
        return reason(error)
    return ""
