"""Which wires must go round cards, and in which lanes, so that they keep apart.

A wire whose direct curve would run through another card, or that leads upwards, takes a lane
beside the cards in its way; wires of one source share a lane. Lanes are dealt out from the shortest
wire to the longest, so that short arcs lie inside long ones. After an edit only those are dealt out
again that the change can have reached; the result is the same as if all were.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.metrics import CARD_HEIGHT
from app.ui.canvas.routing import Array, curves

_CLEAR = 16.0  # between a wire and the cards it passes
_APART = 12.0  # between two arcs side by side
_TRIES = 20
_FEW = 400  # lanes that are dealt out one by one; beyond, all at once are quicker

Indices = NDArray[np.intp]
Mask = NDArray[np.bool_]


class Walls:
    """The boxes of all cards, sorted from the top, to be asked which stand beside a wire."""

    def __init__(self, boxes: Array) -> None:
        self._order = np.argsort(boxes[:, 1], kind="stable")
        self._boxes = boxes[self._order]
        self._tops = np.ascontiguousarray(self._boxes[:, 1])
        self._tallest = float((boxes[:, 3] - boxes[:, 1]).max()) if len(boxes) else 0.0

    def beside(self, top: float, bottom: float) -> tuple[Indices, Array]:
        """The numbers and boxes of the cards between two heights."""
        first = np.searchsorted(self._tops, top - self._tallest)
        last = np.searchsorted(self._tops, bottom)
        boxes = self._boxes[first:last]
        inside = boxes[:, 3] > top
        return self._order[first:last][inside], boxes[inside]


@dataclass(frozen=True, eq=False)
class Lanes:
    """By wire: its ends, its own cards, the lane it would like best and the one it has.

    `wish` and `lane` are NaN where the wire runs directly.
    """

    start: Array
    end: Array
    own: Indices
    fixed: Mask  # led through points
    wish: Array
    lane: Array


NONE: Final = Lanes(
    np.empty((0, 2)),
    np.empty((0, 2)),
    np.empty((0, 2), np.intp),
    np.empty(0, bool),
    np.empty(0),
    np.empty(0),
)


def deal(
    start: Array,
    end: Array,
    own: Indices,
    fixed: Mask,
    boxes: Array,
    old: Lanes = NONE,
    was: Indices | None = None,
    changed: Array | None = None,
) -> Lanes:
    """The lanes of all wires between `start` and `end`, whose own cards are `own`.

    `boxes` are all cards; wires that are `fixed` take none. What follows speeds up the call after
    an edit: `old` is the former result and `was` the number that each wire had there, or -1;
    `changed` are top and bottom of every card that came, went, moved or changed its size, where it
    was and where it is.
    """
    count = len(start)
    wish, lane = np.full(count, np.nan), np.full(count, np.nan)
    was = np.full(count, -1, np.intp) if was is None else was
    level = was >= 0
    at = was[level]
    level[level] = (
        (old.start[at] == start[level]).all(axis=1)
        & (old.end[at] == end[level]).all(axis=1)
        & (old.fixed[at] == fixed[level])
    )
    same = level.copy()
    low, high = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    for top, bottom in _merged(changed) if changed is not None else ():
        same &= (low >= bottom) | (high <= top)
    wish[same] = old.wish[was[same]]
    drop = end[:, 1] - start[:, 1]
    todo = np.flatnonzero(~same & ~fixed & ((drop > CARD_HEIGHT) | (drop < 0)))
    if len(todo):
        _wish(todo, start, end, own, Walls(boxes), wish)
    kept = level.copy()
    kept[level] = alike(wish[level], old.wish[was[level]])
    lane[kept] = old.lane[was[kept]]
    order = np.argsort(np.abs(drop), kind="stable")
    round_cards = order[~np.isnan(wish[order])]
    found = Lanes(start, end, own, fixed, wish, lane)
    if not _dealt_again(found, round_cards, kept, old, was):
        _deal_all(found, round_cards)
    return found


def alike(a: Array, b: Array) -> Mask:
    """Equal, or both NaN."""
    found: Mask = (a == b) | (np.isnan(a) & np.isnan(b))
    return found


def _merged(spans: Array) -> list[tuple[float, float]]:
    """Spans that touch each other as one."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted(map(tuple, spans.tolist())):
        if found and top <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], bottom)
        else:
            found.append((top, bottom))
    return found


# --- the lane that a wire would like best ---------------------------------------------------------


def _wish(todo: Indices, start: Array, end: Array, own: Indices, walls: Walls, wish: Array) -> None:
    direct = curves(start[todo], end[todo])
    left, right = direct[:, :, 0].min(axis=1) - _CLEAR, direct[:, :, 0].max(axis=1) + _CLEAR
    for k, w in enumerate(todo.tolist()):
        (x0, y0), (x1, y1) = start[w].tolist(), end[w].tolist()
        numbers, boxes = walls.beside(min(y0, y1), max(y0, y1))
        if y1 >= y0:
            boxes = boxes[(numbers != own[w, 0]) & (numbers != own[w, 1])]
            near = boxes[(boxes[:, 0] < right[k]) & (boxes[:, 2] > left[k])]
            if not len(near) or not _hits(direct[k], near):
                continue
        wish[w] = _free(x0, x1, boxes)


