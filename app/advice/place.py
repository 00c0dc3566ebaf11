"""Where a path of the report leads: the scope of the node, and what holds at that place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.analysis import analyse
from app.analysis.report import Report, join
from nodes.catalogue import CATALOGUE
from nodes.errors import LayerError, SkipwireError
from nodes.network import INDEX, ROOT, Expression, Graph, Network, Node, wire
from nodes.network.resolve import arguments, channels
from nodes.spec import Args, Shape, Value


@dataclass(frozen=True)
class Place:
    """A node of a definition at one place of the expanded network.

    `prefix` is the path of the instance around it, `env` the values of that block's parameters.
    """

    scope: str
    prefix: str
    name: str
    env: Mapping[str, Value] = field(default_factory=dict)

    def path(self, name: str) -> str:
        """The path of a node beside it."""
        return join(self.prefix, name)


def locate(network: Network, path: str, report: Report | None = None) -> Place | None:
    """The place of a path; None where it cannot be followed.

    With a report `env` also has the channels that enter the block.
    """
    scope, prefix, env = ROOT, "", dict[str, Value]()
    parts = path.split(".")
    while True:
        name = parts.pop(0)
        node = network.scope(scope).by_name.get(name)
        if node is None:
            return None
        here = Place(scope, prefix, name, env)
        prefix, index = join(prefix, name), None
        if parts and node.numbered:
            copy = parts.pop(0)
            index = node.copy_index(copy)
            prefix = join(prefix, copy)
        if not parts:
            return here
        if node.kind not in network.block_by_name:
            return None
        try:
            env = arguments(network, node, env, index)
        except SkipwireError:
            return None
        if report is not None and (known := report.nodes.get(prefix)) is not None:
            env |= channels(network.block(node.kind), known.inputs)
        scope = node.kind


def values_of(
    network: Network, node: Node, env: Mapping[str, Value], index: int | None = None
) -> dict[str, Value]:
    """Every argument with its value at this place; empty where one has none."""
    try:
        return arguments(network, node, env, index)
    except SkipwireError:
        return {}


def shape_of(
    network: Network, node: Node, values: Mapping[str, Value], inputs: Sequence[Shape]
) -> Shape | None:
    """What a layer or block makes of its inputs with these arguments; None where it refuses."""
    if node.kind in network.block_by_name:
        return _of_block(network, node, values, inputs[0]) if len(inputs) == 1 else None
    if (spec := CATALOGUE.get(node.kind)) is None or (spec.params and not values):
        return None
    try:
        return spec.infer(Args(**values), inputs).outputs[0]
    except LayerError:
        return None


def _of_block(
    network: Network, node: Node, values: Mapping[str, Value], shape: Shape
) -> Shape | None:
    """The same for an instance of a block, by the analysis of a network that holds nothing else."""
    block = network.block_by_name[node.kind]
    indexed = (a for a in node.args.values() if isinstance(a, Expression) and INDEX in a.names)
    if len(block.inputs) != 1 or len(block.outputs) != 1 or any(True for _ in indexed):
        return None
    alone = replace(node, name="alone", args=values)
    nodes = (Node("input", "Input", {"shape": shape}), alone, Node("output", "Output"))
    wires = (
        wire("input", "output", "alone", block.inputs[0].name),
        wire("alone", block.outputs[0], "output", "input"),
    )
    report = analyse(replace(network, graph=Graph(nodes, wires)))
    return report.outputs[0] if report.ok else None


def alone_before(graph: Graph, name: str) -> str | None:
    """The only node that feeds this one, where that feeds nothing else."""
    arriving = graph.into(name)
    if len(arriving) != 1 or len(graph.out_of(arriving[0].source.node)) != 1:
        return None
    return arriving[0].source.node
