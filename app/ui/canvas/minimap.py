"""The whole graph in the corner, with the part in view, which can be dragged; a wheel zooms it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui import settings
from app.ui.canvas.framing import hue
from app.ui.canvas.geometry import Box
from app.ui.canvas.metrics import ZOOM_STEP
from app.ui.canvas.surroundings import edges, whole
from app.ui.language import tr

if TYPE_CHECKING:
    from app.ui.canvas.graphview import GraphView

_WIDTH, _HEIGHT = 170, 130
_CORNER = 12  # from the corner of the view
_INSET = 6.0
_SOON = 100  # ms


class Minimap(QWidget):
    """Hidden while everything is in view, and where it is switched off."""

    def __init__(self, canvas: GraphView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture: QPixmap | None = None
        self._scale, self._origin, self._size = 1.0, QPointF(), QSize()
        self._held = QPointF()  # from where the pointer holds the part in view to its middle
        self._later = QTimer(self, singleShot=True, interval=_SOON)
        self._later.timeout.connect(self._renew)
        self.setAccessibleName(tr("Map of the network"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def refresh(self) -> None:
        """The graph, its marks or the theme changed: draw it anew soon, but not for every frame."""
        if not self._later.isActive():
            self._later.start()
        self.follow()

    def _renew(self) -> None:
        self._picture = None
        self.follow()

    def follow(self) -> None:
        """The view moved, or has another size."""
        bounds = self._bounds()
        wanted = bounds is not None and not self._canvas.navigator.sees(bounds)
        self.setVisible(wanted and settings.flag("minimap"))
        if bounds is None or self.isHidden():
            return
        if self._picture is None:
            self._measure(bounds)
        area, size = self._canvas.viewport().geometry(), self._size
        corner = area.bottomRight() - QPoint(size.width() + _CORNER, size.height() + _CORNER)
        self.setGeometry(QRect(corner, size))
        self.update()

    def _bounds(self) -> Box | None:
        return whole(self._canvas.layer.geometry, self._canvas.editor.graph)

    def _measure(self, bounds: Box) -> None:
        """How large the graph is shown, and where in the map."""
        width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
        self._scale = scale = min((_WIDTH - 2 * _INSET) / width, (_HEIGHT - 2 * _INSET) / height)
        self._size = size = QSize(
            max(int(width * scale + 2 * _INSET), 40), max(int(height * scale + 2 * _INSET), 40)
        )
        self._origin = QPointF(
            bounds[0] - (size.width() / scale - width) / 2,
            bounds[1] - (size.height() / scale - height) / 2,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._drawn(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        seen = self.seen
        accent = QColor(self._canvas.layer.theme.accent)
        painter.setPen(QPen(accent, 1.5))
        accent.setAlphaF(0.10)
        painter.setBrush(accent)
        painter.drawRect(seen.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)))

    @property
    def seen(self) -> QRectF:
        """Where the part in view is in the map."""
        left, top, right, bottom = self._canvas.navigator.seen()
        x, y = (left - self._origin.x()) * self._scale, (top - self._origin.y()) * self._scale
        return QRectF(x, y, (right - left) * self._scale, (bottom - top) * self._scale)

    def _drawn(self, ratio: float) -> QPixmap:
        layer = self._canvas.layer
        picture = QPixmap(self._size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(layer.theme.window))
        painter = QPainter(picture)
        painter.setPen(QColor(layer.theme.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.scale(self._scale, self._scale)
        painter.translate(-self._origin)
        bounds = self._bounds()
        if bounds is not None:
            self._draw_frames(painter)
            layer.overview.paint(painter, layer.geometry, layer.look, bounds, wires=False)
            layer.overview.paint_signs(painter, layer.geometry, layer.look, ())
        painter.end()
        return picture

    def _draw_frames(self, painter: QPainter) -> None:
        theme = self._canvas.layer.theme
        for frame in self._canvas.editor.graph.frames:
            left, top, right, bottom = edges(frame.box)
            colour = QColor(hue(theme, frame.colour))
            painter.setPen(QPen(colour, 0))
            colour.setAlphaF(0.3)
            painter.setBrush(colour)
            painter.drawRect(QRectF(left, top, right - left, bottom - top))

    # --- events ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the part in view; elsewhere its middle goes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            at = event.position()
            self._held = self.seen.center() - at if self.seen.contains(at) else QPointF()
            self._canvas.places.jump()
            self._go(at, glides=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position(), glides=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms about the middle of the view."""
        turn = event.angleDelta().y() or event.pixelDelta().y()
        self._canvas.navigator.zoom_by(ZOOM_STEP ** (turn / 120.0), glides=True)
        event.accept()

    def _go(self, at: QPointF, *, glides: bool) -> None:
        place = (at + self._held) / self._scale + self._origin
        self._canvas.navigator.centre_on(place, glides=glides)
