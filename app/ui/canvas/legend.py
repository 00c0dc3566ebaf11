"""The colours of the heat map, and the scale that explains them in the corner of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from app.ui.canvas.heat import LEVELS, Heat
from app.ui.formats import quantity
from app.ui.theme import Theme, mixed

_WARMEST = 0.9  # share of the heat's colour in the fill of the warmest card
_WIDTH, _HEIGHT, _CORNER, _INSET = 196.0, 46.0, 12.0, 10.0


def level_colour(theme: Theme, level: int) -> QColor:
    """The card's colour at a level."""
    return mixed(theme.card, theme.heat, _WARMEST * level / LEVELS)


def far_colour(theme: Theme, level: int) -> QColor:
    """The same from afar, where a card is a plain rectangle that must be seen."""
    return mixed(theme.card_border, theme.heat, level / LEVELS)


def paint_legend(painter: QPainter, heat: Heat, theme: Theme, font: QFont, bottom: float) -> None:
    """A scale in the lower left corner, in the pixels of the view."""
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(_CORNER, bottom - _CORNER - _HEIGHT, _WIDTH, _HEIGHT)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(box, 5, 5)
    small = QFont(font)
    small.setPixelSize(11)
    painter.setFont(small)
    painter.setPen(QColor(theme.text))
    metrics = QFontMetricsF(small)
    line = box.top() + 7 + metrics.ascent()
    painter.drawText(QPointF(box.left() + _INSET, line), heat.cost.title)
    most = quantity(heat.most, heat.cost.unit)
    right = box.right() - _INSET - metrics.horizontalAdvance(most)
    painter.drawText(QPointF(right, line), most)
    scale = box.adjusted(_INSET, _HEIGHT - 18, -_INSET, -9)
    gradient = QLinearGradient(scale.topLeft(), scale.topRight())
    for level in range(LEVELS + 1):
        gradient.setColorAt((level / LEVELS) ** 2, level_colour(theme, level))
    painter.setPen(QPen(QColor(theme.card_border), 1))
    painter.setBrush(gradient)
    painter.drawRect(scale)
    painter.restore()
