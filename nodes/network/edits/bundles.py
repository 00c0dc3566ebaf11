"""Several wires in one edit: drawn, led elsewhere, swapped, or healed where nodes are taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from nodes.errors import EditError
from nodes.network.edits.refusing import (
    already,
    cycle,
    input_port,
    no_output,
    occupied,
    upstream,
)
from nodes.network.lookup import graph_of, nodes_of, ports
from nodes.network.model import Endpoint, Graph, Network, Wire
from nodes.spec import Port


def connect_all(
    network: Network,
    scope: str,
    wires: Sequence[Wire],
    index: int | None = None,
    *,
    replacing: bool = False,
) -> Network:
    """Draw several wires; those into one variadic port in this order, from the place `index` on.

    With `replacing` a wire into a port that has room for one makes way.

    Raises:
        EditError: one of them cannot be drawn, or two of them want the same place.
    """
    graph = graph_of(network, scope)
    gone: set[Wire] = set()
    fed: dict[Endpoint, Wire] = {}
    for wire in wires:
        if not _port_for(network, graph, wire, replacing).variadic:
            if wire.target in fed:
                raise EditError(already(fed[wire.target]))
            fed[wire.target] = wire
            gone.update(w for w in graph.into(wire.target.node) if w.target == wire.target)
    return _with(network, scope, _placed(graph, gone, wires, index), wires)


def _port_for(network: Network, graph: Graph, wire: Wire, replacing: bool) -> Port:
    """The input that a wire leads to; raises EditError where it cannot be drawn, cycles aside."""
    port = input_port(network, graph, wire.target)
    if isinstance(port, str):
        raise EditError(port)
    if problem := no_output(network, graph, wire.source) or occupied(graph, wire, port, replacing):
        raise EditError(problem)
    return port


def lead_elsewhere(
    network: Network, scope: str, old: Endpoint, new: Endpoint, *, output: bool
) -> Network:
    """Lead all wires of one port to another; those at an output then begin there.

    They keep their order and what they are led through. Wires that the other port has stay beside
    them, but for the one into an input that has room for one.

    Raises:
        EditError: there is no such port, it has no room for them, or a cycle would close.
    """
    graph = graph_of(network, scope)
    ends = graph.out_of(old.node) if output else graph.into(old.node)
    moved = {
        w: Wire(new, w.target) if output else Wire(w.source, new)
        for w in ends
        if (w.source if output else w.target) == old
    }
    if old == new or not moved:
        return network
    rest = replace(graph, wires=tuple(w for w in graph.wires if w not in moved))
    gone: set[Wire] = set()
    for wire in moved.values():
        if not _port_for(network, rest, wire, replacing=True).variadic and not output:
            if len(moved) > 1:
                raise EditError(f"{new} has room for one wire, and {len(moved)} would come.")
            gone.update(w for w in rest.into(new.node) if w.target == new)
    if output:
        changed: Iterable[Wire] = (moved.get(w, w) for w in graph.wires)
    else:
        changed = (*(w for w in rest.wires if w not in gone), *moved.values())
    return _with(network, scope, changed, tuple(moved.values()), moved)


def swap(network: Network, scope: str, one: Wire, other: Wire) -> Network:
    """Exchange what two inputs receive.

    Raises:
        EditError: there is no such wire, or a cycle would close.
    """
    graph = graph_of(network, scope)
    for wire in (one, other):
        if wire not in graph.into(wire.target.node):
            raise EditError(f"There is no wire {wire}.")
    swapped = {one: Wire(other.source, one.target), other: Wire(one.source, other.target)}
    wires = [swapped.get(w, w) for w in graph.wires]
    for wire in swapped.values():
        if wires.count(wire) > 1:
            raise EditError(already(wire))
    return _with(network, scope, wires, tuple(swapped.values()))


def extract(network: Network, scope: str, names: Collection[str]) -> Network:
    """Take nodes out of their wires: what fed the first input of each now feeds what it fed.

    Healed wires keep their places in the order of their targets. A target that receives the same
    already gets it once.
    """
    graph = graph_of(network, scope)
    gone = {n.name for n in nodes_of(graph, names)}
    wires: dict[Wire, None] = {}
    kept = {w for w in graph.wires if not {w.source.node, w.target.node} & gone}
    origins: dict[str, Endpoint | None] = {}
    for wire in graph.wires:
        if wire in kept:
            wires[wire] = None
        elif wire.target.node not in gone:
            source = _origin(network, graph, gone, wire.source.node, origins)
            if source is not None and Wire(source, wire.target) not in kept:
                wires[Wire(source, wire.target)] = None
    return network.with_graph(scope, replace(graph, wires=tuple(wires)))


def _origin(
    network: Network,
    graph: Graph,
    gone: Collection[str],
    name: str,
    known: dict[str, Endpoint | None],
) -> Endpoint | None:
    """What feeds the first input of a node, past all that are gone; None where nothing does."""
    passed: list[str] = []
    found: Endpoint | None = None
    while name not in known and name not in passed:
        passed.append(name)
        inputs, _ = ports(network, graph.by_name[name])
        into = (w for w in graph.into(name) if inputs and w.target.port == inputs[0].name)
        wire = next(into, None)
        if wire is None:
            break
        if wire.source.node not in gone:
            found = None if no_output(network, graph, wire.source) else wire.source
            break
        name = wire.source.node
    else:
        found = known.get(name)
    known.update(dict.fromkeys(passed, found))
    return found


def _placed(
    graph: Graph, gone: Collection[Wire], new: Sequence[Wire], index: int | None
) -> list[Wire]:
    """The wires of a graph with these among them, from a place of their variadic port on."""
    wires = [w for w in graph.wires if w not in gone]
    places = [k for k, w in enumerate(wires) if new and w.target == new[0].target]
    at = len(wires) if index is None or index >= len(places) else places[max(index, 0)]
    return [*wires[:at], *new, *wires[at:]]


def _with(
    network: Network,
    scope: str,
    wires: Iterable[Wire],
    new: Sequence[Wire],
    moved: Mapping[Wire, Wire] | None = None,
) -> Network:
    """With these wires, of which some are new; raises EditError where they close a cycle."""
    graph = network.scope(scope)
    bends = tuple(((moved or {}).get(w, w), points) for w, points in graph.bends)
    changed = replace(graph, wires=tuple(wires), bends=bends)
    if problem := _closed(changed, new):
        raise EditError(problem)
    return network.with_graph(scope, changed)


def _closed(graph: Graph, new: Iterable[Wire]) -> str | None:
    """The sentence about a cycle that one of the new wires is in."""
    circling = _circling(graph)
    for wire in new:
        if wire.source.node in circling and wire.target.node in circling:
            above = upstream(graph, wire.source.node)
            if problem := cycle(wire.source.node, wire.target.node, above):
                return problem
    return None


def _circling(graph: Graph) -> set[str]:
    """The nodes that are in a cycle or after one: those that no order can be found for."""
    waiting = {name: len(graph.into(name)) for name in graph.by_name}
    free = [name for name, count in waiting.items() if not count]
    while free:
        name = free.pop()
        del waiting[name]
        for wire in graph.out_of(name):
            if wire.target.node in waiting:
                waiting[wire.target.node] -= 1
                if not waiting[wire.target.node]:
                    free.append(wire.target.node)
    return set(waiting)
