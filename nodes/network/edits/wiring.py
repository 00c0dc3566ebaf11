"""Wires: the edits that draw, lead elsewhere, order and cut them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from nodes.errors import EditError
from nodes.network.edits.refusing import input_port, refusal
from nodes.network.lookup import graph_of, led_along, with_wires
from nodes.network.model import Endpoint, Graph, Network, Wire


def replaced(network: Network, scope: str, target: Endpoint) -> Wire | None:
    """The wire that a new one into this port takes the place of; None where the port has room."""
    graph = graph_of(network, scope)
    port = input_port(network, graph, target)
    if isinstance(port, str) or port.variadic:
        return None
    return next((w for w in graph.into(target.node) if w.target == target), None)


def connect(
    network: Network,
    scope: str,
    wire: Wire,
    index: int | None = None,
    *,
    replacing: bool = False,
) -> Network:
    """Draw a wire; `index` is its place among the wires into a variadic port, else the last.

    With `replacing` the wire into a port that has room for one makes way.
    """
    if problem := refusal(network, scope, wire, replacing=replacing):
        raise EditError(problem)
    old = replaced(network, scope, wire.target)
    wires = [w for w in network.scope(scope).wires if w != old]
    places = [k for k, w in enumerate(wires) if w.target == wire.target]
    if index is None or index >= len(places):
        wires.append(wire)
    else:
        wires.insert(places[max(index, 0)], wire)
    return with_wires(network, scope, wires)


def disconnect(network: Network, scope: str, wires: Collection[Wire]) -> Network:
    """Cut wires."""
    graph = graph_of(network, scope)
    gone = frozenset(wires)
    if missing := gone.difference(graph.wires):
        raise EditError(f"There is no wire {min(missing)}.")
    return with_wires(network, scope, (w for w in graph.wires if w not in gone))


def reconnect(network: Network, scope: str, old: Wire, new: Wire) -> Network:
    """Lead a wire elsewhere; one that still ends at the same port keeps its place in the order."""
    without = disconnect(network, scope, (old,))
    if problem := refusal(without, scope, new):
        raise EditError(problem)
    if old.target != new.target:
        return _led_as(graph_of(network, scope), connect(without, scope, new), scope, old, new)
    graph = network.scope(scope)
    changed = led_along(graph, (new if w == old else w for w in graph.wires))
    return network.with_graph(scope, changed)


def _led_as(before: Graph, network: Network, scope: str, old: Wire, new: Wire) -> Network:
    """With the new wire led through the points of the old one."""
    if (points := before.points.get(old)) is None:
        return network
    graph = network.scope(scope)
    return network.with_graph(scope, replace(graph, bends=(*graph.bends, (new, points))))


def order_wires(network: Network, scope: str, target: Endpoint, order: Sequence[Wire]) -> Network:
    """Give the wires into one variadic port another order."""
    graph = graph_of(network, scope)
    present = [w for w in graph.into(target.node) if w.target == target]
    if sorted(present) != sorted(order):
        raise EditError(f"The new order has to name each of the wires into {target} once.")
    following = iter(order)
    return with_wires(
        network, scope, (next(following) if w.target == target else w for w in graph.wires)
    )
