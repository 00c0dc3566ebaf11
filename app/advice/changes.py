"""Edits that repairs are put together from, each a function from network to network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from nodes.network import Argument, Endpoint, Network, Node, Position, Wire, edits
from nodes.network.layout import CARD, GAP
from nodes.network.lookup import graph_of, node_of, ports

Edit = Callable[[Network], Network]
Settings = Mapping[str, Mapping[str, Argument]]  # of nodes: parameter and value
_STEP = CARD[1] + GAP[1]


@dataclass(frozen=True)
class New:
    """A node to be made."""

    kind: str
    args: Mapping[str, Argument] = field(default_factory=dict)


def chained(*steps: Edit) -> Edit:
    """One edit after the other."""
    return lambda network: reduce(lambda made, step: step(made), steps, network)


def setting(scope: str, settings: Settings) -> Edit:
    """With other arguments at some nodes."""

    def edit(network: Network) -> Network:
        for name, values in settings.items():
            for parameter, value in values.items():
                network = edits.set_argument(network, scope, [name], parameter, value)
        return network

    return edit


def inserting(scope: str, wire: Wire, *news: New) -> Edit:
    """With a chain of new nodes on a wire, and room for them."""
    return lambda network: _chain(network, scope, wire, news)[0]


def inserting_after(scope: str, source: Endpoint, *news: New) -> Edit:
    """With a chain of new nodes between an output and everything that it feeds."""

    def edit(network: Network) -> Network:
        leaving = [w for w in graph_of(network, scope).out_of(source.node) if w.source == source]
        if not leaving:
            return network
        network, last = _chain(network, scope, leaving[0], news)
        for wire in leaving[1:]:
            network = edits.reconnect(network, scope, wire, Wire(last, wire.target))
        return network

    return edit


def dissolving(scope: str, *names: str) -> Edit:
    """Without some nodes of one input; what fed them feeds what they fed."""

    def edit(network: Network) -> Network:
        for name in names:
            graph = graph_of(network, scope)
            node_of(graph, name)
            arriving, leaving = graph.into(name), graph.out_of(name)
            for wire in leaving if arriving else ():
                onwards = Wire(arriving[0].source, wire.target)
                network = edits.disconnect(network, scope, [wire])
                places = [w for w in graph.into(wire.target.node) if w.target == wire.target]
                if edits.refusal(network, scope, onwards) is None:
                    network = edits.connect(network, scope, onwards, places.index(wire))
            network = edits.remove(network, scope, [name])
        return network

    return edit


def removing(scope: str, *names: str) -> Edit:
    """Without some nodes, and their wires."""
    return lambda network: edits.remove(network, scope, names)


def cutting(scope: str, *wires: Wire) -> Edit:
    return lambda network: edits.disconnect(network, scope, wires)


def drawing(scope: str, wire: Wire) -> Edit:
    return lambda network: edits.connect(network, scope, wire)


def adding(scope: str, new: New, source: Endpoint | None, target: Endpoint | None) -> Edit:
    """With a new node below its source, or above its target, wired to them."""

    def edit(network: Network) -> Network:
        graph = graph_of(network, scope)
        name = edits.fresh_name(graph, new.kind)
        end = source or target
        x, y = node_of(graph, end.node).position if end else _corner(network, scope)
        wanted = x, y + (_STEP if source or not target else -_STEP)
        at = _free_place([n.position for n in graph.nodes], wanted)
        node = Node(name, new.kind, new.args, at)
        network = edits.add(network, scope, node)
        inputs, outputs = ports(network, node)
        if source is not None:
            network = edits.connect(network, scope, Wire(source, Endpoint(name, inputs[0].name)))
        if target is not None:
            network = edits.connect(network, scope, Wire(Endpoint(name, outputs[0]), target))
        return network

    return edit


def _chain(
    network: Network, scope: str, wire: Wire, news: Sequence[New]
) -> tuple[Network, Endpoint]:
    """With new nodes on a wire one after the other, and the output of the last."""
    for new in news:
        network, name = _inserted(network, scope, wire, new)
        arriving = network.scope(scope).into(wire.target.node)
        wire = next(w for w in arriving if w.source.node == name and w.target == wire.target)
    return network, wire.source


def _free_place(taken: Sequence[Position], wanted: Position) -> Position:
    """The wanted place, or the next to its right where a card covers no other."""
    x, y = wanted
    for left in sorted(a for a, b in taken if abs(b - y) < CARD[1]):
        if abs(left - x) < CARD[0]:
            x = left + CARD[0] + GAP[0]
    return x, y


def _corner(network: Network, scope: str) -> Position:
    nodes = network.scope(scope).nodes
    if not nodes:
        return 0.0, 0.0
    return min(n.position[0] for n in nodes), max(n.position[1] for n in nodes)


def _inserted(network: Network, scope: str, wire: Wire, new: New) -> tuple[Network, str]:
    """With one node on a wire; its target and all below that move down to make room."""
    graph = graph_of(network, scope)
    source, target = node_of(graph, wire.source.node), node_of(graph, wire.target.node)
    name = edits.fresh_name(graph, new.kind)
    at = (target.position[0], source.position[1] + _STEP)
    if len(graph.out_of(source.name)) == 1:
        at = (source.position[0], at[1])
    node = Node(name, new.kind, new.args, at)
    network = edits.insert_on_wire(network, scope, wire, node)
    lacking = at[1] + _STEP - target.position[1]
    if lacking > 0 and target.position[1] > source.position[1]:
        below = {
            n.name: (n.position[0], n.position[1] + lacking)
            for n in graph.by_name.values()
            if n.position[1] >= target.position[1] and n.name != source.name
        }
        network = edits.move(network, scope, below)
    others = [n.position for n in graph_of(network, scope).nodes if n.name != name]
    return edits.move(network, scope, {name: _free_place(others, at)}), name


def told(value: object) -> str:
    """A value as a title writes it: 3×3 for a pair."""
    return "×".join(map(str, value)) if isinstance(value, tuple) else str(value)


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names in a sentence: a, b and c."""
    names = list(dict.fromkeys(names))
    if len(names) > most:
        return ", ".join(names[: most - 1]) + f" and {len(names) - most + 1} others"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
