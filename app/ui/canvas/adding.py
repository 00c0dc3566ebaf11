"""Adding by search: Tab, a tap on the space bar, a double click, or a wire let go over nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from app.advice.adapting import adapted
from app.ui import settings
from app.ui.canvas.changes import (
    Edit,
    appended,
    below,
    defined,
    first,
    free_place,
    inserted,
    place_for,
)
from app.ui.canvas.component import Component
from app.ui.canvas.dropping import goes_on
from app.ui.canvas.geometry import Socket
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.gestures.to_port import curve
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH, snapped
from app.ui.drag import PRESET
from app.ui.inspector.values import surroundings
from app.ui.language import tr
from app.ui.search.fitting import Fitting
from app.ui.search.offers import Found
from app.ui.search.popup import SearchPopup, popup_over
from nodes.errors import SkipwireError
from nodes.network import Endpoint, Network, Node, Position, Wire, edits
from nodes.network.lookup import ports

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_COVERS = CARD_WIDTH / 3  # from the middle of a card to a wire that it would hide
_AWAY = QPoint(16, 10)  # from the pointer, so that it is seen what is meant


@dataclass(frozen=True)
class _Asked:
    """What was asked for: where, of which document, and what is to be wired."""

    at: QPointF
    scope: str
    fixed: Socket | None = None
    after: str | None = None
    by_key: bool = False


class Adding(Component):
    """Opens the search and puts what was chosen there, in one undo step."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._popup: SearchPopup | None = None
        self._asked: _Asked | None = None
        self._tapped: tuple[float, ...] | None = None  # what was in view at the press of space
        self._pointer: QPointF | None = None  # where it was last seen, in the viewport

    @property
    def popup(self) -> SearchPopup | None:
        """The search, while it is open."""
        return self._popup if self._asked is not None else None

    def open(self, at: QPointF, fixed: Socket | None = None) -> None:
        """Search for what is to stand at a point of the scene, wired to the port `fixed`."""
        if fixed is not None and not settings.flag("search_at_end"):
            return
        self._open(_Asked(at, self.canvas.editor.scope, fixed))

    def open_here(self) -> None:
        """By keyboard: for what follows the selected node, else for where the pointer is."""
        editor, after = self.canvas.editor, self.canvas.editor.selected_node
        place = self.place()
        if after is not None:
            seen = self.canvas.centre_of_view()
            place = QPointF(*place_for(editor.network, editor.graph, after, seen))
            place += QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)
        name = after.name if after is not None else None
        self._open(_Asked(place, editor.scope, after=name, by_key=True))

    def place(self) -> QPointF:
        """Where the pointer is over the graph, or else the middle of what is in view."""
        pointed = self.pointed()
        return pointed if pointed is not None else QPointF(*self.canvas.centre_of_view())

    def pointed(self) -> QPointF | None:
        """Where the pointer is over the graph, if it is there."""
        if self._pointer is None or not self.canvas.viewport().underMouse():
            return None
        return self.canvas.scene_point(self._pointer)

    def _open(self, asked: _Asked) -> None:
        self.cancel()
        canvas, editor = self.canvas, self.canvas.editor
        window = canvas.window()
        self._popup = popup_over(canvas, self._popup, self._add, self._let_go)
        self._asked = asked
        fixed, fits, hint = asked.fixed, None, ""
        if fixed is not None:
            known = editor.report.at(editor.prefix, fixed.end.node)
            shape = known.outputs.get(fixed.end.port) if known is not None else None
            into = not fixed.output
            fits = Fitting(editor.network, editor.scope, fixed.end, into=into, shape=shape).fits
            hint = (
                tr("Add what gives {port}", port=fixed.end)
                if into
                else tr("Add what takes {port}", port=fixed.end)
            )
        names = surroundings(editor.network, editor.report, editor.trail)
        at = canvas.viewport().mapTo(window, canvas.mapFromScene(asked.at)) + _AWAY
        self._popup.open_at(at, editor.network, names, fits, hint)
        canvas.viewport().update()

    # --- what follows ----------------------------------------------------------------------------

    def _let_go(self) -> None:
        self._asked = None
        self.canvas.viewport().update()
        self.canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def cancel(self) -> None:
        """Close the search, and let a wire go that is held for it."""
        if self._popup is not None:
            self._popup.close_search()

    def follow(self) -> None:
        asked = self._asked
        if asked is None:
            return
        gone = (
            asked.fixed is not None and asked.fixed not in self.canvas.layer.geometry.socket_index
        )
        left = asked.after is not None and asked.after not in self.canvas.editor.graph.by_name
        if gone or left or asked.scope != self.canvas.editor.scope:
            self.cancel()

    def _add(self, found: Found) -> None:
        asked, editor = self._asked, self.canvas.editor
        self._let_go()
        if asked is None:
            return
        kind, typed = found.entry.id, found.typed
        values = typed.args if kind.startswith(PRESET) else {}
        try:
            network, known = defined(editor.network, kind, values)
        except SkipwireError as error:
            editor.refuse(str(error))
            return
        name = edits.fresh_name(editor.graph, known)
        args = {} if values else typed.args
        wire = self._wire(asked, network, known)
        if wire is not None:
            args = args or adapted(network, editor.report, editor.scope, wire, known)
            if asked.after is not None:  # what stands there makes room
                at = below(editor.network, editor.graph.by_name[asked.after])
            else:
                at = (asked.at.x() - CARD_WIDTH / 2, asked.at.y() - CARD_HEIGHT / 2)
            at = snapped(at[0]), snapped(at[1])
            edit = inserted(asked.scope, wire, Node(name, known, args, at, typed.repeat))
            label = tr("Insert {what}", what=name)
        else:
            node = Node(name, known, args, self._place(asked), typed.repeat)
            edit, label = self._edit(asked, network, node), tr("Add {what}", what=name)
        if editor.apply(label, first(kind, edit, values), select=[name]):
            self.canvas.show_node(name)

    def _wire(self, asked: _Asked, network: Network, kind: str) -> Wire | None:
        """What it is put on by key: the only wire from the selected node, or the one it covers."""
        if not asked.by_key or not settings.flag("insert_on_wire"):
            return None
        editor, geometry = self.canvas.editor, self.canvas.layer.geometry
        wire: Wire | None = None
        if asked.after is None:
            wire = geometry.wire_at(asked.at.x(), asked.at.y(), _COVERS)
        elif len(onwards := editor.graph.out_of(asked.after)) == 1:
            wire = onwards[0]
        return wire if wire is not None and goes_on(editor, network, kind, wire) else None

    def _place(self, asked: _Asked) -> Position:
        """With its middle at the point, or with its port there."""
        rise = CARD_HEIGHT / 2
        if asked.fixed is not None:
            rise = 0.0 if asked.fixed.output else CARD_HEIGHT
        wanted = snapped(asked.at.x() - CARD_WIDTH / 2), snapped(asked.at.y() - rise)
        editor = self.canvas.editor
        return free_place(editor.network, editor.graph, wanted)

    def _edit(self, asked: _Asked, network: Network, node: Node) -> Edit:
        fixed, scope = asked.fixed, asked.scope
        if fixed is None:
            return appended(scope, node, asked.after)
        inputs, outputs = ports(network, node)
        wire = (
            Wire(fixed.end, Endpoint(node.name, inputs[0].name))
            if fixed.output
            else Wire(Endpoint(node.name, outputs[0]), fixed.end)
        )

        def edit(network: Network) -> Network:
            network = edits.add(network, scope, node)
            return edits.connect(network, scope, wire, replacing=True)

        return edit

    # --- events ----------------------------------------------------------------------------------

    def hover(self, at: Pointer) -> bool:
        self._pointer = at.view
        return False

    def double_click(self, at: Pointer) -> bool:
        geometry = self.canvas.layer.geometry
        if geometry.node_at(at.x, at.y) is not None or geometry.socket_at(at.x, at.y) is not None:
            return False
        if self.canvas.layer.look.hovered_wire is not None:
            return False
        self.open(at.scene)
        return True

    def key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        tap = key == Qt.Key.Key_Space and plain
        if not event.isAutoRepeat():
            self._tapped = self.canvas.navigator.seen() if tap else None
        if key == Qt.Key.Key_Tab and plain:
            self.open_here()
            return True
        return False

    def key_released(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        seen, self._tapped = self._tapped, None
        if seen is None or seen != self.canvas.navigator.seen() or self.canvas.gesture is not None:
            return False  # the view was moved with it
        self.open_here()
        return True

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        """The wire that waits for what is chosen."""
        asked = self._asked
        if asked is None or asked.fixed is None:
            return
        start, end = QPointF(*self.canvas.layer.geometry.socket_place(asked.fixed)), asked.at
        if not asked.fixed.output:
            start, end = end, start
        painter.setPen(QPen(QColor(self.canvas.layer.theme.accent), 2.6, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve(start, end))
        painter.setBrush(QColor(self.canvas.layer.theme.accent))
        painter.drawEllipse(asked.at, 4, 4)
