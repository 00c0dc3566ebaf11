"""Dragging sideways on a number's field or name, which changes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_TAKES = (Qt.CursorShape.OpenHandCursor,)  # shown where a drag has another meaning


class Scrubbing(QObject):
    """Watches a widget. A press without a drag stays a click, which goes to `field`.

    `moved` carries how far the pointer went to the right, in pixels, and the keys that are held;
    `ended` whether Esc took it back. A field that has the focus is for text and is left alone.
    """

    begun = Signal()
    moved = Signal(float, object)
    ended = Signal(bool)

    def __init__(self, watched: QWidget, field: QWidget) -> None:
        super().__init__(watched)
        self._watched, self._field = watched, field
        self._pressed: QPointF | None = None
        self._drags = False
        field.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # or a press would take it, before a drag
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Enter and self._watched.cursor().shape() not in _TAKES:
            text = self._field.hasFocus() and self._watched is self._field
            shape = Qt.CursorShape.IBeamCursor if text else Qt.CursorShape.SizeHorCursor
            self._watched.setCursor(shape)
        elif kind == QEvent.Type.FocusIn and self._watched is self._field:
            self._watched.setCursor(Qt.CursorShape.IBeamCursor)
        elif kind == QEvent.Type.Hide:
            self._end(back=False)
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        elif self._drags and kind == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window in the middle of a drag
            return True
        elif self._drags and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._end(back=True)
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and left:
            if self._watched is self._field and self._field.hasFocus():
                return False
            self._pressed = event.globalPosition()
            return True
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            gone = event.globalPosition().x() - self._pressed.x()
            if not self._drags and abs(gone) >= QApplication.startDragDistance():
                self._drags = True
                self._watched.grabKeyboard()
                self.begun.emit()
            if self._drags:
                self.moved.emit(gone, event.modifiers())
            return True
        if kind == QEvent.Type.MouseButtonRelease and left and self._pressed is not None:
            if self._drags:
                self._end(back=False)
            else:
                self._pressed = None
                self._field.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        return False

    def _end(self, *, back: bool) -> None:
        self._pressed = None
        if self._drags:
            self._drags = False
            self._watched.releaseKeyboard()
            self.ended.emit(back)
