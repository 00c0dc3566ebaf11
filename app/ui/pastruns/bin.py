"""Deleting runs: into the bin of the system, and out of it again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFile

from nodes.errors import SkipwireError
from nodes.files import reason


class Binned:
    """Folders that were moved into the bin, in the order in which they were."""

    def __init__(self) -> None:
        self._moved: list[tuple[Path, Path]] = []

    def __len__(self) -> int:
        return len(self._moved)

    def take(self, folders: Iterable[Path]) -> None:
        """Raises SkipwireError: which cannot be moved; those before it were."""
        for folder in folders:
            file = QFile(str(folder))
            if not file.moveToTrash():
                raise SkipwireError(
                    f"“{folder}” cannot be moved to the bin: {file.errorString()}. "
                    "Delete the folder by hand, or check that the disk has a bin."
                )
            self._moved.append((folder, Path(file.fileName())))

    def restore(self) -> None:
        """Every folder at its place again; raises SkipwireError."""
        for place, binned in self._moved:
            try:
                shutil.move(binned, place)
            except OSError as error:
                raise SkipwireError(
                    f"“{place.name}” cannot be taken out of the bin: {reason(error)}."
                ) from None
            with suppress(OSError):  # what a bin on Linux notes of it
                os.unlink(binned.parent.parent / "info" / f"{binned.name}.trashinfo")
