"""Paints while cards are dragged: what stands still is copied, the rest is painted every time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QRegion, QTransform

from app.ui.canvas.geometry import Geometry
from app.ui.canvas.metrics import PORT_RADIUS, SHADOW
from app.ui.canvas.picture import Picture

Paint = Callable[[QPainter, QRectF], None]

_AROUND = max(SHADOW, 2 * PORT_RADIUS)  # of a card, what is painted of it and its ports
_EDGE = 2  # device pixels, as places are rounded
_SEVERAL = 8  # areas of cards, more than which are one


class DragPainter:
    """Two pictures: of wires and of cards that stand still, which dragged wires run between."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry
        self._held = geometry.held
        self._under, self._over = Picture(), Picture()

    def spoil(self, *part: QRectF) -> None:
        """As of a picture."""
        self._under.spoil(*part)
        self._over.spoil(*part)

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        ratio: float,
        exposed: QRectF,
        wires: Callable[[QPainter, QRectF, bool], None],
        cards: Callable[[QPainter, QRectF, bool], None],
    ) -> None:
        """The last argument of `wires` and `cards` tells whether what stands still is meant.

        About dragged cards all are painted in their order, for they may lie over each other.
        """
        if self._held is not self._geometry.held:
            self._held = self._geometry.held
            self.spoil()
        transform = QTransform(painter.worldTransform())
        about, box = self._about(transform.mapRect(exposed), transform)
        self._under.paint(painter, size, ratio, partial(_still, wires))
        wires(painter, exposed, False)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setClipRegion(QRegion(QRect(QRect().topLeft(), size)) - about)
        painter.setWorldTransform(transform)
        self._over.paint(painter, size, ratio, partial(_still, cards))
        painter.restore()
        if about.isEmpty():
            return
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setClipRegion(about)
        painter.setWorldTransform(transform)
        cards(painter, box, False)
        painter.restore()

    def _about(self, seen: QRectF, transform: QTransform) -> tuple[QRegion, QRectF]:
        """Where dragged cards are, in pixels, and the part of the scene around that."""
        geometry, held = self._geometry, self._held
        found, box = QRegion(), QRectF()
        places = geometry.places[held] - _AROUND
        sizes = geometry.sizes[held] + 2 * _AROUND
        for x, y, wide, high in np.hstack([places, sizes]).tolist():
            area = transform.mapRect(QRectF(x, y, wide, high))
            if area.intersects(seen):
                box |= QRectF(x, y, wide, high)
                found += area.toAlignedRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        if found.rectCount() > _SEVERAL:
            found = QRegion(found.boundingRect())
        around = _EDGE / transform.m11()
        return found, box.adjusted(-around, -around, around, around)


def _still(
    paint: Callable[[QPainter, QRectF, bool], None], painter: QPainter, part: QRectF
) -> None:
    paint(painter, part, True)
