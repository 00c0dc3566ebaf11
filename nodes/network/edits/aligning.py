"""Nodes in line with each other, and equally far apart."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from nodes.errors import EditError
from nodes.network.edits import move
from nodes.network.layout import CARD, Size
from nodes.network.lookup import graph_of, nodes_of
from nodes.network.model import Network, Node, Position


class Side(StrEnum):
    """What nodes have in common once they are aligned."""

    LEFT = "left"
    CENTRE = "centre"  # across
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"  # from top to bottom
    BOTTOM = "bottom"


_AXIS = {side: int(side in (Side.TOP, Side.MIDDLE, Side.BOTTOM)) for side in Side}
_SHARE = {
    Side.LEFT: 0.0, Side.CENTRE: 0.5, Side.RIGHT: 1.0,
    Side.TOP: 0.0, Side.MIDDLE: 0.5, Side.BOTTOM: 1.0,
}  # fmt: skip


def align(
    network: Network, scope: str, names: Collection[str], side: Side, size: Size | None = None
) -> Network:
    """Line nodes up at the outermost of them, or about the middle of them all.

    Raises:
        EditError: there are fewer than two.
    """
    nodes = _several(network, scope, names, 2)
    axis, share, measure = _AXIS[side], _SHARE[side], size or _usual
    low = min(n.position[axis] for n in nodes)
    high = max(n.position[axis] + measure(n)[axis] for n in nodes)
    line = low + share * (high - low)
    places = {n.name: _at(n, axis, line - share * measure(n)[axis]) for n in nodes}
    return move(network, scope, places)


def distribute(
    network: Network, scope: str, names: Collection[str], *, down: bool, size: Size | None = None
) -> Network:
    """Make the gaps between nodes alike, across or down; the first and the last stay.

    Raises:
        EditError: there are fewer than three.
    """
    nodes = _several(network, scope, names, 3)
    axis, measure = int(down), size or _usual
    order = sorted(nodes, key=lambda n: n.position[axis] + measure(n)[axis] / 2)
    first, last = order[0], order[-1]
    room = last.position[axis] - first.position[axis] - measure(first)[axis]
    gap = (room - sum(measure(n)[axis] for n in order[1:-1])) / (len(order) - 1)
    at = first.position[axis]
    places = {}
    for node in order[:-1]:
        places[node.name] = _at(node, axis, at)
        at += measure(node)[axis] + gap
    return move(network, scope, places)


def _several(network: Network, scope: str, names: Collection[str], least: int) -> tuple[Node, ...]:
    nodes = nodes_of(graph_of(network, scope), names)
    if len(nodes) < least:
        raise EditError(f"Select {least} nodes or more.")
    return nodes


def _usual(node: Node) -> tuple[float, float]:
    return CARD


def _at(node: Node, axis: int, value: float) -> Position:
    value = float(round(value))
    return (node.position[0], value) if axis else (value, node.position[1])
