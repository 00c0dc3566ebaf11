"""A network as a small figure: its nodes in their families' colours, from left to right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui import theme
from nodes.network import Block, Network

_DOT = 9.0


def paint_figure(painter: QPainter, area: QRectF, network: Network) -> None:
    """Nodes where they are laid out, turned so that the flow from top to bottom runs along."""
    colours = theme.current()
    at = _places(network, area)
    painter.setPen(QPen(QColor(colours.wire), 1))
    for wire in network.graph.wires:
        painter.drawLine(at[wire.source.node], at[wire.target.node])
    painter.setPen(Qt.PenStyle.NoPen)
    for node in network.graph.nodes:
        definition = network.definition(node.kind)
        family = "Block" if isinstance(definition, Block) else definition.family
        painter.setBrush(theme.family_colour(colours, family))
        dot = QRectF(0, 0, _DOT, _DOT)
        dot.moveCenter(at[node.name])
        painter.drawRoundedRect(dot, 2, 2)


def _places(network: Network, area: QRectF) -> dict[str, QPointF]:
    """Down becomes right and right becomes up, scaled to the area."""
    points = {n.name: n.position for n in network.graph.nodes}
    xs, ys = zip(*points.values(), strict=True)
    inner = area.adjusted(_DOT / 2, _DOT / 2, -_DOT / 2, -_DOT / 2)
    along = inner.width() / max(max(ys) - min(ys), 1)
    across = min(inner.height() / max(max(xs) - min(xs), 1), along)
    middle = (max(xs) + min(xs)) / 2
    return {
        name: QPointF(
            inner.left() + (y - min(ys)) * along, inner.center().y() - (x - middle) * across
        )
        for name, (x, y) in points.items()
    }
