"""Strokes across wires: one cuts those it crosses, another leads each through the crossing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.canvas.crossing import crossings, led_through
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.notes import Note, paint_note
from app.ui.formats import counted
from app.ui.language import tr
from nodes.network import Graph, Network, Position, Wire, edits
from nodes.network.edits.marks import lead


class _Stroke(Gesture):
    """Gathers the wires that the pointer comes across."""

    cursor = Qt.CursorShape.CrossCursor

    def begin(self) -> None:
        self._line = [self.start.scene]
        self._crossed: dict[Wire, Position] = {}

    @property
    def crossed(self) -> Mapping[Wire, Position]:
        """The wires that it acts on, each with where it was crossed first."""
        return self._crossed

    def move(self, at: Pointer) -> None:
        last = self._line[-1]
        self._line.append(at.scene)
        geometry = self.canvas.layer.geometry
        for wire, place in crossings(geometry, (last.x(), last.y()), (at.x, at.y)):
            self._crossed.setdefault(wire, place)

    def survives(self, graph: Graph) -> bool:
        return False  # the wires may be gone

    def colour(self) -> str:
        raise NotImplementedError

    def told(self) -> Note:
        """What a release would do."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        layer, colour = self.canvas.layer, QColor(self.colour())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 3.6))
        geometry = layer.geometry
        for wire in self._crossed:
            course = geometry.courses[geometry.wire_index[wire]]
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in course.tolist()]))
        pen = QPen(colour, 1.6, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(self._line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x, y in self._crossed.values():
            painter.drawEllipse(QPointF(x, y), 4.0, 4.0)
        if self._crossed:
            at = self.canvas.mapFromScene(self._line[-1]).toPointF()
            paint_note(painter, self.canvas, at, self.told(), layer.theme)


class CutWires(_Stroke):
    def colour(self) -> str:
        return self.canvas.layer.theme.error

    def told(self) -> Note:
        return Note(tr("Cut {what}", what=counted(len(self.crossed), "wire")), "cuts")

    def finish(self, at: Pointer) -> None:
        self.move(at)
        wires, editor = tuple(self.crossed), self.canvas.editor
        if wires:
            scope, label = editor.scope, tr("Cut {what}", what=counted(len(wires), "wire"))
            editor.apply(label, lambda n: edits.disconnect(n, scope, wires))


class RouteWires(_Stroke):
    def colour(self) -> str:
        return self.canvas.layer.theme.accent

    def told(self) -> Note:
        what = counted(len(self.crossed), "wire")
        return Note(tr("Lead {what} through here", what=what), "leads")

    def finish(self, at: Pointer) -> None:
        self.move(at)
        editor, crossed = self.canvas.editor, dict(self.crossed)
        if not crossed:
            return
        scope, points = editor.scope, editor.graph.points
        geometry = self.canvas.layer.geometry
        led = {w: led_through(geometry, w, points.get(w, ()), p) for w, p in crossed.items()}

        def edit(network: Network) -> Network:
            for wire, way in led.items():
                network = lead(network, scope, wire, way)
            return network

        editor.apply(tr("Reroute {what}", what=counted(len(led), "wire")), edit)
