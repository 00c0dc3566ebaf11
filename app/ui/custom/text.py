"""Python code to be typed: with line numbers, indentation that follows, and marked lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.ui.code.text import CodeText
from app.ui.language import tr

_STEP = "    "


class SourceText(CodeText):
    """Tab indents by four spaces, Enter keeps the indentation, Shift+Tab and Backspace undo it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setAccessibleName(tr("Code of the layer"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if key == Qt.Key.Key_Tab and plain and not cursor.hasSelection():
            cursor.insertText(" " * (len(_STEP) - len(before) % len(_STEP)))
        elif key == Qt.Key.Key_Tab and plain:
            self._shift_lines(cursor, deeper=True)
        elif key == Qt.Key.Key_Backtab:
            self._shift_lines(cursor, deeper=False)
        elif key == Qt.Key.Key_Backspace and plain and _indents(before, cursor):
            steps = len(before) % len(_STEP) or len(_STEP)
            cursor.movePosition(
                QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, steps
            )
            cursor.removeSelectedText()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            indent = before[: len(before) - len(before.lstrip())]
            cursor.insertText("\n" + indent + (_STEP if before.rstrip().endswith(":") else ""))
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _shift_lines(self, cursor: QTextCursor, *, deeper: bool) -> None:
        """Every line that the selection touches, as one step of undo."""
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            at = QTextCursor(block)
            if deeper:
                at.insertText(_STEP)
                continue
            text = block.text()
            for _ in range(min(len(text) - len(text.lstrip(" ")), len(_STEP))):
                at.deleteChar()
        cursor.endEditBlock()


def _indents(before: str, cursor: QTextCursor) -> bool:
    return bool(before) and not before.strip(" ") and not cursor.hasSelection()
