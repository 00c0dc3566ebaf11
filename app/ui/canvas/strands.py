"""The straight lines that wires are drawn with, worked out once for a zoom and then kept."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.geometry import Geometry
from app.ui.canvas.routing import POINTS, Array

_OVERLAP, _FINE = 0.5, 0.2  # pixels
_BOTH = np.array([0, 1])  # ends

Numbers = NDArray[np.intp]


class Strands:
    """The lines of one graph's wires. Those that are dragged are worked out anew each time."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry
        self._zoom = 0.0
        self._forget(1.0)

    def _forget(self, zoom: float) -> None:
        self._zoom = zoom
        self._first: Numbers = np.full(len(self._geometry.wires), -1, np.intp)
        self._count: Numbers = np.zeros(len(self._geometry.wires), np.intp)
        self._lines: Array = np.empty((0, 4))

    def of(self, wires: Numbers, zoom: float) -> tuple[Array, Numbers]:
        """The lines, (n, 4), of these wires in their order, and the wire of each."""
        if zoom != self._zoom:
            self._forget(zoom)
        geometry = self._geometry
        loose = geometry.loose[wires]
        if not loose.any():
            return self._kept(wires)
        fresh = wires[loose]
        lines, owner = pieces(geometry.courses[fresh], _OVERLAP / zoom, _FINE / zoom)
        if len(fresh) == len(wires):
            return lines, fresh[owner]
        kept = self._kept(wires[~loose])
        return np.concatenate([kept[0], lines]), np.concatenate([kept[1], fresh[owner]])

    def _kept(self, wires: Numbers) -> tuple[Array, Numbers]:
        geometry = self._geometry
        new = wires[self._first[wires] < 0]
        if len(new):
            laid = geometry.laid_courses[new]
            lines, owner = pieces(laid, _OVERLAP / self._zoom, _FINE / self._zoom)
            counts = np.bincount(owner, minlength=len(new))
            self._first[new] = len(self._lines) + np.cumsum(counts) - counts
            self._count[new] = counts
            self._lines = np.concatenate([self._lines, lines])
        counts = self._count[wires]
        begins = np.cumsum(counts) - counts
        owner = np.repeat(wires, counts)
        found = self._lines[np.repeat(self._first[wires] - begins, counts) + np.arange(len(owner))]
        if geometry.carried is not None:
            along, by = geometry.carried
            found[along[owner]] += (*by, *by)
        return found, owner


def pieces(courses: Array, overlap: float, fine: float) -> tuple[Array, Numbers]:
    """The straight lines, (n, 4), of wires, one wire after the other, and the wire of each.

    A wire without a bend is one line. Each reaches over the next by `overlap`, or smoothing would
    leave a seam between them; none is farther than `fine` from the curve where that would be seen.
    """
    if not len(courses):
        return np.empty((0, 4)), np.empty(0, np.intp)
    out, into = _directions(courses)
    turned = out - into
    off = np.hypot(turned[..., 0], turned[..., 1]) / 8  # of the cubic from its line, about
    counts = 1 + (off > fine) + 2 * (off > 4 * fine)  # half as long, a quarter as far off
    across = courses[:, :, 0]
    straight = (across[:, 0] == across[:, -1]) & (across[:, 0] == across[:, POINTS // 2])
    counts[straight] = 0
    counts[straight, 0] = 1
    every = counts.ravel()
    piece = np.repeat(np.arange(len(every)), every)
    place = np.arange(len(piece)) - np.repeat(np.cumsum(every) - every, every)
    wire, at = np.divmod(piece, POINTS - 1)
    start, end = courses[wire, at], courses[wire, np.where(straight[wire], POINTS - 1, at + 1)]
    # Between two samples runs the cubic whose directions at them follow from their neighbours.
    leaves, comes = out.reshape(-1, 2)[piece], into.reshape(-1, 2)[piece]
    t = ((place[:, None] + _BOTH) / every[piece][:, None])[..., None]
    u = 1 - t
    a, b = u * u * (1 + 2 * t), t * t * (3 - 2 * t)
    ends = a * start[:, None] + b * end[:, None]
    ends += t * u * (u * leaves[:, None] - t * comes[:, None])
    along = ends[:, 1] - ends[:, 0]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    ends[:, 1] += along * (np.where(straight[wire], 0.0, overlap) / length)[:, None]
    return ends.reshape(-1, 4), wire


def _directions(courses: Array) -> tuple[Array, Array]:
    """In which every piece of a course leaves its start and comes to its end."""
    way = courses[:, 1:] - courses[:, :-1]
    length = np.maximum(np.hypot(way[..., 0], way[..., 1]), 1e-6)[..., None]
    unit = way / length
    inner = unit[:, :-1] * length[:, 1:] + unit[:, 1:] * length[:, :-1]
    along = np.concatenate([unit[:, :1], inner, unit[:, -1:]], axis=1)
    along /= np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)[..., None]
    # Where a short piece meets a long one, its direction must not swing the long one out.
    before = np.concatenate([length[:, :1], 3 * length[:, :-1]], axis=1)
    after = np.concatenate([3 * length[:, 1:], length[:, -1:]], axis=1)
    return along[:, :-1] * np.minimum(length, before), along[:, 1:] * np.minimum(length, after)
