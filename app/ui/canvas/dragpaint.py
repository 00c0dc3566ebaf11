"""Paints while cards are dragged: what stands still is copied, the rest is painted every time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QRegion, QTransform

from app.ui.canvas.geometry import Geometry
from app.ui.canvas.metrics import PORT_RADIUS, SHADOW
from app.ui.canvas.picture import Picture

# Paints a part of the scene: of what there is that which stands still, or what does not as well.
Paint = Callable[[QPainter, QRectF, bool], None]

_AROUND = max(SHADOW, 2 * PORT_RADIUS)  # of a card, what is painted of it and its ports
_EDGE = 2  # device pixels, as places are rounded
_SEVERAL = 8  # areas of cards, more than which are one


class DragPainter:
    """Two pictures: of wires and of cards that stand still, which dragged wires run between.

    One that is `opaque` has all that is behind the wires in the picture of them.
    """

    def __init__(self, *, opaque: bool) -> None:
        self.opaque = opaque
        self._held: NDArray[np.intp] | None = None
        self._under, self._over = Picture(opaque=opaque), Picture()

    def spoil(self, *part: QRectF) -> None:
        """As of a picture."""
        self._under.spoil(*part)
        self._over.spoil(*part)

    def paint(
        self,
        painter: QPainter,
        geometry: Geometry,
        size: QSize,
        ratio: float,
        exposed: QRectF,
        wires: Paint,
        cards: Paint,
    ) -> None:
        """About dragged cards all are painted in their order, for they may lie over each other."""
        if self._held is not geometry.held:
            self._held = geometry.held
            self.spoil()
        transform = QTransform(painter.worldTransform())
        about, box = _about(geometry, exposed, transform)
        self._under.paint(painter, size, ratio, partial(_still, wires))
        wires(painter, exposed, False)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setClipRegion(QRegion(QRect(QPoint(), size)) - about)
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


def _still(paint: Paint, painter: QPainter, part: QRectF) -> None:
    paint(painter, part, True)


def _about(geometry: Geometry, seen: QRectF, transform: QTransform) -> tuple[QRegion, QRectF]:
    """Where dragged cards are, in pixels, and the part of the scene around that."""
    found, box = QRegion(), QRectF()
    left, top = seen.left() - _AROUND, seen.top() - _AROUND
    near = geometry.cards_in((left, top, seen.right() + _AROUND, seen.bottom() + _AROUND))
    near = near[geometry.held_of(near)]
    places, sizes = geometry.places[near] - _AROUND, geometry.sizes[near] + 2 * _AROUND
    for x, y, wide, high in np.hstack([places, sizes]).tolist():
        area = QRectF(x, y, wide, high)
        box |= area
        pixels = transform.mapRect(area).toAlignedRect()
        found += pixels.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
    if found.rectCount() > _SEVERAL:
        found = QRegion(found.boundingRect())
    around = _EDGE / transform.m11()
    return found, box.adjusted(-around, -around, around, around)
