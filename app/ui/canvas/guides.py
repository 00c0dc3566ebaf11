"""Thin lines that show, while something is dragged, what it is in line with and as far apart as."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTransform

from app.ui.canvas.batch import draw_lines
from app.ui.canvas.snapping import Line
from app.ui.theme import Theme

_TICK = 5.0  # pixels, to both sides of the end of a gap


def paint_guides(
    painter: QPainter, theme: Theme, lines: tuple[Line, ...], gaps: tuple[Line, ...] = ()
) -> None:
    """In scene coordinates, one pixel wide whatever the zoom."""
    if not lines and not gaps:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.validation), 0))
    tick = _TICK / painter.worldTransform().m11()
    drawn = [*lines, *gaps]
    for x0, y0, x1, y1 in gaps:
        across, down = (0.0, tick) if y0 == y1 else (tick, 0.0)
        drawn += [(x - across, y - down, x + across, y + down) for x, y in ((x0, y0), (x1, y1))]
    draw_lines(painter, np.array(drawn))


def guides_region(view: QTransform, lines: tuple[Line, ...], gaps: tuple[Line, ...]) -> QRegion:
    """What they take in a view under this transform, in pixels."""
    found = QRegion()
    for group, around in ((lines, 1), (gaps, int(_TICK) + 1)):
        for x0, y0, x1, y1 in group:
            area = view.mapRect(QRectF(x0, y0, x1 - x0, y1 - y0)).toAlignedRect()
            found += area.adjusted(-around, -around, around, around)
    return found
