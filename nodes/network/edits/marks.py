"""Frames, notes and the points that wires are led through: adding, changing, moving, removing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from nodes.errors import EditError
from nodes.network.edits import MAX_COORDINATE, require_place
from nodes.network.lookup import graph_of, nodes_of
from nodes.network.marks import (
    LEAST,
    MAX_MARKS,
    MAX_POINTS,
    MAX_TEXT,
    MAX_TITLE,
    Frame,
    Note,
    shifted,
)
from nodes.network.model import Graph, Network, Position, Wire

Mark = TypeVar("Mark", Frame, Note)
Point = tuple[Wire, int]  # one of those that a wire is led through, counted from its source


@dataclass(frozen=True)
class Marks:
    """Some of a graph's frames and notes, by their number in it, and points of its wires."""

    frames: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    points: frozenset[Point] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.frames or self.notes or self.points)

    def __len__(self) -> int:
        return len(self.frames) + len(self.notes) + len(self.points)

    def __or__(self, other: Marks) -> Marks:
        return Marks(
            self.frames | other.frames, self.notes | other.notes, self.points | other.points
        )

    def __xor__(self, other: Marks) -> Marks:
        return Marks(
            self.frames ^ other.frames, self.notes ^ other.notes, self.points ^ other.points
        )

    def within(self, graph: Graph) -> Marks:
        """Those that there are."""
        return Marks(
            frozenset(k for k in self.frames if k < len(graph.frames)),
            frozenset(k for k in self.notes if k < len(graph.notes)),
            frozenset((w, k) for w, k in self.points if k < len(graph.points.get(w, ()))),
        )


NO_MARKS = Marks()


def every_mark(graph: Graph) -> Marks:
    """All frames, notes and points of a graph."""
    return Marks(
        frozenset(range(len(graph.frames))),
        frozenset(range(len(graph.notes))),
        frozenset((w, k) for w, points in graph.bends for k in range(len(points))),
    )


def add_frame(network: Network, scope: str, frame: Frame) -> Network:
    """Add a frame, before which those stand that were there.

    Raises:
        EditError: it is too small or off the canvas, its title is too long, or there are too many.
    """
    graph = graph_of(network, scope)
    return _checked(network, scope, replace(graph, frames=(*graph.frames, frame)))


def add_note(network: Network, scope: str, note: Note) -> Network:
    """Add a note; raises EditError as `add_frame` does."""
    graph = graph_of(network, scope)
    return _checked(network, scope, replace(graph, notes=(*graph.notes, note)))


def change_frames(network: Network, scope: str, changes: Mapping[int, Frame]) -> Network:
    """Put others in the places of frames, by their number; raises EditError as `add_frame` does."""
    graph = graph_of(network, scope)
    return _checked(network, scope, replace(graph, frames=_changed(graph.frames, changes)))


def change_notes(network: Network, scope: str, changes: Mapping[int, Note]) -> Network:
    """Put others in the places of notes, by their number; raises EditError as `add_frame` does."""
    graph = graph_of(network, scope)
    return _checked(network, scope, replace(graph, notes=_changed(graph.notes, changes)))


def lead(network: Network, scope: str, wire: Wire, points: Sequence[Position]) -> Network:
    """Lead a wire through these points, in their order from its source; none leads it straight on.

    Raises:
        EditError: there is no such wire, a point is off the canvas, or there are too many.
    """
    graph = graph_of(network, scope)
    if wire not in graph.into(wire.target.node):
        raise EditError(f"There is no wire {wire}.")
    bends = {**graph.points, wire: tuple(points)}
    return _checked(network, scope, replace(graph, bends=tuple(bends.items())))


def lead_straight(network: Network, scope: str, wires: Collection[Wire]) -> Network:
    """Lead wires through no points any more."""
    graph = graph_of(network, scope)
    gone = graph.points.keys() & frozenset(wires) if graph.bends else ()
    if not gone:
        return network
    bends = tuple((w, points) for w, points in graph.bends if w not in gone)
    return network.with_graph(scope, replace(graph, bends=bends))


def remove_marks(network: Network, scope: str, marks: Marks) -> Network:
    """Remove frames, without what is in them, notes and points; raises EditError for a number."""
    graph = graph_of(network, scope)
    _require(graph, marks)
    bends = (
        (w, tuple(p for k, p in enumerate(points) if (w, k) not in marks.points))
        for w, points in graph.bends
    )
    changed = replace(
        graph,
        frames=tuple(f for k, f in enumerate(graph.frames) if k not in marks.frames),
        notes=tuple(n for k, n in enumerate(graph.notes) if k not in marks.notes),
        bends=tuple(bends),
    )
    return network.with_graph(scope, changed)


