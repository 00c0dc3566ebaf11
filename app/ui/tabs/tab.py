"""One open document on screen: its canvas, and above it where in the network one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.canvas import CanvasView
from app.ui.canvas.breadcrumb import Breadcrumb
from app.ui.canvas.navigator import Look
from app.ui.editor import Editor
from app.ui.sheet import Sheet

if TYPE_CHECKING:
    from app.ui.problems import NodeMenu

_TOUCHES = (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress, QEvent.Type.Drop)


class Tab(QWidget):
    """Shows one sheet for ever. `touched` comes before whatever the person does to its canvas."""

    touched = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.editor = Editor(self, sheet)
        self.canvas: CanvasView = CanvasView(self.editor)
        self.node_menu: NodeMenu | None = None  # lives as long as the canvas
        for widget in (self.canvas, self.canvas.viewport()):
            widget.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Breadcrumb(self.editor))
        column.addWidget(self.canvas)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched.emit()
        return False

    def show_part(self, trail: tuple[str, ...], look: Look | None) -> None:
        """Enter the instances of a trail, and see there what was in view before."""
        self.editor.show_place(trail)
        if look is not None and look.sound and self.editor.trail == trail:
            self.canvas.restore(look)

    def discard(self) -> None:
        """The tab is closed; its sheet may be opened in another."""
        self.editor.close()
        self.hide()
        self.deleteLater()
