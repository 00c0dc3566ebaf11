"""Where there is room for what comes without a place of its own."""

from __future__ import annotations

import numpy as np

from app.ui.canvas.metrics import GRID, snapped
from nodes.network import Graph, Network, Position
from nodes.network.interior import size
from nodes.network.marks import Box

_STEP = 3 * GRID  # between the places that are tried
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


def clear_place(network: Network, graph: Graph, box: Box, without: frozenset[str]) -> Position:
    """The corner nearest to that of `box` at which it lies clear of cards and notes.

    On the grid, unless it is clear where it is. Nodes `without` are in nobody's way.
    """
    left, top, width, height = box
    taken = [(*n.position, *size(network, n)) for n in graph.nodes if n.name not in without]
    taken += [note.box for note in graph.notes]
    others = np.array(taken, dtype=float).reshape(-1, 4)

    def is_clear(x: float, y: float) -> bool:
        a, b, wide, high = others.T
        across = (a - GRID < x + width) & (x < a + wide + GRID)
        return not bool((across & (b - GRID < y + height) & (y < b + high + GRID)).any())

    tried, far = (left, top), 0
    while not is_clear(*tried):
        far += 1
        places = [
            (snapped(left + dx * far * _STEP), snapped(top + dy * far * _STEP)) for dx, dy in _WAYS
        ]
        tried = next((p for p in places if is_clear(*p)), tried)
    return tried
