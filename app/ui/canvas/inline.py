"""Texts that are edited where they stand: a field over the view, as long as it is needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Inline(QObject):
    """One field, of one line or of several, over `parent`; `done` takes the text unless it was
    given up.

    Enter or a click elsewhere accepts, in a field of several lines Ctrl+Enter; Esc gives up, unless
    the text is new: then it `keeps` what was written.
    """

    def __init__(
        self,
        parent: QWidget,
        text: str,
        done: Callable[[str], object],
        *,
        several: bool,
        name: str,
        most: int,
        keeps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._keeps = keeps
        self._done: Callable[[str], object] | None = done
        self.field: QLineEdit | QPlainTextEdit
        if several:
            self.field = QPlainTextEdit(text, parent)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.field = QLineEdit(text, parent)
            self.field.setMaxLength(most)
            self.field.selectAll()
        self.field.setAccessibleName(name)
        self.field.installEventFilter(self)

    def show(self, area: QRect, pixels: int) -> None:
        """At a place of the view, with letters so high."""
        font = QFont(self.field.font())
        font.setPixelSize(pixels)
        self.field.setFont(font)
        self.field.setGeometry(area)
        self.field.show()
        self.field.setFocus()

    def place(self, area: QRect) -> None:
        """Follow what is edited, which was scrolled or zoomed."""
        if area != self.field.geometry():
            self.field.setGeometry(area)

    @property
    def text(self) -> str:
        field = self.field
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def close(self, *, accept: bool) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        text = self.text
        self.field.removeEventFilter(self)
        self.field.hide()
        self.field.deleteLater()
        self.deleteLater()
        if accept:
            done(text)

    @property
    def open(self) -> bool:
        return self._done is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu is no elsewhere
                self.close(accept=True)
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # or a letter would be taken for a shortcut of the window
            return True
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._leave(accept=self._keeps)
            return True
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and (held or not self._several):
            self._leave(accept=True)
            return True
        return False

    def _leave(self, *, accept: bool) -> None:
        parent = self.field.parentWidget()
        view = parent.parentWidget() if parent is not None else None
        self.close(accept=accept)
        if view is not None:
            view.setFocus()
