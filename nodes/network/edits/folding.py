"""Unfolding blocks in place: their neighbours make room, and come back when they are folded."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from graphlib import TopologicalSorter

from nodes.errors import EditError
from nodes.network.edits import MAX_COORDINATE
from nodes.network.interior import Size, size
from nodes.network.lookup import changed_nodes, graph_of, nodes_of, scopes
from nodes.network.marks import Box
from nodes.network.model import ROOT, Network, Node, Position


def set_unfolded(network: Network, scope: str, names: Collection[str], unfolded: bool) -> Network:
    """Show the inside of blocks on their cards, or no more; `with_room` makes room for them.

    Raises:
        EditError: a node is no block.
    """
    changes = {}
    for node in nodes_of(graph_of(network, scope), names):
        if node.kind not in network.block_by_name:
            raise EditError(
                f"{node.name} ({node.kind}) is a layer: there is nothing in it to show."
            )  # fmt: skip
        if node.unfolded is not unfolded:
            changes[node.name] = replace(node, unfolded=unfolded)
    return changed_nodes(network, scope, changes) if changes else network


def with_room(before: Network, network: Network) -> Network:
    """The network with room for every card that is larger or smaller than it was before.

    What stands below moves down by as much as a card grows, what stands beside to the side; the
    card grows about its middle. Cards that hold such a graph unfolded grow along with it.

    Raises:
        EditError: there is no room on the canvas.
    """
    if not (_any_unfolded(before) or _any_unfolded(network)):
        return network
    for scope in _inner_first(network):
        if scope and scope not in before.block_by_name:
            continue
        for name in [n.name for n in network.scope(scope).nodes if n.kind in network.block_by_name]:
            was = before.scope(scope).by_name.get(name)
            node = network.scope(scope).by_name[name]
            if was is None or not (was.unfolded or node.unfolded):
                continue
            old, new = size(before, was), size(network, node)
            if old != new:
                network = _shifted(network, scope, node, old, new)
    return network


def _any_unfolded(network: Network) -> bool:
    return any(
        node.unfolded
        for _, graph in scopes(network)
        for kind in network.block_by_name
        for node in graph.of_kind(kind)
    )


def _inner_first(network: Network) -> Iterable[str]:
    """Every scope after those of the blocks in it."""
    blocks = network.block_by_name
    uses = {b.name: {n.kind for n in b.graph.nodes} & blocks.keys() for b in network.blocks}
    return (*TopologicalSorter(uses).static_order(), ROOT)


def _shifted(network: Network, scope: str, node: Node, old: Size, new: Size) -> Network:
    graph = network.scope(scope)
    (x, y), (wide, tall) = node.position, (new[0] - old[0], new[1] - old[1])
    middle, bottom = x + old[0] / 2, y + old[1]

    def place(at: Position, height: float) -> Position:
        if at[1] >= bottom:
            return at[0], at[1] + tall
        if at[1] + height > y:
            return at[0] + (wide / 2 if at[0] >= middle else -wide / 2), at[1]
        return at

    nodes = []
    for other in graph.nodes:
        if other.name == node.name:
            at = (x - wide / 2, y)
        else:
            at = place(other.position, size(network, other)[1])
        if max(abs(at[0]), abs(at[1])) > MAX_COORDINATE:
            raise EditError(f"There is no room on the canvas for {node.name}.")
        nodes.append(other if at == other.position else replace(other, position=at))

    def box(old: Box) -> Box:
        left, top, width, height = old
        if left <= middle <= left + width and top <= y and top + height >= bottom:  # around it
            return left - wide / 2, top, width + wide, height + tall
        return (*place((left, top), height), width, height)

    moved = replace(
        graph,
        nodes=tuple(nodes),
        frames=tuple(replace(f, box=box(f.box)) for f in graph.frames),
        notes=tuple(replace(n, box=box(n.box)) for n in graph.notes),
        bends=tuple((w, tuple(place(p, 0.0) for p in points)) for w, points in graph.bends),
    )
    return network.with_graph(scope, moved)
