"""Keys on the canvas: arrows walk along the wires, and with Alt move what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.ui.canvas.metrics import GRID
from app.ui.canvas.surroundings import with_content
from app.ui.canvas.walking import Walk
from app.ui.language import tr
from nodes.network.edits.marks import Marks, points_between, shift

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FAR = 10  # steps of the grid, with Shift
_PAUSE = 1000  # ms after which another move is another step of the history
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self._walk = Walk(canvas)
        self._moves = 0  # counts moves with pauses between them
        self.pause = QTimer(canvas, singleShot=True, interval=_PAUSE)
        self.pause.timeout.connect(self._rest)

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key has a meaning here."""
        editor, keys = self._canvas.editor, event.modifiers()
        key = Qt.Key(event.key())
        if key in _ARROWS and not keys & Qt.KeyboardModifier.ControlModifier:
            across, down = _ARROWS[key]
            far = bool(keys & _SHIFT)
            if keys & _ALT:
                step = GRID * (_FAR if far else 1)
                self._move(across * step, down * step)
            else:
                self._walk.step(across, down, extends=far)
        elif key == Qt.Key.Key_Home:
            self._canvas.fit()
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

    def _move(self, dx: float, dy: float) -> None:
        """Repeated quickly it is one step of the history."""
        editor, layer = self._canvas.editor, self._canvas.layer
        if not editor.selection and not layer.look.marks:
            return
        scope, graph = editor.scope, editor.graph
        names, marks = with_content(layer.geometry, graph, editor.selection, layer.look.marks)
        marks |= Marks(points=points_between(graph, names))
        self.pause.start()
        grows = f"move {self._moves} {scope} {sorted(editor.selection)} {layer.look.marks}"
        editor.apply(
            tr("Move"), lambda network: shift(network, scope, (dx, dy), names, marks), grows=grows
        )
        if (bounds := layer.geometry.bounds(editor.selection)) is not None:
            self._canvas.navigator.reveal(bounds)

    def _rest(self) -> None:
        self._moves += 1
