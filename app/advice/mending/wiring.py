"""Ports that receive nothing or too much, dead ends, cycles, and ends that are missing."""

from __future__ import annotations

from collections.abc import Iterator

from app.advice.changes import (
    Edit,
    New,
    adding,
    chained,
    cutting,
    dissolving,
    drawing,
    removing,
)
from app.advice.place import Place
from app.advice.repair import Candidate
from app.analysis import Problem, Report
from nodes.network import Endpoint, Graph, Network, Node, Wire, edits
from nodes.network.lookup import ports

_MOST = 12


def missing_input(
    network: Network, report: Report, problem: Problem, place: Place
) -> Iterator[Candidate]:
    """Wires from values that nothing uses yet, then from the nodes above it, the nearest first."""
    graph, scope = network.scope(place.scope), place.scope
    node = graph.by_name[place.name]
    fed = {w.target.port for w in graph.into(node.name)}
    for port in ports(network, node)[0]:
        if port.name in fed:
            continue
        target = Endpoint(node.name, port.name)
        if not graph.of_kind("Input"):
            says = f"Add an Input before {node.name}"
            yield Candidate(says, adding(scope, New("Input"), None, target), 0, 2)
        refused = edits.refusing(network, scope, [target], backwards=True)
        sources = [
            Endpoint(n.name, output)
            for n in graph.nodes
            if _gives(network, graph, n)
            for output in ports(network, n)[1]
            if Endpoint(n.name, output) not in refused
        ]
        sources.sort(key=lambda s: (bool(graph.out_of(s.node)), _distance(graph, s.node, node)))
        for source in sources[:_MOST]:
            used = bool(graph.out_of(source.node))
            wire = Wire(source, target)
            yield Candidate(_drawn(network, graph, wire), drawing(scope, wire), 1 if used else 0)
    yield Candidate(f"Remove {node.name}", removing(scope, node.name), 2)
    if graph.into(node.name):
        yield Candidate(f"Remove {node.name}", dissolving(scope, node.name), 2)


def port_taken(
    network: Network, report: Report, problem: Problem, place: Place
) -> Iterator[Candidate]:
    """The branches joined, or all wires but one cut."""
    graph, scope = network.scope(place.scope), place.scope
    node = graph.by_name[place.name]
    for port in ports(network, node)[0]:
        wires = [w for w in graph.into(node.name) if w.target.port == port.name]
        if port.variadic or len(wires) < 2:
            continue
        target = Endpoint(node.name, port.name)
        cut = cutting(scope, *wires)
        for kind, joins in (("Add", "Sum"), ("Concat", "Concatenate")):
            join = _joined(scope, kind, wires, target)
            says = f"{joins} the {len(wires)} branches before {node.name}"
            yield Candidate(says, chained(cut, join), 0, 2)
        for wire in wires:
            others = [w for w in wires if w != wire]
            rest = cutting(scope, *others)
            yield Candidate(f"Keep only the wire from {wire.source.node}", rest, 1)


def unknown_port(
    network: Network, report: Report, problem: Problem, place: Place
) -> Iterator[Candidate]:
    """All wires cut that a node has lost the outputs of; this one led to a port that exists."""
    graph, scope = network.scope(place.scope), place.scope
    for wire in graph.wires:
        if str(wire) not in problem.received:
            continue
        giver = graph.by_name.get(wire.source.node)
        given = ports(network, giver)[1] if giver is not None else ()
        lost = [w for w in graph.out_of(wire.source.node) if w.source.port not in given]
        if len(lost) > 1:
            says = (
                f"Remove the {len(lost)} wires from outputs that {wire.source.node} no longer has"
            )
            yield Candidate(says, cutting(scope, *lost), -1, uncovers=True)
        cut = cutting(scope, wire)
        for source in _ends(network, graph, wire.source, outputs=True):
            for target in _ends(network, graph, wire.target, outputs=False):
                if (new := Wire(source, target)) != wire:
                    edit = chained(cut, drawing(scope, new))
                    yield Candidate(f"Lead the wire from {source} to {target}", edit, 0)
        yield Candidate(f"Remove the wire {wire}", cut, 1, uncovers=True)


def cycle(network: Network, report: Report, problem: Problem, place: Place) -> Iterator[Candidate]:
    """One wire cut, best one that leads upwards in the drawing; or a node taken out."""
    graph, scope = network.scope(place.scope), place.scope
    names = {p.rpartition(".")[2] for p in problem.nodes}
    inner = [w for w in graph.wires if {w.source.node, w.target.node} <= names]
    inner.sort(key=lambda w: _height(graph, w.target.node) - _height(graph, w.source.node))
    for wire in inner:
        up = _height(graph, wire.target.node) <= _height(graph, wire.source.node)
        says = f"Remove the wire from {wire.source.node} to {wire.target.node}"
        yield Candidate(says, cutting(scope, wire), 0 if up else 1)
        outside = [w.source for n in names for w in graph.into(n) if w.source.node not in names]
        for source in dict.fromkeys(outside):
            moved = chained(cutting(scope, wire), drawing(scope, Wire(source, wire.target)))
            says = f"Feed {wire.target.node} from {source.node} instead of {wire.source.node}"
            yield Candidate(says, moved, 2, 2)
    for name in sorted(names):
        yield Candidate(f"Remove {name}", removing(scope, name), 3)
        if len(graph.into(name)) == 1:
            yield Candidate(f"Remove {name}", dissolving(scope, name), 3)


