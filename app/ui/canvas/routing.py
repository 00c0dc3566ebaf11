"""The courses of wires: smooth curves downwards, and arcs round cards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

POINTS = 26  # of every course, so that all stand in one array
_HALF = POINTS // 2
_TURN = 48.0  # height in which a wire reaches its lane
_BACK = 60.0  # how far a wire that leads upwards swings out
_LEAST, _MOST = 24.0, 150.0  # how long a wire keeps the direction in which it leaves a port


def _bernstein(points: int) -> Array:
    t = (1 - np.cos(np.linspace(0, np.pi, points))) / 2  # closer at the ends, where it bends
    u = 1 - t
    return np.stack([u**3, 3 * u * u * t, 3 * u * t * t, t**3], axis=1)


_WHOLE, _PART = _bernstein(POINTS), _bernstein(_HALF)


def curves(start: Array, end: Array) -> Array:
    """Points of direct curves, (wires, POINTS, 2), between (wires, 2) starts and ends."""
    reach = np.abs(end[:, 1] - start[:, 1]) * 0.5
    handle = np.clip(reach, _LEAST, _MOST)[:, None] * np.array([0.0, 1.0])
    controls = np.stack([start, start + handle, end - handle, end], axis=1)
    found: Array = np.einsum("pk,wkc->wpc", _WHOLE, controls)
    return found


def arcs(start: Array, end: Array, lanes: Array) -> Array:
    """Points of wires that run down, or up, a lane: the place across of each is in `lanes`."""
    x0, y0, x1, y1 = start[:, 0], start[:, 1], end[:, 0], end[:, 1]
    downwards = y1 >= y0
    turn = np.where(downwards, np.minimum(_TURN, (y1 - y0) / 2), _BACK)
    # A wire that leads upwards passes its lane between the same two heights, from below.
    out_y, in_y = np.where(downwards, y0, y0 + turn), np.where(downwards, y1, y1 - turn)
    lane_out, lane_in = np.where(downwards, y0 + turn, y0), np.where(downwards, y1 - turn, y1)
    first = np.stack([x0, y0, x0, y0 + turn, lanes, out_y, lanes, lane_out], axis=1)
    second = np.stack([lanes, lane_in, lanes, in_y, x1, y1 - turn, x1, y1], axis=1)
    found = np.empty((len(start), POINTS, 2))
    found[:, :_HALF] = np.einsum("pk,wkc->wpc", _PART, first.reshape(-1, 4, 2))
    found[:, _HALF:] = np.einsum("pk,wkc->wpc", _PART, second.reshape(-1, 4, 2))
    return found


def extent(courses: Array) -> tuple[Array, Array]:
    """The lowest and the highest place across and down of every course, (wires, 2) each."""
    flat = courses.reshape(-1, 2 * POINTS).T  # long rows: they are compared much faster
    low, high = np.empty((len(courses), 2)), np.empty((len(courses), 2))
    for axis in (0, 1):
        rows = np.ascontiguousarray(flat[axis::2])
        low[:, axis], high[:, axis] = rows.min(axis=0), rows.max(axis=0)
    return low, high
