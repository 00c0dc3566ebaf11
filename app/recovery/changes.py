"""What a version of a document has otherwise than the present one, in a few lines."""

from __future__ import annotations

from collections.abc import Iterable

from nodes.network import Graph
from nodes.network.difference import blocks_changed, diff
from nodes.network.document import Document

_NAMED = 4  # names in a line; the rest is counted


def changes(now: Document, then: Document) -> list[str]:
    """How the version `then` differs from what is there now; nothing where it does not."""
    lines = _graph(now.network.graph, then.network.graph)
    for text, names in (
        ("Blocks that differ: {names}", blocks_changed(now.network, then.network)),
        ("Settings of the training that differ: {names}", _keys(now, then)),
    ):
        if names:
            lines.append(text.format(names=_listed(names)))
    if now.weights != then.weights:
        lines.append("Other weights" if then.weights is not None else "No weights")
    if now.network.name != then.network.name:
        lines.append(f"Its name is {then.network.name}")
    return lines


def _graph(now: Graph, then: Graph) -> list[str]:
    found = diff(now, then)
    lines = [
        text.format(names=_listed(names))
        for text, names in (
            ("Only here: {names}", found.added),
            ("Not here: {names}", found.removed),
            ("Set otherwise: {names}", found.changed),
            ("In another place: {names}", found.moved - found.changed),
        )
        if names
    ]
    wires = len(found.wires_added), len(found.wires_removed)
    if any(wires):
        lines.append(f"Wires: {wires[0]} only here, {wires[1]} not here")
    if found and not lines:
        lines.append("Frames, notes or the order of the layers")
    return lines


def _keys(now: Document, then: Document) -> frozenset[str]:
    a, b = now.recipe, then.recipe
    return frozenset(key for key in {*a, *b} if a.get(key) != b.get(key))


def _listed(names: Iterable[str]) -> str:
    ordered = sorted(names)
    more = len(ordered) - _NAMED
    shown = ", ".join(ordered[:_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
