"""What all gestures have in common that lead wires to a port: which port, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.advice.trial import Trial, tried
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.gestures.notes import Note, paint_note
from app.ui.canvas.metrics import PORT_REACH, SNAP_REACH
from app.ui.formats import counted
from app.ui.language import tr
from app.ui.theme import mixed
from nodes import shapes
from nodes.errors import SkipwireError
from nodes.network import Endpoint, Graph, Network, Position, Wire, edits

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_OLD = 0.6  # share of the colour of wires in that of one which is led elsewhere
_TRIED = 4  # nodes at most that are looked at for what they make of their wires


@dataclass(frozen=True)
class Plan:
    """What a release would do. `new` are the wires that there will be, `gone` those that make way.

    `index` is their place among the wires into a variadic port, None the last; `across` where in
    it those end that have the place of another.
    """

    label: str
    edit: Callable[[Network], Network]
    new: tuple[Wire, ...]
    gone: frozenset[Wire] = frozenset()
    index: int | None = None
    note: str = ""
    across: Mapping[Wire, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Others(Container[Socket]):
    """All ports of one side but those that refuse; as they are thousands, none is written down."""

    outputs: bool
    refusing: frozenset[Endpoint]

    def __contains__(self, socket: object) -> bool:
        return (
            isinstance(socket, Socket)
            and socket.output == self.outputs
            and socket.end not in self.refusing
        )


class ToPort(Gesture):
    """From `fixed`, all outputs or all inputs, to a port of the other side.

    `moved` are wires that are led elsewhere: they are not drawn where they were.
    """

    waits = True

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        canvas: CanvasView,
        start: Pointer,
        fixed: Sequence[Socket],
        moved: Iterable[Wire] = (),
    ) -> None:
        super().__init__(canvas, start)
        self.fixed = tuple(fixed)
        self.moved = frozenset(moved)
        self.at = start.scene
        self.aimed = False  # at the port itself, not at its card or only near it
        self._to: Socket | None = None
        self._plan: Plan | None = None
        self._reason = ""
        self._taken: dict[Socket, Wire | None] = {}
        self._tried: dict[tuple[Wire, ...], Note] = {}

    # --- what a gesture says of itself -----------------------------------------------------------

    def plan(self, to: Socket) -> Plan | str:
        """What a release at this port would do, or why it cannot."""
        raise NotImplementedError

    def drop(self, at: Pointer) -> None:
        """Let go where no port is meant."""

    # --- what it has come to ---------------------------------------------------------------------

    @property
    def outwards(self) -> bool:
        """Whether it leads from outputs to an input."""
        return self.fixed[0].output

    @property
    def reason(self) -> str:
        """Why what is under the pointer refuses the wires; empty where it does not."""
        return self._reason

    @property
    def planned(self) -> Plan | None:
        """What a release here would do."""
        return self._plan

    @property
    def note(self) -> Note:
        """What is said beside the pointer."""
        if self._reason:
            return Note(self._reason, "refused")
        return self._told(self._plan) if self._plan is not None else Note()

    def taken(self, socket: Socket) -> Wire | None:
        """The wire that would make way at a port."""
        if not self.outwards:
            return None
        if socket not in self._taken:
            self._taken[socket] = edits.replaced(self.network, self.scope, socket.end)
        return self._taken[socket]

    # --- from press to release -------------------------------------------------------------------

    def begin(self) -> None:
        editor, layer = self.canvas.editor, self.canvas.layer
        self.scope = editor.scope
        self.network = editor.network
        if self.moved:
            self.network = edits.disconnect(self.network, self.scope, self.moved)
        refused = edits.refusing(
            self.network,
            self.scope,
            [s.end for s in self.fixed],
            backwards=not self.outwards,
            replacing=True,
        )
        layer.look.refused = frozenset(Socket(end, not self.outwards) for end in refused)
        layer.look.accepted = _Others(not self.outwards, refused)
        self._hide()

    def move(self, at: Pointer) -> None:
        layer = self.canvas.layer
        self.at = at.scene
        self.aimed = layer.geometry.socket_at(at.x, at.y) in layer.look.accepted
        self._to, self._reason = self._target(at)
        self._plan = None
        if self._to is not None:
            found = self.plan(self._to)
            if isinstance(found, Plan):
                self._plan = found
            else:
                self._to, self._reason = None, found
        layer.look.hovered_socket = self._to
        self._hide()
        layer.update()

    def finish(self, at: Pointer) -> None:
        self.move(at)
        plan, reason = self._plan, self._reason
        self.cancel()
        if plan is not None:
            self.canvas.editor.apply(plan.label, plan.edit)
        elif reason:
            self.canvas.editor.refuse(reason)
        else:
            self.drop(at)

    def cancel(self) -> None:
        look = self.canvas.layer.look
        look.refused, look.accepted = frozenset(), frozenset()
        look.hovered_socket, look.hidden_wires = None, frozenset()
        self.canvas.layer.update()

    def survives(self, graph: Graph) -> bool:
        return False  # what was accepted may not be any more

    def _hide(self) -> None:
        gone = self._plan.gone if self._plan is not None else frozenset()
        self.canvas.layer.look.hidden_wires = self.moved | gone

    # --- which port is meant ---------------------------------------------------------------------

    def _target(self, at: Pointer) -> tuple[Socket | None, str]:
        """The port that would take the wires here, or why the one here does not."""
        geometry, look = self.canvas.layer.geometry, self.canvas.layer.look
        near = geometry.socket_at(at.x, at.y)
        if near is not None and near in look.accepted:
            return near, ""
        if near is not None and near in look.refused:
            return None, self._refusal(near)
        name = geometry.node_at(at.x, at.y)
        if name is not None:
            return self._of_card(name)
        away = geometry.socket_distances(at.x, at.y)
        reach = PORT_REACH if self.moved else SNAP_REACH  # an end is let go nearby
        own = {s.end.node for s in self.fixed}
        close = np.flatnonzero(away <= reach)
        for k in close[np.argsort(away[close])].tolist():
            socket = geometry.sockets[k]
            # A wire is only replaced where one aims at it.
            if socket in look.accepted and socket.end.node not in own and not self.taken(socket):
                return socket, ""
        return None, ""

    def _of_card(self, name: str) -> tuple[Socket | None, str]:
        """The first free port of a card, or its only one."""
        look = self.canvas.layer.look
        own = self.canvas.layer.geometry.sockets_of(name)
        taking = [s for s in own if s in look.accepted]
        free = [s for s in taking if not self.taken(s)]
        if free or len(taking) == 1:
            return (free or taking)[0], ""
        if taking:
            told = "Every input of {node} is taken. Drop the wire on the one to replace."
            return None, tr(told, node=name)
        refusing = [s for s in own if s in look.refused]
        return None, self._refusal(refusing[0]) if refusing else ""

    def _refusal(self, socket: Socket) -> str:
        for fixed in self.fixed:
            ends = (fixed.end, socket.end) if self.outwards else (socket.end, fixed.end)
            reason = edits.refusal(self.network, self.scope, Wire(*ends), replacing=True)
            if reason:
                return tr(reason)
        return ""

    def slot_of(self, target: Endpoint) -> int | None:
        """The place that the pointer aims at in a variadic port; None for the last."""
        geometry = self.canvas.layer.geometry
        across = self.at.x() if self.outwards else self.start.x
        return geometry.slot_choice(target, across) if self.aimed or not self.outwards else None

    def is_variadic(self, target: Endpoint) -> bool:
        geometry = self.canvas.layer.geometry
        return bool(geometry.socket_half[geometry.socket_index[Socket(target, False)]])

    # --- what comes of it ------------------------------------------------------------------------

    def _told(self, plan: Plan) -> Note:
        """Whether the shapes fit, and what the node would give; worked out once a port."""
        if plan.new not in self._tried:
            self._tried[plan.new] = self._judged(plan)
        found = self._tried[plan.new]
        lines = [found.text, plan.note, self._place(plan)]
        return Note("\n".join(line for line in lines if line), found.tone)

    def _judged(self, plan: Plan) -> Note:
        editor = self.canvas.editor
        try:
            network = plan.edit(editor.network)
        except SkipwireError as error:
            return Note(tr(str(error)), "refused")
        names = list(dict.fromkeys(w.target.node for w in plan.new))
        trials = {
            name: tried(network, editor.report, editor.prefix, self.scope, name)
            for name in names[:_TRIED]
        }
        for trial in trials.values():
            if trial.problem is not None:
                return Note(
                    tr("⚠ Will not fit: {problem}", problem=tr(trial.problem.message)), "warning"
                )
        if not plan.new:
            return Note()
        return Note(f"✓ {self._flow(plan.new, trials)}")

    def _flow(self, new: Sequence[Wire], trials: dict[str, Trial]) -> str:
        """What flows where: “64×32×32 → conv2 → 128×16×16”."""
        editor, first = self.canvas.editor, new[0]
        shape = editor.report.wire_shape(editor.prefix, first)
        flowing = shapes.text(shape) if shape else first.source.node
        if len(trials) > 1:
            return f"{flowing} → {counted(len({w.target.node for w in new}), 'node')}"
        if len(new) > 1:
            flowing = counted(len(new), "wire")
        leaving = trials[first.target.node].leaving
        return " → ".join(
            [flowing, first.target.node, *([shapes.text(leaving)] if leaving else [])]
        )

    def _place(self, plan: Plan) -> str:
        """Where among others a wire comes to stand."""
        if not plan.new or plan.across or not self.is_variadic(target := plan.new[0].target):
            return ""
        present = self.canvas.layer.geometry.wires_into(target)
        others = sum(w not in self.moved and w not in plan.new for w in present)
        if not others:
            return ""
        place = others if plan.index is None else min(plan.index, others)
        return tr("Input {place} of {count}", place=place + 1, count=others + len(plan.new))

    # --- painting --------------------------------------------------------------------------------

    def loose_ends(self) -> list[Position]:
        """Where the wires begin that hang at the pointer."""
        geometry = self.canvas.layer.geometry
        return [geometry.socket_place(s) for s in self.fixed if s in geometry.socket_index]

    def paint(self, painter: QPainter) -> None:
        layer, note = self.canvas.layer, self.note
        theme = layer.theme
        colour = {"refused": theme.error, "warning": theme.warning}.get(note.tone, theme.accent)
        pen = QPen(QColor(colour), 2.6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_old(painter)
        if self._plan is None:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            for x, y in self.loose_ends():
                ends = (QPointF(x, y), self.at) if self.outwards else (self.at, QPointF(x, y))
                painter.drawPath(curve(*ends))
        else:
            painter.setPen(pen)
            for wire in self._plan.new:
                painter.drawPath(curve(*self._ends(wire, self._plan)))
            painter.setBrush(QColor(colour))
            for wire in self._plan.new:
                painter.drawEllipse(self._ends(wire, self._plan)[1], 3.0, 3.0)
        if note.text:
            at = self.canvas.mapFromScene(self.at).toPointF()
            paint_note(painter, self.canvas, at, note, theme)

    def _paint_old(self, painter: QPainter) -> None:
        """Where the wires were that are led elsewhere or make way: there they are after Esc."""
        layer = self.canvas.layer
        geometry, theme = layer.geometry, layer.theme
        painter.setPen(QPen(mixed(theme.canvas, theme.wire, _OLD), 1.6, Qt.PenStyle.DashLine))
        for wire in layer.look.hidden_wires:
            if (k := geometry.wire_index.get(wire)) is not None:
                painter.drawPolyline([QPointF(x, y) for x, y in geometry.courses[k].tolist()])

    def _ends(self, wire: Wire, plan: Plan) -> tuple[QPointF, QPointF]:
        """Where a planned wire begins and ends."""
        geometry = self.canvas.layer.geometry
        source = Socket(wire.source, True)
        if source in geometry.socket_index:
            start = geometry.socket_place(source)
        else:  # its port is gone
            start = geometry.start_of(next(iter(self.moved)))
        x, y = geometry.socket_place(Socket(wire.target, False))
        if (across := plan.across.get(wire)) is not None:
            x = across
        elif self.is_variadic(wire.target):
            without = next(iter(self.moved)) if len(self.moved) == 1 else None
            x = geometry.slot_place(wire.target, plan.index, without=without)
        return QPointF(*start), QPointF(x, y)


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """A wire from an output down to an input."""
    reach = min(max(abs(end.y() - start.y()) / 2, 24.0), 150.0)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(0, reach), end - QPointF(0, reach), end)
    return path
