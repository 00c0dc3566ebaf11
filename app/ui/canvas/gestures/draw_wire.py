"""Drawing a wire from a port, or leading one end of a wire elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.canvas.changes import rewired
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.gestures.to_port import Plan, ToPort
from app.ui.formats import counted
from app.ui.language import tr
from nodes.network import Position, Wire, edits

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_ON_END = 0.35  # of the way to the next end of a wire; farther off it goes between the two


class DrawWire(ToPort):
    """From one port to the pointer. `old` is the wire whose other end is led elsewhere.

    Let go on nothing it is cut, unless it `stays`.

    Where a wire from an output is aimed at one of several selected nodes, all of them are fed.
    """

    def __init__(
        self,
        canvas: CanvasView,
        start: Pointer,
        fixed: Socket,
        old: Wire | None = None,
        *,
        stays: bool = False,
    ) -> None:
        super().__init__(canvas, start, [fixed], () if old is None else (old,))
        self.old = old
        self._stays = stays

    def plan(self, to: Socket) -> Plan:
        fixed, scope, old = self.fixed[0], self.scope, self.old
        source, target = (fixed, to) if fixed.output else (to, fixed)
        new = Wire(source.end, target.end)
        if old is not None and not fixed.output:
            return Plan(
                tr("Connect {wire}", wire=new),
                lambda n: edits.reconnect(n, scope, old, new),
                (new,),
            )
        present = self.taken(target)
        if old is not None and present is not None and target.end.node == old.target.node:
            return self._swap(old, present, (new, Wire(present.source, old.target)))
        if old is not None and (other := self._beside(old, target)) is not None:
            return self._swap(old, other, (old, other))
        if len(fan := self._fan(to)) > 1:
            what = counted(len(fan), "node")
            label = tr("Connect {node} to {what}", node=source.end.node, what=what)
            return Plan(
                label, lambda n: edits.connect_all(n, scope, fan, replacing=True), tuple(fan)
            )
        index = self._index(target)
        if old is not None and old.target == new.target:
            label = tr("Reorder wires")
        else:
            label = tr("Connect {wire}", wire=new)
        gone, note = frozenset[Wire](), ""
        if present is not None:
            gone = frozenset([present])
            note = tr("Replaces the wire from {node}", node=present.source.node)
        return Plan(label, rewired(scope, old, new, index), (new,), gone, index, note)

    def _swap(self, old: Wire, other: Wire, new: tuple[Wire, Wire]) -> Plan:
        scope, geometry = self.scope, self.canvas.layer.geometry
        across = dict(zip(new, (geometry.end_of(w)[0] for w in (other, old)), strict=True))
        return Plan(
            tr("Swap inputs"),
            lambda n: edits.swap(n, scope, old, other),
            new,
            frozenset([other]),
            note=tr("Swaps with the wire from {node}", node=other.source.node),
            across=across if self.is_variadic(old.target) else {},
        )

    def _beside(self, old: Wire, target: Socket) -> Wire | None:
        """The wire into the same variadic port on whose end this one is let go."""
        if not self.aimed or target.end != old.target or not self.is_variadic(old.target):
            return None
        geometry = self.canvas.layer.geometry
        found = geometry.end_at(old.target, self.at.x(), _ON_END)
        return found if found != old else None

    def _index(self, target: Socket) -> int | None:
        """The place in a variadic port; a wire that is there already keeps one of its own."""
        if not self.is_variadic(target.end):
            return None
        if self.old is not None and self.old.target == target.end:
            geometry = self.canvas.layer.geometry
            return geometry.slot_index(target.end, self.at.x(), without=self.old)
        return self.slot_of(target.end)

    def _fan(self, to: Socket) -> list[Wire]:
        """From an output to the free inputs of all selected nodes, where one aims at such a one."""
        names, (fixed,) = self.canvas.editor.selection, self.fixed
        beside = to.end.node not in names or fixed.end.node in names or self.old is not None
        if not fixed.output or beside:
            return []
        accepted, geometry = self.canvas.layer.look.accepted, self.canvas.layer.geometry
        fed = [to]
        for name in sorted(names - {to.end.node}, key=lambda n: geometry.index[n]):
            takes = (s for s in geometry.sockets_of(name) if s in accepted and not self.taken(s))
            fed += list(takes)[:1]
        return [Wire(fixed.end, socket.end) for socket in fed]

    def drop(self, at: Pointer) -> None:
        """On nothing: the end of a wire cuts it, a new wire may be offered something to end at."""
        if self._stays:
            return
        if (old := self.old) is not None:
            scope = self.scope
            label = tr("Disconnect {wire}", wire=old)
            self.canvas.editor.apply(label, lambda n: edits.disconnect(n, scope, (old,)))
        elif self.canvas.layer.geometry.node_at(at.x, at.y) is None:
            self.canvas.search(at.scene, self.fixed[0])

    def click(self) -> None:
        if self.old is not None:
            self.canvas.select_wires({self.old})
            self.canvas.editor.select(())

    def loose_ends(self) -> list[Position]:
        if self.old is None:
            return super().loose_ends()
        geometry = self.canvas.layer.geometry
        at_start = self.outwards
        return [geometry.start_of(self.old) if at_start else geometry.end_of(self.old)]
