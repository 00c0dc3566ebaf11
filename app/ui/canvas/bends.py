"""Points that wires are led through: shown on them, put there, dragged and taken away."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QMenu

from app.ui.canvas.component import Component
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.move_marks import MovePoint, bend_at
from app.ui.canvas.metrics import OVERVIEW_BELOW, WIRE_REACH
from app.ui.language import tr
from nodes.network import Wire
from nodes.network.edits.marks import Marks, Point, lead, remove_marks

_RADIUS = 4.5
_REACH = 9.0  # pixels


class Bends(Component):
    """A double click on a wire, or Alt and a press, puts a point there."""

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        layer, zoom = self.canvas.layer, self.canvas.navigator.zoom
        if not layer.geometry.bent or zoom < OVERVIEW_BELOW:
            return
        theme, chosen = layer.theme, layer.look.marks.points
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = seen.adjusted(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS)
        for wire, points in layer.geometry.bent.items():
            lit = wire in layer.look.wires or wire == layer.look.hovered_wire
            for k, (x, y) in enumerate(points):
                if not around.contains(x, y):
                    continue
                selected = (wire, k) in chosen
                colour = QColor(theme.accent if selected or lit else theme.wire)
                painter.setPen(QPen(colour, 1.6))
                painter.setBrush(colour if selected else QColor(theme.card))
                painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)

    # --- pointing --------------------------------------------------------------------------------

    def point_at(self, at: Pointer) -> Point | None:
        """The nearest point of a wire within reach."""
        reach = _REACH / self.canvas.navigator.zoom
        points = [(w, k, p) for w, ps in self.canvas.editor.graph.bends for k, p in enumerate(ps)]
        if not points or self.canvas.navigator.zoom < OVERVIEW_BELOW:
            return None
        away = np.hypot(*(np.array([p for _, _, p in points]) - (at.x, at.y)).T)
        nearest = int(np.argmin(away))
        return points[nearest][:2] if away[nearest] <= reach else None

    def wire_at(self, at: Pointer) -> Wire | None:
        """The wire here, where neither a port nor a card lies over it."""
        geometry, zoom = self.canvas.layer.geometry, self.canvas.navigator.zoom
        if geometry.socket_at(at.x, at.y) is not None or geometry.node_at(at.x, at.y) is not None:
            return None
        found: Wire | None = geometry.wire_at(at.x, at.y, WIRE_REACH / min(zoom, 1.0))
        return found

    def gesture_at(self, at: Pointer) -> Gesture | None:
        if (point := self.point_at(at)) is not None:
            return MovePoint(self.canvas, at, point)
        if at.keys & Qt.KeyboardModifier.AltModifier and (wire := self.wire_at(at)) is not None:
            return bend_at(self.canvas, at, wire)
        return None

    def double_click(self, at: Pointer) -> bool:
        if self.point_at(at) is not None:
            return True
        if (wire := self.wire_at(at)) is not None:
            bend_at(self.canvas, at, wire).click()
        return wire is not None

    def hover(self, at: Pointer) -> bool:
        return self.point_at(at) is not None

    def tip(self, at: Pointer) -> str:
        return tr("Drag onto the line to remove it") if self.point_at(at) is not None else ""

    def menu(self, at: Pointer) -> QMenu | None:
        editor = self.canvas.editor
        if (point := self.point_at(at)) is None:
            return None
        scope, wire, gone = editor.scope, point[0], Marks(points=frozenset({point}))
        menu = QMenu(self.canvas)
        label = tr("Remove reroute point")
        menu.addAction(label).triggered.connect(
            lambda: editor.apply(label, lambda n: remove_marks(n, scope, gone))
        )
        menu.addAction(tr("Straighten wire")).triggered.connect(
            lambda: editor.apply(tr("Straighten wire"), lambda n: lead(n, scope, wire, ()))
        )
        return menu
