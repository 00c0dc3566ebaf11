"""Frozen values as bytes: what several of them share is written once.

A tuple that is like an earlier one, as the nodes of a graph before and after an edit are, is
written as what differs. Only values of our own classes are made of the bytes, and no code is run.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import msgspec

_MODULES = frozenset(
    {
        "app.history",
        "app.training.recipe",
        "nodes.custom.layer",
        "nodes.network.bookmarks",
        "nodes.network.document",
        "nodes.network.expression",
        "nodes.network.marks",
        "nodes.network.model",
        "nodes.param",
    }
)
_PLAIN, _ENUM, _TUPLE, _MAPPING, _OBJECT = range(5)
_LEVEL = 3  # of zlib: twice the size would be no matter, the time would
MOST_BYTES = 2 << 30  # of what was compressed

_Entry = list[Any]


class PoolError(ValueError):
    """The bytes are damaged, or of another version of the classes."""


def from_bytes(data: bytes) -> Any:
    """The tuple that a `Writer` was given; raises PoolError."""
    try:
        opened = zlib.decompressobj()
        plain = opened.decompress(data, MOST_BYTES)
        if not opened.eof:
            raise PoolError("its end is missing")
        root, entries = msgspec.msgpack.decode(plain, type=tuple[int, list[_Entry]])
        made: list[Any] = []
        for entry in entries:
            made.append(_read(entry, made))
        return made[root]
    except (zlib.error, msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
        raise PoolError(f"it cannot be read: {error}") from None


class Writer:
    """Writes values one after another: of each only what no earlier one held is looked through.

    Every value is an entry, which names those it consists of by their places before it. What was
    written is kept alive, for it is known again by its identity; the bytes hold all of it.
    """

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._alive: list[object] = []
        self._by_id: dict[int, int] = {}
        self._plain: dict[tuple[type, object], int] = {}
        self._like: dict[tuple[str, int], tuple[tuple[Any, ...], int]] = {}

    def write(self, values: Sequence[object]) -> bytes:
        """A tuple of these; tuples among them are taken to be made for this, and are not kept.

        Raises TypeError for a value of a class that is not ours.
        """
        places = [
            [self._place(v) for v in value] if isinstance(value, tuple) else self._place(value)
            for value in values
        ]
        entries, members = [*self._entries], []
        for place in places:
            if isinstance(place, list):
                entries.append([_TUPLE, -1, 0, 0, place])
                members.append(len(entries) - 1)
            else:
                members.append(place)
        entries.append([_TUPLE, -1, 0, 0, members])
        return zlib.compress(msgspec.msgpack.encode([len(entries) - 1, entries]), _LEVEL)

    def _place(self, value: object, slot: str = "") -> int:
        """Where the value stands; `slot` names what it is, so that it is compared to its like."""
        if value is None or type(value) in (bool, int, float, str):
            key = type(value), value if value != 0 else str(value)  # 0.0 and -0.0 are equal
            if key not in self._plain:
                self._plain[key] = self._add([_PLAIN, value])
            return self._plain[key]
        if id(value) not in self._by_id:
            self._by_id[id(value)] = self._add(self._entry(value, slot))
            self._alive.append(value)
        return self._by_id[id(value)]

    def _add(self, entry: _Entry) -> int:
        self._entries.append(entry)
        return len(self._entries) - 1

    def _entry(self, value: object, slot: str) -> _Entry:
        if isinstance(value, Enum):
            return [_ENUM, self._place(_name(type(value))), self._place(value.value)]
        if isinstance(value, tuple):
            return self._tuple(value, slot)
        if isinstance(value, Mapping):
            keys = [self._place(key) for key in value]
            return [_MAPPING, keys, [self._place(v, slot) for v in value.values()]]
        name = _name(type(value))
        members = [
            (self._place(field), self._place(getattr(value, field), f"{name}.{field}"))
            for field in _fields(type(value))
        ]
        return [_OBJECT, self._place(name), *(place for pair in members for place in pair)]

    def _tuple(self, value: tuple[Any, ...], slot: str) -> _Entry:
        """As one of the same slot that begins or ends alike, but for a part in the middle."""
        if not value:
            return [_TUPLE, -1, 0, 0, []]
        ends = (slot, id(value[0])), (slot, -id(value[-1]))
        base, at = next((self._like[end] for end in ends if end in self._like), ((), -1))
        head = _common(zip(base, value, strict=False))
        most = min(len(base), len(value)) - head
        tail = min(_common(zip(reversed(base), reversed(value), strict=False)), most)
        middle = [self._place(v, slot) for v in value[head : len(value) - tail]]
        entry: _Entry = [_TUPLE, at if head + tail else -1, head, tail, middle]
        for end in ends:
            self._like[end] = value, len(self._entries)
        return entry


def _common(pairs: Iterator[tuple[object, object]]) -> int:
    """How many pairs at the front are the same object twice."""
    count = 0
    for a, b in pairs:
        if a is not b:
            break
        count += 1
    return count


def _read(entry: _Entry, made: Sequence[Any]) -> Any:
    match entry:
        case [0, value]:
            return value
        case [1, name, value]:
            return _class(made[name])(made[value])
        case [2, base, head, tail, middle]:
            like = made[base] if base >= 0 else ()
            return (*like[:head], *(made[i] for i in middle), *like[len(like) - tail :])
        case [3, keys, values]:
            return {made[k]: made[v] for k, v in zip(keys, values, strict=True)}
        case [4, name, *members]:
            pairs = zip(members[::2], members[1::2], strict=True)
            return _class(made[name])(**{made[k]: made[v] for k, v in pairs})
    raise PoolError("it has an unknown entry")


def _name(kind: type) -> str:
    if kind.__module__ not in _MODULES:
        raise TypeError(f"{kind.__module__}.{kind.__qualname__} is not kept in a history")
    return f"{kind.__module__}:{kind.__qualname__}"


def _class(name: str) -> Any:
    module, _, kind = name.partition(":")
    found = getattr(sys.modules[module], kind) if module in _MODULES else None
    if not isinstance(found, type) or found.__module__ != module:
        raise PoolError(f"it names the unknown class {name}")
    return found


def _fields(kind: type) -> Sequence[str]:
    if is_dataclass(kind):
        return [f.name for f in fields(kind) if f.init]
    if issubclass(kind, msgspec.Struct):
        return kind.__struct_fields__
    raise TypeError(f"{kind.__qualname__} is not kept in a history")
