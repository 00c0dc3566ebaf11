"""A lock that a process holds as long as it lives: the system frees it, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, shared: bool = False) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # which knows no shared ones
else:
    import fcntl

    def _take(handle: int, *, shared: bool = False) -> None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


class Lock:
    """Held on a file until it is released, or the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        os.close(self._handle)


def lock(path: Path) -> Lock | None:
    """The lock on this file, which is made where it is missing; None while another holds it.

    Raises:
        OSError: the file cannot be made or opened.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle)
    except OSError:
        # Held, or on a file system that has no locks: better left alone than taken from somebody.
        os.close(handle)
        return None
    return Lock(handle)


def held(path: Path) -> bool:
    """Whether somebody has the lock on this file; those who only ask do not meet each other.

    Raises:
        OSError: there is no such file, or it is not ours to open.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        _take(handle, shared=True)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
