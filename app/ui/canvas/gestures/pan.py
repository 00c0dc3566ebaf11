"""Dragging the whole view, with the middle button or with Space held."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.canvas.gestures.base import Gesture, Pointer


class Pan(Gesture):
    cursor = Qt.CursorShape.ClosedHandCursor
    waits = True

    def begin(self) -> None:
        self._last = self.start.view

    def move(self, at: Pointer) -> None:
        self.canvas.navigator.scroll_by(self._last - at.view)
        self._last = at.view
