"""Documents gone wrong: presets with bytes damaged, values changed, parts cut out and swapped."""

from __future__ import annotations

import copy
import json
import string
from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from app.analysis import analyse
from app.codegen import generate
from nodes.catalogue import CATALOGUE
from nodes.errors import DocumentError
from nodes.network.document import Document, dumps, loads
from presets import PRESETS

Path = tuple[Any, ...]  # keys and places
CHANGES = (*["alike"] * 9, "value", "swap", "cut", "twice", "key", "kind")


def _nested(depth: int) -> Any:
    found: Any = 1
    for _ in range(depth):
        found = [found]
    return found


EXPRESSIONS = (
    *("=", "=i", "=width", "=1 / 0", "=9**9**9", "=2**64 * 2**64", "=-(1)", "=()", "=(1, 2)"),
    *(
        "=(" * 40,
        "=" + "(" * 300,
        "=" + "-" * 400 + "1",
        "=__import__('os')",
        "=i.real",
        "='a' * 9",
    ),
    *("=max(i, 10**6)", "=True", "=1 if i else 'x'", "=[i for i in i]", "=i + ", "=\x00", "=é"),
)
VALUES = st.one_of(
    st.sampled_from(
        [None, True, False, "", "same", "=", [], {}, [[]], {"": None}, "\ud800", 1e308]
    ),
    st.integers(-3, 3),
    st.sampled_from([10**6, 10**9, 2**31, 2**63, -(2**63), 10**19, 10**40, 10**4000]),
    st.sampled_from(EXPRESSIONS),
    st.sampled_from(list(CATALOGUE)),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(string.printable, max_size=8),
    st.lists(st.integers(-1, 100_000), max_size=5),
    st.integers(1, 300).map(_nested),
    st.just("x" * 10_000),
)
TOKENS = (b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\u0000", b"\\", b"\xff", b"\x00", b"NaN",
          b"-", b"1e999", b"0" * 30, b"[" * 2_000, b'{"a":' * 2_000, b"null")  # fmt: skip


@cache
def written(preset: str) -> str:
    """The document of a preset with its own parameters."""
    chosen = PRESETS[preset]
    return dumps(Document(chosen.network(), chosen.recipe))


@cache
def _plain(preset: str) -> Any:
    return json.loads(written(preset))


@cache
def _paths(preset: str) -> list[Path]:
    found: list[Path] = []

    def walk(value: Any, path: Path) -> None:
        found.append(path)
        match value:
            case dict():
                for key, each in value.items():
                    walk(each, (*path, key))
            case list():
                for number, each in enumerate(value):
                    walk(each, (*path, number))

    walk(_plain(preset), ())
    return found[1:]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The document of any preset, changed in one to four ways."""
    preset = draw(st.sampled_from(list(PRESETS)))
    if draw(st.integers(0, 2)) == 0:
        content = written(preset).encode()
    else:
        content = json.dumps(_changed(draw, preset)).encode()
        if draw(st.integers(0, 7)):
            return content
    for _ in range(draw(st.integers(1, 3))):
        content = draw(st.sampled_from(DAMAGES))(draw, content)
    return content


# --- changes of the values ------------------------------------------------------------------------


def _changed(draw: st.DrawFn, preset: str) -> Any:
    plain = copy.deepcopy(_plain(preset))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(_paths(preset)))
        holder = _at(plain, path[:-1])
        if not _has(holder, path[-1]):
            continue  # an earlier change took it away
        match draw(st.sampled_from(CHANGES)):
            case "alike":
                holder[path[-1]] = _alike(draw, preset, holder[path[-1]])
            case "value":
                holder[path[-1]] = draw(VALUES)
            case "swap":
                other = draw(st.sampled_from(_paths(preset)))
                there = _at(plain, other[:-1])
                if _has(there, other[-1]):
                    taken = copy.deepcopy(there[other[-1]])
                    there[other[-1]] = copy.deepcopy(holder[path[-1]])
                    if _has(_at(plain, path[:-1]), path[-1]):
                        holder[path[-1]] = taken
            case "cut":
                del holder[path[-1]]
            case "twice":
                if isinstance(holder, list):
                    holder.append(copy.deepcopy(holder[path[-1]]))
            case "key":
                if isinstance(holder, dict):
                    holder[draw(st.text(string.ascii_letters, max_size=6))] = draw(VALUES)
            case "kind":
                if isinstance(holder, dict) and "kind" in holder:
                    holder["kind"] = draw(st.sampled_from([*CATALOGUE, "Conv9d", "", "BasicBlock"]))
    return plain


def _alike(draw: st.DrawFn, preset: str, value: Any) -> Any:
    """Another value of the same type, so that more documents can be read."""
    match value:
        case bool():
            return not value
        case int() | float():
            return draw(st.sampled_from([0, 1, 2, 3, 7, 64, 1_000, 100_000, "=2 * 3"]))
        case str():
            other = _at(_plain(preset), draw(st.sampled_from(_paths(preset))))
            return other if isinstance(other, str) else value
        case list():
            return draw(st.permutations(value)) if value else [1]
        case dict():
            return {key: value[key] for key in list(value)[1:]}
    return 1


def _at(plain: Any, path: Path) -> Any:
    for key in path:
        if not _has(plain, key):
            return None
        plain = plain[key]
    return plain


def _has(holder: Any, key: Any) -> bool:
    if isinstance(holder, dict):
        return key in holder
    return isinstance(holder, list) and isinstance(key, int) and key < len(holder)


# --- damage to the bytes --------------------------------------------------------------------------


def _place(draw: st.DrawFn, content: bytes) -> int:
    return draw(st.integers(0, len(content)))


def _flip(draw: st.DrawFn, content: bytes) -> bytes:
    at = _place(draw, content)
    changed = bytes(b ^ (1 << draw(st.integers(0, 7))) for b in content[at : at + 1])
    return content[:at] + changed + content[at + 1 :]


def _truncate(draw: st.DrawFn, content: bytes) -> bytes:
    return content[: _place(draw, content)]


def _cut(draw: st.DrawFn, content: bytes) -> bytes:
    at = _place(draw, content)
    return content[:at] + content[at + draw(st.integers(1, 80)) :]


def _repeat(draw: st.DrawFn, content: bytes) -> bytes:
    at, size = _place(draw, content), draw(st.integers(1, 200))
    return content[: at + size] + content[at:]


def _insert(draw: st.DrawFn, content: bytes) -> bytes:
    at = _place(draw, content)
    return content[:at] + draw(st.sampled_from(TOKENS) | st.binary(max_size=4)) + content[at:]


def _digits(draw: st.DrawFn, content: bytes) -> bytes:
    """A number somewhere becomes another."""
    at = _place(draw, content)
    while at < len(content) and not content[at : at + 1].isdigit():
        at += 1
    return (
        content[:at] + draw(st.sampled_from([b"9" * 15, b"-1", b"0", b"1.5"])) + content[at + 1 :]
    )


DAMAGES: tuple[Callable[[st.DrawFn, bytes], bytes], ...] = (
    *(_flip, _truncate, _cut, _repeat, _insert, _digits),
)


def opened(content: bytes) -> Document | DocumentError:
    """The document, where it can be read: its analysis comes to an end, and its text comes back."""
    try:
        document = loads(content)
    except DocumentError as error:
        return error
    report = analyse(document.network)
    if report.ok:
        generate(document.network, report)
    text = dumps(document)
    again = loads(text)
    assert again == document
    assert dumps(again) == text
    return document
