"""Where something that is dragged would stand well: in line with others, as far apart, on the grid.

No Qt. All of it is worked out from what is in order, so that it does not matter how many cards
there are.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from app.ui.canvas.metrics import GRID
from app.ui.canvas.routing import Array

Edges = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # x and y of both ends

REACH = 6.0  # pixels, within which something is pulled into its place
_SAME = 0.25  # scene units; less cannot be seen


class Snap(NamedTuple):
    """How far to move instead, and what is shown: lines in common, and gaps that are alike."""

    dx: float
    dy: float
    lines: tuple[Line, ...] = ()
    gaps: tuple[Line, ...] = ()


class Snapping:
    """Of what is dragged among things that stand still, (n, 4) edges; `reach` in scene units."""

    def __init__(self, still: Array, reach: float) -> None:
        self._still = still
        self._reach = reach
        # Along both axes: where edges and centres are; like is only compared with like.
        self._places = [_three(still, axis) for axis in (0, 1)]
        self._sorted: list[list[list[float]]] = [
            [np.sort(values).tolist() for values in three] for three in self._places
        ]

    def moved(self, box: Edges, dx: float, dy: float, anchor: tuple[float, float]) -> Snap:
        """For a box that is dragged so far; what is not in line stands with `anchor` on the grid.

        The anchor is where the corner of what is under the pointer was.
        """
        across = self._pull(_shifted(box, dx, dy), 0)
        dx = _on_grid(anchor[0], dx) if across is None else dx + across
        down = self._pull(_shifted(box, dx, dy), 1)
        dy = _on_grid(anchor[1], dy) if down is None else dy + down
        return self._shown(box, dx, dy)

    def resized(self, box: Edges, sides: frozenset[int]) -> tuple[Edges, tuple[Line, ...]]:
        """A box of which some edges are dragged, by their places in it, and the lines in common."""
        found = list(box)
        for side in sides:
            axis, which = side % 2, 0 if side < 2 else 1
            values = self._sorted[axis][which]
            pull = _nearest(values, found[side], self._reach)
            found[side] = (
                _on_grid(found[side], 0.0, whole=True) if pull is None else (found[side] + pull)
            )
        edges = (found[0], found[1], found[2], found[3])
        lines = [
            line
            for side in sorted(sides)
            for line in self._lines(edges, side % 2, [0 if side < 2 else 1])
        ]
        return edges, tuple(lines)

    def _pull(self, box: Edges, axis: int) -> float | None:
        """How far to move along an axis, or None where nothing is near."""
        if not len(self._still):
            return None
        pulls = [
            pull
            for values, own in zip(self._sorted[axis], _of(box, axis), strict=True)
            if (pull := _nearest(values, own, self._reach)) is not None
        ]
        pulls += [
            place - box[axis]
            for place, _ in self._even(box, axis)
            if abs(place - box[axis]) <= self._reach
        ]
        return min(pulls, key=abs, default=None)

    def _shown(self, box: Edges, dx: float, dy: float) -> Snap:
        there = _shifted(box, dx, dy)
        lines = [line for axis in (0, 1) for line in self._lines(there, axis, [0, 1, 2])]
        gaps = [
            line
            for axis in (0, 1)
            for place, gaps in self._even(there, axis)
            if abs(place - there[axis]) < _SAME
            for line in gaps
        ]
        return Snap(dx, dy, tuple(lines), tuple(dict.fromkeys(gaps)))

    def _lines(self, box: Edges, axis: int, which: list[int]) -> list[Line]:
        """Edges, or centres where no edge is, that a box has in common with others."""
        found: list[Line] = []
        for k in which:
            if k == 2 and found:
                continue
            value = _of(box, axis)[k]
            if _nearest(self._sorted[axis][k], value, _SAME) is None:
                continue
            same = np.abs(self._places[axis][k] - value) <= _SAME
            other = 1 - axis
            low = min(float(self._still[same, other].min()), box[other])
            high = max(float(self._still[same, other + 2].max()), box[other + 2])
            found.append((value, low, value, high) if axis == 0 else (low, value, high, value))
        return found

    def _even(self, box: Edges, axis: int) -> list[tuple[float, list[Line]]]:
        """Where the gaps to the neighbours along an axis would be alike, and those gaps."""
        other = 1 - axis
        start, end, _ = self._places[other]
        level: list[list[float]] = self._still[
            (start < box[other + 2]) & (end > box[other])
        ].tolist()
        low, high = axis, axis + 2
        middle = (box[low] + box[high]) / 2
        before = [edges for edges in level if (edges[low] + edges[high]) / 2 < middle]
        after = [edges for edges in level if (edges[low] + edges[high]) / 2 >= middle]
        before = sorted(before, key=lambda edges: edges[high])[:-3:-1]
        after = sorted(after, key=lambda edges: edges[low])[:2]
        length = box[high] - box[low]
        wanted: list[tuple[float, float]] = []  # where it would begin, and how large the gaps are
        if before and after:
            gap = (after[0][low] - before[0][high] - length) / 2
            wanted.append((before[0][high] + gap, gap))
        if len(before) == 2:
            gap = before[0][low] - before[1][high]
            wanted.append((before[0][high] + gap, gap))
        if len(after) == 2:
            gap = after[1][low] - after[0][high]
            wanted.append((after[0][low] - gap - length, gap))
        found = []
        for place, gap in wanted:
            there = list(box)
            there[low], there[high] = place, place + length
            row = pairwise([*before[::-1], there, *after])
            alike = [_gap(a, b, axis) for a, b in row if abs(b[low] - a[high] - gap) < _SAME]
            if gap > 0:
                found.append((place, alike))
        return found


def _gap(a: list[float], b: list[float], axis: int) -> Line:
    """A line from one box to the next, where both are beside each other."""
    other, start, end = 1 - axis, a[axis + 2], b[axis]
    at = (max(a[other], b[other]) + min(a[other + 2], b[other + 2])) / 2
    return (start, at, end, at) if axis == 0 else (at, start, at, end)


def _three(boxes: Array, axis: int) -> tuple[Array, Array, Array]:
    low, high = boxes[:, axis], boxes[:, axis + 2]
    return low, high, (low + high) / 2


def _of(box: Edges, axis: int) -> tuple[float, float, float]:
    return box[axis], box[axis + 2], (box[axis] + box[axis + 2]) / 2


def _nearest(values: list[float], own: float, reach: float) -> float | None:
    """From one's own place to the nearest of others, in order, within reach."""
    at = bisect_left(values, own)
    best = min((v - own for v in values[max(at - 1, 0) : at + 1]), key=abs, default=None)
    return best if best is not None and abs(best) <= reach else None


def _shifted(box: Edges, dx: float, dy: float) -> Edges:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _on_grid(start: float, by: float, *, whole: bool = False) -> float:
    """The way to the next place on the grid, or with `whole` that place."""
    place = round((start + by) / GRID) * GRID
    return place if whole else place - start
