"""The shapes that are written on wires, each where its wire is clear of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.labels import Labels
from app.ui.canvas.metrics import PORT_RADIUS
from app.ui.canvas.routing import Array
from app.ui.theme import Theme
from nodes import shapes
from nodes.network import Wire

if TYPE_CHECKING:
    from app.ui.canvas.layer import LayerItem

_MOST = 16  # wires, beyond which their labels are clutter
_HIGH = 18.0
_SHORT = 64.0  # a wire between its ends, that a label on it would hide
_ASIDE = 8.0  # from such a wire to its label
_REACH = 200.0  # from a wire to what a label of it could cover at most


def placed(layer: LayerItem) -> list[tuple[QRectF, str]]:
    """On those that are hovered, selected or at a selected node; none where there is no room."""
    look, geometry = layer.look, layer.geometry
    index = geometry.wire_index
    wires = {k: None for w in (look.hovered_wire, *look.wires) if (k := index.get(w)) is not None}
    beside = geometry.wires_at(look.nodes).tolist() if look.nodes else []
    if len(beside) <= _MOST:
        wires |= dict.fromkeys(beside)
    named = [(k, text) for k in wires if (text := _text(layer, geometry.wires[k]))]
    if not named:
        return []
    near = _Near(geometry, [k for k, _ in named])
    found: list[tuple[QRectF, str]] = []
    for k, text in named:
        if geometry.wires[k] in look.hidden_wires:
            continue
        if (area := _free_area(layer, near, k, text, [other for other, _ in found])) is not None:
            found.append((area, text))
    return found


def paint_labels(
    painter: QPainter, placed: list[tuple[QRectF, str]], labels: Labels, theme: Theme, box: Box
) -> None:
    """Those in a box."""
    left, top, right, bottom = box
    seen = QRectF(left, top, right - left, bottom - top)
    for area, text in placed:
        if area.intersects(seen):
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.setBrush(QColor(theme.card))
            painter.drawRoundedRect(area, 9, 9)
            painter.setPen(QColor(theme.text))
            labels.draw(painter, area.left() + 7, area.top() + 2, text, "text", area.width())


class _Near:
    """What lies about some wires: whatever a label on one of them could cover."""

    def __init__(self, geometry: Geometry, wires: list[int]) -> None:
        boxes = np.array([geometry.wire_box(k) for k in wires]).reshape(-1, 4)
        low, high = boxes[:, :2].min(axis=0) - _REACH, boxes[:, 2:].max(axis=0) + _REACH
        box = (*low.tolist(), *high.tolist())
        self._geometry = geometry
        cards = geometry.cards_in(box)
        corners = geometry.places[cards]
        self._cards = np.hstack([corners, corners + geometry.sizes[cards]]).T.copy()
        ports = geometry.sockets.of_cards(cards)
        self._ports, self._half = geometry.socket_places[ports], geometry.socket_half[ports]
        self._wires = np.flatnonzero(geometry.wires_in(box))

    def clear(self, middles: Array, half: float) -> NDArray[np.bool_]:
        """Of labels, (n, 2) and so wide, whether each is clear of cards and ports."""
        x, y = middles[:, :1], middles[:, 1:]
        left, top, right, bottom = self._cards
        high = _HIGH / 2
        over = (left <= x + half) & (right >= x - half) & (top <= y + high) & (bottom >= y - high)
        across = np.abs(self._ports[:, 0] - x) - self._half < half + PORT_RADIUS
        over_port = across & (np.abs(self._ports[:, 1] - y) < high + PORT_RADIUS)
        found: NDArray[np.bool_] = ~(over.any(axis=1) | over_port.any(axis=1))
        return found

    def covers_another(self, area: QRectF, wire: int) -> bool:
        """Whether another wire is nearest to one of three points along its middle."""
        high = _HIGH / 2
        near = self._geometry.wires_near(
            (area.left() - high, area.top(), area.right() + high, area.bottom()), self._wires
        )
        if not (near != wire).any():
            return False
        y = area.center().y()
        points = np.array([(x, y) for x in (area.left(), area.center().x(), area.right())])
        found = self._geometry.nearest(points, high, near)
        return any(other not in (-1, wire) for other in found)


def _free_area(
    layer: LayerItem, near: _Near, at: int, text: str, taken: list[QRectF]
) -> QRectF | None:
    """Where a label covers no other, no card and no port; on other wires only without a choice.

    A wire that it would hide has it at its side.
    """
    width, geometry = layer.labels.width(text, "text") + 14, layer.geometry
    (x0, y0), (x1, y1) = geometry.courses[at, [0, -1]].tolist()
    aside = width / 2 + _ASIDE
    sides = (aside, -aside) if abs(x1 - x0) + abs(y1 - y0) < _SHORT else (0.0,)
    middles = np.array([(x + side, y) for x, y in geometry.along(at) for side in sides])
    clear = near.clear(middles, width / 2)
    first: QRectF | None = None
    for x, y in middles[clear].tolist():
        area = QRectF(x - width / 2, y - _HIGH / 2, width, _HIGH)
        if any(area.intersects(other) for other in taken):
            continue
        if not near.covers_another(area, at):
            return area
        first = first or area
    return first


def _text(layer: LayerItem, wire: Wire) -> str:
    shape = layer.card_of[wire.source.node].shapes.get(wire.source.port)
    return shapes.text(shape) if shape else ""
