"""Edits: functions from network to network. One that cannot be made raises EditError."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from nodes.errors import EditError
from nodes.network.edits.arguments import (
    checked,
    reset_argument,
    reset_arguments,
    set_argument,
    set_enabled,
    set_repeat,
)
from nodes.network.edits.binding import with_name
from nodes.network.edits.bundles import connect_all, extract, lead_elsewhere, swap
from nodes.network.edits.naming import MAX_NAME, fresh_name
from nodes.network.edits.refusing import refusal, refusing
from nodes.network.edits.training import set_frozen, set_rate
from nodes.network.edits.wiring import (
    connect,
    disconnect,
    order_wires,
    reconnect,
    replaced,
)
from nodes.network.lookup import (
    changed_nodes,
    graph_of,
    led_along,
    map_graphs,
    node_of,
    nodes_of,
    ports,
    refuse_recursion,
    with_nodes,
    with_wires,
)
from nodes.network.model import (
    ROOT,
    Endpoint,
    Graph,
    Network,
    Node,
    Position,
    Wire,
    require_name,
)

__all__ = [
    "Edited",
    "add",
    "connect",
    "connect_all",
    "disconnect",
    "extract",
    "fresh_name",
    "insert_on_wire",
    "lead_elsewhere",
    "move",
    "order_wires",
    "reconnect",
    "refusal",
    "refusing",
    "remove",
    "rename",
    "rename_network",
    "replaced",
    "require_place",
    "reset_argument",
    "reset_arguments",
    "set_argument",
    "set_enabled",
    "set_frozen",
    "set_rate",
    "set_repeat",
    "swap",
]

MAX_COORDINATE = 1e9  # beyond it a canvas loses single pixels


class Edited(NamedTuple):
    """The new network, and the names of the nodes that the edit created."""

    network: Network
    names: tuple[str, ...]


def add(network: Network, scope: str, node: Node) -> Network:
    """Add a node without wires.

    Raises:
        EditError: its name is taken or illegal, its kind or an argument is unknown or does not
            fit, or a block would contain itself.
    """
    graph = graph_of(network, scope)
    _require_free(graph, node.name)
    node = checked(network, scope, node)
    require_place(node.name, node.position)
    refuse_recursion(network, scope, node.kind)
    return with_nodes(network, scope, (*graph.nodes, node))


def remove(network: Network, scope: str, names: Collection[str]) -> Network:
    """Remove nodes with their wires.

    Where an Input or Output of a block goes, so do the wires to that port at all its instances.
    """
    graph = graph_of(network, scope)
    gone = {n.name: n for n in nodes_of(graph, names)}
    network = network.with_graph(
        scope,
        replace(
            graph,
            nodes=tuple(n for n in graph.nodes if n.name not in gone),
            wires=tuple(
                w for w in graph.wires if w.source.node not in gone and w.target.node not in gone
            ),
        ),
    )
    inputs = {n.name for n in gone.values() if n.kind == "Input"}
    outputs = {n.name for n in gone.values() if n.kind == "Output"}
    if scope == ROOT or not (inputs or outputs):
        return network

    def without_ports(graph: Graph) -> Graph:
        instances = {n.name for n in graph.of_kind(scope)}
        kept = tuple(
            w
            for w in graph.wires
            if not (w.target.node in instances and w.target.port in inputs)
            and not (w.source.node in instances and w.source.port in outputs)
        )
        return graph if len(kept) == len(graph.wires) else replace(graph, wires=kept)

    return map_graphs(network, without_ports)


def rename(network: Network, scope: str, old: str, new: str) -> Network:
    """Give a node another name; wires follow, for a port of a block at all its instances too.

    So do expressions in the block that refer to the channels which enter by it.

    Of nodes that share a name, as a document may hold them, the last takes the new name and the
    wires stay with the first.
    """
    graph = graph_of(network, scope)
    node = node_of(graph, old)
    if old == new:
        return network
    _require_free(graph, new)
    places = [k for k, n in enumerate(graph.nodes) if n.name == old]
    nodes = list(graph.nodes)
    nodes[places[-1]] = replace(nodes[places[-1]], name=new)
    if len(places) > 1:
        return with_nodes(network, scope, nodes)

    def renamed(end: Endpoint) -> Endpoint:
        return Endpoint(new, end.port) if end.node == old else end

    def followed(w: Wire) -> Wire:
        ends = w.source.node, w.target.node
        return Wire(renamed(w.source), renamed(w.target)) if old in ends else w

    before = () if scope == ROOT else tuple(network.block(scope).channel_names.values())
    changed = led_along(replace(graph, nodes=tuple(nodes)), map(followed, graph.wires))
    network = network.with_graph(scope, changed)
    if scope == ROOT or node.kind not in ("Input", "Output"):
        return network
    network = _with_channels(network, scope, before)

    def follow(graph: Graph) -> Graph:
        instances = {n.name for n in graph.of_kind(scope)}

        def port(end: Endpoint, kind: str) -> Endpoint:
            renames = kind == node.kind and end.node in instances and end.port == old
            return Endpoint(end.node, new) if renames else end

        wires = tuple(Wire(port(w.source, "Output"), port(w.target, "Input")) for w in graph.wires)
        return graph if wires == graph.wires else led_along(graph, wires)

    return map_graphs(network, follow)


def _with_channels(network: Network, scope: str, before: Sequence[str]) -> Network:
    """With expressions that follow the names of the channels that enter a block."""
    for old, new in zip(before, network.block(scope).channel_names.values(), strict=True):
        if old != new:
            nodes = (with_name(n, old, new) for n in network.scope(scope).nodes)
            network = with_nodes(network, scope, nodes)
    return network


def rename_network(network: Network, name: str) -> Network:
    """Give the network itself another name, which is free text of one line."""
    name = name.strip()
    if not name or not name.isprintable() or len(name) > MAX_NAME:
        raise EditError(f"A network's name is one line of 1 to {MAX_NAME} characters.")
    return replace(network, name=name)


def move(network: Network, scope: str, positions: Mapping[str, Position]) -> Network:
    """Give nodes other positions."""
    changes = {}
    for node in nodes_of(graph_of(network, scope), positions.keys()):
        position = positions[node.name]
        require_place(node.name, position)
        if position != node.position:
            changes[node.name] = replace(node, position=position)
    return changed_nodes(network, scope, changes) if changes else network


def insert_on_wire(network: Network, scope: str, wire: Wire, node: Node) -> Network:
    """Put a node between the ends of a wire.

    Where an unconnected node of that name exists, that one is used and takes the given position.
    The wire onwards keeps its place in the order of its target.
    """
    graph = graph_of(network, scope)
    if wire not in graph.wires:
        raise EditError(f"There is no wire {wire}.")
    existing = graph.by_name.get(node.name)
    if existing is None:
        network = add(network, scope, node)
    elif graph.into(node.name) or graph.out_of(node.name):
        raise EditError(f"{node.name} has wires already; cut them before it goes between others.")
    else:
        network = move(network, scope, {node.name: node.position})
        node = existing
    inputs, outputs = ports(network, node)
    if not inputs or not outputs:
        lacking = "output" if inputs else "input"
        raise EditError(f"{node.name} cannot stand on a wire: {node.kind} has no {lacking}.")
    inwards = Wire(wire.source, Endpoint(node.name, inputs[0].name))
    onwards = Wire(Endpoint(node.name, outputs[0]), wire.target)
    wires = (onwards if w == wire else w for w in graph.wires)
    network = with_wires(network, scope, (*wires, inwards))
    return _sharing_points(network, scope, graph.points.get(wire, ()), inwards, onwards)


def _sharing_points(
    network: Network, scope: str, points: tuple[Position, ...], inwards: Wire, onwards: Wire
) -> Network:
    """What the wire was led through, above the node inserted for the one part, below the other."""
    if not points:
        return network
    graph = network.scope(scope)
    middle = graph.by_name[inwards.target.node].position
    nearest = min(range(len(points)), key=lambda k: math.dist(points[k], middle))
    cut = nearest + (points[nearest][1] <= middle[1])
    bends = (*graph.bends, (inwards, points[:cut]), (onwards, points[cut:]))
    return network.with_graph(scope, replace(graph, bends=bends))


def _require_free(graph: Graph, name: str) -> None:
    require_name(name)
    if len(name) > MAX_NAME:
        raise EditError(f"A name may have {MAX_NAME} characters; this has {len(name)}.")
    if name in graph.by_name:
        raise EditError(f"There is a node named “{name}” already; choose another name.")


def require_place(name: str, position: Position) -> None:
    """Raises EditError for a position that no canvas reaches."""
    # `not <=` rather than `>`: it also refuses what is not a number
    if not all(abs(x) <= MAX_COORDINATE for x in position):
        raise EditError(f"{name} cannot stand at {position}: that is off the canvas.")
