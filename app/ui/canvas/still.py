"""A canvas to look at: drawn as where one edits, moved and enlarged, and nothing in it changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.canvas.view import CanvasView
from app.ui.editor import Editor

_MOVING = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)


class StillCanvas(CanvasView):
    """Shows `editor.graph` with all that lies around and in its cards; a drag moves the view."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(False)
        self._mouse.pans = True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in _MOVING:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.gesture is not None:
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.navigator.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu:
            event.ignore()
            return True
        return super().viewportEvent(event)
