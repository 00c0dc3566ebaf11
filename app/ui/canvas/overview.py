"""The graph from afar: cards as plain rectangles in their family's colour, wires as hairlines.

Those that are frozen are pale, in the colour of frost.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.canvas.batch import draw_lines, draw_rects, segments
from app.ui.canvas.cards import Card, Trouble
from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.legend import far_colour
from app.ui.canvas.look import Look
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.theme import Theme, family_colour, mixed

_FROST = 0.35  # share of its colour in what is frozen


def is_pale(card: Card, look: Look) -> bool:
    """Whether frost is what the rectangle shows, and no mark of more weight."""
    marked = card.name in look.nodes or card.name in look.failed
    return card.frozen and look.heat is None and card.trouble < Trouble.INVOLVED and not marked


def paint_overview(
    painter: QPainter,
    geometry: Geometry,
    cards: list[Card],
    look: Look,
    theme: Theme,
    box: Box,
    *,
    wires: bool = True,
) -> None:
    """Selected cards and those with problems stand out, drawn last."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if wires and geometry.wires:
        painter.setPen(QPen(QColor(theme.wire), 0))
        draw_lines(painter, segments(geometry.courses[geometry.wires_in(box), ::5]))
    visible = geometry.cards_in(box)
    size = np.array([CARD_WIDTH, CARD_HEIGHT])
    colours = {family: family_colour(theme, family).name() for family in {c.family for c in cards}}
    frost = mixed(theme.canvas, theme.frost, _FROST).name()
    groups: dict[tuple[int, str], list[int]] = {}
    for i in visible.tolist():
        card = cards[i]
        level, colour = 0, frost if is_pale(card, look) else colours[card.family]
        if look.heat is not None:
            colour = far_colour(theme, card.level).name()
        if card.trouble >= Trouble.INVOLVED or card.name in look.failed:
            level, colour = 1, theme.error
        if card.name in look.nodes:
            level, colour = 2, theme.accent
        groups.setdefault((level, colour), []).append(i)
    painter.setPen(Qt.PenStyle.NoPen)
    for level, colour in sorted(groups):
        grow = 14.0 * min(level, 1)
        places = geometry.places[groups[level, colour]] - grow
        painter.setBrush(QColor(colour))
        draw_rects(painter, np.hstack([places, np.broadcast_to(size + 2 * grow, places.shape)]))
