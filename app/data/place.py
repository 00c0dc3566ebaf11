"""Where sets are kept that were downloaded."""

from __future__ import annotations

import os
from pathlib import Path

from app.place import home

VARIABLE = "SKIPWIRE_DATA"  # a folder of the person's choice


def sets_folder() -> Path:
    """The folder of all sets, which may not be there yet."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen).absolute()
    return home() / "Data"
