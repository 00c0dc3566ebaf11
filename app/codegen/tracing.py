"""The shape rules of one graph, run on numbers that remember their origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.analysis.structure import in_port_order
from app.codegen.variables import running_order
from nodes.network.model import Block, Endpoint, Graph, Network, Node, Wire
from nodes.network.resolve import Environment, arguments, enabled, repeat
from nodes.spec import Args, LayerSpec, Shape


@dataclass(frozen=True)
class NodeTrace:
    """What a node's constructor needs to know: its input shapes, one tuple for every copy."""

    inputs: tuple[tuple[Shape, ...], ...]
    outputs: tuple[Shape, ...]


def trace(
    network: Network,
    graph: Graph,
    wires: Mapping[str, tuple[Wire, ...]],
    env: Environment,
    inputs: Sequence[Shape],
) -> dict[str, NodeTrace]:
    """Run the shape rules of one graph on traced numbers."""
    found: dict[str, NodeTrace] = {}
    values: dict[Endpoint, Shape] = {}
    entering = iter(inputs)
    for name in running_order(graph, wires):
        node = graph.by_name[name]
        arriving = tuple(values[w.source] for w in wires[name])
        definition = network.definition(node.kind)
        if node.kind == "Input" and inputs:
            made = NodeTrace(((),), (next(entering),))
        elif isinstance(definition, LayerSpec):
            made = NodeTrace((arriving,), arriving)
            if enabled(node, env):
                args = Args(**arguments(network, node, env))
                made = replace(made, outputs=definition.infer(args, arriving).outputs)
        else:
            made = _trace_copies(network, node, definition, env, arriving)
        found[name] = made
        for port, shape in zip(network.outputs(node.kind, node.args), made.outputs, strict=True):
            values[Endpoint(name, port)] = shape
    return found


def _trace_copies(
    network: Network, node: Node, block: Block, env: Environment, inputs: tuple[Shape, ...]
) -> NodeTrace:
    graph, wires = without_bypassed(network, block.graph)
    copies: list[tuple[Shape, ...]] = []
    current = inputs
    count = repeat(node, env)
    for index in range(count):
        copies.append(current)
        at = None if node.repeat == 1 else index
        if not enabled(node, env, at):
            continue
        inner = trace(network, graph, wires, arguments(network, node, env, at), current)
        current = tuple(inner[o.name].outputs[0] for o in block.graph.of_kind("Output"))
    return NodeTrace(tuple(copies), current)


def without_bypassed(
    network: Network, graph: Graph
) -> tuple[Graph, Mapping[str, tuple[Wire, ...]]]:
    """The graph less the nodes that are switched off for good, and its wires in port order."""
    gone = {n.name for n in graph.nodes if n.enabled is False}
    wires = graph.wires
    if gone:
        origin = {w.target.node: w.source for w in wires if w.target.node in gone}

        def source(endpoint: Endpoint) -> Endpoint:
            while endpoint.node in gone:
                endpoint = origin[endpoint.node]
            return endpoint

        wires = tuple(Wire(source(w.source), w.target) for w in wires if w.target.node not in gone)
        graph = Graph(tuple(n for n in graph.nodes if n.name not in gone), wires)
    return graph, {n.name: in_port_order(network, graph, n) for n in graph.nodes}
