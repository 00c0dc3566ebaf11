"""What stands still in view while something is dragged, for it to snap to; no Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.routing import Array
from nodes.network import Graph
from nodes.network.edits.marks import NO_MARKS, Marks
from nodes.network.marks import Box as MarkBox
from nodes.network.marks import holds


def still(
    geometry: Geometry,
    graph: Graph,
    seen: Box,
    names: Collection[str],
    marks: Marks = NO_MARKS,
) -> Array:
    """The edges, (n, 4), of the cards, frames and notes in view that are none of these."""
    moving = np.zeros(len(geometry.names), dtype=bool)
    moving[[geometry.index[n] for n in names if n in geometry.index]] = True
    cards = geometry.cards_in(seen)
    cards = cards[~moving[cards]]
    corners = geometry.places[cards]
    boxes = [edges(f.box) for k, f in enumerate(graph.frames) if k not in marks.frames]
    boxes += [edges(n.box) for k, n in enumerate(graph.notes) if k not in marks.notes]
    others = np.array(boxes, dtype=np.float64).reshape(-1, 4)
    left, top, right, bottom = seen
    near = (others[:, 0] < right) & (others[:, 2] > left)
    near &= (others[:, 1] < bottom) & (others[:, 3] > top)
    return np.concatenate([np.hstack([corners, corners + geometry.sizes[cards]]), others[near]])


def whole(geometry: Geometry, graph: Graph) -> Box | None:
    """The edges around all there is; None where there is nothing."""
    boxes = [edges(f.box) for f in graph.frames] + [edges(n.box) for n in graph.notes]
    if (bounds := geometry.bounds()) is not None:
        boxes.append(bounds)
    return _joined(boxes)


def around(
    geometry: Geometry, graph: Graph, names: Collection[str], marks: Marks = NO_MARKS
) -> Box | None:
    """The edges around cards, frames and notes; None where there are none."""
    found = [edges(graph.frames[k].box) for k in marks.frames]
    found += [edges(graph.notes[k].box) for k in marks.notes]
    if (cards := geometry.bounds(names)) is not None:
        found.append(cards)
    return _joined(found)


def frame_around(graph: Graph, x: float, y: float) -> Box | None:
    """The edges of the smallest frame at a point; None where there is none."""
    found = [f.box for f in graph.frames if holds(f.box, (x, y, 0.0, 0.0))]
    return edges(min(found, key=lambda box: box[2] * box[3])) if found else None


def _joined(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    low, high = np.min(boxes, axis=0), np.max(boxes, axis=0)
    return float(low[0]), float(low[1]), float(high[2]), float(high[3])


def with_content(
    geometry: Geometry, graph: Graph, names: Collection[str], marks: Marks
) -> tuple[frozenset[str], Marks]:
    """Nodes and marks, and all that lies wholly in one of the frames among them."""
    found = frozenset(names)
    for k in marks.frames:
        box = graph.frames[k].box
        left, top, right, bottom = edges(box)
        low, high = geometry.places, geometry.places + geometry.sizes
        inside = np.all((low >= (left, top)) & (high <= (right, bottom)), axis=1)
        found |= {geometry.names[i] for i in np.flatnonzero(inside).tolist()}
        marks |= marks_in(graph, (left, top, right, bottom))
    return found, marks


def marks_in(graph: Graph, area: Box) -> Marks:
    """The frames, notes and points of wires that lie wholly in an area."""
    left, top, right, bottom = area
    box = (left, top, right - left, bottom - top)
    return Marks(
        frozenset(k for k, f in enumerate(graph.frames) if holds(box, f.box)),
        frozenset(k for k, n in enumerate(graph.notes) if holds(box, n.box)),
        frozenset(
            (w, k)
            for w, points in graph.bends
            for k, (x, y) in enumerate(points)
            if left <= x <= right and top <= y <= bottom
        ),
    )


def box_of(graph: Graph, mark: Marks) -> MarkBox:
    """The box of the one frame or note that is meant."""
    return next(
        iter([graph.frames[k].box for k in mark.frames] + [graph.notes[k].box for k in mark.notes])
    )


def edges(box: MarkBox) -> Box:
    """Of a box that is given by its corner and its size."""
    left, top, width, height = box
    return left, top, left + width, top + height
