"""What a node would make of the wires into it, told before they are drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.advice.place import locate
from app.analysis import analyse
from app.analysis.report import Problem, Report, join
from nodes.errors import SkipwireError
from nodes.network import INDEX, Expression, Graph, Network, Node, wire
from nodes.network.lookup import ports
from nodes.network.model import unused
from nodes.network.resolve import Environment, arguments, enabled, repeat
from nodes.spec import Shape


@dataclass(frozen=True)
class Trial:
    """The shape that the node gives first, and what is wrong with it; neither is always known."""

    leaving: Shape | None = None
    problem: Problem | None = None


UNKNOWN = Trial()


def tried(network: Network, report: Report, prefix: str, scope: str, name: str) -> Trial:
    """A node of the network with the wires, by the report of the one without them.

    Looks at this node alone, so that it is quick whatever stands around it. Nothing is known where
    an input is free, or the shape of one is not known.
    """
    graph = network.scope(scope)
    node = graph.by_name[name]
    nodes, wires = [], []
    taken = {name}
    for port in ports(network, node)[0]:
        into = [w for w in graph.into(name) if w.target.port == port.name]
        if not into:
            return UNKNOWN
        for arriving in into:
            known = report.at(prefix, arriving.source.node)
            shape = known.outputs.get(arriving.source.port) if known else None
            if not shape:
                return UNKNOWN
            source = unused(arriving.source.node, taken)
            taken.add(source)
            nodes.append(Node(source, "Input", {"shape": shape}))
            wires.append(wire(source, "output", name, port.name))
    place = locate(network, join(prefix, name), report)
    alone = _by_itself(network, node, place.env) if place is not None else None
    if alone is None:
        return UNKNOWN
    outputs = ports(network, node)[1]
    for output in outputs:  # what nothing follows would be told as a problem
        end = unused("output", taken)
        taken.add(end)
        nodes.append(Node(end, "Output"))
        wires.append(wire(name, output, end, "input"))
    found = analyse(replace(network, graph=Graph((*nodes, alone), tuple(wires))))
    problems = (p for p in found.problems if not p.consequence and _is_of(name, p))
    if (problem := next(problems, None)) is not None:
        return Trial(problem=problem)
    made = found.at("", name)
    return Trial(made.outputs.get(outputs[0]) if made and outputs else None)


def _by_itself(network: Network, node: Node, env: Environment) -> Node | None:
    """The node with what its expressions come to here, but for those that count its copies."""
    written = {n: v for n, v in node.args.items() if isinstance(v, Expression)}
    try:
        counting = {n: v for n, v in written.items() if INDEX in v.names}
        if any(v.names != {INDEX} for v in counting.values()):
            return None
        given = {n: v for n, v in node.args.items() if n not in counting}
        values = arguments(network, replace(node, args=given), env)
        times, acts = repeat(node, env), enabled(node, env)
    except SkipwireError:
        return None
    return replace(node, args={**values, **counting}, repeat=times, enabled=acts)


def _is_of(name: str, problem: Problem) -> bool:
    culprit = problem.nodes[0] if problem.nodes else ""
    return culprit == name or culprit.startswith(f"{name}.")
