"""A value inside a block becomes a parameter of it: its name is dragged out, or asked by menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.ui.drag import parameter_data
from app.ui.editor import Editor
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import blocks


def expose(editor: Editor, parameter: str) -> str | None:
    """Of the selected nodes, as one undo step; gives the reason where it cannot be done."""
    scope, names = editor.scope, editor.selection
    try:
        made = blocks.expose(editor.network, scope, names, parameter)
    except SkipwireError as error:
        return str(error)
    (name,) = made.names
    label = tr("Make {parameter} a parameter of {block}", parameter=name, block=scope)
    editor.apply(label, lambda _: made.network)
    return None


class Exposing(QObject):
    """Makes the name beside a field draggable, and gives it a menu, while one is in a block.

    `told` is called with the reason where it cannot be done, or with nothing where it was.
    """

    def __init__(
        self, name: QWidget, editor: Editor, parameter: str, told: Callable[[str], object]
    ) -> None:
        super().__init__(name)
        self._name, self._editor, self._parameter = name, editor, parameter
        self._told = told
        self._pressed: QPointF | None = None
        name.installEventFilter(self)

    def menu(self) -> QMenu:
        """What can be done with the parameter."""
        menu = QMenu(self._name)
        text = tr("Make This a Parameter of {block}", block=self._editor.scope)
        menu.addAction(text).triggered.connect(
            lambda: self._told(expose(self._editor, self._parameter) or "")
        )
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            shapes = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.ArrowCursor
            self._name.setCursor(shapes[0] if self._editor.trail else shapes[1])
        if not self._editor.trail:
            return False
        if isinstance(event, QContextMenuEvent):
            self._open(event.globalPos())
            return True
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _open(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            left = event.button() == Qt.MouseButton.LeftButton
            self._pressed = event.position() if left else None
            return left
        if event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            gone = (event.position() - self._pressed).manhattanLength()
            if gone >= QApplication.startDragDistance():
                self._pressed = None
                drag = QDrag(self._name)
                drag.setMimeData(parameter_data(self._parameter))
                drag.setPixmap(self._name.grab())
                drag.exec(Qt.DropAction.CopyAction)
            return True
        return False
