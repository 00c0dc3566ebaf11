"""A preset on the start page, as a button that reads like the head of its paper."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import theme
from app.ui.start.figure import paint_figure
from nodes.network import Network
from presets import Preset

_PAD = 12
_MIN_WIDTH = 230
_FIGURE = 28  # height of the drawing
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class PresetCard(QAbstractButton):
    """Title, authors and year, what it is, and a drawing. Enter opens it as a click does.

    The network for the drawing is built when the card is first painted, not before.
    """

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        by = f"{preset.authors}, {preset.year}"
        self.setText(preset.title)
        self.setAccessibleName(f"{preset.title}, {by}")
        self.setAccessibleDescription(preset.summary)
        self.setToolTip(f"<p>{preset.paper}</p>")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        title = QFont(self.font())
        title.setBold(True)
        title.setPointSizeF(title.pointSizeF() * 1.2)
        self._lines = (
            (preset.title, title, "text"),
            (by, self.font(), "muted"),
            (preset.summary, self.font(), "text"),
        )

    @cached_property
    def _network(self) -> Network:
        return self.preset.network()

    def sizeHint(self) -> QSize:
        return QSize(_MIN_WIDTH, self.needed_height(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A least height for the width: layouts within a scroll area keep to it at once."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.needed_height(event.size().width()))

    def needed_height(self, width: int) -> int:
        """The height of the text, wrapped to a width, and of the drawing."""
        heights = [
            QFontMetrics(font).boundingRect(self._room(width), _WRAP, text).height()
            for text, font, _ in self._lines
        ]
        return sum(heights) + 2 * _PAD + 4 * len(heights) + _FIGURE

    def _room(self, width: int) -> QRect:
        return QRect(_PAD, _PAD, width - 2 * _PAD, 10_000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        lit = self.hasFocus() or self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(colours.accent if lit else colours.card_border), width))
        painter.setBrush(QColor(colours.window if self.isDown() else colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        room = self._room(self.width())
        for text, font, role in self._lines:
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours, role)))
            used = painter.boundingRect(room, _WRAP, text)
            painter.drawText(room, _WRAP, text)
            room.setTop(used.bottom() + 5)
        area = QRectF(_PAD, self.height() - _PAD - _FIGURE, room.width(), _FIGURE)
        paint_figure(painter, area, self._network)
        painter.end()
