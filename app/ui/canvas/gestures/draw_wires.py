"""Drawing one wire from each of several selected nodes."""

from __future__ import annotations

from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.gestures.to_port import Plan, ToPort
from app.ui.language import tr
from nodes.network import Endpoint, Wire, edits


class DrawWires(ToPort):
    """From several outputs, in their order across, to one variadic port or to free inputs."""

    def plan(self, to: Socket) -> Plan | str:
        scope, count = self.scope, len(self.fixed)
        if self.is_variadic(to.end):
            ends = [to.end] * count
            index = self.slot_of(to.end)
        else:
            ends, index = self._inputs_from(to), None
            if len(ends) < count:
                return tr(
                    "{node} has room for {room} of {count} wires.",
                    node=to.end.node,
                    room=len(ends),
                    count=count,
                )
        new = tuple(Wire(s.end, end) for s, end in zip(self.fixed, ends, strict=False))
        gone = frozenset(w for w in [self.taken(to)] if w is not None)
        return Plan(
            tr("Connect {count} wires to {node}", count=count, node=to.end.node),
            lambda n: edits.connect_all(n, scope, new, index, replacing=True),
            new,
            gone,
            index,
        )

    def _inputs_from(self, to: Socket) -> list[Endpoint]:
        """The port that is aimed at, and the free ones of its card after it."""
        accepted = self.canvas.layer.look.accepted
        own = self.canvas.layer.geometry.sockets_of(to.end.node)
        after = own[own.index(to) + 1 :]
        return [to.end, *(s.end for s in after if s in accepted and not self.taken(s))]

    def drop(self, at: Pointer) -> None:
        if self.canvas.layer.geometry.node_at(at.x, at.y) is None:
            self.canvas.search(at.scene, self.fixed[0])
