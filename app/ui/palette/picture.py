"""What the palette paints: chips in the colours of the families, and what hangs at the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from app.ui import theme
from app.ui.palette.entries import Entry

CHIP = 12


def chip(family: str, scale: float) -> QPixmap:
    """A small square in the colour of a family."""
    pixmap = _blank(QSize(CHIP, CHIP), scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.current().base))  # told apart on a selected row
    painter.setBrush(theme.family_colour(theme.current(), family))
    painter.drawRoundedRect(QRectF(0.5, 0.5, CHIP - 1, CHIP - 1), 2.5, 2.5)
    painter.end()
    return pixmap


def dragged(entry: Entry, font: QFont, scale: float) -> QPixmap:
    """A card with the name of what is dragged."""
    colours, metrics = theme.current(), QFontMetrics(font)
    width = metrics.horizontalAdvance(entry.title) + CHIP + 26
    height = metrics.height() + 10
    pixmap = _blank(QSize(width, height), scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.accent))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 5, 5)
    painter.drawPixmap(8, (height - CHIP) // 2, chip(entry.family, scale))
    painter.setPen(QColor(colours.text))
    painter.setFont(font)
    painter.drawText(
        QRectF(CHIP + 16, 0, width, height), Qt.AlignmentFlag.AlignVCenter, entry.title
    )
    painter.end()
    return pixmap


def _blank(size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
