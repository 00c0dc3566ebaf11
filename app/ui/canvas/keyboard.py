"""Keys on the canvas: arrows move the selected nodes, or walk along the wires with Alt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.canvas.metrics import GRID
from app.ui.canvas.surroundings import with_content
from nodes.network.edits.marks import Marks, points_between, shift

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SCROLL = 40.0  # pixels, where nothing is selected


class Keyboard:
    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key has a meaning here."""
        editor = self._canvas.editor
        key = Qt.Key(event.key())
        if key in _ARROWS:
            across, down = _ARROWS[key]
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._walk(across, down)
            elif editor.selection or self._canvas.layer.look.marks:
                self._nudge(across * GRID, down * GRID)
            else:
                self._canvas.navigator.scroll_by(QPointF(across, down) * _SCROLL)
        elif key == Qt.Key.Key_Delete:
            self._canvas.delete_selection()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and editor.selected_node is not None:
            editor.enter(editor.selected_node.name)
        elif key == Qt.Key.Key_Escape and (
            editor.selection or self._canvas.selected_wires or self._canvas.layer.look.marks
        ):
            editor.select(())
            self._canvas.select_wires(())
        else:
            return False
        return True

    def _nudge(self, dx: float, dy: float) -> None:
        editor, layer = self._canvas.editor, self._canvas.layer
        scope, graph = editor.scope, editor.graph
        names, marks = with_content(layer.geometry, graph, editor.selection, layer.look.marks)
        marks |= Marks(points=points_between(graph, names))
        editor.apply("Move", lambda network: shift(network, scope, (dx, dy), names, marks))

    def _walk(self, across: int, down: int) -> None:
        """To the node before or after along a wire, or to the nearest beside."""
        editor = self._canvas.editor
        graph, here = editor.graph, editor.selected_node
        if here is None:
            names = [n.name for n in graph.nodes[:1]]
        elif down:
            wires = graph.out_of(here.name) if down > 0 else graph.into(here.name)
            names = [w.target.node if down > 0 else w.source.node for w in wires[:1]]
        else:
            x, y = here.position
            beside = [n for n in graph.nodes if (n.position[0] - x) * across > 0]
            beside.sort(key=lambda n: abs(n.position[0] - x) + 3 * abs(n.position[1] - y))
            names = [n.name for n in beside[:1]]
        if names:
            editor.select(names)
            self._canvas.show_node(names[0])
