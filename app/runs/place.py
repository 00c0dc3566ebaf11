"""Where runs are kept."""

from __future__ import annotations

from pathlib import Path

from app.place import folder

VARIABLE = "SKIPWIRE_RUNS"  # a folder of the person's choice


def runs_folder() -> Path:
    """The folder of all runs, which may not be there yet: beside what is recovered."""
    return folder("Runs", VARIABLE)
