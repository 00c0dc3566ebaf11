"""The lane that each wire would like best: round the cards in its way, by the shortest way.

A wire whose direct curve would run through another card, or that leads upwards, wishes for a place
beside the cards in its way; the others run directly.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.routing import BACK, Array, curves

CLEAR = 16.0  # between a wire and the cards it passes
GAP = 24.0  # between two cards, where a wire upwards, or led by hand, still runs through
_NEAR = 8.0  # that it keeps at least where it swings round
_BETWEEN = 4  # places asked about from one sample of a course to the next
_AT_ONCE = 32  # wires that are asked about together
_TOGETHER = 64  # wires, in order downwards, that are compared with the cards beside them

Mask = NDArray[np.bool_]


def span(start: Array, end: Array) -> tuple[Array, Array]:
    """Between which heights cards matter to wires: those that lead upwards swing out of theirs."""
    out = np.where(end[:, 1] < start[:, 1], BACK, 0.0)
    return np.minimum(start[:, 1], end[:, 1]) - out, np.maximum(start[:, 1], end[:, 1]) + out


def wishes(
    start: Array, end: Array, boxes: Array, blocked: Mask | None = None
) -> tuple[Array, Array]:
    """Of wires between these ends; NaN for those that run directly, clear of all cards.

    And between which places others were asked about in vain. `blocked` are those that cannot run
    directly, of legs between points, which also take narrow gaps. A card that only touches the
    height of an end, as a wire's own do, is not beside it.
    """
    wish, asked = np.full(len(start), np.nan), _nothing(len(start))
    low, high = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    tallest = float((boxes[:, 3] - boxes[:, 1]).max(initial=0))
    tops = np.sort(boxes[:, 1])
    upper, lower = span(start, end)
    near = np.searchsorted(tops, high) - np.searchsorted(tops, low - tallest)
    boxes = boxes[np.lexsort((boxes[:, 2], boxes[:, 0]))]
    # Wires of about one length at about one height have about the same cards beside them.
    order = np.lexsort((low, np.frexp(near)[1]))
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        top, bottom = low[some, None], high[some, None]
        around = boxes[(boxes[:, 1] < lower[some].max()) & (boxes[:, 3] > upper[some].min())]
        beside = (around[:, 1] < bottom) & (around[:, 3] > top)
        up = end[some, 1] < start[some, 1]
        if blocked is None:
            led, down = up.copy(), some[~up]
            led[~up] = _hit(curves(start[down], end[down]), around, beside[~up])
        else:
            led = blocked[some]
        narrow = up | (blocked is not None)
        some = some[led]
        wish[some], asked[some] = _free(start[some], end[some], around, beside[led], narrow[led])
    return wish, asked


def _nothing(count: int) -> Array:
    """Places between which nothing is."""
    return np.tile((np.inf, -np.inf), (count, 1))


def _hit(direct: Array, boxes: Array, beside: Mask) -> Mask:
    """Which wires, running directly, come too near to a card beside them."""
    left, right = direct[:, :, 0].min(axis=1) - CLEAR, direct[:, :, 0].max(axis=1) + CLEAR
    near = beside & (boxes[:, 0] < right[:, None]) & (boxes[:, 2] > left[:, None])
    found = np.zeros(len(direct), dtype=bool)
    for points in (direct[:, ::5], direct):  # a few points already tell of most
        wires, cards = np.nonzero(near & ~found[:, None])
        x, y, box = points[wires, :, 0], points[wires, :, 1], boxes[cards, :, None]
        inside = (x > box[:, 0] - CLEAR) & (x < box[:, 2] + CLEAR)
        inside &= (y > box[:, 1] - CLEAR) & (y < box[:, 3] + CLEAR)
        found[wires[inside.any(axis=1)]] = True
    return found


def meets(course: Array, boxes: Array) -> bool:
    """Whether a part of a course runs through a card, at its samples or between them."""
    t = np.linspace(0, 1, _BETWEEN, endpoint=False)[:, None]
    way = np.diff(course, axis=0)[:, None, :]
    x, y = (course[:-1, None, :] + way * t).reshape(-1, 2).T[:, :, None]
    inside = (x > boxes[:, 0] - _NEAR) & (x < boxes[:, 2] + _NEAR)
    return bool((inside & (y > boxes[:, 1]) & (y < boxes[:, 3])).any())


def _free(
    start: Array, end: Array, boxes: Array, beside: Mask, narrow: Mask
) -> tuple[Array, Array]:
    """The places across that are free of all boxes beside the wires and make the shortest way.

    And between which others were asked about in vain. `boxes` are in their order from the left; the
    wires that are `narrow` take narrow gaps too.
    """
    x0, x1 = start[:, 0], end[:, 0]
    if not len(x0) or not len(boxes):
        return x0, _nothing(len(x0))
    # Cards that stand in one column are asked as one.
    first = np.flatnonzero(np.r_[True, (np.diff(boxes[:, [0, 2]], axis=0) != 0).any(axis=1)])
    taken = np.logical_or.reduceat(beside, first, axis=1)
    low, high = boxes[first, 0] - CLEAR, boxes[first, 2] + CLEAR
    reach = np.maximum.accumulate(np.where(taken, high, -np.inf), axis=1)
    before = np.hstack([np.full((len(x0), 1), -np.inf), reach[:, :-1]])
    least = np.where(narrow, GAP, 2 * CLEAR)[:, None]
    gap = taken & (low - before >= least - 2 * CLEAR)
    middle = (low + before) / 2
    tight = low < before
    edges = np.hstack(
        [
            np.where(gap, np.where(tight, middle, low), np.inf),
            np.where(gap, np.where(tight, middle, before), np.inf),
            reach[:, -1:],
        ]
    )
    away = np.abs(edges - x0[:, None]) + np.abs(edges - x1[:, None])
    found = _nearest(edges, away)
    # Straight down from the source or onto the target looks calmest; then half way.
    for x in ((x0 + x1) / 2, x1, x0):
        clear = ~(taken & (low < x[:, None]) & (high > x[:, None])).any(axis=1)
        found[clear] = x[clear]
    return found, _clear_turns(found, start, end, boxes, edges, away)


def _nearest(edges: Array, away: Array) -> Array:
    found: Array = np.where(away <= away.min(axis=1)[:, None], edges, -np.inf).max(axis=1)
    return found


def _clear_turns(
    found: Array, start: Array, end: Array, boxes: Array, edges: Array, away: Array
) -> Array:
    """Other lanes for wires that lead upwards and would swing through a card at their ends.

    Where there are none it answers with the places between which they would have to be.
    """
    up = np.flatnonzero(end[:, 1] < start[:, 1])
    low, high = _open(start[up], end[up], boxes)
    meet = (found[up] < low) | (found[up] > high)
    up, low, high = up[meet], low[meet, None], high[meet, None]
    clear = np.where((edges[up] >= low) & (edges[up] <= high), away[up], np.inf)
    least = np.isfinite(clear.min(axis=1, initial=np.inf))
    found[up[least]] = _nearest(edges[up[least]], clear[least])
    asked, vain = _nothing(len(found)), ~least & (low <= high)[:, 0]
    asked[up[vain]] = np.hstack([low, high])[vain]
    return asked


def _open(start: Array, end: Array, boxes: Array) -> tuple[Array, Array]:
    """Between which places wires that lead upwards swing into their lanes and meet no card."""
    low, high = np.full(len(start), -np.inf), np.full(len(start), np.inf)
    if not len(start) or not len(boxes):
        return low, high
    left, right = boxes[:, 0] - _NEAR, boxes[:, 2] + _NEAR
    for at, top, bottom in (
        (start, boxes[:, 1] - BACK, boxes[:, 3]),
        (end, boxes[:, 1], boxes[:, 3] + BACK),
    ):
        order = np.argsort(at[:, 1])
        for first in range(0, len(order), _TOGETHER):
            own = order[first : first + _TOGETHER]
            x, y = at[own, 0, None], at[own, 1, None]
            near = np.flatnonzero((top < y[-1]) & (bottom > y[0]))
            if not len(near):
                continue
            beside = (top[near] < y) & (bottom[near] > y)
            # One straight above or below the end is met wherever the lane is.
            before, after = beside & (right[near] <= x), beside & (left[near] >= x)
            low[own] = np.maximum(low[own], np.where(before, right[near], -np.inf).max(axis=1))
            high[own] = np.minimum(high[own], np.where(after, left[near], np.inf).min(axis=1))
    return low, high
