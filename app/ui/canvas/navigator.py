"""Zoom, scroll and fit: how the view lies over the scene."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from app.ui.canvas.geometry import Box
from app.ui.canvas.metrics import TEXTS_FROM, ZOOM_MAX, ZOOM_MIN, ZOOM_STEP

_NOTCH = 120.0  # angle units of one step of a wheel
_EDGE = 16.0  # pixels kept free around what is fitted
_READABLE = 0.6  # the zoom at which a graph is first shown that is too large to be fitted


class Navigator:
    """Moves a view over its scene, which is taken to be without bounds."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view

    @property
    def zoom(self) -> float:
        return self._view.transform().m11()

    def scroll_by(self, delta: QPointF) -> None:
        """Move the view over the scene by pixels."""
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + round(delta.x()))
        down.setValue(down.value() + round(delta.y()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the viewport, by default its middle, which stays where it is."""
        view = self._view
        pivot = at if at is not None else QRectF(view.viewport().rect()).center()
        inverse, _ = view.viewportTransform().inverted()
        held = inverse.map(pivot)
        zoom = min(max(self.zoom * factor, ZOOM_MIN), ZOOM_MAX)
        view.scale(zoom / self.zoom, zoom / self.zoom)
        self.scroll_by(view.viewportTransform().map(held) - pivot)

    def zoom_to(self, zoom: float) -> None:
        self.zoom_by(zoom / self.zoom)

    def show_box(
        self,
        box: Box,
        *,
        least: float = ZOOM_MIN,
        most: float = 1.0,
        trunk: float | None = None,
    ) -> None:
        """Fit a box; where it would be too small to read, show its top.

        One that is too wide as well is centred on `trunk`, a place across.
        """
        left, top, right, bottom = box
        width, height = self._room()
        zoom = min(max(min(self._fitting(box), most), least, ZOOM_MIN), ZOOM_MAX)
        self._view.resetTransform()
        self._view.scale(zoom, zoom)
        middle = QPointF((left + right) / 2, (top + bottom) / 2)
        if (bottom - top) * zoom > height + 1:
            middle.setY(top + height / zoom / 2)
        if trunk is not None and (right - left) * zoom > width + 1:
            middle.setX(trunk)
        self._view.centerOn(middle)

    def show_readable(self, box: Box, trunk: float) -> None:
        """Fit a box if its cards bear all their texts then, else show its top, somewhat larger."""
        least = TEXTS_FROM if self._fitting(box) >= TEXTS_FROM else _READABLE
        self.show_box(box, least=least, trunk=trunk)

    def _fitting(self, box: Box) -> float:
        """The zoom at which a box fills the view."""
        left, top, right, bottom = box
        width, height = self._room()
        return min(width / max(right - left, 1.0), height / max(bottom - top, 1.0))

    def _room(self) -> tuple[float, float]:
        """Width and height of the view within its edges, in pixels."""
        size = self._view.viewport().size()
        return size.width() - 2 * _EDGE, size.height() - 2 * _EDGE

    def reveal(self, box: Box) -> None:
        """Scroll as little as is needed for a box to be seen; not where it is seen already."""
        left, top, right, bottom = box
        seen = self.seen()
        if left >= seen[0] and top >= seen[1] and right <= seen[2] and bottom <= seen[3]:
            return
        self._view.ensureVisible(QRectF(left, top, right - left, bottom - top), 40, 40)

    def seen(self) -> Box:
        """The part of the scene in the viewport."""
        inverse, _ = self._view.viewportTransform().inverted()
        seen = inverse.mapRect(QRectF(self._view.viewport().rect()))
        return seen.left(), seen.top(), seen.right(), seen.bottom()

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer; two fingers on a touchpad scroll, and with Ctrl zoom."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not pixels.isNull() and not zooms:
            self.scroll_by(QPointF(-pixels))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_by(QPointF(-(angle.x() or angle.y()), 0))
        else:
            turn = angle.y() or pixels.y()
            self.zoom_by(ZOOM_STEP ** (turn / _NOTCH), event.position())
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Whether the event was a pinch, which zooms."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom_by(1 + event.value(), event.position())
        return True
