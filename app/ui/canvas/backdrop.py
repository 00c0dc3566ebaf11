"""Behind and above the graph: grid, hint on the empty canvas, and the mark of the focus."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsView

from app.ui import theme as themes
from app.ui.canvas.batch import draw_rects
from app.ui.language import tr
from app.ui.theme import Theme

_STEP = 40.0  # between the dots of the grid
_MARGIN = 24  # px beside the hint
_DOTS_FROM = 0.6  # zoom


def paint_background(painter: QPainter, rect: QRectF, theme: Theme, zoom: float) -> None:
    painter.fillRect(rect, QColor(theme.canvas))
    if zoom < _DOTS_FROM:
        return
    size = 2.0
    x = np.arange(math.floor(rect.left() / _STEP), math.ceil(rect.right() / _STEP) + 1) * _STEP
    y = np.arange(math.floor(rect.top() / _STEP), math.ceil(rect.bottom() / _STEP) + 1) * _STEP
    dots = np.full((len(y), len(x), 4), size)
    dots[..., 0], dots[..., 1] = x[None, :] - size / 2, y[:, None] - size / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.grid))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_rects(painter, dots.reshape(-1, 4))


def paint_hint(painter: QPainter, view: QGraphicsView) -> None:
    painter.save()
    painter.resetTransform()
    font = view.font()
    font.setPixelSize(14)
    painter.setFont(font)
    painter.setPen(QColor(themes.current().muted))
    hint = tr(
        "Press Tab or double click to add a layer, or drag one here from the palette.\n"
        "Wires go from the port below a card to a port above another."
    )
    room = view.viewport().rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint)
    painter.restore()


def paint_focus(painter: QPainter, view: QGraphicsView) -> None:
    """A line along the edge, so that it is seen where the keys go."""
    painter.save()
    painter.resetTransform()
    accent, area = QColor(themes.current().accent), view.viewport().rect()
    wide, high = area.width(), area.height()
    for edge in ((0, 0, wide, 1), (0, high - 1, wide, 1), (0, 0, 1, high), (wide - 1, 0, 1, high)):
        painter.fillRect(*edge, accent)
    painter.restore()
