"""By what a file is known again, so that nothing is written over what another program wrote."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec


class Fingerprint(msgspec.Struct, frozen=True):
    """A file as it was read or written: its bytes, when it was changed (in ns), its SHA-256."""

    size: int
    changed: int
    sha256: str

    @property
    def content(self) -> tuple[int, str]:
        """What counts: a file that was merely touched holds the same."""
        return self.size, self.sha256


def fingerprint(path: Path) -> Fingerprint | None:
    """That of the file at a path; None where there is none, or none that can be read."""
    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            digest = hashlib.file_digest(file, "sha256")
    except (OSError, ValueError):
        return None
    return Fingerprint(found.st_size, found.st_mtime_ns, digest.hexdigest())


def looks_changed(path: Path, known: Fingerprint) -> bool:
    """Whether a file may hold something else now, by its size and time alone: it is not read."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return True
    return (found.st_size, found.st_mtime_ns) != (known.size, known.changed)
