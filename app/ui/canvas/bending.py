"""The courses of wires that are led through points; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.ui.canvas.routing import POINTS, Array, arcs
from app.ui.canvas.wishes import meets, wishes
from nodes.network import Position

_LEAST = 16.0  # of the handle at an end, so that a wire leaves its port downwards


def led(start: Position, end: Position, points: Sequence[Position], boxes: Array) -> Array:
    """A course, (POINTS, 2), that touches each of the points, and none of the boxes on its way.

    A leg that would run through a card takes a lane beside it, as a wire of its own does; then the
    wire passes its points straight down or up.
    """
    stops = np.array([start, *points, end], dtype=np.float64)
    legs = len(stops) - 1
    ways = np.sign(stops[2:, 1] - stops[:-2, 1])
    heads = np.r_[1.0, np.where(ways < 0, -1.0, 1.0), 1.0]
    course, blocked = through(start, end, points), np.zeros(legs, dtype=bool)
    for _ in range(2):  # that it passes the points another way may bring other legs too near
        firsts = np.cumsum([0, *_shares(stops)])
        for leg in np.flatnonzero(~blocked).tolist():
            part = course[firsts[leg] : firsts[leg + 1] + 1]
            blocked[leg] = meets(part, boxes)
        if not blocked.any():
            return course
        course = through(start, end, points, heads)
    lanes, _ = wishes(stops[:-1], stops[1:], boxes, blocked)
    arced = arcs(stops[:-1], stops[1:], lanes, np.stack([heads[:-1], heads[1:]], axis=1))
    for leg in np.flatnonzero(blocked).tolist():
        steps = int(firsts[leg + 1] - firsts[leg])
        taken = np.linspace(0, POINTS - 1, steps + 1).round().astype(int)
        course[firsts[leg] : firsts[leg + 1] + 1] = arced[leg][taken]
    return course


def through(
    start: Position, end: Position, points: Sequence[Position], heads: Array | None = None
) -> Array:
    """A smooth course, (POINTS, 2), that touches each of the points.

    At a port it runs downwards, at a point in the direction from the one before to the one after,
    or by `heads`, one for each stop, straight down (1) or up (-1). The samples are shared out by
    length, and every point has one.
    """
    stops = np.array([start, *points, end], dtype=np.float64)
    length = np.hypot(*np.diff(stops, axis=0).T)
    along = np.empty_like(stops)
    if heads is None:
        along[1:-1] = stops[2:] - stops[:-2]
        along[0] = along[-1] = 0.0, 1.0
    else:
        along[:, 0], along[:, 1] = 0.0, heads
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    handle = length / 3
    ends = np.maximum(handle[[0, -1]], _LEAST)
    out, into = handle.copy(), handle.copy()
    out[0], into[-1] = ends
    found = [stops[:1]]
    for leg, steps in enumerate(_shares(stops)):
        t = (np.arange(1, steps + 1) / steps)[:, None]
        u = 1 - t
        a, d = stops[leg], stops[leg + 1]
        b, c = a + along[leg] * out[leg], d - along[leg + 1] * into[leg]
        found.append(u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d)
    return np.concatenate(found)


def _shares(stops: Array) -> list[int]:
    """How many samples each leg gets, of all but the first of the course; one at least."""
    length = np.hypot(*np.diff(stops, axis=0).T)
    legs = len(length)
    spare = POINTS - 1 - legs
    wanted = length / max(float(length.sum()), 1e-9) * spare
    shares = np.floor(wanted).astype(int)
    rest = spare - int(shares.sum())
    shares[np.argsort(wanted - shares)[::-1][:rest]] += 1
    return [1 + int(share) for share in shares]


def place_in(start: Position, end: Position, points: Sequence[Position], at: Position) -> int:
    """Where among the points of a wire one belongs that is put on it: on which leg it lies."""
    stops = np.array([start, *points, end], dtype=np.float64)
    a, b = stops[:-1], stops[1:]
    along = b - a
    t = ((at - a) * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-9)
    away = a + np.clip(t, 0, 1)[:, None] * along - at
    return int(np.argmin(np.hypot(away[:, 0], away[:, 1])))
