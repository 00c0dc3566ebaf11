"""How the wires of a graph look: how broad each is, and which belong to a problem."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.routing import Array
from nodes.spec import Shape

WIDTHS = (1.2, 1.6, 2.1, 2.7, 3.3, 4.0)  # scene units, one a class: few, for each is one call
_MOST = 11.0  # binary logarithm of the channels of the broadest


@lru_cache(maxsize=4096)
def breadth(shape: Shape | None) -> int:
    """The class of a wire that carries this: by the logarithm of the channels; vectors are thin."""
    if not shape or len(shape) < 2:
        return 0
    share = math.log2(max(shape[0], 1)) / _MOST
    return min(round(share * (len(WIDTHS) - 1)), len(WIDTHS) - 1)


def breadths(cards: Sequence[Card], geometry: Geometry) -> NDArray[np.intp]:
    """The class of every wire."""
    shapes = [card.shape for card in cards]
    known = {shape: breadth(shape) for shape in dict.fromkeys(shapes)}
    first = np.array([known[shape] for shape in shapes], np.intp)
    if not len(first):
        return first
    found: NDArray[np.intp] = first[geometry.wire_nodes[:, 0]]
    several = geometry.sockets.with_several_outputs()
    for k in np.flatnonzero(several[geometry.wire_nodes[:, 0]]).tolist():
        card = cards[geometry.wire_nodes[k, 0]]
        found[k] = breadth(card.shapes.get(geometry.wires[k].source.port))
    return found


def troubled_wires(geometry: Geometry, pairs: frozenset[tuple[str, str]]) -> NDArray[np.bool_]:
    """A mask of the wires between these pairs of nodes."""
    found = np.zeros(len(geometry.wires), dtype=bool)
    for target in {target for _, target in pairs}:
        for k in geometry.wire_index.of_target(target):
            found[k] = (geometry.wires[k].source.node, target) in pairs
    return found


def inside(lines: Array, box: Box) -> NDArray[np.bool_]:
    """A mask of the straight lines, (n, 4), that may touch a box."""
    left, top, right, bottom = box
    x0, y0, x1, y1 = lines.T
    found: NDArray[np.bool_] = (np.minimum(x0, x1) <= right) & (np.maximum(x0, x1) >= left)
    found &= (np.minimum(y0, y1) <= bottom) & (np.maximum(y0, y1) >= top)
    return found
