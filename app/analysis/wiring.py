"""The wires of every node by itself: in the order of its ports, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from app.analysis.problem import Problem
from nodes.errors import UnknownKindError
from nodes.network.model import Graph, Network, Node, Wire
from nodes.spec import Port


@dataclass(frozen=True)
class Wiring:
    """What is known of each node's wires by itself; `before` names where they come from."""

    inputs: dict[str, tuple[Wire, ...]]
    sources: dict[str, tuple[tuple[str, str], ...]]
    before: dict[str, tuple[str, ...]]
    problems: dict[str, list[Problem]]


def wired(
    network: Network, graph: Graph, like: Graph | None = None, known: Wiring | None = None
) -> Wiring:
    """The wires of every node; of most as they are `known` from a graph that is `like` it."""
    sound = _Sound(network, graph)
    found = Wiring({}, {}, {}, {})
    touched: Set[str] = graph.by_name.keys()
    if like is not None and known is not None and sound.whole and _is_whole(like):
        touched, gone = _touched(graph, like), like.by_name.keys() - graph.by_name.keys()
        found = replace(known, **{key: dict(table) for key, table in vars(known).items()})
        for table in vars(found).values():
            for name in (*touched, *gone):
                table.pop(name, None)
    for name in touched:
        node, arriving = graph.by_name[name], graph.into(name)
        if not sound.wired(node, arriving):  # as most nodes are: more is asked only of the others
            if wrong := list(_wrong(network, graph, node, sound.whole)):
                found.problems[name] = wrong
                sources = [w.source.node for w in arriving if w.source.node in graph.by_name]
                found.before[name] = tuple(sources)
                continue
            arriving = in_port_order(network, graph, node)
        found.inputs[name] = arriving
        found.sources[name] = tuple([(w.source.node, w.source.port) for w in arriving])
        found.before[name] = tuple([w.source.node for w in arriving])
    return found


def _touched(graph: Graph, like: Graph) -> Set[str]:
    """The nodes that are others than in a graph, those with other wires, and those behind them."""
    now, was = graph.by_name, like.by_name
    found = {name for name, node in now.items() if was.get(name) is not node}
    found |= graph.rewired(like)
    if others := found | (was.keys() - now.keys()):
        found.update([w.target.node for w in like.wires if w.source.node in others])
    return found & now.keys()


def _is_whole(graph: Graph) -> bool:
    """Whether every wire leads to a node."""
    return graph.targets <= graph.by_name.keys()


class _Sound:
    """Tells quickly of most nodes of a graph that nothing is wrong with their wires."""

    def __init__(self, network: Network, graph: Graph) -> None:
        self._ports = {kind: self._of(network, kind) for kind in graph.kinds}
        self._nodes = graph.by_name
        self.whole = _is_whole(graph)

    def _of(self, network: Network, kind: str) -> tuple[Port | None, tuple[str, ...]] | None:
        """The one input and the outputs, where no argument changes them."""
        try:
            inputs, outputs = network.ports(kind)
            definition = network.definition(kind)
        except UnknownKindError:
            return None
        if len(inputs) > 1 or callable(definition.outputs):
            return None
        return (inputs[0] if inputs else None), outputs

    def wired(self, node: Node, arriving: Sequence[Wire]) -> bool:
        """False also where it takes more to tell."""
        known = self._ports[node.kind]
        if known is None or not self.whole:
            return False
        port = known[0]
        if port is None or not arriving or (len(arriving) > 1 and not port.variadic):
            return port is None and not arriving
        for wire in arriving:
            source = self._nodes.get(wire.source.node)
            if source is None or wire.target.port != port.name:
                return False
            giving = self._ports[source.kind]
            if giving is None or wire.source.port not in giving[1]:
                return False
        return True


def _wrong(network: Network, graph: Graph, node: Node, whole: bool) -> Iterable[Problem]:
    """What is wrong with one node's kind and the wires at its ports; `whole`: all reach a node."""
    try:
        inputs, _ = network.ports(node.kind, node.args)
    except UnknownKindError as error:
        yield Problem(
            "unknown-kind", (node.name,), f"{node.name}: {error}", "Replace it.", (node.kind,)
        )
        return
    arriving = graph.into(node.name)
    known = {p.name for p in inputs}
    for wire in arriving:
        source = graph.by_name.get(wire.source.node)
        lost = ""
        if wire.target.port not in known:
            lost = f"an input “{wire.target.port}”, and {node.kind} has " + (
                ", ".join(f"“{p}”" for p in known) or "none"
            )
        elif source is None:
            lost = f"the node “{wire.source.node}”, which does not exist"
        elif not _has_output(network, source, wire.source.port):
            lost = f"an output “{wire.source.port}” of {source.name}, which has none of that name"
        if lost:
            yield Problem(
                "unknown-port",
                (node.name,),
                f"{node.name}: the wire {wire} names {lost}.",
                "Remove the wire and draw it again.",
                (str(wire),),
            )
    for wire in () if whole else graph.out_of(node.name):
        if wire.target.node not in graph.by_name:
            yield Problem(
                "unknown-port",
                (node.name,),
                f"{node.name}: the wire {wire} leads to a node that does not exist.",
                "Remove the wire.",
                (str(wire),),
            )
    for port in inputs:
        wires = [w for w in arriving if w.target.port == port.name]
        where = f"input “{port.name}”" if len(inputs) > 1 else "input"
        if not wires:
            yield Problem(
                "missing-input",
                (node.name,),
                f"{node.name} ({node.kind}) receives nothing at its {where}.",
                "Draw a wire to it, or remove the node.",
            )
        elif len(wires) > 1 and not port.variadic:
            sources = tuple(str(w.source) for w in wires)
            yield Problem(
                "port-taken",
                (node.name, *(w.source.node for w in wires)),
                f"{node.name} ({node.kind}) receives {len(wires)} wires at its {where}, from "
                f"{', '.join(sources)}, and takes one.",
                "Remove all but one, or join the branches with Add or Concat.",
                sources,
            )


def _has_output(network: Network, node: Node, port: str) -> bool:
    try:
        return port in network.ports(node.kind, node.args)[1]
    except UnknownKindError:
        return True  # reported at that node


def in_port_order(network: Network, graph: Graph, node: Node) -> tuple[Wire, ...]:
    """The wires into a node, port after port."""
    arriving = graph.into(node.name)
    inputs, _ = network.ports(node.kind, node.args)
    if len(inputs) == 1:
        return arriving
    return tuple(w for port in inputs for w in arriving if w.target.port == port.name)
