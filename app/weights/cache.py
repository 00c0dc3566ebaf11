"""Where files are kept that can be made or fetched again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "SKIPWIRE_CACHE"  # a folder of the person's choice


def cache(part: str) -> Path:
    """The folder for one kind of files, which may not be there yet."""
    return _root() / part


def kept(sha256: str) -> Path:
    """Where the tensors of the file of this hash are kept, once they have been read."""
    return cache("weights") / f"{sha256}.safetensors"


def downloads() -> Path:
    """Where published weights are kept."""
    return cache("downloads")


def _root() -> Path:
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen).absolute()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "Skipwire/Cache"
    if sys.platform == "darwin":
        return home / "Library/Caches/Skipwire"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "skipwire"
