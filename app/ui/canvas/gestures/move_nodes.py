"""Dragging the selected cards; a lone one without wires can be dropped on a wire."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.ui.canvas.changes import inserted
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH, snapped
from nodes.network import Graph, Wire, edits
from nodes.network.lookup import ports

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class MoveNodes(Gesture):
    """`name` is the node under the pointer; it snaps to the grid and the others keep beside it."""

    def __init__(self, canvas: CanvasView, start: Pointer, name: str) -> None:
        super().__init__(canvas, start)
        self.name = name
        editor = self.canvas.editor
        self._was_selected = name in editor.selection
        if start.adds:
            editor.select(editor.selection ^ {name})
        elif not self._was_selected:
            self.canvas.select_wires(())
            editor.select({name})

    def begin(self) -> None:
        editor = self.canvas.editor
        self._names = editor.selection | {self.name}
        self._by = (0.0, 0.0)
        self._origin = editor.graph.by_name[self.name].position

    def move(self, at: Pointer) -> None:
        x, y = self._origin
        self._by = (
            snapped(x + at.x - self.start.x) - x,
            snapped(y + at.y - self.start.y) - y,
        )
        self.canvas.layer.geometry.shift(self._names, *self._by)
        self.canvas.layer.look.target_wire = self._wire_below()
        self.canvas.layer.update()

    def _wire_below(self) -> Wire | None:
        """The wire under the middle of a lone card that could be put on it."""
        network, graph = self.canvas.editor.network, self.canvas.editor.graph
        if len(self._names) > 1 or graph.into(self.name) or graph.out_of(self.name):
            return None
        inputs, outputs = ports(network, graph.by_name[self.name])
        if not inputs or not outputs:
            return None
        x, y = self._origin[0] + self._by[0], self._origin[1] + self._by[1]
        geometry = self.canvas.layer.geometry
        return geometry.wire_at(x + CARD_WIDTH / 2, y + CARD_HEIGHT / 2, CARD_HEIGHT / 2)

    def finish(self, at: Pointer) -> None:
        self.move(at)
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        wire, self.canvas.layer.look.target_wire = self.canvas.layer.look.target_wire, None
        places = {
            name: (x + self._by[0], y + self._by[1])
            for name in self._names
            for x, y in [editor.graph.by_name[name].position]
        }
        if self._by == (0.0, 0.0):
            done = False
        elif wire is not None:
            node = replace(editor.graph.by_name[self.name], position=places[self.name])
            done = editor.apply(f"Insert {self.name}", inserted(scope, wire, node))
        else:
            label = f"Move {self.name}" if len(places) == 1 else f"Move {len(places)} nodes"
            done = editor.apply(label, lambda network: edits.move(network, scope, places))
        if not done:
            self.cancel()

    def click(self) -> None:
        if self._was_selected and not self.start.adds:
            self.canvas.select_wires(())
            self.canvas.editor.select({self.name})

    def cancel(self) -> None:
        self.canvas.layer.look.target_wire = None
        self.canvas.layer.geometry.restore()
        self.canvas.layer.update()

    def survives(self, graph: Graph) -> bool:
        return False  # the cards under the pointer may stand elsewhere now
