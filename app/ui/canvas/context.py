"""The menus of ports and wires, and of the empty canvas."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.advice.adapting import adapted, fits
from app.ui.canvas.changes import inserted
from app.ui.canvas.component import Component
from app.ui.canvas.connecting import Connecting
from app.ui.canvas.crossing import led_through
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH, PORT_REACH, WIRE_REACH, snapped
from app.ui.canvas.pointing import reach_of, wires_of
from app.ui.canvas.wire_commands import disconnect_port
from app.ui.language import tr
from nodes.network import Node, Wire, edits
from nodes.network.edits.marks import lead

# What is put on wires most, of those the ones that take what flows there.
_OFTEN = ("Conv2d", "Conv1d", "Linear", "BatchNorm2d", "BatchNorm1d", "LayerNorm", "ReLU", "GELU",
          "MaxPool2d", "AdaptiveAvgPool2d", "Dropout", "Flatten")  # fmt: skip
_CANVAS = (  # actions of the window
    ("insert.search_here", "edit.paste", "edit.paste_wired"),
    ("arrange.frame", "arrange.note"),
    ("edit.select_all", "arrange.all", "view.fit"),
)


class WireMenus(Component):
    """At a port or a wire."""

    def menu(self, at: Pointer) -> QMenu | None:
        canvas, geometry = self.canvas, self.canvas.layer.geometry
        port = geometry.socket_at(at.x, at.y, reach_of(canvas, PORT_REACH))
        if port is not None:
            return self._of_port(port)
        if geometry.node_at(at.x, at.y) is not None:
            return None
        wire = geometry.wire_at(at.x, at.y, reach_of(canvas, WIRE_REACH))
        if wire is None or self._is_point(wire, at):
            return None
        return self._of_wire(wire, at)

    def _is_point(self, wire: Wire, at: Pointer) -> bool:
        """Whether one of those is here that the wire is led through: they have a menu of theirs."""
        reach = reach_of(self.canvas, WIRE_REACH)
        points = self.canvas.editor.graph.points.get(wire, ())
        return any(math.dist(p, (at.x, at.y)) <= reach for p in points)

    def _of_port(self, port: Socket) -> QMenu:
        canvas, menu = self.canvas, QMenu(self.canvas)
        wires = wires_of(canvas, port)
        connecting = canvas.component(Connecting)
        text = tr("Connect to…") if port.output else tr("Connect from…")
        _add(menu, text, lambda: connecting.open_at(port))
        text = tr("Disconnect all {count} wires", count=len(wires))
        if len(wires) < 2:
            text = tr("Disconnect")
        _add(menu, text, lambda: disconnect_port(canvas, port)).setEnabled(bool(wires))
        far = {w.target.node if port.output else w.source.node for w in wires}
        text = tr("Select what it feeds") if port.output else tr("Select what feeds it")
        _add(menu, text, lambda: canvas.editor.select(far)).setEnabled(bool(wires))
        return menu

    def _of_wire(self, wire: Wire, at: Pointer) -> QMenu:
        canvas, editor, menu = self.canvas, self.canvas.editor, QMenu(self.canvas)
        canvas.select_wires({wire})
        scope, points = editor.scope, editor.graph.points.get(wire, ())
        if not canvas.layer.geometry.is_broken(wire):
            inner = menu.addMenu(tr("Insert a layer here"))
            for kind in _OFTEN:
                if fits(editor.network, editor.report, scope, wire, kind):
                    _add(inner, kind, partial(self._insert, wire, kind, at))
            menu.addSeparator()
        ends = {wire.source.node, wire.target.node}
        _add(menu, tr("Select its ends"), lambda: editor.select(ends))
        way = led_through(canvas.layer.geometry, wire, points, (at.x, at.y))
        reroute = tr("Add reroute point")
        _add(menu, reroute, lambda: editor.apply(reroute, lambda n: lead(n, scope, wire, way)))
        if points:
            label = tr("Straighten wire")
            _add(menu, label, lambda: editor.apply(label, lambda n: lead(n, scope, wire, ())))
        menu.addSeparator()
        _add(
            menu,
            tr("Disconnect"),
            lambda: editor.apply(
                tr("Disconnect {wire}", wire=wire), lambda n: edits.disconnect(n, scope, (wire,))
            ),
        )
        return menu

    def _insert(self, wire: Wire, kind: str, at: Pointer) -> None:
        editor = self.canvas.editor
        name = edits.fresh_name(editor.graph, kind)
        place = snapped(at.x - CARD_WIDTH / 2), snapped(at.y - CARD_HEIGHT / 2)
        args = adapted(editor.network, editor.report, editor.scope, wire, kind)
        edit = inserted(editor.scope, wire, Node(name, kind, args, place))
        editor.apply(tr("Insert {what}", what=name), edit, select=[name])


class CanvasMenu(Component):
    """Where nothing else is: what the window can do with the whole drawing."""

    def menu(self, at: Pointer) -> QMenu | None:
        if self.canvas.layer.geometry.node_at(at.x, at.y) is not None:
            return None
        menu = QMenu(self.canvas)
        for group in _CANVAS:
            found = (self.canvas.window().findChild(QAction, name) for name in group)
            for action in found:
                if isinstance(action, QAction):
                    menu.addAction(action)
            menu.addSeparator()
        return menu if menu.actions() else None


def _add(menu: QMenu, text: str, callback: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: callback())
    return action
