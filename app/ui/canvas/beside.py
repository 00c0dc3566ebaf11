"""Names from afar: to the right of their cards, where nothing else stands there."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QPainter

from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Geometry
from app.ui.canvas.labels import Labels
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.theme import Theme

_GAP = 7.0  # pixels between a card and its name
_LINE = 14.0  # pixels that a name takes
_CLEAR = 12.0  # of a card's edges above and below, where its own wires end


class Beside:
    """Finds out how much room there is, and writes there."""

    def __init__(self) -> None:
        self._known: tuple[Geometry, int] | None = None
        self._room: dict[int, float] = {}  # as they are asked for

    def fits(self, geometry: Geometry, labels: Labels, card: Card, at: int, zoom: float) -> bool:
        """Whether the whole name of a card has room beside it."""
        now = geometry, geometry.moves
        if self._known != now:
            self._known, self._room = now, {}
        if at not in self._room:
            self._room[at] = room(geometry, at)
        wanted = labels.width(_text(card), "text") + 2 * _GAP
        return bool(wanted <= self._room[at] * zoom)

    def draw(
        self, painter: QPainter, labels: Labels, theme: Theme, card: Card, x: float, y: float
    ) -> None:
        """Beside the card at this place, as large at every zoom."""
        zoom = painter.worldTransform().m11()
        painter.save()
        painter.translate(x + CARD_WIDTH, y + CARD_HEIGHT / 2)
        painter.scale(1 / zoom, 1 / zoom)
        painter.setPen(QColor(theme.text if card.enabled else theme.muted))
        text = _text(card)
        labels.draw(painter, _GAP, -_LINE / 2, text, "text", labels.width(text, "text") + 1)
        painter.restore()


def room(geometry: Geometry, at: int) -> float:
    """From the right side of a card to the next card or wire, in scene units."""
    x, y = geometry.places[:, 0], geometry.places[:, 1]
    left, top = geometry.places[at].tolist()
    wide, tall = geometry.sizes[at].tolist()
    right, upper, lower = left + wide, top + _CLEAR, top + tall - _CLEAR
    beside = (x > left) & (y < lower) & (y + geometry.sizes[:, 1] > upper)
    near = (x[beside] - right).tolist()
    passing = geometry.wires_in((right, upper, np.inf, lower))
    if passing.any():
        pieces = geometry.courses[passing]
        a, b = pieces[:, :-1].reshape(-1, 2), pieces[:, 1:].reshape(-1, 2)
        across = (np.minimum(a[:, 1], b[:, 1]) < lower) & (np.maximum(a[:, 1], b[:, 1]) > upper)
        across &= np.maximum(a[:, 0], b[:, 0]) > right
        near += (np.minimum(a[across, 0], b[across, 0]) - right).tolist()
    return max(min(near, default=np.inf), 0.0)


def _text(card: Card) -> str:
    return f"{card.name} {card.times}".strip()
