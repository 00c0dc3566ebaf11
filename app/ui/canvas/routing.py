"""The courses of wires: smooth curves downwards, and arcs round cards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

POINTS = 26  # of every course, so that all stand in one array
_HALF = POINTS // 2
_TURN = 48.0  # height in which a wire reaches its lane
BACK = 60.0  # how far a wire that leads upwards swings out
_LEAST, _MOST = 24.0, 150.0  # how long a wire keeps the direction in which it leaves a port


def _bernstein(points: int) -> Array:
    t = (1 - np.cos(np.linspace(0, np.pi, points))) / 2  # closer at the ends, where it bends
    u = 1 - t
    return np.stack([u**3, 3 * u * u * t, 3 * u * t * t, t**3], axis=1)


_WHOLE, _PART = _bernstein(POINTS), _bernstein(_HALF)


def curves(start: Array, end: Array) -> Array:
    """Points of direct curves, (wires, POINTS, 2), between (wires, 2) starts and ends."""
    reach = np.abs(end[:, 1] - start[:, 1]) * 0.5
    handle = np.minimum(np.maximum(reach, _LEAST), _MOST)
    controls = np.empty((len(start), 4, 2))
    controls[:, 0], controls[:, 1] = start, start
    controls[:, 2], controls[:, 3] = end, end
    controls[:, 1, 1] += handle
    controls[:, 2, 1] -= handle
    found: Array = np.matmul(_WHOLE, controls)
    return found


def arcs(start: Array, end: Array, lanes: Array, heads: Array | None = None) -> Array:
    """Points of wires that run down, or up, a lane: the place across of each is in `lanes`.

    `heads`, (wires, 2), tell how each leaves its start and meets its end: 1 downwards, as at a
    port, -1 upwards.
    """
    way = np.where(end[:, 1] >= start[:, 1], 1.0, -1.0)
    heads = np.ones((len(start), 2)) if heads is None else heads
    turn = np.minimum(_TURN, np.abs(end[:, 1] - start[:, 1]) / 2)
    first, second = (
        _turns(at, lanes, way * side, heads[:, k] * side, turn)
        for k, (at, side) in enumerate(((start, 1.0), (end, -1.0)))
    )
    found = np.empty((len(start), POINTS, 2))
    found[:, :_HALF] = np.einsum("pk,wkc->wpc", _PART, first)
    found[:, _HALF:] = np.einsum("pk,wkc->wpc", _PART, second)[:, ::-1]
    return found


def _turns(at: Array, lanes: Array, way: Array, head: Array, turn: Array) -> Array:
    """Controls, (wires, 4, 2), from an end into the lane, where it goes on the `way`."""
    x, y = at.T
    level = head == way
    out = y + np.where(level, way * turn, head * BACK)
    # One that leaves the other way swings round, and is in its lane where it began.
    swing, lane = np.where(level, y, out), np.where(level, out, y)
    return np.stack([x, y, x, out, lanes, swing, lanes, lane], axis=1).reshape(-1, 4, 2)


def extent(courses: Array) -> tuple[Array, Array]:
    """The lowest and the highest place across and down of every course, (wires, 2) each."""
    flat = courses.reshape(-1, 2 * POINTS).T  # long rows: they are compared much faster
    low, high = np.empty((len(courses), 2)), np.empty((len(courses), 2))
    for axis in (0, 1):
        rows = np.ascontiguousarray(flat[axis::2])
        low[:, axis], high[:, axis] = rows.min(axis=0), rows.max(axis=0)
    return low, high
