"""Leading all wires of a port to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.gestures.to_port import Plan, ToPort
from app.ui.formats import counted
from app.ui.language import tr
from nodes.network import Position, Wire, edits

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView


class LeadWires(ToPort):
    """`port` loses its `wires` to another port of its side; on nothing all stays as it was."""

    def __init__(
        self, canvas: CanvasView, start: Pointer, port: Socket, wires: tuple[Wire, ...]
    ) -> None:
        far = [Socket(w.target if port.output else w.source, not port.output) for w in wires]
        super().__init__(canvas, start, list(dict.fromkeys(far)), wires)
        self.port = port
        self.wires = wires

    def plan(self, to: Socket) -> Plan | str:
        old, scope, output = self.port, self.scope, self.port.output
        new = tuple(
            Wire(to.end, w.target) if output else Wire(w.source, to.end) for w in self.wires
        )
        present = None if output else self.taken(to)
        if not output and len(new) > 1 and not self.is_variadic(to.end):
            told = "{node} has room for {room} of {count} wires."
            return tr(told, node=to.end.node, room=1, count=len(new))
        return Plan(
            tr("Move {what} to {port}", what=counted(len(new), "wire"), port=to.end),
            lambda n: edits.lead_elsewhere(n, scope, old.end, to.end, output=output),
            new if to != old else (),
            frozenset([present] if present is not None else []),
        )

    def loose_ends(self) -> list[Position]:
        geometry = self.canvas.layer.geometry
        near = geometry.end_of if self.port.output else geometry.start_of
        return [near(w) for w in self.wires]