def shift(
    network: Network, scope: str, by: Position, names: Collection[str], marks: Marks = NO_MARKS
) -> Network:
    """Move nodes and marks alike by so much.

    Raises:
        EditError: there is no such node or mark, or one would be off the canvas.
    """
    graph = graph_of(network, scope)
    nodes_of(graph, names)
    _require(graph, marks)
    if by == (0.0, 0.0):
        return network
    (dx, dy), wanted = by, frozenset(names)
    nodes = tuple(
        replace(n, position=(n.position[0] + dx, n.position[1] + dy)) if n.name in wanted else n
        for n in graph.nodes
    )
    for node in nodes:
        if node.name in wanted:
            require_place(node.name, node.position)
    bends = (
        (
            w,
            tuple(
                (x + dx, y + dy) if (w, k) in marks.points else (x, y)
                for k, (x, y) in enumerate(points)
            ),
        )
        for w, points in graph.bends
    )
    changed = replace(
        graph,
        nodes=nodes,
        frames=_changed(graph.frames, {k: moved(graph.frames[k], by) for k in marks.frames}),
        notes=_changed(graph.notes, {k: moved(graph.notes[k], by) for k in marks.notes}),
        bends=tuple(bends) if marks.points else graph.bends,
    )
    return _checked(network, scope, changed)


def shift_below(
    network: Network,
    scope: str,
    level: float,
    by: float,
    but: Collection[str] = (),
    but_marks: Marks = NO_MARKS,
) -> Network:
    """Move all that begins at a level or below it down by so much, up where it is less than zero.

    Frames that begin above and end below grow or shrink with it. Some nodes and marks can stay.

    Raises:
        EditError: something would be off the canvas.
    """
    graph = graph_of(network, scope)
    names = {n.name for n in graph.nodes if n.position[1] >= level}.difference(but)
    marks = marks_below(graph, level)
    marks = Marks(
        marks.frames - but_marks.frames,
        marks.notes - but_marks.notes,
        marks.points - but_marks.points,
    )
    network = shift(network, scope, (0.0, by), names, marks)
    around = {
        k: replace(f, box=(*f.box[:3], max(f.box[3] + by, LEAST)))
        for k, f in enumerate(graph.frames)
        if f.box[1] < level < f.box[1] + f.box[3] and k not in but_marks.frames
    }
    return change_frames(network, scope, around) if around else network


def marks_below(graph: Graph, level: float) -> Marks:
    """The frames, notes and points that begin at a level or below it."""
    return Marks(
        frozenset(k for k, f in enumerate(graph.frames) if f.box[1] >= level),
        frozenset(k for k, n in enumerate(graph.notes) if n.box[1] >= level),
        frozenset(
            (w, k) for w, points in graph.bends for k, (_, y) in enumerate(points) if y >= level
        ),
    )


def points_between(graph: Graph, names: Collection[str]) -> frozenset[Point]:
    """The points of wires that begin and end at some of these nodes: they go where those go."""
    inside = frozenset(names)
    return frozenset(
        (w, k)
        for w, points in graph.bends
        if w.source.node in inside and w.target.node in inside
        for k in range(len(points))
    )


def moved(mark: Mark, by: Position) -> Mark:
    return replace(mark, box=shifted(mark.box, by))


def moved_points(points: Iterable[Position], by: Position) -> tuple[Position, ...]:
    return tuple((x + by[0], y + by[1]) for x, y in points)


def require_marks(graph: Graph) -> None:
    """Raises EditError where a frame, a note or a point of a wire cannot be as it is."""
    if max(len(graph.frames), len(graph.notes)) > MAX_MARKS:
        raise EditError(f"There can be {MAX_MARKS} frames and as many notes.")
    for frame in graph.frames:
        _require_box("A frame", frame.box)
        if len(frame.title) > MAX_TITLE:
            raise EditError(
                f"The title of a frame may have {MAX_TITLE} characters; "
                f"this has {len(frame.title)}."
            )
    for note in graph.notes:
        _require_box("A note", note.box)
        if len(note.text) > MAX_TEXT:
            raise EditError(f"A note may have {MAX_TEXT} characters; this has {len(note.text)}.")
    for wire, points in graph.bends:
        if len(points) > MAX_POINTS:
            raise EditError(f"{wire} can be led through {MAX_POINTS} points.")
        for point in points:
            require_place(str(wire), point)


def _require_box(what: str, box: tuple[float, float, float, float]) -> None:
    require_place(what, box[:2])
    if not all(LEAST <= length <= MAX_COORDINATE for length in box[2:]):
        size = f"{box[2]:g} × {box[3]:g}"
        raise EditError(
            f"{what} has to be {LEAST} units wide and high at least, and not beyond the canvas; "
            f"this would be {size}."
        )


def _checked(network: Network, scope: str, graph: Graph) -> Network:
    require_marks(graph)
    return network.with_graph(scope, graph)


def _require(graph: Graph, marks: Marks) -> None:
    if marks.within(graph) != marks:
        raise EditError("What was selected is not there any more.")


def _changed(old: tuple[Mark, ...], changes: Mapping[int, Mark]) -> tuple[Mark, ...]:
    if changes and max(changes) >= len(old):
        raise EditError("What was selected is not there any more.")
    return tuple(changes.get(k, mark) for k, mark in enumerate(old))
