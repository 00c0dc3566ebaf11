"""Where a line across the canvas meets wires."""

from __future__ import annotations

import numpy as np

from app.ui.canvas.geometry import Geometry
from app.ui.canvas.metrics import snapped
from app.ui.canvas.routing import Array
from nodes.network import Position, Wire


def crossings(geometry: Geometry, start: Position, end: Position) -> list[tuple[Wire, Position]]:
    """The wires that a straight line crosses, each with the first place where it does."""
    if start == end or not geometry.wires:
        return []
    (x0, y0), (x1, y1) = start, end
    box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    near = np.flatnonzero(geometry.wires_in(box))
    a = geometry.courses[near, :-1]
    wire_way = geometry.courses[near, 1:] - a
    line_way = np.array([x1 - x0, y1 - y0])
    away = a - start
    # On both lines a point is so far along; they cross where both are from 0 to 1.
    across = line_way[0] * wire_way[..., 1] - line_way[1] * wire_way[..., 0]
    with np.errstate(divide="ignore", invalid="ignore"):  # parallel lines never cross
        on_line = (away[..., 0] * wire_way[..., 1] - away[..., 1] * wire_way[..., 0]) / across
        on_wire = (away[..., 0] * line_way[1] - away[..., 1] * line_way[0]) / across
    met = (on_line >= 0) & (on_line <= 1) & (on_wire >= 0) & (on_wire <= 1)
    found = []
    for k in np.flatnonzero(met.any(axis=1)).tolist():
        t = float(on_line[k][met[k]].min())
        place = x0 + t * float(line_way[0]), y0 + t * float(line_way[1])
        found.append((geometry.wires[int(near[k])], place))
    return found


def led_through(
    geometry: Geometry, wire: Wire, points: tuple[Position, ...], place: Position
) -> tuple[Position, ...]:
    """The points that a wire is led through with another one, in their order along it."""
    course = geometry.courses[geometry.wire_index[wire]]
    before = sum(along(course, p) < along(course, place) for p in points)
    return (*points[:before], (snapped(place[0]), snapped(place[1])), *points[before:])


def along(course: Array, place: Position) -> float:
    """How far along a wire its nearest point to a place is, counted in points of the course."""
    a, way = course[:-1], np.diff(course, axis=0)
    length = np.maximum((way**2).sum(axis=1), 1e-9)
    t = np.clip(((np.array(place) - a) * way).sum(axis=1) / length, 0, 1)
    away = np.hypot(*(a + t[:, None] * way - place).T)
    nearest = int(np.argmin(away))
    return nearest + float(t[nearest])
