"""Where sets are kept that were downloaded."""

from __future__ import annotations

from pathlib import Path

from app.place import folder

VARIABLE = "SKIPWIRE_DATA"  # a folder of the person's choice


def sets_folder() -> Path:
    """The folder of all sets, which may not be there yet."""
    return folder("Data", VARIABLE)
