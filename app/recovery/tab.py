"""What is kept of an open document: the text of its file, its history, and where it was shown."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from app.recovery.fingerprint import Fingerprint
from nodes.files import replace

VERSION = 1
SUFFIX = ".tab"


class Tab(msgspec.Struct, frozen=True):
    """An open document. `place` is its place in the window, on one of two sides.

    `trail` are the instances entered, `look` the zoom and the middle of the part in view; `active`
    says that it was the one in front; `fingerprint` is that of its file as it was last
    read or written here.
    """

    title: str
    document: bytes
    path: str = ""
    modified: bool = False
    recovered: bool = False  # it was brought back before, and not saved since
    fingerprint: Fingerprint | None = None
    place: int = 0
    side: int = 0
    active: bool = False
    trail: tuple[str, ...] = ()
    look: tuple[float, float, float] | None = None
    history: bytes = b""
    version: int = VERSION


def write_tab(file: Path, tab: Tab) -> None:
    """Keep a tab as it is now; raises OSError."""
    body = msgspec.msgpack.encode(tab)
    head = hashlib.sha256(body).hexdigest().encode()
    replace(file, lambda path: path.write_bytes(head + b"\n" + body))


def read_tab(file: Path) -> Tab:
    """What was kept of a tab.

    Raises:
        OSError: it cannot be read.
        ValueError: it is damaged, or of a newer version.
    """
    head, _, body = file.read_bytes().partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != head:
        raise ValueError("it is damaged")
    try:
        tab = msgspec.msgpack.decode(body, type=Tab)
    except msgspec.MsgspecError as error:
        raise ValueError(f"it is of another version: {error}") from None
    if tab.version > VERSION:
        raise ValueError("it is of a newer version; update Skipwire to open it")
    return tab
