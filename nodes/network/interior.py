"""How much room a block takes that is unfolded in place: its graph inside a large card."""

from __future__ import annotations

from collections.abc import Mapping

from nodes.network.model import Block, Graph, Network, Node, Position

CARD = (190.0, 96.0)  # width and height of a card in canvas units
HEAD = 84.0  # from the upper edge of a large card to the first card in it
FOOT = 40.0  # from the last card in it to its lower edge
SIDE = 28.0
ENDS = ("Input", "Output")  # which stand in the card's edge, as its ports

Size = tuple[float, float]


def size(network: Network, node: Node) -> Size:
    """Width and height of a node's card; a large one where it is an unfolded block."""
    block = network.block_by_name.get(node.kind)
    if block is None or not node.unfolded:
        return CARD
    left, top, right, bottom = _extent(network, block.graph)
    return max(right - left + 2 * SIDE, CARD[0]), max(bottom - top + HEAD + FOOT, CARD[1])


def offset(network: Network, block: Block, width: float) -> Position:
    """From the corner of a large card of this width to the origin of the graph in it."""
    left, top, right, _ = _extent(network, block.graph)
    return (width - (right - left)) / 2 - left, HEAD - top


def large(network: Network, graph: Graph) -> Mapping[str, Size]:
    """The cards of a graph that are not of the usual size, by name."""
    return {n.name: size(network, n) for n in graph.nodes if n.unfolded}


def _extent(network: Network, graph: Graph) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the cards between the ports."""
    body = [(n.position, size(network, n)) for n in graph.nodes if n.kind not in ENDS]
    if not body:
        return 0.0, 0.0, CARD[0], 0.0
    return (
        min(x for (x, _), _ in body),
        min(y for (_, y), _ in body),
        max(x + width for (x, _), (width, _) in body),
        max(y + height for (_, y), (_, height) in body),
    )
