"""Files that only grow, a JSON value a line: the events of a run, and what was changed in it.

A line that was torn when the process was killed is no line: readers pass over it, and whoever goes
on writing cuts it off. JSON has no NaN and no infinity; they are written as "nan" and "inf".
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from app.training.messages import Adapt, Change, Grown, Lasting
from nodes.files import FileError, reason, write_text

_encoder = msgspec.json.Encoder()
_events: msgspec.json.Decoder[Lasting] = msgspec.json.Decoder(Lasting, strict=False)
_changes: msgspec.json.Decoder[tuple[int, Change | Adapt]] = msgspec.json.Decoder(
    tuple[int, Change | Adapt], strict=False
)
_BLOCK = 1 << 16
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


class _Lines:
    """Appends lines to a file, which is made where it is missing; holds it open."""

    def __init__(self, path: Path) -> None:
        """Raises FileError."""
        self._path = path
        try:
            self._handle = os.open(path, _FLAGS, 0o644)
            self._size = _whole(self._handle)
            os.ftruncate(self._handle, self._size)
        except OSError as error:
            raise self._error(error) from None

    @property
    def size(self) -> int:
        """Bytes of all lines."""
        return self._size

    def cut(self, size: int) -> None:
        """Keep only the first so many bytes, a `size` of before; raises FileError."""
        try:
            os.ftruncate(self._handle, size)
        except OSError as error:
            raise self._error(error) from None
        self._size = size

    def sync(self) -> None:
        """Have every line on the disk; raises FileError."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise self._error(error) from None

    def close(self) -> None:
        os.close(self._handle)

    def _append(self, value: object) -> None:
        line = _line(value)
        try:
            left = memoryview(line)
            while left:
                left = left[os.write(self._handle, left) :]
        except OSError as error:
            with suppress(OSError):  # on a disk that has gone, the next reader passes over it
                os.ftruncate(self._handle, self._size)
            raise self._error(error) from None
        self._size += len(line)

    def _error(self, error: OSError) -> FileError:
        path = self._path
        return FileError(f"“{path}” cannot be written: {reason(error)}.")


class RunLog(_Lines):
    """events.jsonl: every event that lasts, in order."""

    def append(self, event: Lasting) -> None:
        """Raises FileError; what was written before stays sound."""
        self._append(event)


class Journal(_Lines):
    """journal.jsonl: what was changed in mid-run, and from which step on."""

    def append(self, step: int, change: Change | Adapt) -> None:
        """The change is on the disk when this returns; raises FileError."""
        self._append((step, change))
        self.sync()

    def entries(self) -> tuple[tuple[int, Change | Adapt], ...]:
        return changes(self._path)


def events(path: Path, *kinds: type[Lasting], size: int | None = None) -> Iterator[Lasting]:
    """The events in a file, all or of some kinds, less those that cannot be read.

    None where there is no file. Lines of other kinds cost next to nothing. With a `size` only the
    first so many bytes are looked at.
    """
    begins = tuple(f'{{"type":"{kind.__name__}"'.encode() for kind in kinds)
    return _read(path, _events, begins, size)


def grown(path: Path) -> list[tuple[int, Grown]]:
    """Every growth among the events in a file, with the bytes ahead of it."""
    found, size, begins = list[tuple[int, Grown]](), 0, b'{"type":"Grown"'
    with suppress(OSError), open(path, "rb") as lines:
        for line in lines:
            if line.startswith(begins) and line.endswith(b"\n"):
                with suppress(msgspec.MsgspecError):
                    event = _events.decode(line)
                    assert isinstance(event, Grown)
                    found.append((size, event))
            size += len(line)
    return found


def changes(path: Path) -> tuple[tuple[int, Change | Adapt], ...]:
    """The changes in a journal, less those that cannot be read."""
    return tuple(_read(path, _changes))


def forget_changes(path: Path, first: int) -> None:
    """Leave out of a journal what was changed from a step on; what grew stays.

    For a run that goes back, and is at no worker's. Raises FileError.
    """
    kept = [entry for entry in changes(path) if entry[0] < first or isinstance(entry[1], Adapt)]
    write_text(path, b"".join(map(_line, kept)).decode())


def ahead_of(path: Path, number: int) -> int | None:
    """The bytes of a journal ahead of the Adapt of that number, from 1, where there is one."""
    size = 0
    try:
        lines = path.read_bytes().splitlines(keepends=True)
    except OSError:
        return None
    for line in lines:
        with suppress(msgspec.MsgspecError):
            number -= isinstance(_changes.decode(line)[1], Adapt)
        if number == 0:
            return size
        size += len(line)
    return None


def last(path: Path, *kinds: type[Lasting]) -> Lasting | None:
    """The latest event of some kinds among those at the end of a file, which is all it reads."""
    try:
        with open(path, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            begin = max(0, size - _BLOCK)
            file.seek(begin)
            block = file.read(size - begin)
    except OSError:
        return None
    lines = block.split(b"\n")[:-1]  # what follows the last end of a line is torn
    for line in reversed(lines if begin == 0 else lines[1:]):
        with suppress(msgspec.MsgspecError):
            if isinstance(event := _events.decode(line), kinds):
                return event
    return None


def _read(
    path: Path,
    decoder: msgspec.json.Decoder[Any],
    begins: tuple[bytes, ...] = (),
    size: int | None = None,
) -> Iterator[Any]:
    try:
        data = path.read_bytes()[:size]
    except OSError:
        return
    for line in data.split(b"\n")[:-1]:
        if not begins or line.startswith(begins):
            with suppress(msgspec.MsgspecError):
                yield decoder.decode(line)


def _whole(handle: int) -> int:
    """How many bytes of a file are lines that have an end."""
    at = os.lseek(handle, 0, os.SEEK_END)
    while at > 0:
        begin = max(0, at - _BLOCK)
        os.lseek(handle, begin, os.SEEK_SET)
        found = os.read(handle, at - begin).rfind(b"\n")
        if found >= 0:
            return begin + found + 1
        at = begin
    return 0


def _line(value: object) -> bytes:
    return _encoder.encode(_with_words(msgspec.to_builtins(value))) + b"\n"


def _with_words(value: Any) -> Any:
    match value:
        case float() if not math.isfinite(value):
            return str(value)
        case dict():
            return {key: _with_words(each) for key, each in value.items()}
        case list() | tuple():
            return [_with_words(each) for each in value]
    return value
