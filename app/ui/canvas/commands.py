"""What the canvas does to the document on a command; each is one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.changes import appended, defined, deleted, first, place_for
from app.ui.formats import counted
from nodes.errors import SkipwireError
from nodes.network import Node, edits
from nodes.network.edits.marks import Marks

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView


def delete_selection(view: GraphView) -> None:
    """Remove the selected nodes, wires, frames, notes and points of wires."""
    names, wires = view.editor.selection, view.selected_wires
    marks = view.layer.look.marks
    if names or wires or marks:
        what = next(iter(names)) if len(names) == 1 else counted(len(names), "node")
        if not names:
            what = counted(len(wires), "wire") if wires else marks_named(marks)
        label = f"Delete {what}"
        view.editor.apply(label, deleted(view.editor.scope, names, wires, marks))


def marks_named(marks: Marks) -> str:
    """What these are called."""
    for count, kind in (
        (len(marks.frames), "frame"),
        (len(marks.notes), "note"),
        (len(marks.points), "reroute point"),
    ):
        if count == len(marks):
            return counted(count, kind)
    return counted(len(marks), "mark")


def add_node(view: GraphView, kind: str) -> None:
    """Add a layer or block and select it.

    Below the selected node and fed by it where one is selected, else in the middle of the view.
    """
    editor = view.editor
    after = editor.selected_node
    try:
        _, known = defined(editor.network, kind)
    except SkipwireError as error:
        editor.refuse(str(error))
        return
    name = edits.fresh_name(editor.graph, known)
    place = place_for(editor.network, editor.graph, after, view.centre_of_view())
    node = Node(name, known, position=place)
    edit = appended(editor.scope, node, after.name if after is not None else None)
    if editor.apply(f"Add {name}", first(kind, edit), select=[name]):
        view.show_node(name)
