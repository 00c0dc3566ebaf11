"""All runs in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.runs.folder import RECORD, RunFolder


def listing(root: Path) -> Iterator[RunFolder]:
    """The newest first; a folder that is still being made, or is none of a run, is left out."""
    try:
        names = sorted(os.listdir(root), reverse=True)
    except OSError:  # not there yet, or not to be read: no runs either way
        return
    for name in names:
        if not name.startswith(".") and (root / name / RECORD).is_file():
            yield RunFolder(root / name)
