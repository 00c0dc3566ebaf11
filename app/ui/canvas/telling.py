"""What a screen reader says of the canvas: the node, wire, frame, note or selection one is at.

Qt for Python cannot give every card an object of its own for screen readers, so the canvas itself
says where one is: in its description, which can be asked for, and aloud when the keys lead there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.analysis.report import Report, join
from app.ui.announcing import announce
from app.ui.canvas.component import Component
from app.ui.canvas.framing import colour_names
from app.ui.canvas.surroundings import with_content
from app.ui.formats import counted
from app.ui.language import tr
from app.ui.later import Later
from nodes import shapes
from nodes.network import Node, Wire
from nodes.network.edits.marks import Marks

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_NAMED = 5  # of many, these are named


class Telling(Component):
    """Follows the selection while a screen reader listens; `describe` tells it at any time."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._later = Later(canvas, self._describe)
        canvas.editor.selection_changed.connect(self._tell)
        canvas.wire_selection_changed.connect(self._tell)
        canvas.editor.place_changed.connect(self._tell)

    def _tell(self) -> None:
        self.canvas.setAccessibleDescription(said := self.describe())
        if self.canvas.hasFocus():
            announce(self.canvas, said)

    def follow(self) -> None:
        """After an edit it is another description, which nobody asked to hear."""
        self._later.ask(self.canvas.editor.report)

    def _describe(self) -> None:
        self.canvas.setAccessibleDescription(self.describe())

    def describe(self) -> str:
        """The selected node with its ports, a selected wire or mark, or how much is selected."""
        canvas, editor = self.canvas, self.canvas.editor
        wires = [w for w in canvas.selected_wires if w in canvas.layer.geometry.wire_index]
        if (node := editor.selected_node) is not None and not wires:
            return self._node(node)
        if len(wires) == 1 and not editor.selection:
            return self._wire(wires[0])
        marks = canvas.layer.look.marks
        if len(marks) == 1 and not wires and not editor.selection:
            return self._mark(marks)
        told = []
        if editor.selection:
            names = _some(editor.selection)
            told.append(
                tr("{count} nodes selected: {names}", count=len(editor.selection), names=names)
            )
        if wires:
            told.append(tr("{count} wires selected", count=len(wires)))
        parts = [(len(marks.frames), "frame"), (len(marks.notes), "note")]
        told += [tr("{what} selected", what=counted(n, what)) for n, what in parts if n]
        if marks.points:
            points = counted(len(marks.points), "point of a wire", "points of wires")
            told.append(tr("{what} selected", what=points))
        if told:
            return ". ".join(told)
        where = editor.scope or editor.network.name
        return tr("{place}, {count} nodes", place=where, count=len(editor.graph.nodes))

    def _node(self, node: Node) -> str:
        editor = self.canvas.editor
        report, graph = editor.report, editor.graph
        told = [tr("{node}, {kind}", node=node.name, kind=node.kind)]
        if node.enabled is False:
            told.append(tr("bypassed"))
        into, out = graph.into(node.name), graph.out_of(node.name)
        found = report.at(editor.prefix, node.name)
        for shape in found.outputs.values() if found is not None else ():
            told.append(tr("output {shape}", shape=_spoken(shapes.text(shape))))
        for wire in into[:_NAMED]:
            told.append(tr("{port} from {node}", port=wire.target.port, node=wire.source.node))
        if len(into) > _NAMED:
            told.append(tr("and {count} more", count=len(into) - _NAMED))
        if into or out:
            told.append(
                tr("feeds {nodes}", nodes=_some(w.target.node for w in out))
                if out
                else tr("feeds nothing")
            )
        else:
            told.append(tr("without wires"))
        told += [tr(message) for message in _problems(report, join(editor.prefix, node.name))]
        return ". ".join(told)

    def _wire(self, wire: Wire) -> str:
        editor = self.canvas.editor
        told = [tr("Wire from {source} to {target}", source=wire.source, target=wire.target)]
        if shape := editor.report.wire_shape(editor.prefix, wire):
            told.append(_spoken(shapes.text(shape)))
        return ". ".join(told)

    def _mark(self, mark: Marks) -> str:
        """A frame with what it holds, a note with its text, or a point with its wire."""
        graph, geometry = self.canvas.editor.graph, self.canvas.layer.geometry
        for k in mark.frames:
            frame = graph.frames[k]
            names, _ = with_content(geometry, graph, (), mark)
            told = [tr("Frame {title}", title=frame.title), colour_names()[frame.colour]]
            told.append(tr("holds {nodes}", nodes=_some(names)) if names else tr("holds no nodes"))
            return ". ".join(told)
        for k in mark.notes:
            text = graph.notes[k].text.strip()
            return tr("Note: {text}", text=text) if text else tr("Note without a text")
        return ". ".join(
            tr("Point {place} of the wire from {source} to {target}",
               place=k + 1, source=wire.source, target=wire.target)
            for wire, k in mark.points
        )  # fmt: skip


def _some(names: Iterable[str]) -> str:
    found = sorted(set(names))
    shown = ", ".join(found[:_NAMED])
    more = len(found) - _NAMED
    return tr("{names} and {count} more", names=shown, count=more) if more > 0 else shown


def _spoken(shape: str) -> str:
    """Multiplication signs are left out by many voices."""
    return shape.replace("×", tr(" by "))


def _problems(report: Report, path: str) -> list[str]:
    return [p.message for p in report.problems if path in p.nodes]
