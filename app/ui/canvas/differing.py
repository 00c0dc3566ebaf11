"""Boxes around what of the shown graph looks otherwise after an edit, or in another selection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from operator import is_not

import numpy as np

from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.routing import Array

_MOST = 100  # parts, beyond which everything is painted anew sooner than each of them


def differing(
    old: Geometry, new: Geometry, before: Sequence[Card], after: Sequence[Card], seen: Box
) -> list[Box] | None:
    """After an edit, of what is or was in a box; None where that is much."""
    if (places := new.differs_from(old)) is None:
        return None
    if len(before) == len(after):  # and as mostly in the same order
        others = [*compress(range(len(after)), map(is_not, before, after))]
    else:
        known = {id(card) for card in before}
        others = [k for k, card in enumerate(after) if id(card) not in known]
    if 2 * len(others) > len(after) > _MOST:
        return None
    return _boxes(np.vstack([_looks(new, others, seen), _within(places, seen)]))


def around(geometry: Geometry, names: Iterable[str], seen: Box) -> list[Box] | None:
    """Around these cards and their wires, of what is in a box; None where that is much."""
    index = geometry.index
    return _boxes(_looks(geometry, (index[name] for name in names if name in index), seen))


def _looks(geometry: Geometry, cards: Iterable[int], seen: Box) -> Array:
    chosen = np.zeros(len(geometry.names), dtype=bool)
    chosen[list(cards)] = True
    at = np.flatnonzero(chosen)
    corners = geometry.places[at]
    wires = np.flatnonzero(chosen[geometry.wire_nodes].any(axis=1) & geometry.wires_in(seen))
    boxes = np.array([geometry.wire_box(k) for k in wires.tolist()]).reshape(-1, 4)
    return np.vstack([_within(np.hstack([corners, corners + geometry.sizes[at]]), seen), boxes])


def _within(boxes: Array, seen: Box) -> Array:
    left, top, right, bottom = seen
    inside = (boxes[:, 0] <= right) & (boxes[:, 2] >= left)
    found: Array = boxes[inside & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)]
    return found


def _boxes(found: Array) -> list[Box] | None:
    if len(found) > _MOST:
        return None
    return [(left, top, right, bottom) for left, top, right, bottom in found.tolist()]
