"""Which wires can be drawn, and why others cannot."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping

from nodes.network.lookup import graph_of, ports
from nodes.network.model import Endpoint, Graph, Network, Wire
from nodes.spec import Port

_SHOWN = 5  # nodes of a cycle that a message names before it says “…”


def refusal(network: Network, scope: str, wire: Wire, *, replacing: bool = False) -> str | None:
    """Why this wire cannot be drawn, or None where it can. Takes linear time.

    With `replacing` it may take the place of the wire into a port that has room for one.
    """
    graph = graph_of(network, scope)
    port = input_port(network, graph, wire.target)
    if isinstance(port, str):
        return port
    return (
        no_output(network, graph, wire.source)
        or occupied(graph, wire, port, replacing)
        or cycle(wire.source.node, wire.target.node, upstream(graph, wire.source.node))
    )


def refusing(
    network: Network,
    scope: str,
    fixed: Collection[Endpoint],
    *,
    backwards: bool = False,
    replacing: bool = False,
) -> frozenset[Endpoint]:
    """The inputs that refuse a wire from one of these outputs; `refusal` says why.

    Backwards the outputs that refuse one into one of these inputs.
    """
    graph = graph_of(network, scope)
    names = {end.node for end in fixed}
    if backwards:
        entries = [(end, input_port(network, graph, end)) for end in fixed]
        known = [(end, port) for end, port in entries if not isinstance(port, str)]
        nowhere = len(known) < len(entries)
        barred = _reached(names, lambda n: (w.target.node for w in graph.out_of(n))).keys() | names
        return frozenset(
            source
            for node in graph.nodes
            for source in (Endpoint(node.name, name) for name in ports(network, node)[1])
            if nowhere
            or node.name in barred
            or any(_full(graph, Wire(source, end), port, replacing) for end, port in known)
        )
    nowhere = any(no_output(network, graph, end) for end in fixed)
    barred = _reached(names, lambda n: (w.source.node for w in graph.into(n))).keys() | names
    return frozenset(
        Endpoint(node.name, port.name)
        for node in graph.nodes
        for port in ports(network, node)[0]
        if nowhere
        or node.name in barred
        or any(
            _full(graph, Wire(end, Endpoint(node.name, port.name)), port, replacing)
            for end in (fixed if graph.into(node.name) else ())
        )
    )


def input_port(network: Network, graph: Graph, target: Endpoint) -> Port | str:
    """The port itself, or the sentence that there is none."""
    node = graph.by_name.get(target.node)
    if node is None:
        return f"There is no node named “{target.node}” here."
    for port in ports(network, node)[0]:
        if port.name == target.port:
            return port
    return f"{node.name} ({node.kind}) has no input named “{target.port}”."


def no_output(network: Network, graph: Graph, source: Endpoint) -> str | None:
    """The sentence that there is no such output, or None where there is."""
    node = graph.by_name.get(source.node)
    if node is None:
        return f"There is no node named “{source.node}” here."
    if source.port not in ports(network, node)[1]:
        return f"{node.name} ({node.kind}) has no output named “{source.port}”."
    return None


def occupied(graph: Graph, wire: Wire, port: Port, replacing: bool) -> str | None:
    """The sentence that a port has no room for a wire, or None where it has."""
    if not (full := _full(graph, wire, port, replacing)):
        return None
    if wire.source.node == wire.target.node:
        return f"{wire.source.node} cannot feed itself."
    return already(full)


def _full(graph: Graph, wire: Wire, port: Port, replacing: bool) -> Wire | None:
    """The wire that stands in the way of another, itself where it would end where it begins."""
    source, target = wire.source, wire.target
    if source.node == target.node:
        return wire
    for present in graph.into(target.node):
        full = not port.variadic and not replacing
        if present.target == target and (full or present.source == source):
            return present
    return None


def already(present: Wire) -> str:
    """The sentence that a port is taken, or receives this already."""
    source, target = present.source.node, present.target
    if target.port == "input":
        return f"{target.node} already receives {source} at its input."
    return f"{target.node} already receives {source} at its input “{target.port}”."


def _reached(starts: Iterable[str], step: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """Every node that steps lead to from `starts`, with the node that it was reached from."""
    found: dict[str, str] = {}
    waiting = deque(starts)
    while waiting:
        here = waiting.popleft()
        for name in step(here):
            if name not in found:
                found[name] = here
                waiting.append(name)
    return found


def upstream(graph: Graph, name: str) -> dict[str, str]:
    """Every node that feeds this one, through others too, with the next on the way to it."""
    return _reached([name], lambda n: (w.source.node for w in graph.into(n)))


def cycle(source: str, target: str, above: Mapping[str, str]) -> str | None:
    """The sentence about a cycle, where the target is among the nodes above the source."""
    if target not in above:
        return None
    trail = [target]
    while trail[-1] != source and len(trail) < _SHOWN:
        trail.append(above[trail[-1]])
    if trail[-1] != source:
        trail += ["…", source]
    nodes = " → ".join((source, *trail))
    return f"This would close a cycle: {nodes}."
