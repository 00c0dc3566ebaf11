"""A picture of what was painted, kept while the view scrolls or only parts of it change."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

_AROUND = 2  # device pixels that smooth edges reach beyond what was said to have changed
_STRIPS, _MOST = 4, 64
_SOURCE = QPainter.CompositionMode.CompositionMode_Source
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver


class Picture:
    """Paints through a pixmap of the whole view; only what is not up to date is painted anew.

    One that is `opaque`, which has no pixel that shows what is behind it, is quicker to copy.
    """

    def __init__(self, *, opaque: bool = False) -> None:
        self._opaque = opaque
        self._pixmap = QPixmap()
        self._transform = QTransform()
        self._stale: list[QRectF] | None = None  # in the scene; None: everything

    @property
    def area(self) -> QRectF:
        """The part of the scene that it shows."""
        inverse, _ = self._transform.inverted()
        return inverse.mapRect(QRectF(QPointF(), self._pixmap.deviceIndependentSize()))

    def spoil(self, part: QRectF | None = None) -> None:
        """A part of the scene, or all of it, is to be painted anew."""
        if part is None:
            self._stale = None
        elif self._stale is not None:
            if len(self._stale) >= _MOST:  # as while cards are dragged and it is not painted
                self._stale = [reduce(QRectF.united, self._stale)]
            self._stale.append(part)

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        ratio: float,
        render: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Onto a view of that size in pixels, under the painter's transform into the scene.

        `render` paints a part of the scene in a painter whose transform is set and clipped to it.
        """
        transform = QTransform(painter.worldTransform())
        stale = self._moved_on(transform, size, ratio)
        if not stale.isEmpty():
            inside = QPainter(self._pixmap)
            inverse, _ = transform.inverted()
            try:
                for part in _parts(stale):
                    inside.save()
                    inside.setClipRect(part)
                    if not self._opaque:
                        inside.setCompositionMode(_SOURCE)
                        inside.fillRect(part, Qt.GlobalColor.transparent)
                        inside.setCompositionMode(_OVER)
                    inside.setWorldTransform(transform)
                    render(inside, inverse.mapRect(QRectF(part)))
                    inside.restore()
            finally:  # else the pixmap could not be painted ever after
                inside.end()
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(0, 0, self._pixmap)
        painter.restore()

    def _moved_on(self, transform: QTransform, size: QSize, ratio: float) -> QRegion:
        """Bring the pixmap to where the view is; answers with what is not right in it then."""
        whole = QRect(QPoint(), size)
        old, self._transform = self._transform, transform
        stale, self._stale = self._stale, []
        wanted = size * ratio
        if self._pixmap.size() != wanted or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = QPixmap(wanted)
            self._pixmap.setDevicePixelRatio(ratio)
            # Filled with what is opaque it has no alpha channel.
            self._pixmap.fill(Qt.GlobalColor.black if self._opaque else Qt.GlobalColor.transparent)
            return QRegion(whole)
        dx, dy = (transform.dx() - old.dx()) * ratio, (transform.dy() - old.dy()) * ratio
        level = transform.m11() == old.m11() and dx == round(dx) and dy == round(dy)
        if stale is None or not level:
            return QRegion(whole)
        found = QRegion()
        if dx or dy:
            exposed = QRegion()
            self._pixmap.scroll(
                round(dx),
                round(dy),
                QRect(QPoint(), wanted),
                exposed,  # in device pixels
            )
            back = QTransform.fromScale(1 / ratio, 1 / ratio)
            for part in exposed:  # type: ignore[attr-defined]
                found += back.mapRect(QRectF(part)).toAlignedRect()
        for box in stale:
            area = transform.mapRect(box).toAlignedRect()
            found += area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        return found.intersected(whole)


def _parts(region: QRegion) -> list[QRect]:
    """The rectangles of a region: the strips that a scroll lays bare, or one around many."""
    found = list(region)  # type: ignore[call-overload]
    return found if len(found) <= _STRIPS else [region.boundingRect()]
