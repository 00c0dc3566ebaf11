"""How the wires of a graph look: how broad each is, and which belong to a problem."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.batch import segments
from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.routing import POINTS, Array
from nodes.spec import Shape

WIDTHS = (1.2, 1.6, 2.1, 2.7, 3.3, 4.0)  # scene units, one a class: few, for each is one call
_FINER = 4  # pieces for one, where a turn is long
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
    first = np.array([breadth(card.shape) for card in cards], np.intp)
    if not len(first):
        return first
    found: NDArray[np.intp] = first[geometry.wire_nodes[:, 0]]
    several = np.array([len(card.outputs) > 1 for card in cards], dtype=bool)
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


def pieces(courses: Array, overlap: float, fine: float) -> Array:
    """The straight lines, (n, 4), that wires are drawn with; a wire without a bend is one line.

    Each reaches over the next by `overlap`, or smoothing would leave a seam between them; none is
    farther than `fine` from the curve where that would be seen.
    """
    across = courses[:, :, 0]
    straight = (across[:, 0] == across[:, -1]) & (across[:, 0] == across[:, POINTS // 2])
    lines = _refined(courses[~straight], fine)
    along = lines[:, 2:] - lines[:, :2]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    lines[:, 2:] += along * (overlap / length)[:, None]
    return np.concatenate([lines, courses[straight][:, [0, -1]].reshape(-1, 4)])


def _refined(courses: Array, fine: float) -> Array:
    """The lines of courses, with more of them on turns that are long.

    Between two samples runs the cubic whose directions at them follow from their neighbours.
    """
    lines = segments(courses)
    if not len(lines):
        return lines
    way = np.diff(courses, axis=1)
    length = np.maximum(np.hypot(way[..., 0], way[..., 1]), 1e-6)[..., None]
    unit = way / length
    inner = unit[:, :-1] * length[:, 1:] + unit[:, 1:] * length[:, :-1]
    along = np.concatenate([unit[:, :1], inner, unit[:, -1:]], axis=1)
    along /= np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)[..., None]
    # Where a short piece meets a long one, its direction must not swing the long one out.
    before = np.concatenate([length[:, :1], 3 * length[:, :-1]], axis=1)
    after = np.concatenate([3 * length[:, 1:], length[:, -1:]], axis=1)
    out = along[:, :-1] * np.minimum(length, before)
    into = along[:, 1:] * np.minimum(length, after)
    off = np.hypot(*np.moveaxis(out - into, 2, 0)) / 8  # of the cubic from its line, about
    rough = (off > fine).ravel()
    a, b = lines[rough, :2], lines[rough, 2:]
    p, q = out.reshape(-1, 2)[rough], into.reshape(-1, 2)[rough]
    t = np.linspace(0, 1, _FINER + 1)[:, None, None]
    u = 1 - t
    curve = u**2 * (1 + 2 * t) * a + t * u**2 * p + t**2 * (3 - 2 * t) * b - t**2 * u * q
    return np.concatenate([lines[~rough], segments(np.moveaxis(curve, 0, 1))])


def inside(lines: Array, box: Box) -> NDArray[np.bool_]:
    """A mask of the straight lines, (n, 4), that may touch a box."""
    left, top, right, bottom = box
    x0, y0, x1, y1 = lines.T
    found: NDArray[np.bool_] = (np.minimum(x0, x1) <= right) & (np.maximum(x0, x1) >= left)
    found &= (np.minimum(y0, y1) <= bottom) & (np.maximum(y0, y1) >= top)
    return found
