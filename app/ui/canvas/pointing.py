"""What the pointer means where it is: which gesture a press begins, and what lights up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from app.ui.canvas.cards import endpoint_label
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures import DrawWire, Gesture, MoveNodes, Pointer, RubberBand
from app.ui.canvas.metrics import PORT_REACH, WIRE_REACH
from nodes.network import Wire

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_GONE = "A port of this wire is gone: draw another, or delete it."


def gesture_at(canvas: CanvasView, at: Pointer) -> Gesture | None:
    """A port draws a wire or takes the end of one, a card moves, a wire is selected at once."""
    geometry = canvas.layer.geometry
    socket = geometry.socket_at(at.x, at.y, _reach(canvas, PORT_REACH))
    if socket is not None:
        old = None if socket.output else geometry.end_at(socket.end, at.x)
        if old is not None:
            return DrawWire(canvas, at, Socket(old.source, True), old)
        return DrawWire(canvas, at, socket)
    name = geometry.node_at(at.x, at.y)
    if name is not None:
        return MoveNodes(canvas, at, name)
    wire = geometry.wire_at(at.x, at.y, _reach(canvas, WIRE_REACH))
    if wire is not None:
        chosen = canvas.selected_wires
        canvas.select_wires(chosen ^ {wire} if at.adds else {wire})
        if not at.adds:
            canvas.editor.select(())
        return None
    return RubberBand(canvas, at)


def hover(canvas: CanvasView, at: Pointer) -> None:
    """Light the port or the wire under the pointer."""
    geometry = canvas.layer.geometry
    socket = geometry.socket_at(at.x, at.y, _reach(canvas, PORT_REACH))
    wire = None
    if socket is None and geometry.node_at(at.x, at.y) is None:
        wire = geometry.wire_at(at.x, at.y, _reach(canvas, WIRE_REACH))
    _light(canvas, socket, wire)


def unhover(canvas: CanvasView) -> None:
    """The pointer is over no port and no wire."""
    _light(canvas, None, None)


def _light(canvas: CanvasView, socket: Socket | None, wire: Wire | None) -> None:
    look = canvas.layer.look
    if (socket, wire) != (look.hovered_socket, look.hovered_wire):
        look.hovered_socket, look.hovered_wire = socket, wire
        canvas.layer.update()


def tip_at(canvas: CanvasView, at: QPointF) -> str:
    """The tooltip at a point of the scene; empty where there is nothing."""
    layer, x, y = canvas.layer, at.x(), at.y()
    if (socket := layer.geometry.socket_at(x, y)) is not None:
        return endpoint_label(layer.card_of[socket.end.node], socket.end)
    if (name := layer.geometry.node_at(x, y)) is not None:
        return layer.card_of[name].tip
    if (wire := layer.geometry.wire_at(x, y)) is None:
        return ""
    return f"{wire}\n{_GONE}" if layer.geometry.is_broken(wire) else str(wire)


def _reach(canvas: CanvasView, reach: float) -> float:
    """A little farther in the scene when zoomed out, so that small things can still be hit."""
    return reach * min(max(1.0, 0.8 / canvas.navigator.zoom), 2.0)
