"""Where the application keeps what is not settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def home() -> Path:
    """The application's folder, which may not be there yet: as Qt's GenericDataLocation has it."""
    return _data() / "Skipwire"


def _data() -> Path:
    user = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or user / "AppData/Local")
    if sys.platform == "darwin":
        return user / "Library/Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or user / ".local/share")
