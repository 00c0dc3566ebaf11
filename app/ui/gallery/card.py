"""A preset in the gallery: its figure, its title and what it costs."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.gallery import facts
from app.ui import theme
from app.ui.formats import number, si
from app.ui.gallery.figure import paint_figure
from presets import Preset

_PAD = 10
_FIGURE = 104  # height of the drawing


def authors_short(preset: Preset) -> str:
    """“He et al.” for more than two authors."""
    names = preset.authors.split(", ")
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


class PresetCard(QAbstractButton):
    """Chosen by a click or by the focus; a double click or Enter opens it.

    The gallery lights the chosen one, which alone is reached by Tab.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self._by = f"{authors_short(preset)}, {preset.year}"
        self.setText(preset.title)
        self.setAccessibleName(f"{preset.title}, {self._by}")
        self.setAccessibleDescription(preset.summary)
        self.setToolTip(f"<p><b>{escape(preset.title)}</b><br>{escape(preset.summary)}</p>")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.chosen)

    def light(self, on: bool) -> None:
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(196, 2 * _PAD + _FIGURE + 6 + 3 * (self.fontMetrics().lineSpacing() + 2))

    def nextCheckState(self) -> None:
        """A click chooses, and never takes the choice back."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:  # arrows and letters are the gallery's
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, chosen = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = chosen or self.underMouse()
        painter.setPen(
            QPen(QColor(colours.accent if lit else colours.card_border), 2.0 if chosen else 1.0)
        )
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        found = facts(self.preset)
        area = QRectF(_PAD, _PAD, self.width() - 2 * _PAD, _FIGURE)
        paint_figure(painter, area, found.figure)
        accuracy = self.preset.accuracy
        bold = QFont(self.font())
        bold.setBold(True)
        top = area.bottom() + 8
        for font, role, left, right in (
            (bold, "text", self.preset.title, ""),
            (self.font(), "muted", self._by, f"{number(accuracy.top1)} %" if accuracy else ""),
            (self.font(), "text", si(found.parameters), si(found.macs, "MACs")),
        ):
            metrics = QFontMetrics(font)
            line = QRectF(_PAD, top, area.width(), metrics.lineSpacing())
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours, role)))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), right)
            room = int(line.width()) - metrics.horizontalAdvance(right) - (6 if right else 0)
            shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), shown)
            top += metrics.lineSpacing() + 2
        painter.end()
