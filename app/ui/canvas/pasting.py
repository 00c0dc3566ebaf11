"""Nodes, frames and notes that come to the graph of a canvas from the clipboard or another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.ui.canvas.clearing import clear_place
from app.ui.canvas.metrics import snapped
from app.ui.canvas.surroundings import around, with_content
from nodes.network import Network, Position, clipboard
from nodes.network.edits import Edited
from nodes.network.edits.marks import Marks, points_between, shift
from nodes.network.interior import size

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView


def chosen(view: GraphView) -> tuple[frozenset[str], Marks]:
    """The selected nodes, frames and notes; a frame with all that lies in it."""
    layer, e = view.layer, view.editor
    names, marks = with_content(layer.geometry, e.graph, e.selection, layer.look.marks)
    return names, replace(marks, points=frozenset())


def create(view: GraphView, label: str, make: Callable[[Network], Edited]) -> bool:
    """Make an edit that adds nodes, frames and notes, and select those; whether it was made."""
    before, editor = view.editor.graph, view.editor
    if not editor.create(label, make):
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


def _centred(before: Network, made: Edited, scope: str, centre: Position) -> Edited:
    """What was added, about a point, or near it where it lies on nothing else."""
    old, new = before.scope(scope), made.network.scope(scope)
    marks = Marks(
        frozenset(range(len(old.frames), len(new.frames))),
        frozenset(range(len(old.notes), len(new.notes))),
        points_between(new, made.names),
    )
    nodes = [new.by_name[name] for name in made.names]
    boxes = [(*n.position, *size(made.network, n)) for n in nodes]
    boxes += [new.frames[k].box for k in marks.frames] + [new.notes[k].box for k in marks.notes]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    width = max(b[0] + b[2] for b in boxes) - left
    height = max(b[1] + b[3] for b in boxes) - top
    wanted = snapped(centre[0] - width / 2), snapped(centre[1] - height / 2)
    x, y = clear_place(before, old, (*wanted, width, height), frozenset())
    names = frozenset(made.names)
    return made._replace(network=shift(made.network, scope, (x - left, y - top), names, marks))
