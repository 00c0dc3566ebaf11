"""The colours of the heat map, and the scales that explain colours in the corner of the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.canvas.heat import LEVELS, Heat
from app.ui.canvas.live import STEPS, Live
from app.ui.canvas.wirecolours import shade
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


def paint_legend(
    painter: QPainter,
    heat: Heat | None,
    live: Live | None,
    theme: Theme,
    font: QFont,
    bottom: float,
) -> None:
    """What explains the colours in the lower left corner, in the pixels of the view.

    Shades stand side by side as levels are dealt out, so figures on a scale are not linear.
    """
    if heat is None and live is None:
        return
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small = QFont(font)
    small.setPixelSize(11)
    painter.setFont(small)
    warm = [level_colour(theme, level) for level in range(1, LEVELS + 1)]
    top = bottom
    if heat is not None and (live is None or not live.cards):
        place, half = heat.middle
        figures = ("0", half if place else "", quantity(heat.most, heat.cost.unit))
        top -= _CORNER + _HEIGHT
        _paint_scale(painter, tr(heat.cost.title), warm, figures, place, theme, top)
    if live is not None:
        shades = warm if live.cards else [shade(theme, k) for k in range(1, STEPS + 1)]
        top -= _CORNER + _HEIGHT
        _paint_scale(painter, live.title, shades, live.scale, 0.5, theme, top, live.span)
    painter.restore()


def _paint_scale(
    painter: QPainter,
    title: str,
    shades: Sequence[QColor],
    figures: tuple[str, str, str],
    place: float,
    theme: Theme,
    top: float,
    span: str = "",
) -> None:
    """One scale in its box; the middle one of the figures stands at a place from 0 to 1."""
    metrics = QFontMetricsF(painter.font())
    least, half, most = figures
    box = QRectF(_CORNER, top, _WIDTH, _HEIGHT)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(box, 5, 5)
    scale = _SCALE.translated(box.topLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    wide = scale.width() / len(shades)
    for k, colour in enumerate(shades):
        painter.setBrush(colour)
        painter.drawRect(QRectF(scale.left() + k * wide, scale.top(), wide, 10))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.card_border), 1))
    painter.drawRect(scale)
    middle = scale.left() + place * scale.width()
    painter.setPen(QColor(theme.text))
    for x in (scale.left(), middle, scale.right()):
        painter.drawLine(QPointF(x, scale.bottom()), QPointF(x, scale.bottom() + _TICK))
    above = box.top() + 7 + metrics.ascent()
    below = scale.bottom() + _TICK + 1 + metrics.ascent()
    painter.drawText(QPointF(scale.left(), above), title)
    painter.drawText(QPointF(scale.right() - metrics.horizontalAdvance(span), above), span)
    painter.drawText(QPointF(scale.left(), below), least)
    painter.drawText(QPointF(middle - metrics.horizontalAdvance(half) / 2, below), half)
    painter.drawText(QPointF(scale.right() - metrics.horizontalAdvance(most), below), most)
