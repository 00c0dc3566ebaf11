"""What the canvas does to wires on a command; each is one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.closing import healed
from app.ui.canvas.geometry import Socket
from app.ui.formats import counted
from app.ui.language import tr
from nodes.network import edits

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView


def heal_selection(view: GraphView) -> None:
    """Remove the selected nodes; what fed them feeds what they fed, and comes up to it."""
    names, scope = view.editor.selection, view.editor.scope
    if names:
        what = next(iter(names)) if len(names) == 1 else counted(len(names), "node")
        view.editor.apply(tr("Delete {what} and heal", what=what), healed(scope, names))


def extract_selection(view: GraphView) -> None:
    """Take the selected nodes out of their wires; what fed them feeds what they fed."""
    names, scope = view.editor.selection, view.editor.scope
    if names:
        what = next(iter(names)) if len(names) == 1 else counted(len(names), "node")
        view.editor.apply(tr("Extract {what}", what=what), lambda n: edits.extract(n, scope, names))


def disconnect_port(view: GraphView, port: Socket) -> None:
    """Remove all wires of a port."""
    graph, scope, end = view.editor.graph, view.editor.scope, port.end
    ends = graph.out_of(end.node) if port.output else graph.into(end.node)
    wires = [w for w in ends if (w.source if port.output else w.target) == end]
    if wires:
        view.editor.apply(
            tr("Disconnect {port}", port=end), lambda n: edits.disconnect(n, scope, wires)
        )
