"""A line that is applied as a whole: by Enter, by leaving it, or by a step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.language import tr

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class LineField(QLineEdit):
    """`submitted` carries text that differs from what is shown; Escape takes it back.

    `stepped` follows Up, Down, Page Up and Page Down, and the wheel while it has the focus, so
    that scrolling past a field never changes it; it carries how many steps, and the keys held.
    """

    submitted = Signal(str)
    stepped = Signal(int, object)  # Qt.KeyboardModifier
    entered = Signal()
    reverted = Signal()

    def __init__(self, unit: str = "", steps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._unit = unit
        self._nothing = ""
        self._steps = steps
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textChanged.connect(self._make_room)
        self.editingFinished.connect(self._submit)

    def name_nothing(self, meaning: str) -> None:
        """What 0, or no value, means: it stands in the place of the unit then."""
        self._nothing = meaning
        self._make_room()

    @property
    def _told_unit(self) -> str:
        """The unit, but for an expression, which has a result and no unit."""
        text = self.text()
        if self._nothing and not text.strip(" 0."):
            return tr(self._nothing)
        return "" if text.startswith("=") else tr(self._unit)

    def _make_room(self) -> None:
        unit = self._told_unit
        width = self.fontMetrics().horizontalAdvance(unit) + 8 if unit else 0
        self.setTextMargins(0, 0, width, 0)

    def show_text(self, text: str) -> None:
        self._shown = text
        self.setText(text)
        self.setCursorPosition(0)

    def revert(self) -> None:
        self.setText(self._shown)
        self.reverted.emit()

    def _submit(self) -> None:
        if self.text() != self._shown:
            self.submitted.emit(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self.selectAll()  # to be typed over, as by Tab
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key())) if self._steps else None
        if step is not None:
            self.stepped.emit(step, event.modifiers())
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.revert()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._steps and self.hasFocus() and event.angleDelta().y():
            self.stepped.emit(1 if event.angleDelta().y() > 0 else -1, event.modifiers())
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._make_room()

    def event(self, event: QEvent) -> bool:
        """With nothing typed, undo and redo are the document's and not this line's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.text() == self._shown
            and (
                event.matches(QKeySequence.StandardKey.Undo)
                or event.matches(QKeySequence.StandardKey.Redo)
            )
        ):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._told_unit:
            painter = QPainter(self)
            painter.setPen(QColor(self.palette().placeholderText().color()))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -7, 0), align, self._told_unit)
            painter.end()
