"""Y held: the left button draws a stroke that cuts wires, as the right one does with Ctrl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.ui.canvas.component import Component
from app.ui.canvas.gestures import CutWires, Gesture, Pointer

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class Cutting(Component):
    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._held = False

    def key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() != Qt.Key.Key_Y or not plain:
            return False
        if not event.isAutoRepeat():
            self._held = True
        return True

    def key_released(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Y:
            return False
        if not event.isAutoRepeat():
            self._held = False
        return True

    def focus_lost(self) -> None:
        self._held = False  # its release is told to somebody else

    def gesture_at(self, at: Pointer) -> Gesture | None:
        return CutWires(self.canvas, at) if self._held else None
