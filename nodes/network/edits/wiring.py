"""Wires: which can be drawn and why others cannot, and the edits that draw and cut them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from nodes.errors import EditError
from nodes.network.lookup import graph_of, ports, with_wires
from nodes.network.model import Endpoint, Graph, Network, Wire
from nodes.spec import Port

_SHOWN = 5  # nodes of a cycle that a message names before it says “…”


def refusal(network: Network, scope: str, wire: Wire, *, replacing: bool = False) -> str | None:
    """Why this wire cannot be drawn, or None where it can. Takes linear time.

    With `replacing` it may take the place of the wire into a port that has room for one.
    """
    graph = graph_of(network, scope)
    port = _input(network, graph, wire.target)
    if isinstance(port, str):
        return port
    return (
        _no_output(network, graph, wire.source)
        or _occupied(graph, wire, port, replacing)
        or _cycle(wire.source.node, wire.target.node, _upstream(graph, wire.source.node))
    )


def refusals(
    network: Network, scope: str, source: Endpoint, *, replacing: bool = False
) -> Mapping[Endpoint, str]:
    """For a wire drawn from this output: every input port that refuses it, and why."""
    graph = graph_of(network, scope)
    problem = _no_output(network, graph, source)
    upstream = _upstream(graph, source.node)
    found = {}
    for node in graph.nodes:
        for port in ports(network, node)[0]:
            target = Endpoint(node.name, port.name)
            reason = (
                problem
                or _occupied(graph, Wire(source, target), port, replacing)
                or _cycle(source.node, node.name, upstream)
            )
            if reason:
                found[target] = reason
    return found


def refusals_into(
    network: Network, scope: str, target: Endpoint, *, replacing: bool = False
) -> Mapping[Endpoint, str]:
    """For a wire drawn backwards from this input: every output port that refuses it, and why."""
    graph = graph_of(network, scope)
    port = _input(network, graph, target)
    downstream = _reached(target.node, lambda n: (w.target.node for w in graph.out_of(n)))
    found = {}
    for node in graph.nodes:
        for name in ports(network, node)[1]:
            source = Endpoint(node.name, name)
            reason = (
                port
                if isinstance(port, str)
                else _occupied(graph, Wire(source, target), port, replacing)
                or _cycle(node.name, target.node, downstream, backwards=True)
            )
            if reason:
                found[source] = reason
    return found


def replaced(network: Network, scope: str, target: Endpoint) -> Wire | None:
    """The wire that a new one into this port takes the place of; None where the port has room."""
    graph = graph_of(network, scope)
    port = _input(network, graph, target)
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
        return connect(without, scope, new)
    wires = network.scope(scope).wires
    return with_wires(network, scope, (new if w == old else w for w in wires))


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


def _input(network: Network, graph: Graph, target: Endpoint) -> Port | str:
    """The port itself, or the sentence that there is none."""
    node = graph.by_name.get(target.node)
    if node is None:
        return f"There is no node named “{target.node}” here."
    for port in ports(network, node)[0]:
        if port.name == target.port:
            return port
    return f"{node.name} ({node.kind}) has no input named “{target.port}”."


def _no_output(network: Network, graph: Graph, source: Endpoint) -> str | None:
    node = graph.by_name.get(source.node)
    if node is None:
        return f"There is no node named “{source.node}” here."
    if source.port not in ports(network, node)[1]:
        return f"{node.name} ({node.kind}) has no output named “{source.port}”."
    return None


def _occupied(graph: Graph, wire: Wire, port: Port, replacing: bool) -> str | None:
    source, target = wire.source, wire.target
    if source.node == target.node:
        return f"{source.node} cannot feed itself."
    at = "its input" if port.name == "input" else f"its input “{port.name}”"
    for present in graph.into(target.node):
        full = not port.variadic and not replacing
        if present.target == target and (full or present.source == source):
            return f"{target.node} already receives {present.source.node} at {at}."
    return None


def _reached(start: str, step: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Every node that steps lead to from `start`, with the node that it was reached from."""
    found: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for name in step(here):
            if name not in found:
                found[name] = here
                waiting.append(name)
    return found


def _upstream(graph: Graph, name: str) -> dict[str, str]:
    return _reached(name, lambda n: (w.source.node for w in graph.into(n)))


def _cycle(
    source: str, target: str, reached: Mapping[str, str], backwards: bool = False
) -> str | None:
    """The sentence about a cycle, where the far end of the wire is among the nodes reached."""
    here, goal = (source, target) if backwards else (target, source)
    if here not in reached:
        return None
    trail = [here]
    while here != goal and len(trail) < _SHOWN:
        here = reached[here]
        trail.append(here)
    if here != goal:
        trail += ["…", goal]
    if backwards:
        trail.reverse()
    return f"This would close a cycle: {' → '.join((source, *trail))}."
