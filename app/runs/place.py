"""Where runs are kept."""

from __future__ import annotations

import os
from pathlib import Path

from app.place import home

VARIABLE = "SKIPWIRE_RUNS"  # a folder of the person's choice


def runs_folder() -> Path:
    """The folder of all runs, which may not be there yet: beside what is recovered."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen).absolute()
    return home() / "Runs"
