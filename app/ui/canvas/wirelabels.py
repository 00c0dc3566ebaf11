"""The shapes that are written on wires, each where its wire is clear of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from nodes import shapes
from nodes.network import Wire

if TYPE_CHECKING:
    from app.ui.canvas.layer import LayerItem

_MOST = 16  # wires, beyond which their labels are clutter


def placed(layer: LayerItem) -> list[tuple[QRectF, str]]:
    """On those that are hovered, selected or at a selected node; none where there is no room."""
    look, geometry = layer.look, layer.geometry
    wires = {w: None for w in (look.hovered_wire, *look.wires) if w in geometry.wire_index}
    near = [geometry.wires[k] for k in geometry.wires_at(look.nodes).tolist()]
    if len(near) <= _MOST:
        wires |= dict.fromkeys(near)
    found: list[tuple[QRectF, str]] = []
    for wire in wires:
        if wire is None or wire in look.hidden_wires or not (text := _text(layer, wire)):
            continue
        if (area := _free_area(layer, wire, text, [other for other, _ in found])) is not None:
            found.append((area, text))
    return found


def paint_labels(painter: QPainter, layer: LayerItem) -> None:
    for area, text in layer.wire_labels():
        painter.setPen(QPen(QColor(layer.theme.accent), 1))
        painter.setBrush(QColor(layer.theme.card))
        painter.drawRoundedRect(area, 9, 9)
        painter.setPen(QColor(layer.theme.text))
        layer.labels.draw(painter, area.left() + 7, area.top() + 2, text, "text", area.width())


def _free_area(layer: LayerItem, wire: Wire, text: str, taken: list[QRectF]) -> QRectF | None:
    """Where a label covers no other, and no card where there is a choice."""
    width, geometry = layer.labels.width(text, "text") + 14, layer.geometry
    areas = (QRectF(x - width / 2, y - 9, width, 18) for x, y in geometry.along(wire))
    free = [a for a in areas if not any(a.intersects(other) for other in taken)]
    clear = (
        a for a in free if not len(geometry.cards_in((a.left(), a.top(), a.right(), a.bottom())))
    )
    return next(clear, free[0] if free else None)


def _text(layer: LayerItem, wire: Wire) -> str:
    shape = layer.card_of[wire.source.node].shapes.get(wire.source.port)
    return shapes.text(shape) if shape else ""
