"""Drawing a wire from a port, or leading the end of one elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.canvas.changes import rewired
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.metrics import PORT_REACH, SNAP_REACH
from nodes.network import Endpoint, Graph, Wire, edits

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class DrawWire(Gesture):
    """From the port `fixed` to the pointer. `old` is the wire whose end is led elsewhere."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self, canvas: CanvasView, start: Pointer, fixed: Socket, old: Wire | None = None
    ) -> None:
        super().__init__(canvas, start)
        self.fixed = fixed
        self.old = old
        self._to: Socket | None = None
        self._aimed = False  # at the port itself, not at its card or only near it
        self._reason = ""
        self._at = start.scene
        self._full: dict[Socket, Wire] = {}  # ports whose wire would make way

    @property
    def reason(self) -> str:
        """Why the port under the pointer refuses the wire; empty where it does not."""
        return self._reason

    @property
    def replaces(self) -> Wire | None:
        """The wire that would make way for this one here."""
        return self._full.get(self._to) if self._to is not None else None

    def begin(self) -> None:
        editor, look = self.canvas.editor, self.canvas.layer.look
        network, scope = editor.network, editor.scope
        if self.old is not None:
            network = edits.disconnect(network, scope, (self.old,))
        find = edits.refusals if self.fixed.output else edits.refusals_into
        sought = not self.fixed.output
        look.refused = {
            Socket(end, sought): reason
            for end, reason in find(network, scope, self.fixed.end, replacing=True).items()
        }
        look.accepted = frozenset(
            s
            for s in self.canvas.layer.geometry.sockets
            if s.output == sought and s not in look.refused
        )
        for socket in look.accepted if self.fixed.output else ():
            if (present := edits.replaced(network, scope, socket.end)) is not None:
                self._full[socket] = present
        self._hide()

    def _hide(self) -> None:
        gone = (self.old, self.replaces)
        self.canvas.layer.look.hidden_wires = frozenset(w for w in gone if w is not None)

    def move(self, at: Pointer) -> None:
        layer = self.canvas.layer
        self._at = at.scene
        self._aimed = layer.geometry.socket_at(at.x, at.y) in layer.look.accepted
        self._to, self._reason = self._target(at)
        layer.look.hovered_socket = self._to
        self._hide()
        layer.update()

    def _target(self, at: Pointer) -> tuple[Socket | None, str]:
        """The port that would take the wire here, or why the one here does not."""
        geometry, look = self.canvas.layer.geometry, self.canvas.layer.look
        near = geometry.socket_at(at.x, at.y)
        if near in look.accepted:
            return near, ""
        if near is not None and near in look.refused:
            return None, look.refused[near]
        name = geometry.node_at(at.x, at.y)
        if name is not None:
            return self._of_card(name)
        away = geometry.socket_distances(at.x, at.y)
        reach = SNAP_REACH if self.old is None else PORT_REACH  # an end is let go nearby
        taking = [
            s
            for i, s in enumerate(geometry.sockets)
            if away[i] <= reach
            and s in look.accepted
            and s not in self._full  # a wire is only replaced where one aims at it
            and s.end.node != self.fixed.end.node
        ]
        return min(taking, key=lambda s: away[geometry.socket_index[s]], default=None), ""

    def _of_card(self, name: str) -> tuple[Socket | None, str]:
        """The first free port of a card, or its only one."""
        look = self.canvas.layer.look
        own = [s for s in self.canvas.layer.geometry.sockets if s.end.node == name]
        taking = [s for s in own if s in look.accepted]
        free = [s for s in taking if s not in self._full]
        if free or len(taking) == 1:
            return (free or taking)[0], ""
        if taking:
            return None, f"Every input of {name} is taken. Drop the wire on the one to replace."
        reasons = [look.refused[s] for s in own if s in look.refused]
        return None, reasons[0] if reasons else ""

    def _slot(self, to: Socket) -> tuple[Endpoint, int | None] | None:
        """The port for any number of wires that the wire ends at, and its place among them."""
        geometry = self.canvas.layer.geometry
        target = to if self.fixed.output else self.fixed
        if not geometry.socket_half[geometry.socket_index[target]]:
            return None
        across = self._at.x() if self.fixed.output else self.start.x
        if self.old is not None and self.old.target == target.end:
            return target.end, geometry.slot_index(target.end, across, without=self.old)
        aimed = self._aimed or not self.fixed.output
        return target.end, geometry.slot_choice(target.end, across) if aimed else None

    def finish(self, at: Pointer) -> None:
        self.move(at)
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        to, reason, old = self._to, self._reason, self.old
        index = None
        if to is not None:
            source, target = (self.fixed, to) if self.fixed.output else (to, self.fixed)
            new = Wire(source.end, target.end)
            if (slot := self._slot(to)) is not None:
                index = slot[1]
        self.cancel()
        if to is not None:
            label = "Reorder wires" if old and old.target == new.target else f"Connect {new}"
            editor.apply(label, rewired(scope, old, new, index))
        elif reason:
            editor.refuse(reason)
        elif old is not None:
            editor.apply(f"Disconnect {old}", lambda n: edits.disconnect(n, scope, (old,)))

    def click(self) -> None:
        if self.old is not None:
            self.canvas.select_wires({self.old})
            self.canvas.editor.select(())

    def cancel(self) -> None:
        look = self.canvas.layer.look
        look.refused, look.accepted = {}, frozenset()
        look.hovered_socket, look.hidden_wires = None, frozenset()
        self.canvas.layer.update()

    def survives(self, graph: Graph) -> bool:
        return False  # what was accepted may not be any more

    def paint(self, painter: QPainter) -> None:
        layer = self.canvas.layer
        theme, geometry = layer.theme, layer.geometry
        fixed = geometry.start_of(self.old) if self.old else geometry.socket_place(self.fixed)
        start, end = QPointF(*fixed), self._at
        slot = None
        if self._to is not None:
            end = QPointF(*geometry.socket_place(self._to))
            slot = self._slot(self._to)
        if not self.fixed.output:
            start, end = end, start
        if slot is not None:
            end.setX(geometry.slot_place(*slot, without=self.old))
        reach = min(max(abs(end.y() - start.y()) / 2, 24.0), 150.0)
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(0, reach), end - QPointF(0, reach), end)
        pen = QPen(QColor(theme.error if self._reason else theme.accent), 2.6)
        if self._to is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if self._reason:
            self._paint_note(painter, self._reason, theme.error, theme.on_error)
        elif (gone := self.replaces) is not None:
            note = f"Replaces the wire from {gone.source.node}"
            self._paint_note(painter, note, theme.accent, theme.on_accent)

    def _paint_note(self, painter: QPainter, note: str, ground: str, ink: str) -> None:
        """Next to the pointer, in the size of the window's text whatever the zoom."""
        at = self.canvas.mapFromScene(self._at)
        painter.save()
        painter.resetTransform()
        painter.setFont(self.canvas.font())
        viewport = self.canvas.viewport().rect()
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        room = QRectF(0, 0, 300, 400)
        text = painter.boundingRect(room, flags, note)
        left = min(at.x() + 18.0, viewport.width() - text.width() - 24)
        top = min(at.y() + 18.0, viewport.height() - text.height() - 18)
        text.moveTo(max(left, 8.0), max(top, 8.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(text.adjusted(-8, -5, 8, 5), 5, 5)
        painter.setPen(QColor(ink))
        painter.drawText(text, flags, note)
        painter.restore()
