"""Nodes, frames and notes that come to the graph of a canvas from the clipboard or another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.ui.canvas.clearing import clear_place
from app.ui.canvas.metrics import ROOM, ceiling, snapped
from app.ui.canvas.surroundings import around, with_content
from nodes.network import Network, Position, clipboard
from nodes.network.edits import Edited
from nodes.network.edits.marks import Marks, points_between, shift, shift_below
from nodes.network.interior import size
from nodes.network.marks import Box

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView


def chosen(view: GraphView) -> tuple[frozenset[str], Marks]:
    """The selected nodes, frames and notes; a frame with all that lies in it."""
    layer, e = view.layer, view.editor
    names, marks = with_content(layer.geometry, e.graph, e.selection, layer.look.marks)
    return names, replace(marks, points=frozenset())


def create(view: GraphView, label: str, make: Callable[[Network], Edited]) -> bool:
    """Make an edit that adds nodes, frames and notes, and select those; whether it was made.

    Where blocks are unfolded among them, what is there makes room.
    """
    before, editor = view.editor.graph, view.editor
    scope = editor.scope
    if not editor.create(label, lambda n: _with_room(n, make(n), scope)):
        return False
    after = editor.graph
    frames = range(len(before.frames), len(after.frames))
    notes = range(len(before.notes), len(after.notes))
    view.select_wires((), Marks(frozenset(frames), frozenset(notes)))
    return True


def paste_in_view(view: GraphView, label: str, text: str, *, wired: bool = False) -> bool:
    """Paste where there is room in the middle of the view; it is scrolled to where there is not."""
    scope, centre = view.editor.scope, view.centre_of_view()

    def make(network: Network) -> Edited:
        made = clipboard.paste(network, scope, text, wired=wired)
        return _centred(network, made, scope, centre)

    done = create(view, label, make)
    layer = view.layer
    box = around(layer.geometry, view.editor.graph, view.editor.selection, layer.look.marks)
    if box is not None and not view.navigator.sees(box):
        view.places.jump_on()
        view.navigator.reveal(box)
    return done


def _with_room(before: Network, made: Edited, scope: str) -> Edited:
    """With large cards that were added clear of all others.

    They stand below what begins above them; all that is in their way moves down with its rows.
    """
    names, graph = frozenset(made.names), made.network.scope(scope)
    if not any(graph.by_name[name].unfolded for name in names):
        return made
    marks, network = _added(before, made, scope), made.network
    boxes = [(*n.position, *size(network, n)) for n in graph.nodes if n.name not in names]
    boxes += [note.box for k, note in enumerate(graph.notes) if k not in marks.notes]
    left, top, wide, high = _around(made, scope, marks)
    beside = [b for b in boxes if left < b[0] + b[2] and b[0] < left + wide]
    above = [b[1] + b[3] for b in beside if b[1] < top < b[1] + b[3]]
    lower = ceiling(max(above) + ROOM) if above else top
    if lower > top:
        network = shift(network, scope, (0.0, lower - top), names, marks)
    level = min((b[1] for b in beside if top <= b[1] < lower + high), default=None)
    if level is not None:
        by = ceiling(lower + high + ROOM - level)
        network = shift_below(network, scope, level, by, names, marks)
    return made._replace(network=network)


def _added(before: Network, made: Edited, scope: str) -> Marks:
    """The frames, notes and points that came with the nodes."""
    old, new = before.scope(scope), made.network.scope(scope)
    return Marks(
        frozenset(range(len(old.frames), len(new.frames))),
        frozenset(range(len(old.notes), len(new.notes))),
        points_between(new, made.names),
    )


def _around(made: Edited, scope: str, marks: Marks) -> Box:
    """The box about all that was added."""
    graph = made.network.scope(scope)
    nodes = [graph.by_name[name] for name in made.names]
    boxes = [(*n.position, *size(made.network, n)) for n in nodes]
    boxes += [graph.frames[k].box for k in marks.frames]
    boxes += [graph.notes[k].box for k in marks.notes]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    return left, top, right - left, bottom - top


def _centred(before: Network, made: Edited, scope: str, centre: Position) -> Edited:
    """What was added, about a point, or near it where it lies on nothing else."""
    marks = _added(before, made, scope)
    left, top, width, height = _around(made, scope, marks)
    wanted = snapped(centre[0] - width / 2), snapped(centre[1] - height / 2)
    x, y = clear_place(before, before.scope(scope), (*wanted, width, height), frozenset())
    names = frozenset(made.names)
    return made._replace(network=shift(made.network, scope, (x - left, y - top), names, marks))
