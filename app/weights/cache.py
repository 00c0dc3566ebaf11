"""Where files are kept that can be made or fetched again."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path

VARIABLE = "SKIPWIRE_CACHE"  # a folder of the person's choice
MOST = 4 << 30  # bytes of tensors that are kept


def cache(part: str) -> Path:
    """The folder for one kind of files, which may not be there yet."""
    return _root() / part


def kept(sha256: str) -> Path:
    """Where the tensors of the file of this hash are kept, once they have been read."""
    return cache("weights") / f"{sha256}.safetensors"


def trim(spared: Collection[str], most: int = MOST) -> None:
    """Removes what was not used for longest of the tensors kept, where they are more than that.

    Those of the files with the `spared` hashes stay.
    """
    total, found = 0, []
    for path in cache("weights").glob("*.safetensors"):
        try:
            state = path.stat()
        except FileNotFoundError:  # another process has trimmed them too
            continue
        total += state.st_size
        found.append((state.st_mtime_ns, state.st_size, path))
    for _, size, path in sorted(found):
        if total > most and path.stem not in spared:
            path.unlink(missing_ok=True)
            total -= size


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