def _hits(points: Array, boxes: Array) -> bool:
    x, y = points[:, 0, None], points[:, 1, None]
    inside = (x > boxes[:, 0] - _CLEAR) & (x < boxes[:, 2] + _CLEAR)
    return bool((inside & (y > boxes[:, 1] - _CLEAR) & (y < boxes[:, 3] + _CLEAR)).any())


def _free(x0: float, x1: float, boxes: Array) -> float:
    """The place across that is free of all boxes and makes the shortest way."""
    order = np.argsort(boxes[:, 0])
    low, high = boxes[order, 0] - _CLEAR, np.maximum.accumulate(boxes[order, 2]) + _CLEAR
    # Straight down from the source or onto the target looks calmest; then half way.
    for x in (x0, x1, (x0 + x1) / 2):
        if not ((low < x) & (boxes[order, 2] + _CLEAR > x)).any():
            return x
    gaps = np.flatnonzero(low[1:] >= high[:-1])
    edges = np.concatenate([low[:1], high[gaps], low[gaps + 1], high[-1:]])
    away = np.abs(edges - x0) + np.abs(edges - x1)
    return float(edges[away <= away.min()].max())


# --- dealing out ----------------------------------------------------------------------------------


def _aside(lanes: Lanes, w: int) -> float:
    away = lanes.wish[w] - (lanes.start[w, 0] + lanes.end[w, 0]) / 2
    return math.copysign(_APART, away)


def _deal_all(lanes: Lanes, order: Indices) -> None:
    taken: dict[int, list[tuple[float, float, float, int]]] = {}
    for w in order.tolist():
        top, bottom = sorted((float(lanes.start[w, 1]), float(lanes.end[w, 1])))
        source, lane, step = int(lanes.own[w, 0]), float(lanes.wish[w]), _aside(lanes, w)
        for _ in range(_TRIES):
            at = round(lane / _APART)
            if not any(
                abs(x - lane) < _APART and a < bottom and b > top and other != source
                for near in (at - 1, at, at + 1)
                for x, a, b, other in taken.get(near, ())
            ):
                break
            lane += step
        taken.setdefault(round(lane / _APART), []).append((lane, top, bottom, source))
        lanes.lane[w] = lane


def _dealt_again(lanes: Lanes, order: Indices, kept: Mask, old: Lanes, was: Indices) -> bool:
    """Deal out what changed and what that reaches; False where it is quicker to deal out all."""
    if not len(old.wish):
        return False
    stays = was[kept]
    if (np.diff(stays) < 0).any():  # wires of one length may have changed their order
        return False
    gone = np.ones(len(old.wish), dtype=bool)
    gone[stays] = False
    gone &= ~np.isnan(old.wish)
    pending = ~kept[order]
    if int(gone.sum()) + int(pending.sum()) > _FEW:
        return False
    low = np.minimum(lanes.start[order, 1], lanes.end[order, 1])
    high = np.maximum(lanes.start[order, 1], lanes.end[order, 1])
    length, source = high - low, lanes.own[order, 0]
    wish, lane = lanes.wish[order], lanes.lane[order]

    def reached(x: float, top: float, bottom: float) -> Mask:
        """Those that looked at the place when they were dealt out."""
        with np.errstate(invalid="ignore"):
            within = (np.minimum(wish, lane) - _APART < x) & (np.maximum(wish, lane) + _APART > x)
        found: Mask = within & (low < bottom) & (high > top)
        return found

    queue = np.flatnonzero(pending).tolist()
    for w in np.flatnonzero(gone).tolist():
        top, bottom = sorted((float(old.start[w, 1]), float(old.end[w, 1])))
        later = reached(float(old.lane[w]), top, bottom) & (length >= bottom - top)
        queue += np.flatnonzero(later).tolist()
    queue = list(set(queue))
    heapq.heapify(queue)
    known, done = set(queue), 0
    while queue:
        r = heapq.heappop(queue)
        done += 1
        if done > _FEW:
            return False
        before = float(lane[r])
        top, bottom, x = float(low[r]), float(high[r]), float(wish[r])
        rivals = (low[:r] < bottom) & (high[:r] > top) & (source[:r] != source[r])
        taken, step = lane[:r][rivals], _aside(lanes, int(order[r]))
        for _ in range(_TRIES):
            if not (np.abs(taken - x) < _APART).any():
                break
            x += step
        lane[r] = x
        for place in {before, x} if before != x else ():
            later = reached(place, top, bottom) if not math.isnan(place) else ()
            for other in np.flatnonzero(later).tolist() if len(later) else ():
                if other > r and other not in known:
                    known.add(other)
                    heapq.heappush(queue, other)
    lanes.lane[order] = lane
    return True
