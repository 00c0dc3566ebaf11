"""The shape rules of the graphs of one network, run on numbers that remember their origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.analysis.outputs import for_training
from app.analysis.report import Report, join
from app.analysis.wiring import in_port_order
from app.codegen.variables import running_order
from nodes.errors import LayerError
from nodes.network.edits.binding import names_in
from nodes.network.expression import Expression
from nodes.network.model import ROOT, Block, Endpoint, Graph, Network, Node, Wire
from nodes.network.resolve import Environment, arguments, channels, enabled, repeat
from nodes.spec import Args, LayerSpec, Shape


class NodeTrace(NamedTuple):
    """What a node's constructor needs to know: its input shapes, one tuple for every copy.

    `args` are those of a layer that acts.
    """

    inputs: tuple[tuple[Shape, ...], ...]
    outputs: tuple[Shape, ...]
    args: Args | None = None


Trace = Mapping[str, NodeTrace]


@dataclass(frozen=True)
class Wiring:
    """A graph less the nodes that are switched off for good.

    `inputs` has the wires of every node in the order of its ports, `order` the nodes as they run,
    `named` what their expressions name. Only auxiliary Outputs need the nodes in `training`.
    """

    graph: Graph
    inputs: Mapping[str, tuple[Wire, ...]]
    order: tuple[str, ...]
    steps: tuple[Step, ...]
    named: tuple[str, ...]
    training: frozenset[str]


class Step(NamedTuple):
    """A node on its turn: what it is, where its inputs come from and how many outputs it has.

    The `sources` are places among the outputs of all the steps before.
    """

    node: Node
    definition: LayerSpec | Block
    sources: tuple[int, ...]
    outputs: int


class Tracer:
    """Works out the shapes at every node of a scope; those of the whole network are known."""

    def __init__(self, network: Network, report: Report) -> None:
        self._network = network
        self._report = report
        self._wirings: dict[str, Wiring] = {}
        self._plain: dict[tuple[str, str], Args] = {}  # of the nodes that hold no expression

    def wiring(self, scope: str) -> Wiring:
        if (found := self._wirings.get(scope)) is None:
            found = self._wirings[scope] = _wiring(self._network, self._network.scope(scope))
        return found

    def root(self) -> Trace:
        """What the report says, where no number has an origin to remember."""
        nodes, found = self._report.nodes, {}
        for name, node in self.wiring(ROOT).graph.by_name.items():
            known = nodes[name]
            paths = (
                [join(name, node.copy_name(k)) for k in range(known.repeat)]
                if node.numbered
                else [name]
            )
            inputs = tuple(nodes[path].inputs for path in paths)
            found[name] = NodeTrace(inputs, tuple(known.outputs.values()))
        return found

    def block(self, name: str, env: Environment, inputs: Sequence[Shape]) -> Trace:
        """The shapes inside a block with these arguments and input shapes."""
        env = {**env, **channels(self._network.block(name), inputs)}
        found: dict[str, NodeTrace] = {}
        values: list[Shape] = []
        entering = iter(inputs)
        for node, definition, sources, outputs in self.wiring(name).steps:
            arriving = tuple([values[source] for source in sources])
            if len(arriving) < len(definition.inputs):  # of a block that is off everywhere
                raise LayerError("missing-input", f"{node.name} has an input with no wire.")
            if node.kind == "Input":
                made = NodeTrace(((),), (next(entering),))
            elif not isinstance(definition, LayerSpec):
                made = self._copies(node, env, arriving)
            elif enabled(node, env):
                args = self._args(name, node, env)
                made = NodeTrace((arriving,), definition.infer(args, arriving).outputs, args)
            else:
                made = NodeTrace((arriving,), arriving[:1] * outputs)
            found[node.name] = made
            assert len(made.outputs) == outputs, node.name  # or others would be taken for them
            values += made.outputs
        return found

    def _args(self, scope: str, node: Node, env: Environment) -> Args:
        """What a layer is set to; where nothing of it depends on the place, worked out once."""
        place = scope, node.name
        if (known := self._plain.get(place)) is not None:
            return known
        made = Args(**arguments(self._network, node, env))
        if not any(isinstance(value, Expression) for value in node.args.values()):
            self._plain[place] = made
        return made

    def _copies(self, node: Node, env: Environment, inputs: tuple[Shape, ...]) -> NodeTrace:
        copies: list[tuple[Shape, ...]] = []
        current = inputs
        for index in range(repeat(node, env)):
            copies.append(current)
            at = index if node.numbered else None
            if not enabled(node, env, at):
                continue
            inner = self.block(node.kind, arguments(self._network, node, env, at), current)
            leaving = self._network.scope(node.kind).of_kind("Output")
            current = tuple(inner[o.name].outputs[0] for o in leaving)
        return NodeTrace(tuple(copies), current)


def _wiring(network: Network, graph: Graph) -> Wiring:
    gone = {n.name for n in graph.nodes if n.enabled is False}
    wires = graph.wires
    if gone:
        origin = {
            n.name: in_port_order(network, graph, n)[0].source
            for n in graph.nodes
            if n.name in gone
        }

        def source(endpoint: Endpoint) -> Endpoint:
            while endpoint.node in gone:
                endpoint = origin[endpoint.node]
            return endpoint

        wires = tuple(Wire(source(w.source), w.target) for w in wires if w.target.node not in gone)
        graph = Graph(tuple(n for n in graph.nodes if n.name not in gone), wires)
    inputs = {n.name: in_port_order(network, graph, n) for n in graph.nodes}
    before = {name: [w.source.node for w in wires] for name, wires in inputs.items()}
    training = for_training(graph, before)
    order = running_order(graph, before, training)
    steps, slots = [], dict[Endpoint, int]()
    for name in order:
        node, sources = graph.by_name[name], tuple(slots[w.source] for w in inputs[name])
        ports = network.outputs(node.kind, node.args)
        steps.append(Step(node, network.definition(node.kind), sources, len(ports)))
        for port in ports:
            slots[Endpoint(name, port)] = len(slots)
    names = sorted(frozenset().union(*map(names_in, graph.nodes)))
    return Wiring(graph, inputs, order, tuple(steps), tuple(names), training)
