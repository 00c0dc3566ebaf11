"""Dragging the selected cards; a lone one can be dropped on a wire, or joined to one nearby."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui import settings
from app.ui.canvas.changes import inserted
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.gestures.move import ALT, Move
from app.ui.canvas.gestures.near import near_wire
from app.ui.canvas.gestures.to_port import curve
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.canvas.surroundings import with_content
from app.ui.language import tr
from nodes.network import Wire, edits
from nodes.network.edits.marks import shift
from nodes.network.lookup import ports

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class MoveNodes(Move):
    """`name` is the node under the pointer; all that is selected goes with it."""

    def __init__(self, canvas: CanvasView, start: Pointer, name: str) -> None:
        super().__init__(canvas, start)
        self.name = name
        editor = self.canvas.editor
        self._was_selected = name in editor.selection
        if start.adds:
            editor.select(editor.selection ^ {name})
        elif not self._was_selected:
            self.canvas.select_wires(())
            editor.select({name})

    def begin(self) -> None:
        editor, layer = self.canvas.editor, self.canvas.layer
        self.names, self.marks = with_content(
            layer.geometry, editor.graph, editor.selection | {self.name}, layer.look.marks
        )
        self.anchor = editor.graph.by_name[self.name].position
        self._near: Wire | None = None
        self._joins = settings.flag("connect_near")
        self._drops = settings.flag("insert_on_wire") and self._could_drop()
        self.ready()

    def _could_drop(self) -> bool:
        """Whether it is a lone card that could be put on a wire."""
        network, graph = self.canvas.editor.network, self.canvas.editor.graph
        if len(self.names) > 1 or graph.into(self.name) or graph.out_of(self.name):
            return False
        inputs, outputs = ports(network, graph.by_name[self.name])
        return bool(inputs and outputs)

    def move(self, at: Pointer) -> None:
        super().move(at)
        x, y = self.anchor[0] + self.snap.dx, self.anchor[1] + self.snap.dy
        self.canvas.layer.look.target_wire = (
            self.canvas.layer.geometry.wire_at(
                x + CARD_WIDTH / 2, y + CARD_HEIGHT / 2, CARD_HEIGHT / 2
            )
            if self._drops and not at.keys & ALT
            else None
        )

        editor, joins = self.canvas.editor, self._joins and not at.keys & ALT
        self._near = None
        if joins and self.canvas.layer.look.target_wire is None:
            geometry = self.canvas.layer.geometry
            self._near = near_wire(geometry, editor.network, editor.scope, self.name)

    def finish(self, at: Pointer) -> None:
        self.move(at)
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        wire: Wire | None = self.canvas.layer.look.target_wire
        self.canvas.layer.look.target_wire = None
        if (near := self._near) is not None and self.by != (0.0, 0.0):
            self.canvas.layer.look.shift = None
            by, names, marks = self.by, self.names, self.marks
            if not editor.apply(
                tr("Connect {wire}", wire=near),
                lambda n: edits.connect(shift(n, scope, by, names, marks), scope, near),
            ):
                self.cancel()
            return
        if wire is None or self.by == (0.0, 0.0):
            several = tr("Move {count} nodes", count=len(self.names))
            self.done(tr("Move {what}", what=self.name) if len(self.names) == 1 else several)
            return
        self.canvas.layer.look.shift = None
        place = (self.anchor[0] + self.snap.dx, self.anchor[1] + self.snap.dy)
        node = replace(editor.graph.by_name[self.name], position=place)
        if not editor.apply(tr("Insert {what}", what=self.name), inserted(scope, wire, node)):
            self.cancel()

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self._near is not None:
            place = self.canvas.layer.geometry.socket_place
            ends = place(Socket(self._near.source, True)), place(Socket(self._near.target, False))
            pen = QPen(QColor(self.canvas.layer.theme.accent), 2.6, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(curve(*(QPointF(*end) for end in ends)))

    def click(self) -> None:
        if self._was_selected and not self.start.adds:
            self.canvas.select_wires(())
            self.canvas.editor.select({self.name})

    def cancel(self) -> None:
        self.canvas.layer.look.target_wire = None
        super().cancel()
