"""The graph from afar: cards as plain rectangles in their family's colour, wires as hairlines.

Those that are frozen are pale, in the colour of frost.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.canvas.batch import draw_lines, draw_rects, segments
from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.legend import far_colour
from app.ui.canvas.live import STEPS
from app.ui.canvas.living import card_level, shades_of
from app.ui.canvas.look import Look
from app.ui.canvas.strokes import inside
from app.ui.canvas.troubles import Trouble
from app.ui.canvas.wirecolours import shade
from app.ui.theme import Theme, family_colour, mixed

_FROST = 0.35  # share of its colour in what is frozen
_MARK = 13.0  # pixels that a card with a mark is broad and high at least
_RING = 2.5  # pixels of the edge about what is selected, at least
_SIGN = ((-1.2, -4.6, 2.4, 6.0), (-1.2, 2.8, 2.4, 2.4))  # pixels of "!" about its middle
_ASIDE = 6.0  # pixels from its corner to the middle of a sign that makes way for a name
_STRAIGHT = 26.0  # pixels: a shorter wire is one straight line
_LIVE = 2.0  # pixels of a wire that bears a figure
_GROWN = 14.0  # scene units a card with a mark is larger to every side


def is_pale(card: Card, look: Look) -> bool:
    """Whether frost is what the rectangle shows, and no mark of more weight."""
    marked = card.name in look.nodes or card.name in look.failed
    return (
        card.frozen
        and look.heat is None
        and look.live is None
        and card.trouble < Trouble.INVOLVED
        and not marked
    )


class Overview:
    """The colours of all cards, worked out once for a graph, a theme and a heat map."""

    def __init__(self, cards: Sequence[Card], theme: Theme, look: Look, prefix: str) -> None:
        self._theme = theme
        live = look.live
        self._shades = shades_of(cards, live, prefix)
        if live is not None and live.wires:
            self._colours = [_unseen(theme), *(shade(theme, k) for k in range(1, STEPS + 1))]
            self._class = self._shades
        elif look.heat is not None or live is not None:
            self._colours = [far_colour(theme, level) for level in range(LEVELS + 1)]
            self._class = np.array([card_level(card, live, prefix) for card in cards], np.intp)
        else:
            families = sorted({card.family for card in cards})
            at = {family: k for k, family in enumerate(families)}
            frost = mixed(theme.canvas, theme.frost, _FROST)
            self._colours = [*(family_colour(theme, family) for family in families), frost]
            pale = len(families)
            self._class = np.array([pale if c.frozen else at[c.family] for c in cards], np.intp)
        wrong = [k for k, card in enumerate(cards) if card.trouble >= Trouble.INVOLVED]
        self._wrong: NDArray[np.intp] = np.array(wrong, np.intp)
        blamed = [k for k, card in enumerate(cards) if card.trouble is Trouble.CULPRIT]
        self._blamed: NDArray[np.intp] = np.array(blamed, np.intp)

    def paint(
        self,
        painter: QPainter,
        geometry: Geometry,
        look: Look,
        box: Box,
        *,
        wires: bool = True,
    ) -> None:
        """Selected cards and those with problems stand out, drawn last and never too small.

        What is selected keeps its colour within a ring.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        zoom = painter.worldTransform().m11()
        if wires and geometry.wires:
            self._paint_wires(painter, geometry, box, zoom)
        rects = np.hstack([geometry.places, geometry.sizes])
        visible = geometry.cards_in(box)
        classes = self._class[visible]
        painter.setPen(Qt.PenStyle.NoPen)
        for k, colour in enumerate(self._colours):
            painter.setBrush(colour)
            draw_rects(painter, rects[visible[classes == k]])
        failed = [geometry.index[name] for name in look.failed if name in geometry.index]
        chosen = [geometry.index[name] for name in look.nodes if name in geometry.index]
        grow = max(_GROWN, (_MARK / zoom - float(geometry.sizes[:, 1].min(initial=_MARK))) / 2)
        bad = np.array([*self._wrong.tolist(), *failed], np.intp)
        ring = max(_GROWN, _RING / zoom)
        painter.setBrush(QColor(self._theme.accent))
        draw_rects(painter, rects[chosen] + (-ring, -ring, 2 * ring, 2 * ring))
        held = np.array(chosen, np.intp)
        for k in np.unique(self._class[held]).tolist():
            painter.setBrush(self._colours[k])
            draw_rects(painter, rects[held[self._class[held] == k]])
        painter.setBrush(QColor(self._theme.error))
        larger = np.where(np.isin(bad, chosen), 0.0, grow)[:, None]  # within the ring
        draw_rects(painter, rects[bad] + larger * (-1, -1, 2, 2))

    def paint_signs(
        self, painter: QPainter, geometry: Geometry, look: Look, within: Sequence[int]
    ) -> None:
        """What is blamed or failed bears "!" in its middle, or above a name that is `within`."""
        failed = [geometry.index[name] for name in look.failed if name in geometry.index]
        signed = np.array([*self._blamed.tolist(), *failed], np.intp)
        zoom = painter.worldTransform().m11()
        middle = geometry.places[signed] + geometry.sizes[signed] / 2
        aside = np.isin(signed, np.array(within, np.intp))
        right = geometry.places[signed, 0] + geometry.sizes[signed, 0]
        middle[aside, 0] = right[aside] + _GROWN - _ASIDE / zoom
        middle[aside, 1] = geometry.places[signed[aside], 1] - _GROWN + _ASIDE / zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.on_error))
        for x, y, wide, high in _SIGN:
            part = np.array((x, y)) / zoom
            size = np.broadcast_to(np.array((wide, high)) / zoom, middle.shape)
            draw_rects(painter, np.hstack([middle + part, size]))

    def _paint_wires(self, painter: QPainter, geometry: Geometry, box: Box, zoom: float) -> None:
        seen = geometry.wires_in(box)
        shades = self._shades[geometry.wire_nodes[:, 0]]
        for level in np.unique(shades[seen]).tolist():
            painter.setPen(QPen(shade(self._theme, level), _LIVE / zoom if level else 0))
            draw_lines(painter, _hairlines(geometry, seen & (shades == level), box, zoom))


def _unseen(theme: Theme) -> QColor:
    """What there is no figure of."""
    return QColor(theme.card_border)


def _hairlines(
    geometry: Geometry, seen: NDArray[np.bool_], box: Box, zoom: float
) -> NDArray[np.float64]:
    """Wires in a box, with as many points as their size on the screen asks for."""
    short = geometry.extents() * zoom < _STRAIGHT
    straight = geometry.courses[seen & short][:, [0, -1]].reshape(-1, 4)
    bent = segments(geometry.courses[seen & ~short, ::5])
    return np.concatenate([straight, bent[inside(bent, box)]])
