"""Read-only code with line numbers and marked lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui import theme
from app.ui.code.highlighter import PythonHighlighter
from app.ui.language import tr

_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
)
Interaction = Qt.TextInteractionFlag


class CodeText(QPlainTextEdit):
    """Lines count from 1. `line_chosen` follows a click or a key that moves the cursor.

    It does not follow the cursor itself, which also moves when the text is replaced.
    """

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Interaction.TextSelectableByMouse | Interaction.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Generated code"))
        self._highlighter = PythonHighlighter(self.document())
        self._selected: tuple[int, ...] = ()
        self._wrong: tuple[int, ...] = ()
        self._numbers = _LineNumbers(self)
        self.updateRequest.connect(self._scroll_numbers)
        self.blockCountChanged.connect(self._fit_numbers)
        self._fit_numbers()

    # --- content ---------------------------------------------------------------------------------

    def show_text(self, text: str) -> None:
        """Another text; the place that is looked at stays as it is."""
        if text != self.toPlainText():
            bar = self.verticalScrollBar()
            at = bar.value()
            self._selected = self._wrong = ()
            self.setPlainText(text)
            bar.setValue(at)

    def set_faded(self, faded: bool) -> None:
        self._highlighter.set_faded(faded)

    def mark_selected(self, lines: Iterable[int]) -> None:
        self._selected = tuple(lines)
        self._mark()

    def mark_wrong(self, lines: Iterable[int]) -> None:
        self._wrong = tuple(lines)
        self._mark()

    def bring_into_view(self, lines: Iterable[int]) -> None:
        """Scroll to the first of these lines, unless one of them is on screen already."""
        rows = [line - 1 for line in lines]
        first = self.firstVisibleBlock().blockNumber()
        room = self.viewport().height() - 2 * int(self.document().documentMargin())
        shown = max(room // max(self.fontMetrics().lineSpacing(), 1), 1)
        if rows and not any(first <= row < first + shown for row in rows):
            self.verticalScrollBar().setValue(max(rows[0] - shown // 3, 0))

    def _mark(self) -> None:
        colours = theme.current()
        marks = [
            *(self._line_mark(line, colours.accent, 0.18) for line in self._selected),
            *(self._line_mark(line, colours.error, 0.30) for line in self._wrong),
        ]
        self.setExtraSelections(marks)

    def _line_mark(self, line: int, colour: str, strength: float) -> QTextEdit.ExtraSelection:
        tint = QColor(colour)
        tint.setAlphaF(strength)
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(tint)
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        return mark

    # --- gestures --------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() in _MOVES and not self.textCursor().hasSelection():
            self._choose()

    def _choose(self) -> None:
        self.line_chosen.emit(self.textCursor().blockNumber() + 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.follow_theme()
            self._mark()

    # --- line numbers ----------------------------------------------------------------------------

    def numbers_width(self) -> int:
        digits = max(len(str(self.blockCount())), 2)
        return self.fontMetrics().horizontalAdvance("9") * digits + 16

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(self.font())
        width, height = self.numbers_width() - 8, self.fontMetrics().height()
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > area.bottom():
                break
            number = str(block.blockNumber() + 1)
            room = QRectF(0, place.top(), width, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, number)
            block = block.next()

    def _fit_numbers(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _scroll_numbers(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect()
        self._numbers.setGeometry(room.left(), room.top(), self.numbers_width(), room.height())


class _LineNumbers(QWidget):
    def __init__(self, code: CodeText) -> None:
        super().__init__(code)
        self._code = code

    def sizeHint(self) -> QSize:
        return QSize(self._code.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._code.paint_numbers(painter, event.rect())
        painter.end()
