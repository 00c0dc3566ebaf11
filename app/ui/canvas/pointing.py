"""What the pointer means where it is: which gesture a press begins, and what lights up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt

from app.ui.canvas.cards import endpoint_label
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures import (
    BreakPort,
    CutWires,
    DrawWire,
    DrawWires,
    Gesture,
    LeadWires,
    MoveNodes,
    Pointer,
    RouteWires,
    RubberBand,
)
from app.ui.canvas.metrics import PORT_REACH, WIRE_REACH
from app.ui.language import tr
from nodes.network import Wire

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_END, _SHARE = 120.0, 0.3  # how far a wire counts as its end: at most, and of its length


def gesture_at(canvas: CanvasView, at: Pointer) -> Gesture | None:
    """A port draws wires or takes the end of one, a card moves, a wire is selected at once."""
    geometry = canvas.layer.geometry
    socket = geometry.socket_at(at.x, at.y, reach_of(canvas, PORT_REACH))
    if socket is not None:
        return _at_port(canvas, at, socket)
    name = geometry.node_at(at.x, at.y)
    if name is not None:
        return MoveNodes(canvas, at, name)
    wire = geometry.wire_at(at.x, at.y, reach_of(canvas, WIRE_REACH))
    if wire is not None:
        chosen = canvas.selected_wires
        canvas.select_wires(chosen ^ {wire} if at.adds else {wire})
        if at.adds:
            return None
        canvas.editor.select(())
        return _at_wire(canvas, at, wire)
    return RubberBand(canvas, at)


def stroke_at(canvas: CanvasView, at: Pointer) -> Gesture | None:
    """With the right button: a stroke across wires cuts them, with Shift it leads them."""
    if at.keys & _CONTROL:
        return CutWires(canvas, at)
    return RouteWires(canvas, at) if at.keys & _SHIFT else None


def _at_port(canvas: CanvasView, at: Pointer, port: Socket) -> Gesture:
    """Alt breaks its wires and Ctrl leads them all elsewhere; else one is led or drawn."""
    wires = wires_of(canvas, port)
    if at.keys & _ALT:
        return BreakPort(canvas, at, port)
    if at.keys & _CONTROL and wires:
        return LeadWires(canvas, at, port, wires)
    if not port.output:
        old = canvas.layer.geometry.end_at(port.end, at.x)
        return DrawWire(canvas, at, port if old is None else Socket(old.source, True), old)
    several = _selected_outputs(canvas, port)
    return DrawWires(canvas, at, several) if len(several) > 1 else DrawWire(canvas, at, port)


def _at_wire(canvas: CanvasView, at: Pointer, wire: Wire) -> Gesture | None:
    """Near one of its ends that is led elsewhere; let go on nothing it stays."""
    geometry = canvas.layer.geometry
    course = geometry.courses[geometry.wire_index[wire]]
    length = float(np.hypot(*np.diff(course, axis=0).T).sum())
    from_start, from_end = (float(np.hypot(*(course[k] - (at.x, at.y)))) for k in (0, -1))
    if min(from_start, from_end) > min(_END, _SHARE * length):
        return None
    fixed = Socket(wire.target, False) if from_start < from_end else Socket(wire.source, True)
    return DrawWire(canvas, at, fixed, wire, stays=True)


def wires_of(canvas: CanvasView, port: Socket) -> tuple[Wire, ...]:
    """The wires at a port, in their order."""
    graph = canvas.editor.graph
    if port.output:
        return tuple(w for w in graph.out_of(port.end.node) if w.source == port.end)
    return tuple(w for w in graph.into(port.end.node) if w.target == port.end)


def _selected_outputs(canvas: CanvasView, port: Socket) -> list[Socket]:
    """The port, and the first outputs of the nodes selected with its own, in order across.

    A node that feeds another of them is passed over: of a chain the last one is meant.
    """
    editor, geometry = canvas.editor, canvas.layer.geometry
    names = editor.selection
    if port.end.node not in names:
        return [port]
    found = [port]
    for name in names - {port.end.node}:
        outputs = [s for s in geometry.sockets_of(name) if s.output]
        if outputs and not any(w.target.node in names for w in editor.graph.out_of(name)):
            found.append(outputs[0])
    return sorted(found, key=geometry.socket_place)


def hover(canvas: CanvasView, at: Pointer) -> None:
    """Light the port, the card or the wire under the pointer."""
    geometry = canvas.layer.geometry
    socket = geometry.socket_at(at.x, at.y, reach_of(canvas, PORT_REACH))
    node = geometry.node_at(at.x, at.y) if socket is None else None
    wire = None
    if socket is None and node is None:
        wire = geometry.wire_at(at.x, at.y, reach_of(canvas, WIRE_REACH))
    _light(canvas, socket, wire, node)


def unhover(canvas: CanvasView) -> None:
    """The pointer is over nothing."""
    _light(canvas, None, None, None)


def _light(canvas: CanvasView, socket: Socket | None, wire: Wire | None, node: str | None) -> None:
    look = canvas.layer.look
    if node != look.hovered_node:
        canvas.layer.update_cards({node, look.hovered_node})
        look.hovered_node = node
    before = look.hovered_socket, look.hovered_wire
    if (socket, wire) != before:
        look.hovered_socket, look.hovered_wire = socket, wire
        canvas.layer.update_around((socket, before[0]), (wire, before[1]))


def tip_at(canvas: CanvasView, at: QPointF) -> str:
    """The tooltip at a point of the scene; empty where there is nothing."""
    layer, x, y = canvas.layer, at.x(), at.y()
    if (socket := layer.geometry.socket_at(x, y)) is not None:
        return _port_tip(canvas, socket)
    if (name := layer.geometry.node_at(x, y)) is not None:
        return layer.card_of[name].tip
    if (wire := layer.geometry.wire_at(x, y)) is None:
        return ""
    if layer.geometry.is_broken(wire):
        return f"{wire}\n{tr('A port of this wire is gone: draw another, or delete it.')}"
    return str(wire)


def _port_tip(canvas: CanvasView, port: Socket) -> str:
    """What it is, and what can be done with the wires that it has."""
    lines = [endpoint_label(canvas.layer.card_of[port.end.node], port.end)]
    count = len(wires_of(canvas, port))
    if not port.output and count > 1:
        lines.append(tr("Drag the end of a wire along it to change the order."))
    if count:
        lines.append(tr("Ctrl+drag moves its wires to another port, Alt+click removes them."))
    return "\n".join(lines)


def reach_of(canvas: CanvasView, reach: float) -> float:
    """A little farther in the scene when zoomed out, so that small things can still be hit."""
    return reach * min(max(1.0, 0.8 / canvas.navigator.zoom), 2.0)
