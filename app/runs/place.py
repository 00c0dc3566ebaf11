"""Where runs are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "SKIPWIRE_RUNS"  # a folder of the person's choice


def runs_folder() -> Path:
    """The folder of all runs, which may not be there yet: beside what is recovered."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen).absolute()
    return _data() / "Skipwire" / "Runs"


def _data() -> Path:
    """As Qt's GenericDataLocation has it."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local")
    if sys.platform == "darwin":
        return home / "Library/Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
