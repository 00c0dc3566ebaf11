"""Where the application keeps what is not settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder(name: str, variable: str) -> Path:
    """One of the application's, or that of the person's choice, which a variable of the system has.

    It may not be there yet.
    """
    if chosen := os.environ.get(variable):
        return Path(chosen).absolute()
    return _data() / "Skipwire" / name


def _data() -> Path:
    """As Qt's GenericDataLocation has it."""
    user = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or user / "AppData/Local")
    if sys.platform == "darwin":
        return user / "Library/Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or user / ".local/share")