def dead_end(
    network: Network, report: Report, problem: Problem, place: Place
) -> Iterator[Candidate]:
    """An Output of its own, a wire to where something is missing, or the branch removed."""
    graph, scope = network.scope(place.scope), place.scope
    node = graph.by_name[place.name]
    for output in ports(network, node)[1][:1] if _gives(network, graph, node) else ():
        source = Endpoint(node.name, output)
        refused = edits.refusing(network, scope, [source])
        free = [
            Endpoint(n.name, p.name)
            for n in graph.nodes
            for p in ports(network, n)[0]
            if Endpoint(n.name, p.name) not in refused
        ]
        free.sort(key=lambda t: (bool(graph.into(t.node)), _distance(graph, t.node, node)))
        for target in free[:_MOST]:
            wire, fed = Wire(source, target), bool(graph.into(target.node))
            yield Candidate(_drawn(network, graph, wire), drawing(scope, wire), 1 if fed else 0)
        rank = 2 if graph.of_kind("Output") else 0
        says = f"Add an Output for {node.name}"
        yield Candidate(says, adding(scope, New("Output"), source, None), rank, 2)
    branch = _only_for(graph, node.name)
    says = f"Remove {node.name}"
    if len(branch) > 1:
        says += f", and {len(branch) - 1} before it that nothing else uses"
    yield Candidate(says, removing(scope, *branch), 1, len(branch))


def no_input(network: Network, scope: str) -> Iterator[Candidate]:
    """An Input above the first node that receives nothing."""
    graph = network.scope(scope)
    targets = [
        Endpoint(n.name, p.name)
        for n in graph.nodes
        for p in ports(network, n)[0]
        if not any(w.target.port == p.name for w in graph.into(n.name))
    ]
    for target in targets[:_MOST]:
        says = f"Add an Input before {target.node}"
        yield Candidate(says, adding(scope, New("Input"), None, target), 0)
    if not targets:
        yield Candidate("Add an Input", adding(scope, New("Input"), None, None), 0)


def no_output(network: Network, scope: str) -> Iterator[Candidate]:
    """An Output below the last node whose value nothing uses."""
    graph = network.scope(scope)
    last = [n for n in graph.nodes if not graph.out_of(n.name) and ports(network, n)[1]]
    for node in sorted(last, key=lambda n: -n.position[1])[:_MOST]:
        source = Endpoint(node.name, ports(network, node)[1][0])
        says = f"Add an Output after {node.name}"
        yield Candidate(says, adding(scope, New("Output"), source, None), 0)


def _joined(scope: str, kind: str, wires: list[Wire], target: Endpoint) -> Edit:
    def edit(network: Network) -> Network:
        before = network.scope(scope).by_name
        network = adding(scope, New(kind), wires[0].source, target)(network)
        (name,) = network.scope(scope).by_name.keys() - before.keys()
        for wire in wires[1:]:
            network = edits.connect(network, scope, Wire(wire.source, Endpoint(name, "inputs")))
        return network

    return edit


def _ends(network: Network, graph: Graph, end: Endpoint, outputs: bool) -> list[Endpoint]:
    node = graph.by_name.get(end.node)
    if node is None:
        return []
    inputs, names = ports(network, node)
    return [Endpoint(node.name, n) for n in (names if outputs else [p.name for p in inputs])]


def _gives(network: Network, graph: Graph, node: Node) -> bool:
    """Whether there is something for a wire to carry on: the node begins, or receives something."""
    return not ports(network, node)[0] or bool(graph.into(node.name))


def _drawn(network: Network, graph: Graph, wire: Wire) -> str:
    """The title of a new wire, with the port where a node has several."""
    inputs, _ = ports(network, graph.by_name[wire.target.node])
    _, outputs = ports(network, graph.by_name[wire.source.node])
    source = f"output {wire.source.port} of {wire.source.node}"
    target = f"input {wire.target.port} of {wire.target.node}"
    return (
        f"Draw a wire from {source if len(outputs) > 1 else wire.source.node} "
        f"to {target if len(inputs) > 1 else wire.target.node}"
    )


def _only_for(graph: Graph, name: str) -> list[str]:
    """A node and those before it whose values nothing else uses; Inputs stay."""
    gone, waiting = [name], [name]
    while waiting:
        for wire in graph.into(waiting.pop()):
            source = wire.source.node
            node = graph.by_name.get(source)
            others = {w.target.node for w in graph.out_of(source)} - set(gone)
            if node is not None and node.kind != "Input" and not others and source not in gone:
                gone.append(source)
                waiting.append(source)
    return gone


def _height(graph: Graph, name: str) -> float:
    return graph.by_name[name].position[1]


def _distance(graph: Graph, name: str, node: Node) -> float:
    """How far apart two cards are; what flows upwards in the drawing counts as far."""
    (x, y), (u, v) = graph.by_name[name].position, node.position
    return abs(x - u) + abs(y - v)
