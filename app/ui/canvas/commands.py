"""What the canvas does to the document on a command; each is one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.changes import appended, defined, deleted, first, place_for
from app.ui.formats import counted
from nodes.errors import SkipwireError
from nodes.network import Node, edits

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView


def delete_selection(view: GraphView) -> None:
    """Remove the selected nodes and wires."""
    names, wires = view.editor.selection, view.selected_wires
    if names or wires:
        what = next(iter(names)) if len(names) == 1 else counted(len(names), "node")
        label = f"Delete {what if names else counted(len(wires), 'wire')}"
        view.editor.apply(label, deleted(view.editor.scope, names, wires))


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
    place = place_for(editor.graph, after, view.centre_of_view())
    node = Node(name, known, position=place)
    edit = appended(editor.scope, node, after.name if after is not None else None)
    if editor.apply(f"Add {name}", first(kind, edit), select=[name]):
        view.show_node(name)
