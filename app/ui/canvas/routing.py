"""The courses of wires: smooth curves downwards, and arcs round the cards in their way."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH

Array = NDArray[np.float64]

POINTS = 26  # of every course, so that all stand in one array
_HALF = POINTS // 2
_CLEAR = 16.0  # between a wire and the cards it passes
_APART = 12.0  # between two arcs side by side
_TURN = 48.0  # height in which a wire reaches its lane
_BACK = 60.0  # how far a wire that leads upwards swings out


def _bernstein(points: int) -> Array:
    t = (1 - np.cos(np.linspace(0, np.pi, points))) / 2  # closer at the ends, where it bends
    u = 1 - t
    return np.stack([u**3, 3 * u * u * t, 3 * u * t * t, t**3], axis=1)


_WHOLE, _PART = _bernstein(POINTS), _bernstein(_HALF)


def curves(start: Array, end: Array) -> Array:
    """Points of direct curves, (wires, POINTS, 2), between (wires, 2) starts and ends."""
    reach = np.abs(end[:, 1] - start[:, 1]) * 0.5
    handle = np.clip(reach, 24, 150)[:, None] * np.array([0.0, 1.0])
    controls = np.stack([start, start + handle, end - handle, end], axis=1)
    found: Array = np.einsum("pk,wkc->wpc", _WHOLE, controls)
    return found


def courses(start: Array, end: Array, nodes: NDArray[np.intp], cards: Array) -> Array:
    """Points of all wires, (wires, POINTS, 2).

    `nodes` are the indices of each wire's own two cards, `cards` the top left corners of all.
    A wire whose direct curve would run through another card, or that leads upwards, takes a lane
    beside the cards in its way; wires of one source share a lane, others keep apart.
    """
    found = curves(start, end)
    drop = end[:, 1] - start[:, 1]
    lanes = _Lanes()
    long = np.flatnonzero((drop > CARD_HEIGHT) | (drop < 0))
    for w in long[np.argsort(np.abs(drop[long]), kind="stable")]:  # short arcs inside long ones
        top, bottom = sorted((float(start[w, 1]), float(end[w, 1])))
        beside = np.flatnonzero((cards[:, 1] < bottom) & (cards[:, 1] + CARD_HEIGHT > top))
        others = beside[(beside != nodes[w, 0]) & (beside != nodes[w, 1])]
        if drop[w] > 0 and not _hits(found[w], cards[others]):
            continue
        walls = cards[beside if drop[w] < 0 else others, 0]
        x0, x1 = float(start[w, 0]), float(end[w, 0])
        lane = _lane(x0, x1, walls)
        lane = lanes.take(lane, lane - (x0 + x1) / 2, top, bottom, int(nodes[w, 0]))
        found[w] = _arc(start[w], end[w], lane)
    return found


def _hits(points: Array, cards: Array) -> bool:
    left, right = points[:, 0].min() - _CLEAR, points[:, 0].max() + _CLEAR
    cards = cards[(cards[:, 0] < right) & (cards[:, 0] + CARD_WIDTH > left)]
    away_x = np.abs(points[:, 0, None] - cards[:, 0] - CARD_WIDTH / 2)
    away_y = np.abs(points[:, 1, None] - cards[:, 1] - CARD_HEIGHT / 2)
    return bool(((away_x < CARD_WIDTH / 2 + _CLEAR) & (away_y < CARD_HEIGHT / 2 + _CLEAR)).any())


def _lane(x0: float, x1: float, walls: Array) -> float:
    """The place across that is free of all walls and makes the shortest way."""
    spans: list[list[float]] = []
    for left in np.unique(walls).tolist():
        low, high = left - _CLEAR, left + CARD_WIDTH + _CLEAR
        if spans and low < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], high)
        else:
            spans.append([low, high])
    edges = [edge for span in spans for edge in span]
    # Straight down from the source or onto the target looks calmest; then half way.
    for x in (x0, x1, (x0 + x1) / 2):
        if not any(low < x < high for low, high in spans):
            return x
    return float(min(edges, key=lambda x: (abs(x - x0) + abs(x - x1), -x)))


class _Lanes:
    """The lanes taken so far, so that arcs of different sources keep apart."""

    def __init__(self) -> None:
        self._taken: dict[int, list[tuple[float, float, float, int]]] = {}

    def take(self, lane: float, away: float, top: float, bottom: float, source: int) -> float:
        """The first free lane from this one on, in the direction of `away`."""
        for _ in range(20):
            if self._free(lane, top, bottom, source):
                break
            lane += math.copysign(_APART, away)
        self._taken.setdefault(round(lane / _APART), []).append((lane, top, bottom, source))
        return lane

    def _free(self, lane: float, top: float, bottom: float, source: int) -> bool:
        at = round(lane / _APART)
        return not any(
            abs(x - lane) < _APART and a < bottom and b > top and other != source
            for near in (at - 1, at, at + 1)
            for x, a, b, other in self._taken.get(near, ())
        )


def _arc(start: Array, end: Array, lane: float) -> Array:
    (x0, y0), (x1, y1) = start, end
    if y1 >= y0:
        turn = min(_TURN, (y1 - y0) / 2)
        down = [(x0, y0), (x0, y0 + turn), (lane, y0), (lane, y0 + turn)]
        up = [(lane, y1 - turn), (lane, y1), (x1, y1 - turn), (x1, y1)]
    else:
        down = [(x0, y0), (x0, y0 + _BACK), (lane, y0 + _BACK), (lane, y0)]
        up = [(lane, y1), (lane, y1 - _BACK), (x1, y1 - _BACK), (x1, y1)]
    return np.concatenate([_PART @ np.array(down), _PART @ np.array(up)])
