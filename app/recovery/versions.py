"""The last ten versions of every saved file, in the person's own folder."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nodes.files import replace

KEPT = 10
MAX_FILES = 500  # whose versions are kept; those saved longest ago go first
_SUFFIX = ".skipwire"
_NAME = "path.txt"  # of the file that the versions in a folder are of


@dataclass(frozen=True)
class Version:
    """One saved state of a file: where it is kept, when it was saved (s), its bytes."""

    file: Path
    time: float
    size: int


class Versions:
    """Kept in a folder for each file, named by when they were saved and by what they hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, path: Path) -> Sequence[Version]:
        """The versions of a file, newest first."""
        found = []
        for file in self._files(path):
            with suppress(OSError):  # another window has just dropped it
                found.append(Version(file, int(file.name.split("-")[0]) / 1e9, file.stat().st_size))
        return found[::-1]

    def keep(self, path: Path, content: bytes, saved: int | None = None) -> None:
        """Keep one more, unless the last one holds the same; `saved` says when, in ns.

        Raises:
            OSError: why it cannot be kept.
        """
        digest = hashlib.sha256(content).hexdigest()[:16]
        files = self._files(path)
        if files and files[-1].stem.endswith(f"-{digest}"):
            return
        folder = self._place(path)
        if not (folder / _NAME).exists():
            folder.mkdir(parents=True, exist_ok=True)
            name = os.fsencode(os.path.realpath(path))
            replace(folder / _NAME, lambda file: file.write_bytes(name))
            self._make_room()
        now = time.time_ns() if saved is None else saved
        if files:  # the order of saving counts, also where the clock was set back
            now = max(now, int(files[-1].name.split("-")[0]) + 1)
        made = folder / f"{now:020d}-{digest}{_SUFFIX}"
        replace(made, lambda file: file.write_bytes(content))
        for file in self._files(path)[:-KEPT]:
            file.unlink(missing_ok=True)

    def _place(self, path: Path) -> Path:
        name = os.fsencode(os.path.realpath(path))
        return self._folder / hashlib.sha256(name).hexdigest()[:24]

    def _files(self, path: Path) -> list[Path]:
        """Oldest first: their names begin with the time."""
        return sorted(self._place(path).glob(f"[0-9]*-*{_SUFFIX}"))

    def _make_room(self) -> None:
        def last_saved(folder: Path) -> float:
            return folder.stat().st_mtime

        folders = sorted((f for f in self._folder.iterdir() if f.is_dir()), key=last_saved)
        for folder in folders[:-MAX_FILES]:
            shutil.rmtree(folder, ignore_errors=True)
