"""A whole preset as one block of another network."""

from __future__ import annotations

import re
from dataclasses import replace

from nodes.network import Block, Graph, Network, Node, Position, edits
from nodes.network.clipboard import with_definitions
from nodes.network.edits import Edited

_ENDS = ("Input", "Output")


def as_block(network: Network, summary: str = "") -> Block:
    """The network's own graph as a definition: what enters and leaves is then the wires' matter."""
    nodes = tuple(replace(n, args={}) if n.kind in _ENDS else n for n in network.graph.nodes)
    name = re.sub(r"\W+", "", network.name.title() if network.name.islower() else network.name)
    return Block(name, (), Graph(nodes, network.graph.wires), summary)


def inserted(network: Network, scope: str, piece: Network, at: Position) -> Edited:
    """The network with the piece as a block in one scope, without wires; raises EditError."""
    block = as_block(piece)
    network, names = with_definitions(network, replace(piece, blocks=(*piece.blocks, block)))
    kind = names[block.name]
    node = Node(edits.fresh_name(network.scope(scope), kind), kind, position=at)
    return Edited(edits.add(network, scope, node), (node.name,))
