"""The colours of the heat map, and the scale that explains them in the corner of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.canvas.heat import LEVELS, Heat
from app.ui.formats import quantity
from app.ui.language import tr
from app.ui.theme import Theme, mixed

_WARMEST = 0.9  # share of the heat's colour in the fill of the warmest card
_WIDTH, _HEIGHT, _CORNER, _INSET = 196.0, 62.0, 12.0, 10.0
ROOM = _WIDTH + _CORNER, _HEIGHT + _CORNER  # pixels that it takes of the view's lower left corner
_SCALE = QRectF(_INSET, 26, _WIDTH - 2 * _INSET, 10)  # in the legend
_TICK = 4.0


def level_colour(theme: Theme, level: int) -> QColor:
    """The card's colour at a level."""
    return mixed(theme.card, theme.heat, _WARMEST * level / LEVELS)


def far_colour(theme: Theme, level: int) -> QColor:
    """The same from afar, where a card is a plain rectangle that must be seen."""
    return mixed(theme.card_border, theme.heat, level / LEVELS)


def paint_legend(painter: QPainter, heat: Heat, theme: Theme, font: QFont, bottom: float) -> None:
    """A scale in the lower left corner, in the pixels of the view.

    The shades stand side by side as `Heat.level` deals them out, so figures on it are not linear.
    """
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(_CORNER, bottom - _CORNER - _HEIGHT, _WIDTH, _HEIGHT)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(box, 5, 5)
    scale = _SCALE.translated(box.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    wide = scale.width() / LEVELS
    for level in range(1, LEVELS + 1):
        painter.setBrush(level_colour(theme, level))
        painter.drawRect(QRectF(scale.left() + (level - 1) * wide, scale.top(), wide, 10))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.card_border), 1))
    painter.drawRect(scale)
    place, half = heat.middle
    middle = scale.left() + place * scale.width()
    small = QFont(font)
    small.setPixelSize(11)
    painter.setFont(small)
    painter.setPen(QColor(theme.text))
    for x in (scale.left(), middle, scale.right()):
        painter.drawLine(QPointF(x, scale.bottom()), QPointF(x, scale.bottom() + _TICK))
    metrics = QFontMetricsF(small)
    above = box.top() + 7 + metrics.ascent()
    below = scale.bottom() + _TICK + 1 + metrics.ascent()
    most = quantity(heat.most, heat.cost.unit)
    painter.drawText(QPointF(scale.left(), above), tr(heat.cost.title))
    painter.drawText(QPointF(scale.right() - metrics.horizontalAdvance(most), above), most)
    painter.drawText(QPointF(scale.left(), below), "0")
    if place:
        painter.drawText(QPointF(middle - metrics.horizontalAdvance(half) / 2, below), half)
    painter.restore()
