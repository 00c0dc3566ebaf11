"""Zoom, scroll and fit: how the view lies over the scene."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from app.ui import motion, settings
from app.ui.canvas.geometry import Box
from app.ui.canvas.metrics import TEXTS_FROM, ZOOM_MAX, ZOOM_MIN, ZOOM_STEP

_NOTCH = 120.0  # angle units of one step of a wheel
_TURN = 60.0  # pixels that such a step scrolls
_EDGE = 16.0  # pixels kept free around what is fitted
_ASIDE = 40.0  # and beside what is revealed
_READABLE = 0.6  # the zoom at which a graph is first shown that is too large to be fitted
_LEAST = 0.001  # of what is fitted; a network of any size can be seen as a whole
_FARTHEST = 1e6  # from the origin, in units of the scene


class Look(NamedTuple):
    """Where a view is: its zoom, and the point of the scene in its middle."""

    zoom: float
    x: float
    y: float

    @property
    def sound(self) -> bool:
        """Whether a view can be there; what a file says may make no sense."""
        return _LEAST <= self.zoom <= ZOOM_MAX and max(abs(self.x), abs(self.y)) <= _FARTHEST


class Navigator:
    """Moves a view over its scene, which is taken to be without bounds.

    Jumps and steps of zoom glide, and whatever comes meanwhile takes over at once. What was fitted
    stays so while the view gets another size, until the person moves it.
    """

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self.corner = (0.0, 0.0)  # pixels, of the lower left one, which what is fitted keeps free
        self._fit: Callable[[], Look] | None = None
        self._from = self._to = Look(1.0, 0.0, 0.0)
        self._glide = QVariantAnimation(view)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._step)

    # --- where it is -----------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        return self._view.transform().m11()

    @property
    def look(self) -> Look:
        """Where the view is, or where it glides to."""
        if self.gliding:
            return self._to
        left, top, right, bottom = self.seen()
        return Look(self.zoom, (left + right) / 2, (top + bottom) / 2)

    @property
    def gliding(self) -> bool:
        return self._glide.state() is QVariantAnimation.State.Running

    def seen(self) -> Box:
        """The part of the scene in the viewport."""
        inverse, _ = self._view.viewportTransform().inverted()
        seen = inverse.mapRect(QRectF(self._view.viewport().rect()))
        return seen.left(), seen.top(), seen.right(), seen.bottom()

    # --- moving it -------------------------------------------------------------------------------

    def go(self, look: Look, *, glides: bool = True) -> None:
        """Show another part of the scene."""
        self.stop()
        time = motion.duration()
        if not (glides and time and self._view.isVisible()):
            self._put(look)
        elif look != (here := self.look):
            self._from, self._to = here, look
            self._glide.setDuration(time)
            self._glide.start()

    def stop(self) -> None:
        """Stay here: what was under way, and what was fitted, counts no more."""
        self._fit = None
        self._glide.stop()

    def loosen(self) -> None:
        """What was fitted is something else now: another size of the view is no cause to move."""
        self._fit = None

    def scroll_by(self, delta: QPointF) -> None:
        """Move the view over the scene by pixels."""
        self.stop()
        self._scroll(delta)

    def zoom_by(self, factor: float, at: QPointF | None = None, *, glides: bool = False) -> None:
        """Zoom about a point of the viewport, by default its middle, which stays where it is."""
        old = self.look
        zoom = min(max(old.zoom * factor, min(ZOOM_MIN, old.zoom)), ZOOM_MAX)
        middle = QRectF(self._view.viewport().rect()).center()
        aside = (at if at is not None else middle) - middle
        x = old.x + aside.x() * (1 / old.zoom - 1 / zoom)
        y = old.y + aside.y() * (1 / old.zoom - 1 / zoom)
        self.go(Look(zoom, x, y), glides=glides)

    def zoom_to(self, zoom: float) -> None:
        self.zoom_by(zoom / self.look.zoom)

    def centre_on(self, at: QPointF, *, glides: bool = True) -> None:
        """Have a point of the scene in the middle."""
        self.go(Look(self.look.zoom, at.x(), at.y()), glides=glides)

    def reveal(self, box: Box) -> None:
        """Scroll as little as is needed for a box to be seen; not where it is seen already."""
        zoom, x, y = self.look
        room = self._view.viewport().size()
        half = room.width() / zoom / 2, room.height() / zoom / 2
        left, top, right, bottom = box
        dx = _shift(left, right, x, half[0], _ASIDE / zoom)
        dy = _shift(top, bottom, y, half[1], _ASIDE / zoom)
        if dx or dy:
            self.go(Look(zoom, x + dx, y + dy))

    def sees(self, box: Box) -> bool:
        """Whether all of a box is in view."""
        left, top, right, bottom = self.seen()
        return box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom

    # --- fitting ---------------------------------------------------------------------------------

    def show_box(self, box: Box, *, least: float = _LEAST, most: float = 1.0) -> None:
        """Fit a box; where it would be too small to see, show its top."""
        self._keep(lambda: self._fitted(box, least, most))

    def show_readable(self, box: Box, trunk: float) -> None:
        """Fit a box if its cards bear all their texts then, else show its top, somewhat larger.

        One that is too wide as well is centred on `trunk`, a place across.
        """

        def look() -> Look:
            least = TEXTS_FROM if self._fitting(box) >= TEXTS_FROM else _READABLE
            return self._fitted(box, least, 1.0, trunk)

        self._keep(look, glides=False)

    def resized(self) -> None:
        """The view has another size: what was fitted is fitted again."""
        if (fit := self._fit) is not None:
            self._keep(fit, glides=False)

    def _keep(self, fit: Callable[[], Look], *, glides: bool = True) -> None:
        self.go(fit(), glides=glides)
        self._fit = fit

    def _fitted(self, box: Box, least: float, most: float, trunk: float | None = None) -> Look:
        left, top, right, bottom = box
        width, height = self._room()
        zoom = min(max(min(self._fitting(box), most), least), ZOOM_MAX)
        x, y = (left + right) / 2, (top + bottom) / 2
        if (bottom - top) * zoom > height + 1:
            y = top + height / zoom / 2
        if trunk is not None and (right - left) * zoom > width + 1:
            x = trunk
        aside = self._clear_of_corner(box, Look(zoom, x, y), most)
        return aside if aside is not None and aside.zoom >= least else Look(zoom, x, y)

    def _clear_of_corner(self, box: Box, look: Look, most: float) -> Look | None:
        """Beside or above what lies in the corner, whichever is larger; None where it is clear."""
        across, up = self.corner
        left, top, right, bottom = box
        size, (zoom, x, y) = self._view.viewport().size(), look
        reaches_left = size.width() / 2 + (left - x) * zoom < across
        reaches_down = size.height() / 2 + (bottom - y) * zoom > size.height() - up
        if not (reaches_left and reaches_down):
            return None
        width, height = self._room()
        wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
        beside = min(max(width - across, 1.0) / wide, height / high, most, ZOOM_MAX)
        above = min(width / wide, max(height - up, 1.0) / high, most, ZOOM_MAX)
        x, y = (left + right) / 2, (top + bottom) / 2
        if beside > above:
            return Look(beside, x - across / beside / 2, y)
        return Look(above, x, y + up / above / 2)

    def _fitting(self, box: Box) -> float:
        """The zoom at which a box fills the view."""
        left, top, right, bottom = box
        width, height = self._room()
        return min(width / max(right - left, 1.0), height / max(bottom - top, 1.0))

    def _room(self) -> tuple[float, float]:
        """Width and height of the view within its edges, in pixels."""
        size = self._view.viewport().size()
        return max(size.width() - 2 * _EDGE, 1.0), max(size.height() - 2 * _EDGE, 1.0)

    # --- events ----------------------------------------------------------------------------------

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer; two fingers on a touchpad scroll, and with Ctrl zoom.

        With the switch `wheel_zooms` off a wheel scrolls too.
        """
        keys, angle = event.modifiers(), event.angleDelta()
        fingers = _is_touchpad(event)
        aside = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        zooms = not (fingers or aside) and settings.flag("wheel_zooms")
        if keys & Qt.KeyboardModifier.ControlModifier:  # not what goes on without the fingers
            zooms = event.phase() != Qt.ScrollPhase.ScrollMomentum
        event.accept()
        if zooms:
            turn = angle.y() or event.pixelDelta().y()
            self.zoom_by(ZOOM_STEP ** (turn / _NOTCH), event.position(), glides=not fingers)
            return
        pixels = QPointF(event.pixelDelta()) if fingers else QPointF()
        if pixels.isNull():
            pixels = QPointF(angle) * (_TURN / _NOTCH)
        if aside:
            pixels = QPointF(pixels.x() or pixels.y(), 0)
        self.scroll_by(-pixels)

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Whether the event was a pinch, which zooms."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom_by(max(1 + event.value(), 0.1), event.position())
        return True

    # --- the view itself -------------------------------------------------------------------------

    def _put(self, look: Look) -> None:
        view = self._view
        if look.zoom != self.zoom:
            view.setTransform(QTransform.fromScale(look.zoom, look.zoom))
        middle = QRectF(view.viewport().rect()).center()
        self._scroll(view.viewportTransform().map(QPointF(look.x, look.y)) - middle)

    def _scroll(self, delta: QPointF) -> None:
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + round(delta.x()))
        down.setValue(down.value() + round(delta.y()))

    def _step(self, share: object) -> None:
        """One frame on the way; a point that both ends show at one place stays at it."""
        if not isinstance(share, float) or not self.gliding:
            return
        a, b = self._from, self._to
        zoom, moved = a.zoom * (b.zoom / a.zoom) ** share, share
        if a.zoom != b.zoom:
            moved = (1 / a.zoom - 1 / zoom) / (1 / a.zoom - 1 / b.zoom)
        self._put(Look(zoom, a.x + (b.x - a.x) * moved, a.y + (b.y - a.y) * moved))


def _is_touchpad(event: QWheelEvent) -> bool:
    """By what the device says of itself; on a Mac a wheel tells pixels too, but no phases."""
    return (
        event.phase() != Qt.ScrollPhase.NoScrollPhase
        or event.device().type() == QInputDevice.DeviceType.TouchPad
        or (not event.pixelDelta().isNull() and sys.platform != "darwin")
    )


def _shift(low: float, high: float, middle: float, half: float, edge: float) -> float:
    """How far a view must move along one axis to see from `low` to `high`; its start at least."""
    if low >= middle - half and high <= middle + half:
        return 0.0
    if low - edge < middle - half or high - low + 2 * edge > 2 * half:
        return low - edge - (middle - half)
    return high + edge - (middle + half)
