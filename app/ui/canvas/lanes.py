"""Which wires must go round cards, and in which lanes, so that they keep apart.

Wires of one source share a lane. Lanes are dealt out from the shortest wire to the longest, so that
short arcs lie inside long ones. After an edit only those are dealt out again that the change can
have reached; the result is the same as if all were.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.metrics import CARD_HEIGHT
from app.ui.canvas.routing import Array
from app.ui.canvas.wishes import CLEAR, GAP, span, wishes

_APART = 12.0  # between two arcs side by side
_TRIES = 20
_ASKED = 64  # cards that every wire is asked about one by one; more, as spans of heights
_FEW, _SHARE = 40, 1 / 12  # so many lanes are dealt out one by one; more, all at once

Indices = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Lanes:
    """By wire: its ends, its own cards, the lane it would like best and the one it has.

    `wish` and `lane` are NaN where the wire runs directly. Only cards between `left` and `right`
    have a say in the wish.
    """

    start: Array
    end: Array
    own: Indices
    fixed: Mask  # led through points
    wish: Array
    lane: Array
    left: Array
    right: Array


NONE: Final = Lanes(
    np.empty((0, 2)),
    np.empty((0, 2)),
    np.empty((0, 2), np.intp),
    np.empty(0, bool),
    np.empty(0),
    np.empty(0),
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
    `changed` are the boxes of every card that came, went, moved or changed its size, where it was
    and where it is.
    """
    count = len(start)
    wish, lane = np.full(count, np.nan), np.full(count, np.nan)
    left, right = np.full(count, np.nan), np.full(count, np.nan)
    was = np.full(count, -1, np.intp) if was is None else was
    level = was >= 0
    at = was[level]
    level[level] = (
        (old.start[at] == start[level]).all(axis=1)
        & (old.end[at] == end[level]).all(axis=1)
        & (old.fixed[at] == fixed[level])
    )
    left[level], right[level] = old.left[was[level]], old.right[was[level]]
    same = level.copy()
    if changed is not None and len(changed):
        same &= ~_reached(start, end, left, right, changed)
    wish[same] = old.wish[was[same]]
    drop = end[:, 1] - start[:, 1]
    todo = np.flatnonzero(~same & ~fixed & ((drop > CARD_HEIGHT) | (drop < 0)))
    if len(todo):
        wish[todo], asked = wishes(start[todo], end[todo], boxes)
        left[todo], right[todo] = _reach(start[todo], end[todo], wish[todo], asked)
    kept = level.copy()
    kept[level] = alike(wish[level], old.wish[was[level]])
    lane[kept] = old.lane[was[kept]]
    order = np.argsort(np.abs(drop), kind="stable")
    round_cards = order[~np.isnan(wish[order])]
    found = Lanes(start, end, own, fixed, wish, lane, left, right)
    if not _dealt_again(found, round_cards, kept, old, was):
        _deal_all(found, round_cards)
    return found


def alike(a: Array, b: Array) -> Mask:
    """Equal, or both NaN."""
    found: Mask = (a == b) | (np.isnan(a) & np.isnan(b))
    return found


def _reached(start: Array, end: Array, left: Array, right: Array, boxes: Array) -> Mask:
    """Which wires may wish for other lanes, now that these cards are others."""
    low, high = span(start, end)
    found = np.zeros(len(start), dtype=bool)
    if len(boxes) > _ASKED:
        for top, bottom in _merged(boxes[:, [1, 3]]):
            found |= (low < bottom) & (high > top)
    for x0, top, x1, bottom in boxes.tolist() if len(boxes) <= _ASKED else ():
        found |= (low < bottom) & (high > top) & ~((left >= x1) | (right <= x0))
    return found


def _reach(start: Array, end: Array, wish: Array, asked: Array) -> tuple[Array, Array]:
    """Between which places cards have a say in these wishes: none farther away was asked about."""
    low, high = np.minimum(start[:, 0], end[:, 0]), np.maximum(start[:, 0], end[:, 0])
    away = np.abs(wish - start[:, 0]) + np.abs(wish - end[:, 0]) - (high - low)
    aside = np.where(np.isnan(wish), 0.0, away / 2)
    near = GAP + 2 * CLEAR
    return (
        np.minimum(low - aside, asked[:, 0]) - near,
        np.maximum(high + aside, asked[:, 1]) + near,
    )


def _merged(spans: Array) -> list[tuple[float, float]]:
    """Spans that touch each other as one."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted(map(tuple, spans.tolist())):
        if found and top <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], bottom)
        else:
            found.append((top, bottom))
    return found


# --- dealing out ----------------------------------------------------------------------------------


def _asides(lanes: Lanes, wires: Indices) -> Array:
    """From one lane to the next that is tried, away from the middle between the ends."""
    away = lanes.wish[wires] - (lanes.start[wires, 0] + lanes.end[wires, 0]) / 2
    found: Array = np.copysign(_APART, away)
    return found


def _deal_all(lanes: Lanes, order: Indices) -> None:
    taken: dict[int, list[tuple[float, float, float, int]]] = {}
    low = np.minimum(lanes.start[order, 1], lanes.end[order, 1]).tolist()
    high = np.maximum(lanes.start[order, 1], lanes.end[order, 1]).tolist()
    steps, sources = _asides(lanes, order).tolist(), lanes.own[order, 0].tolist()
    found = lanes.wish[order].tolist()
    for r, (lane, top, bottom) in enumerate(zip(found, low, high, strict=True)):
        source, step = sources[r], steps[r]
        for _ in range(_TRIES):
            if _is_free(taken, lane, top, bottom, source):
                break
            lane += step
        taken.setdefault(round(lane / _APART), []).append((lane, top, bottom, source))
        found[r] = lane
    lanes.lane[order] = found


def _is_free(
    taken: dict[int, list[tuple[float, float, float, int]]],
    lane: float,
    top: float,
    bottom: float,
    source: int,
) -> bool:
    at = round(lane / _APART)
    for near in (at, at - 1, at + 1):
        for x, a, b, other in taken.get(near, ()):
            if a < bottom and b > top and abs(x - lane) < _APART and other != source:
                return False
    return True


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
    pending, few = ~kept[order], max(_FEW, len(order) * _SHARE)
    if int(gone.sum()) + int(pending.sum()) > few:
        return False
    low = np.minimum(lanes.start[order, 1], lanes.end[order, 1])
    high = np.maximum(lanes.start[order, 1], lanes.end[order, 1])
    length, source = high - low, lanes.own[order, 0]
    wish, lane, steps = lanes.wish[order], lanes.lane[order], _asides(lanes, order)

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
        if done > few:
            return False
        before = float(lane[r])
        top, bottom, x = float(low[r]), float(high[r]), float(wish[r])
        rivals = (low[:r] < bottom) & (high[:r] > top) & (source[:r] != source[r])
        taken, step = lane[:r][rivals], float(steps[r])
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
