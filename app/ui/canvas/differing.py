"""Boxes around what of the shown graph looks otherwise after an edit, or in another selection."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Box, Geometry

_MOST = 100  # parts, beyond which everything is painted anew sooner than each of them


def differing(
    old: Geometry, new: Geometry, before: Sequence[Card], after: Sequence[Card]
) -> list[Box] | None:
    """After an edit; None where it is most of the graph."""
    places = new.differs_from(old)
    if places is None or len(places) > _MOST:
        return None
    known = {id(card) for card in before}
    boxes = around(new, [card.name for card in after if id(card) not in known])
    return None if boxes is None else [*boxes, *map(_box, places.tolist())]


def around(geometry: Geometry, names: Collection[str]) -> list[Box] | None:
    """Around these cards and their wires, which look as they do; None where they are many."""
    if len(names) > _MOST:
        return None
    cards = [box for name in names if (box := geometry.bounds([name])) is not None]
    return [*cards, *map(geometry.wire_box, geometry.wires_at(names).tolist())]


def _box(edges: Sequence[float]) -> Box:
    left, top, right, bottom = edges
    return left, top, right, bottom
