"""What can be said of a graph without shapes: names, ports, order, cycles, dead ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.analysis.outputs import exits, for_training, heads_early, is_auxiliary, needed
from app.analysis.problem import Problem, some
from app.analysis.wiring import Wiring, wired
from nodes.errors import UnknownKindError
from nodes.network.lookup import ports
from nodes.network.model import Graph, Network, Node, Wire, name_problem
from nodes.spec import ExpressionCode, LayerSpec

_KEPT = "_structure"  # what was found is kept with the graph, in its __dict__


@dataclass(frozen=True)
class Structure:
    """A graph's order of computation, and what is wrong with its wiring.

    `order` leaves out the nodes on cycles. `inputs` holds the wires of each node in the order of
    its ports, for the nodes whose every port is properly wired; the others stand in `faulty`.
    `sources` has the same as pairs of a node and its output port. `training` has the nodes that
    only auxiliary Outputs need, where this is the network's own graph.
    """

    order: tuple[str, ...]
    wiring: Wiring
    faulty: frozenset[str]
    problems: tuple[Problem, ...]
    training: frozenset[str]

    @property
    def inputs(self) -> Mapping[str, tuple[Wire, ...]]:
        return self.wiring.inputs

    @property
    def sources(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        return self.wiring.sources


_Kept = tuple[dict[str, object], Structure]  # with what it depends on


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


def structure(network: Network, graph: Graph, like: Graph | None = None) -> Structure:
    """The structure of one graph. Problems name nodes by their names within it.

    What this graph has in common with one that is `like` it, and whose structure is known, is taken
    from that; the result is the same without.
    """
    used = _ports(network, graph)
    known: _Kept | None = graph.__dict__.get(_KEPT)
    if known is None or known[0] != used:
        old: _Kept | None = like.__dict__.get(_KEPT) if like is not None else None
        if (
            like is None
            or old is None
            or any(old[0].get(kind) != used.get(kind) for kind in graph.kinds if kind in like.kinds)
        ):
            known = used, _structure(network, graph, wired(network, graph))
        elif _alike(network, graph, like):
            known = used, old[1]
        else:
            wiring = wired(network, graph, like, old[1].wiring)
            known = used, _structure(network, graph, wiring)
        graph.__dict__[_KEPT] = known
    return known[1]


def _alike(network: Network, graph: Graph, like: Graph) -> bool:
    """Whether two graphs differ at most in places, and in arguments that change no port."""
    if len(graph.nodes) != len(like.nodes) or graph.wires != like.wires:
        return False
    edited = [(a, b) for a, b in zip(graph.nodes, like.nodes, strict=True) if a is not b]
    return all(
        (a.name, a.kind) == (b.name, b.kind)
        and ports(network, a) == ports(network, b)
        and is_auxiliary(a) == is_auxiliary(b)
        for a, b in edited
    )


def _ports(network: Network, graph: Graph) -> dict[str, object]:
    """What a graph's structure depends on beside itself: the ports of definitions it uses."""
    found: dict[str, object] = {}
    for kind in graph.kinds:
        if (block := network.block_by_name.get(kind)) is not None:
            found[kind] = block.inputs, block.outputs
        elif (custom := network.custom_by_name.get(kind)) is not None:
            found[kind] = custom
    return found


def _structure(network: Network, graph: Graph, wiring: Wiring) -> Structure:
    problems = [*_names(network, graph)]
    if wiring.problems:
        problems += [p for name in graph.by_name for p in wiring.problems.get(name, ())]
    faulty, before = wiring.problems.keys(), wiring.before
    on_cycles: set[str] = set()
    leaving = [n.name for n in exits(graph)]
    starts = [n.name for n in graph.of_kind("Input")]
    running, left = order([*starts, *leaving, *graph.by_name], before), before
    if running is None:
        for cycle in _cycles(graph, before):
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
    problems += _ends(graph, before, on_cycles)
    if running is None:
        left = {n: tuple([s for s in f if s not in on_cycles]) for n, f in before.items()}
        ends = (*starts, *leaving, *graph.by_name)
        running = order([n for n in ends if n not in on_cycles], left)
        assert running is not None
    training = for_training(graph, left) - on_cycles
    running = heads_early(running, training, left)
    return Structure(running, wiring, frozenset(faulty | on_cycles), tuple(problems), training)


def order(ends: Iterable[str], before: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """Some nodes and all that they need, each after what it needs; None where there is a cycle.

    Branch follows whole branch, the first first: so the generated code runs.
    """
    found: dict[str, None] = {}
    waiting: set[str] = set()
    for end in ends:
        stack = [end] if end not in found else []
        while stack:
            name, below = stack[-1], len(stack)
            for source in reversed(before[name]):
                if source not in found:
                    stack.append(source)
            if len(stack) == below:
                found[stack.pop()] = None
            elif name in waiting:  # what it lacks was looked for already, and needs it
                return None
            else:
                waiting.add(name)
    return tuple(found)


def _names(network: Network, graph: Graph) -> Iterable[Problem]:
    several = len(graph.by_name) < len(graph.nodes)
    for name, count in Counter([n.name for n in graph.nodes] if several else ()).items():
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


def _cycles(graph: Graph, before: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, ...]]:
    """The strongly connected groups that hold a cycle, each in the order of the graph."""
    import networkx as nx  # slow to load, and most networks have no cycle

    digraph = nx.DiGraph((source, name) for name in graph.by_name for source in before[name])
    for component in nx.strongly_connected_components(digraph):
        first = next(iter(component))
        if len(component) > 1 or digraph.has_edge(first, first):
            yield tuple(name for name in graph.by_name if name in component)


def _ends(
    graph: Graph, before: Mapping[str, Sequence[str]], on_cycles: set[str]
) -> Iterable[Problem]:
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
    used = needed((o.name for o in outputs), before)
    unused = [name for name in graph.by_name if name not in used and name not in on_cycles]
    leading = {source for found in before.values() for source in found} if unused else ()
    ends = [name for name in unused if name not in leading]
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
            f"{some(behind)} lead only to nodes that do not reach the output."
            if len(behind) > 1
            else f"{behind[0]} leads only to nodes that do not reach the output.",
            consequence=True,
        )
