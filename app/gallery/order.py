"""Which presets a search finds, and in which order and under which headings they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.gallery.resource import facts
from presets import Preset

NO_ACCURACY = "No published accuracy"


def found(presets: Iterable[Preset], query: str) -> tuple[Preset, ...]:
    """Those that have every word of the query, at any place and with or without hyphens."""
    words = [_plain(word) for word in query.split()]
    return tuple(p for p in presets if all(word in _text(p) for word in words))


def best(presets: Sequence[Preset], query: str) -> Preset | None:
    """Of those found, the first whose title or id begins with the query, or else the first."""
    wanted = _plain(query)
    for preset in presets:
        if any(_plain(name).startswith(wanted) for name in (preset.title, preset.id)):
            return preset
    return next(iter(presets), None)


def _text(preset: Preset) -> str:
    parts = (
        preset.id,
        preset.title,
        preset.family,
        str(preset.year),
        preset.authors,
        preset.paper,
        preset.summary,
    )
    return "\n".join(map(_plain, parts))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


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
