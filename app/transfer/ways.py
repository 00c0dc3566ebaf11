"""Ways into a network: the names of nodes from its own graph to one inside its blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nodes.network import ROOT, Network
from nodes.network.edits.naming import unique
from nodes.network.lookup import changed_nodes, users


def scope_of(network: Network, way: Sequence[str]) -> str:
    """The scope that the last of the nodes stands in."""
    scope = ROOT
    for name in way[:-1]:
        scope = network.scope(scope).by_name[name].kind
    return scope


def own_definitions(network: Network, way: Sequence[str]) -> Network:
    """Definitions that no other node has, for the blocks on the way to a node."""
    for depth in range(1, len(way)):
        outer = way[:depth]
        network = own_definition(network, scope_of(network, outer), outer[-1])
    return network


def own_definition(network: Network, scope: str, name: str) -> Network:
    """A definition that no other node has, for the block of this one."""
    node = network.scope(scope).by_name[name]
    if len([*users(network, node.kind)]) == 1:
        return network
    block = network.block(node.kind)
    block = replace(block, name=unique(block.name, network.block_by_name))
    network = replace(network, blocks=(*network.blocks, block))
    return changed_nodes(network, scope, {name: replace(node, kind=block.name)})
