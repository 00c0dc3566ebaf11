"""The shapes that are written on wires, each where its wire is clear of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.canvas.geometry import Geometry
from app.ui.canvas.metrics import PORT_RADIUS
from nodes import shapes
from nodes.network import Wire

if TYPE_CHECKING:
    from app.ui.canvas.layer import LayerItem

_MOST = 16  # wires, beyond which their labels are clutter
_HIGH = 18.0
_SHORT = 64.0  # a wire between its ends, that a label on it would hide
_ASIDE = 8.0  # from such a wire to its label


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
    """Where a label covers no other, no card and no port; on other wires only without a choice.

    A wire that it would hide has it at its side.
    """
    width, geometry = layer.labels.width(text, "text") + 14, layer.geometry
    (x0, y0), (x1, y1) = geometry.start_of(wire), geometry.end_of(wire)
    aside = width / 2 + _ASIDE
    sides = (aside, -aside) if abs(x1 - x0) + abs(y1 - y0) < _SHORT else (0.0,)
    areas = (
        QRectF(x + side - width / 2, y - _HIGH / 2, width, _HIGH)
        for x, y in geometry.along(wire)
        for side in sides
    )
    first: QRectF | None = None
    for area in areas:
        if any(area.intersects(other) for other in taken) or not _is_clear(geometry, area):
            continue
        if not _covers_another(geometry, area, wire):
            return area
        first = first or area
    return first


def _is_clear(geometry: Geometry, area: QRectF) -> bool:
    """Of cards and ports."""
    x, y = area.center().x(), area.center().y()
    half, high = area.width() / 2, area.height() / 2
    if len(geometry.cards_in((x - half, y - high, x + half, y + high))):
        return False
    away = np.abs(geometry.socket_places - (x, y))
    beside = away[:, 0] - geometry.socket_half >= half + PORT_RADIUS
    return bool((beside | (away[:, 1] >= high + PORT_RADIUS)).all())


def _covers_another(geometry: Geometry, area: QRectF, wire: Wire) -> bool:
    places = (area.left(), area.center().x(), area.right())
    found = (geometry.wire_at(x, area.center().y(), _HIGH / 2) for x in places)
    return any(other not in (None, wire) for other in found)


def _text(layer: LayerItem, wire: Wire) -> str:
    shape = layer.card_of[wire.source.node].shapes.get(wire.source.port)
    return shapes.text(shape) if shape else ""
