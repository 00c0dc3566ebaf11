"""A whole preset as one block of another network."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import count

from nodes.network import Block, Endpoint, Network, Node, Position, Wire, edits
from nodes.network.clipboard import with_definitions
from nodes.network.edits import Edited
from nodes.network.lookup import ports

_ENDS = ("Input", "Output")


def as_block(network: Network, summary: str = "") -> Block:
    """The network's own graph as a definition: what enters and leaves is then the wires' matter."""
    nodes = tuple(replace(n, args={}) if n.kind in _ENDS else n for n in network.graph.nodes)
    words = " ".join(word[:1].upper() + word[1:] for word in _words(network))
    name = re.sub(r"(?<=\d) (?=\d)", "_", words).replace(" ", "")
    return Block(name, (), replace(network.graph, nodes=nodes), summary)


def whole(network: Network) -> Network:
    """The definitions that the network needs as one block, which they are named after."""
    block = as_block(network)
    return Network(block.name, blocks=(*network.blocks, block), custom=network.custom)


def inserted(
    network: Network, scope: str, piece: Network, at: Position, after: str | None = None
) -> Edited:
    """The network with the piece as a block in one scope; raises EditError.

    It is fed by the first output of the node `after`, where there is one.
    """
    packed = whole(piece)
    network, names = with_definitions(network, packed)
    kind = names[packed.name]
    graph = network.scope(scope)
    node = Node(_free("_".join(_words(piece)).lower(), graph.by_name), kind, position=at)
    network = edits.add(network, scope, node)
    inputs, _ = ports(network, node)
    outputs = ports(network, graph.by_name[after])[1] if after is not None else ()
    if after is not None and inputs and outputs:
        joined = Wire(Endpoint(after, outputs[0]), Endpoint(node.name, inputs[0].name))
        network = edits.connect(network, scope, joined)
    return Edited(network, (node.name,))


def _words(network: Network) -> list[str]:
    """Those of its name; a number belongs to the letters before it: ResNet20 of ResNet-20."""
    return re.findall(r"\w+", re.sub(r"(?<=[^\W\d])-(?=\d)", "", network.name))


def _free(name: str, taken: Collection[str]) -> str:
    """resnet18, then resnet18_2: its number belongs to the name."""
    names = (name if k == 1 else f"{name}_{k}" for k in count(1))
    return next(n for n in names if n not in taken)
