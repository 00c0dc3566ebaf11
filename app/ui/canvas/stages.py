"""Stages: where the maps of neighbouring rows have one size, a band behind the cards says it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.ui.canvas.batch import draw_rects
from app.ui.canvas.cards import Card
from app.ui.canvas.labels import Labels
from app.ui.canvas.metrics import CARD_HEIGHT
from app.ui.canvas.routing import Array
from app.ui.theme import Theme
from nodes.shapes import text
from nodes.spec import Shape

_FEWEST = 2  # sizes, without a change of which there is nothing to say
_AROUND = 17.0  # beyond the first and the last row of a band, if no other is nearer
_TINT = 26  # alpha of every other band
_GAP = 14.0  # pixels between a caption and what is to its right or at the edge of the view
_LINE = 14.0  # pixels that a caption takes


class Stage(NamedTuple):
    """From the top to the bottom of a band, in scene coordinates, and the size of its maps."""

    top: float
    bottom: float
    caption: str


class Stages:
    """The bands of one graph. None where its cards do not stand in rows of one size each."""

    def __init__(
        self,
        cards: Sequence[Card] = (),
        places: Array | None = None,
        heights: Array | None = None,
    ) -> None:
        self.bands = _bands(cards, np.empty((0, 2)) if places is None else places, heights)
        self.left = float(places[:, 0].min()) if places is not None and len(places) else 0.0

    def paint(self, painter: QPainter, labels: Labels, theme: Theme, view: QRectF) -> None:
        """Behind everything else, over the whole width of the view, where captions stay."""
        left, top, right, bottom = view.left(), view.top(), view.right(), view.bottom()
        zoom = painter.worldTransform().m11()
        tint = QColor(theme.wire)
        tint.setAlpha(_TINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        tinted = [(left, s.top, right - left, s.bottom - s.top) for s in self.bands[1::2]]
        draw_rects(painter, np.array(tinted).reshape(-1, 4))
        painter.setPen(QColor(theme.muted))
        for stage in self.bands:
            upper, lower = max(stage.top, top), min(stage.bottom, bottom)
            if (lower - upper) * zoom < _LINE:
                continue
            width = labels.width(stage.caption, "caption")
            x = max(self.left - (_GAP + width) / zoom, left + _GAP / zoom)
            painter.save()
            painter.translate(x, upper)
            painter.scale(1 / zoom, 1 / zoom)
            down = min(6.0, ((lower - upper) * zoom - _LINE) / 2)
            labels.draw(painter, 0, down, stage.caption, "caption", width + 1)
            painter.restore()

    def across(self, labels: Labels, zoom: float) -> tuple[float, float]:
        """From where to where captions stand; nowhere where there is none."""
        if not self.bands:
            return math.inf, -math.inf
        widest = max(labels.width(stage.caption, "caption") for stage in self.bands)
        end = self.left - _GAP / zoom
        return end - widest / zoom, end


def _bands(cards: Sequence[Card], places: Array, heights: Array | None) -> list[Stage]:
    rows = _rows(cards, places, np.full(len(places), CARD_HEIGHT) if heights is None else heights)
    runs = [(size, list(run)) for size, run in groupby(rows, key=lambda row: row.size)]
    sizes = {size for size, _ in runs if size}
    if len(sizes) < _FEWEST:
        return []
    found = []
    for at, (size, run) in enumerate(runs):
        if not size:
            continue
        top, bottom = run[0].top - _AROUND, run[-1].bottom + _AROUND
        if at:
            top = max(top, (runs[at - 1][1][-1].bottom + run[0].top) / 2)
        if at + 1 < len(runs):
            bottom = min(bottom, (run[-1].bottom + runs[at + 1][1][0].top) / 2)
        found.append(Stage(top, bottom, text(size)))
    return found


class _Row(NamedTuple):
    top: float
    bottom: float
    size: Shape  # of the maps of all its cards, after their channels; () where there is none


def _rows(cards: Sequence[Card], places: Array, heights: Array) -> list[_Row]:
    """Cards beside each other, at least in part, are a row. From the top down."""
    order = np.argsort(places[:, 1], kind="stable")
    tops, ends = places[order, 1], places[order, 1] + heights[order]
    if not len(order):
        return []
    first = np.flatnonzero(tops >= np.concatenate([[-np.inf], np.maximum.accumulate(ends)[:-1]]))
    numbers: dict[Shape, int] = {}
    shapes = [card.shape for card in cards]
    kind_of = {
        s: numbers.setdefault(s[1:], len(numbers)) if s is not None and len(s) > 2 else -1
        for s in dict.fromkeys(shapes)
    }
    kinds = np.array([kind_of[s] for s in shapes], np.intp)[order]
    most = np.maximum.reduceat(kinds, first)
    least = np.minimum.reduceat(np.where(kinds < 0, len(numbers), kinds), first)
    sizes = [(), *numbers]
    at = np.where(most == least, most + 1, 0).tolist()
    lows = np.maximum.reduceat(ends, first).tolist()
    return [
        _Row(top, bottom, sizes[k])
        for top, bottom, k in zip(tops[first].tolist(), lows, at, strict=True)
    ]
