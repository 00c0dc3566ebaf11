"""Which wires can be drawn, and why others cannot."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from nodes.network.lookup import graph_of, ports
from nodes.network.model import Endpoint, Graph, Network, Wire
from nodes.said import say
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


class Refusals(Mapping[Endpoint, str]):
    """The ports that refuse a wire, each with its reason, which is worked out when it is read."""

    def __init__(
        self, network: Network, scope: str, wires: Mapping[Endpoint, Wire], replacing: bool
    ) -> None:
        self._network, self._scope, self._wires = network, scope, wires
        self._replacing = replacing

    def __getitem__(self, end: Endpoint) -> str:
        reason = refusal(self._network, self._scope, self._wires[end], replacing=self._replacing)
        assert reason is not None
        return reason

    def __contains__(self, end: object) -> bool:
        return end in self._wires

    def __iter__(self) -> Iterator[Endpoint]:
        return iter(self._wires)

    def __len__(self) -> int:
        return len(self._wires)


def refusals(
    network: Network, scope: str, source: Endpoint, *, replacing: bool = False
) -> Mapping[Endpoint, str]:
    """For a wire drawn from this output: every input port that refuses it, and why."""
    graph = graph_of(network, scope)
    nowhere = no_output(network, graph, source) is not None
    above = upstream(graph, source.node)
    found = {}
    for node in graph.nodes:
        circling = nowhere or node.name in above
        for port in ports(network, node)[0]:
            wire = Wire(source, Endpoint(node.name, port.name))
            if circling or _full(graph, wire, port, replacing):
                found[wire.target] = wire
    return Refusals(network, scope, found, replacing)


def refusals_into(
    network: Network, scope: str, target: Endpoint, *, replacing: bool = False
) -> Mapping[Endpoint, str]:
    """For a wire drawn backwards from this input: every output port that refuses it, and why."""
    graph = graph_of(network, scope)
    port = input_port(network, graph, target)
    below = _reached(target.node, lambda n: (w.target.node for w in graph.out_of(n)))
    found = {}
    for node in graph.nodes:
        circling = isinstance(port, str) or node.name in below
        for name in ports(network, node)[1]:
            wire = Wire(Endpoint(node.name, name), target)
            if circling or (not isinstance(port, str) and _full(graph, wire, port, replacing)):
                found[wire.source] = wire
    return Refusals(network, scope, found, replacing)


def input_port(network: Network, graph: Graph, target: Endpoint) -> Port | str:
    """The port itself, or the sentence that there is none."""
    node = graph.by_name.get(target.node)
    if node is None:
        return say("There is no node named “{node}” here.", node=target.node)
    for port in ports(network, node)[0]:
        if port.name == target.port:
            return port
    return say(
        "{node} ({kind}) has no input named “{port}”.",
        node=node.name,
        kind=node.kind,
        port=target.port,
    )


def no_output(network: Network, graph: Graph, source: Endpoint) -> str | None:
    """The sentence that there is no such output, or None where there is."""
    node = graph.by_name.get(source.node)
    if node is None:
        return say("There is no node named “{node}” here.", node=source.node)
    if source.port not in ports(network, node)[1]:
        return say(
            "{node} ({kind}) has no output named “{port}”.",
            node=node.name,
            kind=node.kind,
            port=source.port,
        )
    return None


def occupied(graph: Graph, wire: Wire, port: Port, replacing: bool) -> str | None:
    """The sentence that a port has no room for a wire, or None where it has."""
    if not (full := _full(graph, wire, port, replacing)):
        return None
    if wire.source.node == wire.target.node:
        return say("{node} cannot feed itself.", node=wire.source.node)
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
        return say(
            "{node} already receives {source} at its input.", node=target.node, source=source
        )
    return say(
        "{node} already receives {source} at its input “{port}”.",
        node=target.node,
        source=source,
        port=target.port,
    )


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


def upstream(graph: Graph, name: str) -> dict[str, str]:
    """Every node that feeds this one, through others too, with the next on the way to it."""
    return _reached(name, lambda n: (w.source.node for w in graph.into(n)))


def cycle(source: str, target: str, above: Mapping[str, str]) -> str | None:
    """The sentence about a cycle, where the target is among the nodes above the source."""
    if target not in above:
        return None
    trail = [target]
    while trail[-1] != source and len(trail) < _SHOWN:
        trail.append(above[trail[-1]])
    if trail[-1] != source:
        trail += ["…", source]
    return say("This would close a cycle: {nodes}.", nodes=" → ".join((source, *trail)))
