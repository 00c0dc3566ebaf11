"""What can be said of a graph without shapes: names, ports, cycles, dead ends; by networkx."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from app.analysis.report import Problem
from nodes.errors import UnknownKindError
from nodes.network.model import Graph, Network, Node, Wire, name_problem
from nodes.spec import ExpressionCode, LayerSpec


@dataclass(frozen=True)
class Structure:
    """A graph's order of computation, and what is wrong with its wiring.

    `order` leaves out the nodes on cycles. `inputs` holds the wires of each node in the order of
    its ports, for the nodes whose every port is properly wired; the others stand in `faulty`.
    """

    order: tuple[str, ...]
    inputs: Mapping[str, tuple[Wire, ...]]
    faulty: frozenset[str]
    problems: tuple[Problem, ...]


def chain(network: Network, graph: Graph) -> tuple[str, ...] | None:
    """The nodes between Input and Output in their order, where the graph is one plain chain.

    Plain means that every node is a module with one input and one output: what `nn.Sequential` can
    hold.
    """
    inputs, outputs = graph.of_kind("Input"), graph.of_kind("Output")
    if len(inputs) != 1 or len(outputs) != 1 or len(graph.wires) != len(graph.nodes) - 1:
        return None
    order: list[str] = []
    name = inputs[0].name
    while name != outputs[0].name:
        leaving = graph.out_of(name)
        if len(leaving) != 1 or len(order) > len(graph.nodes):
            return None
        name = leaving[0].target.node
        order.append(name)
    order.pop()
    if len(order) != len(graph.nodes) - 2:
        return None
    return tuple(order) if all(_is_link(network, graph.by_name[n]) for n in order) else None


def structure(network: Network, graph: Graph) -> Structure:
    """The structure of one graph. Problems name nodes by their names within it."""
    problems = [*_names(network, graph)]
    digraph = nx.DiGraph()
    digraph.add_nodes_from(graph.by_name)
    for wire in graph.wires:
        if wire.source.node in graph.by_name and wire.target.node in graph.by_name:
            digraph.add_edge(wire.source.node, wire.target.node)

    inputs: dict[str, tuple[Wire, ...]] = {}
    faulty: set[str] = set()
    for name, node in graph.by_name.items():
        found = list(_wiring(network, graph, node))
        problems += found
        if found:
            faulty.add(name)
        else:
            inputs[name] = in_port_order(network, graph, node)

    on_cycles: set[str] = set()
    for cycle in _cycles(graph, digraph):
        on_cycles |= set(cycle)
        problems.append(
            Problem(
                "cycle",
                cycle,
                f"{', '.join(cycle)} wait for each other: their wires form a cycle."
                if len(cycle) > 1
                else f"{cycle[0]} is wired to itself.",
                "Remove one wire of the cycle; data flows one way, from Input to Output.",
            )
        )
    order = tuple(nx.topological_sort(digraph.subgraph(digraph.nodes - on_cycles)))
    problems += _ends(graph, digraph, on_cycles)
    return Structure(order, inputs, frozenset(faulty | on_cycles), tuple(problems))


def _names(network: Network, graph: Graph) -> Iterable[Problem]:
    for name, count in Counter(n.name for n in graph.nodes).items():
        if count > 1:
            yield Problem(
                "duplicate-name",
                (name,),
                f"{count} nodes are named {name}; a name is the key of the weights, and so unique.",
                "Rename all but one.",
                (str(count),),
            )
    numbers = [n.name for n in graph.nodes if n.name.isdigit()]
    if numbers and _forks(network, graph):
        yield Problem(
            "number-name",
            tuple(numbers),
            f"{', '.join(numbers)}: a number can name a node only in a plain chain, where it is "
            "the place in an nn.Sequential.",
            "Begin the name with a letter.",
        )
    for node in graph.nodes:
        if reason := name_problem(node.name):
            yield Problem(
                "illegal-name",
                (node.name,),
                f"“{node.name}” cannot name a node: it {reason}.",
                "Rename it.",
                (node.name,),
            )


def _forks(network: Network, graph: Graph) -> bool:
    """Whether no mending of missing wires and ends could make one plain chain of the graph."""
    several = any(len(graph.of_kind(kind)) > 1 for kind in ("Input", "Output"))
    forks = (len({w.target.node for w in graph.out_of(n.name)}) > 1 for n in graph.nodes)
    return several or any(forks) or not all(_is_link(network, n) for n in graph.nodes)


def _is_link(network: Network, node: Node) -> bool:
    """Whether a node could stand in a chain; of an unknown kind it is not said."""
    if node.kind in ("Input", "Output"):
        return True
    try:
        definition = network.definition(node.kind)
        inputs, outputs = network.ports(node.kind, node.args)
    except UnknownKindError:
        return True
    if len(inputs) != 1 or len(outputs) != 1:
        return False
    # nn.Sequential calls its modules with the one value, and can write no expression.
    code = definition.code if isinstance(definition, LayerSpec) else None
    return not isinstance(code, ExpressionCode) and getattr(code, "call", None) is None


def _wiring(network: Network, graph: Graph, node: Node) -> Iterable[Problem]:
    """What is wrong with one node's kind and the wires at its ports."""
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
    for wire in graph.out_of(node.name):
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


def _cycles(graph: Graph, digraph: nx.DiGraph) -> Iterable[tuple[str, ...]]:
    """The strongly connected groups that hold a cycle, each in the order of the graph."""
    if nx.is_directed_acyclic_graph(digraph):
        return
    for component in nx.strongly_connected_components(digraph):
        first = next(iter(component))
        if len(component) > 1 or digraph.has_edge(first, first):
            yield tuple(name for name in graph.by_name if name in component)


def _ends(graph: Graph, digraph: nx.DiGraph, on_cycles: set[str]) -> Iterable[Problem]:
    """Missing Input and Output, and nodes whose value no Output uses."""
    inputs, outputs = graph.of_kind("Input"), graph.of_kind("Output")
    if not inputs:
        yield Problem(
            "no-input", (), "There is no Input: nothing enters.", "Add an Input and wire it."
        )
    if not outputs:
        yield Problem(
            "no-output", (), "There is no Output: nothing is returned.",
            "Add an Output and wire the last node to it.",
        )  # fmt: skip
    used = {o.name for o in outputs}
    for output in outputs:
        used |= nx.ancestors(digraph, output.name)
    unused = [name for name in graph.by_name if name not in used and name not in on_cycles]
    ends = [name for name in unused if not any(True for _ in digraph.successors(name))]
    for name in ends:
        yield Problem(
            "dead-end",
            (name,),
            f"{name} does not reach the output: nothing uses its value.",
            "Wire it onwards, or remove it.",
            consequence=not outputs,
        )
    behind = tuple(name for name in unused if name not in ends)
    if behind:
        yield Problem(
            "dead-end",
            behind,
            f"{_some(behind)} lead only to nodes that do not reach the output."
            if len(behind) > 1
            else f"{behind[0]} leads only to nodes that do not reach the output.",
            consequence=True,
        )


def _some(names: tuple[str, ...], most: int = 4) -> str:
    """A list of names that stays short."""
    if len(names) <= most:
        return ", ".join(names[:-1]) + " and " + names[-1]
    return ", ".join(names[:most]) + f" and {len(names) - most} more"
