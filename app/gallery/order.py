"""Which presets a search finds, and in which order and under which headings they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.gallery.resource import facts
from presets import Preset, Reference

NO_ACCURACY = "No published accuracy"


_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_a-zA-Z]+")
_FIELDS: dict[str, tuple[tuple[str, ...], ...]] = {}  # what is found of each preset, in pieces


def found(presets: Iterable[Preset], query: str) -> tuple[Preset, ...]:
    """Those that have every word of the query, at the beginning of a word of their own.

    Hyphens do not count, and a new word begins at a capital and at a number, too.
    """
    words = [plain for word in query.split() if (plain := _plain(word))]
    return tuple(p for p in presets if all(_has(p, word) for word in words))


def best(presets: Sequence[Preset], query: str) -> Preset | None:
    """Of those found, the first whose title or id begins with the query, or else the first.

    The name of a published variant, such as vgg16_bn, is that of its preset.
    """
    wanted = _plain(query)
    for preset in presets:
        if reference(preset, query) is not None:
            return preset
    for preset in presets:
        if any(_plain(name).startswith(wanted) for name in (preset.title, preset.id)):
            return preset
    return next(iter(presets), None)


def reference(preset: Preset, query: str) -> Reference | None:
    """The published variant of it that is named so."""
    wanted = _plain(query)
    return next((r for r in preset.references if _plain(r.name) == wanted), None)


def authors_short(preset: Preset) -> str:
    """“He et al.” for more than two authors."""
    names = preset.authors.split(", ")
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def _has(preset: Preset, word: str) -> bool:
    return any(
        "".join(field[at:]).startswith(word)
        for field in _fields(preset)
        for at in range(len(field))
    )


def _fields(preset: Preset) -> tuple[tuple[str, ...], ...]:
    if preset.id not in _FIELDS:
        _FIELDS[preset.id] = tuple(map(_pieces, _texts(preset)))
    return _FIELDS[preset.id]


def _texts(preset: Preset) -> Iterable[str]:
    """All that is known of a preset in words."""
    yield from (preset.id, preset.title, preset.family, str(preset.year), preset.summary)
    yield from (preset.authors, authors_short(preset), preset.paper)
    yield from (param.name for param in preset.parameters)
    for published in preset.references:
        yield published.name
    accuracies = (preset.accuracy, *(r.accuracy for r in preset.references))
    yield from (f"top-1 accuracy {a.top1} {a.data}" for a in accuracies if a is not None)


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.casefold() for piece in _PIECES.findall(text.replace("×", "x")))


def _plain(text: str) -> str:
    return "".join(_pieces(text))


@dataclass(frozen=True)
class Group:
    """Presets under one heading; there is none where the heading is empty."""

    heading: str
    presets: tuple[Preset, ...]


@dataclass(frozen=True)
class Order:
    """A way to sort. `key` gives None for a preset of which nothing is known: it comes last."""

    id: str
    title: str
    key: Callable[[Preset], float | str | None] | None = None
    heading: Callable[[Preset], str] = lambda preset: ""


def _data(preset: Preset) -> str:
    return preset.accuracy.data if preset.accuracy else NO_ACCURACY


ORDERS: Sequence[Order] = (
    Order("family", "Family", heading=lambda p: p.family),
    Order("name", "Name", lambda p: _natural(p.title)),
    Order("year", "Year", lambda p: p.year),
    Order("parameters", "Parameters", lambda p: facts(p).parameters),
    Order("macs", "MACs", lambda p: facts(p).macs),
    # Only figures on the same data can be compared.
    Order("accuracy", "Accuracy", lambda p: p.accuracy.top1 if p.accuracy else None, _data),
)


def _natural(title: str) -> str:
    """For sorting: ResNet-18 comes before ResNet-101."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), title.casefold())


def _value(pair: tuple[Any, Preset]) -> Any:
    return pair[0]


def grouped(
    presets: Sequence[Preset], order: Order, *, descending: bool = False
) -> tuple[Group, ...]:
    """The presets in order under their headings; equal ones stay in the order of all presets."""
    key = order.key
    if key is None:
        ordered = list(reversed(presets)) if descending else list(presets)
    else:
        known = [(value, p) for p in presets if (value := key(p)) is not None]
        ordered = [p for _, p in sorted(known, key=_value, reverse=descending)]
        ordered += [p for p in presets if key(p) is None]
    groups: dict[str, list[Preset]] = {}
    for p in ordered:
        groups.setdefault(order.heading(p), []).append(p)
    if key is not None:  # the headings that most presets stand under come first
        groups = dict(sorted(groups.items(), key=lambda g: (g[0] == NO_ACCURACY, -len(g[1]))))
    return tuple(Group(heading, tuple(members)) for heading, members in groups.items())
