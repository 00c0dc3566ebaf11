"""Layers and blocks dropped from the palette: onto the canvas, or onto a wire but with Alt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPen

from app.advice.adapting import adapted, fits
from app.ui import settings
from app.ui.canvas.changes import defined, first, free_place, inserted
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH, WIRE_REACH, snapped
from app.ui.drag import kind_of, parameter_of
from app.ui.inspector.exposing import expose
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Network, Node, Position, Wire, edits
from nodes.network.lookup import ports

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView
    from app.ui.editor import Editor

_WIRE_REACH = 3 * WIRE_REACH  # a dropped card is larger than a pointer


class Dropping:
    """Follows a drag over the canvas and shows where the new node would stand."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self._at: QPointF | None = None
        self._fits: dict[tuple[str, Wire], bool] = {}  # asked at every move of the pointer

    def move(self, event: QDropEvent) -> None:
        """Also for the entry; refuses what is not a layer or block."""
        if self._parameter(event) is not None or (kind := _accepted(event)) is None:
            return
        self._at = self._canvas.scene_point(event.position())
        self._canvas.layer.look.target_wire = self._wire(kind, self._at, event.modifiers())
        self._canvas.layer.update()

    def leave(self) -> None:
        self._at = None
        self._fits.clear()
        self._canvas.layer.look.target_wire = None
        self._canvas.layer.update()

    def drop(self, event: QDropEvent) -> None:
        if (parameter := self._parameter(event)) is not None:
            if reason := expose(self._canvas.editor, parameter):
                self._canvas.editor.refuse(reason)
            return
        if (dragged := _accepted(event)) is None:
            return
        at = self._canvas.scene_point(event.position())
        wire = self._wire(dragged, at, event.modifiers())
        self.leave()
        place(self._canvas, dragged, (at.x(), at.y()), wire)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parameter(self, event: QDropEvent) -> str | None:
        """What is dragged out of the nodes of a block, to be a parameter of it."""
        name = parameter_of(event.mimeData())
        if name is not None and self._canvas.editor.trail:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        elif name is not None:
            event.ignore()
        return name

    def _wire(self, kind: str, at: QPointF, keys: Qt.KeyboardModifier) -> Wire | None:
        """The wire under the pointer, where this kind can stand on one and is meant to."""
        if keys & Qt.KeyboardModifier.AltModifier or not settings.flag("insert_on_wire"):
            return None
        try:
            network, kind = defined(self._canvas.editor.network, kind)
        except SkipwireError:  # which is told when it is dropped
            return None
        wire = self._canvas.layer.geometry.wire_at(at.x(), at.y(), _WIRE_REACH)
        if wire is None:
            return None
        if (kind, wire) not in self._fits:
            self._fits[kind, wire] = goes_on(self._canvas.editor, network, kind, wire)
        return wire if self._fits[kind, wire] else None

    def paint(self, painter: QPainter) -> None:
        if self._at is None:
            return
        left = snapped(self._at.x() - CARD_WIDTH / 2)
        top = snapped(self._at.y() - CARD_HEIGHT / 2)
        colour = QColor(self._canvas.layer.theme.accent)
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
        colour.setAlphaF(0.10)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, top, CARD_WIDTH, CARD_HEIGHT), 7, 7)


def _accepted(event: QDropEvent) -> str | None:
    """The layer or block that is dragged, where the event is now accepted; else it is ignored."""
    kind = kind_of(event.mimeData())
    if kind is None:
        event.ignore()
        return None
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return kind


def goes_on(editor: Editor, network: Network, kind: str, wire: Wire) -> bool:
    """Whether a node of this kind, which `network` defines, can stand on a wire."""
    inputs, outputs = ports(network, Node(kind, kind))
    return bool(inputs and outputs) and fits(network, editor.report, editor.scope, wire, kind)


def place(canvas: CanvasView, dragged: str, at: Position, wire: Wire | None = None) -> None:
    """Add a layer or block with its middle at a point of the scene, or put it on a wire."""
    editor = canvas.editor
    try:
        network, kind = defined(editor.network, dragged)
    except SkipwireError as error:
        editor.refuse(str(error))
        return
    scope, name = editor.scope, edits.fresh_name(editor.graph, kind)
    wanted = (snapped(at[0] - CARD_WIDTH / 2), snapped(at[1] - CARD_HEIGHT / 2))
    if wire is not None:
        args = adapted(network, editor.report, scope, wire, kind)
        edit = inserted(scope, wire, Node(name, kind, args, wanted))
        editor.apply(tr("Insert {what}", what=name), first(dragged, edit), select=[name])
    else:
        node = Node(name, kind, position=free_place(network, editor.graph, wanted))
        edit = first(dragged, lambda n: edits.add(n, scope, node))
        editor.apply(tr("Add {what}", what=name), edit, select=[name])
