"""How cards show what is measured of the nodes while they learn, and of what is in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from app.analysis.report import join
from app.ui.canvas.batch import draw_rects
from app.ui.canvas.cards import Card
from app.ui.canvas.live import Live
from app.ui.canvas.wirecolours import shade
from app.ui.theme import Theme

_TOP, _HEIGHT = 8.0, 16.0  # of a strip of levels, where feature maps would be


def shades_of(cards: Sequence[Card], live: Live | None, prefix: str) -> NDArray[np.intp]:
    """By card, the level of the wires that come from it; 0 where nothing is known."""
    if live is None or not live.wires:
        return np.zeros(len(cards), np.intp)
    found = live.wires
    return np.array([found.get(join(prefix, card.name), 0) for card in cards], np.intp)


def card_level(card: Card, live: Live | None, prefix: str) -> int:
    """Of the heat map, which may be that of what is measured."""
    if live is None or not live.cards:
        return card.level
    return live.cards.get(join(prefix, card.name), 0)


def paint_strips(
    painter: QPainter,
    theme: Theme,
    places: NDArray[np.float64],
    strips: Sequence[tuple[int, ...]],
    width: float,
) -> None:
    """On blocks, the levels of the layers in them side by side, from the first to the last."""
    counts = np.array([len(levels) for levels in strips])
    levels = np.concatenate(strips)
    wide = np.repeat(width / counts, counts)
    first = np.repeat(np.cumsum(counts) - counts, counts)
    left = np.repeat(places[:, 0], counts) + wide * (np.arange(len(levels)) - first)
    top = np.repeat(places[:, 1] + _TOP, counts)
    rects = np.stack([left, top, wide, np.full(len(levels), _HEIGHT)], axis=1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # or seams would be seen
    painter.setPen(Qt.PenStyle.NoPen)
    for level in np.unique(levels).tolist():
        painter.setBrush(shade(theme, level))
        draw_rects(painter, rects[levels == level])
    painter.restore()
