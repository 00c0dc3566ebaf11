"""From a selection to a block, and from a block back to its nodes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from nodes.errors import EditError, ExpressionError
from nodes.network.edits import Edited, require_place
from nodes.network.edits.arguments import scope_names
from nodes.network.edits.binding import bind, bind_node, names_in
from nodes.network.edits.definitions import add_block
from nodes.network.edits.naming import fresh_name, unique
from nodes.network.edits.training import inside
from nodes.network.expression import Expression
from nodes.network.lookup import graph_of, node_of, nodes_of
from nodes.network.model import (
    INDEX,
    ROOT,
    Argument,
    Block,
    Endpoint,
    Graph,
    Network,
    Node,
    Position,
    Wire,
)
from nodes.network.resolve import channels
from nodes.spec import Kind, Param, Shape

MAX_UNPACKED = 5_000  # nodes that unpacking may make; more than a person can look at
_STEP = 120.0  # canvas units from a node to the next below it


def make_block(network: Network, scope: str, names: Collection[str], block_name: str) -> Edited:
    """Make a block of a selection, and put one instance in its place.

    Every place that wires come from becomes an Input, every output that is used outside an Output.
    Parameters of the surrounding block that the selection uses are handed on.

    Raises:
        EditError: nothing or an Input or Output is selected, the block's name is taken or illegal,
            or a path leaves the selection and comes back.
    """
    graph = graph_of(network, scope)
    selected = nodes_of(graph, names)
    inside = {n.name for n in selected}
    _require_groupable(graph, selected, inside)
    entering = [w for w in graph.wires if w.source.node not in inside and w.target.node in inside]
    leaving = [w for w in graph.wires if w.source.node in inside and w.target.node not in inside]

    taken = set(inside)
    inputs = _port_names("input", [w.source for w in entering], taken)
    outputs = _port_names("output", [w.source for w in leaving], taken)
    centre, top, bottom = _extent(selected)
    definition = Block(
        block_name,
        _parameters_used(network, scope, selected),
        Graph(
            (
                *_row("Input", inputs.values(), (centre, top - _STEP)),
                *selected,
                *_row("Output", outputs.values(), (centre, bottom + _STEP)),
            ),
            (
                *(
                    Wire(_source(inputs, w.source), w.target)
                    for w in graph.wires
                    if w.target.node in inside
                ),
                *(Wire(end, Endpoint(name, "input")) for end, name in outputs.items()),
            ),
        ),
    )
    network = add_block(network, definition)

    outer = Graph(tuple(n for n in graph.nodes if n.name not in inside))
    instance = Node(
        fresh_name(outer, block_name),
        block_name,
        {p.name: Expression(p.name) for p in definition.parameters},
        (centre, (top + bottom) / 2),
    )
    wires: dict[Wire, None] = {}  # ordered, and one for each Input
    for w in graph.wires:
        if w.target.node in inside:
            if w.source.node in inside:
                continue
            w = Wire(w.source, Endpoint(instance.name, inputs[w.source]))
        elif w.source.node in inside:
            w = Wire(Endpoint(instance.name, outputs[w.source]), w.target)
        wires[w] = None
    nodes = _in_place(graph, inside, (instance,))
    return Edited(network.with_graph(scope, Graph(nodes, tuple(wires))), (instance.name,))


def unpack(
    network: Network, scope: str, name: str, inputs: Sequence[Sequence[Shape]] = ()
) -> Edited:
    """Put the nodes of a block in the place of an instance; the definition stays.

    The instance's arguments take the place of the block's parameters. Copies are chained. `inputs`
    are the shapes that enter each copy, for blocks whose expressions name the channels that do.

    Raises:
        EditError: the node is a layer, is switched off, repeats a number of times that depends on
            a parameter, or repeats without having exactly one input and one output; or the block
            names the channels that enter, and they are not known or not the same everywhere.
    """
    graph = graph_of(network, scope)
    instance = node_of(graph, name)
    block = network.block_by_name.get(instance.kind)
    if block is None:
        raise EditError(f"{name} ({instance.kind}) is a layer, and only blocks can be unpacked.")
    copies = _copies(instance, block)

    body = [n for n in block.graph.nodes if n.kind not in ("Input", "Output")]
    left, top = _corner(body)
    depth = _extent(body)[2] - top + _STEP if body else 0.0
    taken = {n.name for n in graph.nodes if n is not instance}
    # Where each port of the block gets its data from, in the outer graph.
    sources = {w.target.port: w.source for w in graph.into(name)}
    nodes: list[Node] = []
    wires: list[Wire] = []
    for copy in range(copies):
        values = _values(network, block, instance, copy)
        values |= _entering(scope, block, body, inputs[copy : copy + 1])
        offset = (instance.position[0] - left, instance.position[1] - top + copy * depth)
        renamed: dict[str, str] = {}
        for node in body:
            renamed[node.name] = _outer_name(node.name, instance.name, taken)
            taken.add(renamed[node.name])
            placed = _placed(network, node, renamed[node.name], values, offset)
            nodes.append(inside(instance, placed))
        ends: dict[str, Endpoint] = {}
        for w in block.graph.wires:
            if w.source.node in renamed:
                source: Endpoint | None = Endpoint(renamed[w.source.node], w.source.port)
            else:
                source = sources.get(w.source.node)
            if source is None:
                continue
            if w.target.node in renamed:
                wires.append(Wire(source, Endpoint(renamed[w.target.node], w.target.port)))
            else:
                ends[w.target.node] = source
        if copy + 1 < copies:
            chained = ends.get(block.outputs[0])
            sources = {block.inputs[0].name: chained} if chained else {}

    outer = [
        Wire(ends[w.source.port], w.target) if w.source.node == name else w
        for w in graph.wires
        if w.target.node != name and (w.source.node != name or w.source.port in ends)
    ]
    joined = (*outer, *wires)
    if len(set(joined)) < len(joined) and len(set(graph.wires)) == len(graph.wires):
        raise EditError(
            f"{name} cannot be unpacked: it passes an input on, and a node would receive the same "
            "wire twice."
        )
    result = network.with_graph(scope, Graph(_in_place(graph, {name}, nodes), joined))
    return Edited(result, tuple(n.name for n in nodes))


def _require_groupable(graph: Graph, selected: Iterable[Node], inside: set[str]) -> None:
    if not inside:
        raise EditError("Select the nodes that are to become a block.")
    for node in selected:
        if node.kind in ("Input", "Output"):
            raise EditError(f"{node.name} is an {node.kind}, which cannot go into a block.")
    # What lies behind the selection: none of it may lead back in.
    waiting = [w.target.node for n in inside for w in graph.out_of(n)]
    seen = set(inside)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for w in graph.out_of(name):
            if w.target.node in inside:
                raise EditError(
                    f"A path leaves the selection and comes back to {w.target.node} through "
                    f"{name}; select {name} too."
                )
            waiting.append(w.target.node)


def _port_names(kind: str, ends: Iterable[Endpoint], taken: set[str]) -> dict[Endpoint, str]:
    """A name for each distinct endpoint, after its node where there are several."""
    distinct = list(dict.fromkeys(ends))
    found = {}
    for end in distinct:
        name = unique(kind if len(distinct) == 1 else f"{kind}_{end.node}", taken)
        taken.add(name)
        found[end] = name
    return found


def _source(inputs: Mapping[Endpoint, str], end: Endpoint) -> Endpoint:
    return Endpoint(inputs[end], "output") if end in inputs else end


def _row(kind: str, names: Collection[str], centre: Position) -> Iterable[Node]:
    """New nodes side by side."""
    left = centre[0] - (len(names) - 1) * _STEP
    for k, name in enumerate(names):
        yield Node(name, kind, position=(left + 2 * k * _STEP, centre[1]))


def _parameters_used(network: Network, scope: str, selected: Iterable[Node]) -> tuple[Param, ...]:
    known = scope_names(network, scope)
    used: set[str] = set()
    for node in selected:
        try:
            names = names_in(node)
        except ExpressionError as error:
            raise EditError(f"{node.name}: {error}") from None
        if unknown := sorted(names - known):
            raise EditError(f"{node.name} uses {unknown[0]}, which is not a parameter here.")
        used |= names
    if scope == ROOT:
        return ()
    block = network.block(scope)
    # What enters the outer block may be another number than what will enter the new one.
    entering = (
        Param(name, Kind.INT, 1, f"The channels that enter {scope}", 1)
        for name in block.channel_names.values()
    )
    return tuple(p for p in (*block.parameters, *entering) if p.name in used)


def _in_place(graph: Graph, gone: Collection[str], new: Iterable[Node]) -> tuple[Node, ...]:
    """The graph's nodes with new ones in the place of the first of those that go."""
    first = next(k for k, n in enumerate(graph.nodes) if n.name in gone)
    after = (n for n in graph.nodes[first:] if n.name not in gone)
    return (*graph.nodes[:first], *new, *after)


def _copies(instance: Node, block: Block) -> int:
    if instance.enabled is not True:
        raise EditError(f"{instance.name} is switched off; switch it on before unpacking it.")
    copies = instance.repeat
    if isinstance(copies, Expression):
        raise EditError(
            f"{instance.name} repeats {copies} times; give it a plain number before unpacking it."
        )
    if copies > 1 and (len(block.inputs) != 1 or len(block.outputs) != 1):
        raise EditError(
            f"{instance.name} repeats, and {block.name} does not have exactly one input and one "
            "output to chain."
        )
    if copies * len(block.graph.nodes) > MAX_UNPACKED:
        raise EditError(f"Unpacking {instance.name} would make more than {MAX_UNPACKED:,} nodes.")
    return copies


def _entering(
    scope: str, block: Block, body: Sequence[Node], inputs: Sequence[Sequence[Shape]]
) -> Mapping[str, int]:
    """The channels that enter a copy, where expressions in the block name them."""
    named: set[str] = set()
    for node in body:
        try:
            named |= names_in(node) & frozenset(block.channel_names.values())
        except ExpressionError as error:
            raise EditError(f"{node.name}: {error}") from None
    if not named:
        return {}
    known = channels(block, *inputs) if inputs and scope == ROOT else {}
    if missing := sorted(named - known.keys()):
        why = "are not the same everywhere" if scope != ROOT else "are not known here"
        raise EditError(
            f"{block.name} names {missing[0]}, the channels that enter it, which {why}. Write a "
            "number in its place, and unpack it then."
        )
    return known


def _values(network: Network, block: Block, instance: Node, copy: int) -> dict[str, Argument]:
    """What each parameter of the block stands for in one copy of an instance."""
    try:
        return {
            p.name: bind(instance.args.get(p.name, p.default), p, {INDEX: copy})
            for p in block.parameters
        }
    except ExpressionError as error:
        raise EditError(f"{instance.name}: {error}") from None


def _placed(
    network: Network, node: Node, name: str, values: Mapping[str, Argument], offset: Position
) -> Node:
    try:
        bound = bind_node(network, node, values)
    except ExpressionError as error:
        raise EditError(f"{node.name}: {error}") from None
    position = (node.position[0] + offset[0], node.position[1] + offset[1])
    require_place(name, position)
    return replace(bound, name=name, position=position)


def _outer_name(name: str, instance: str, taken: Collection[str]) -> str:
    """Its own name where that is free; a number names a place in a chain, and only there."""
    keeps = name not in taken and not name.isdigit()
    return unique(name if keeps else f"{instance}_{name}", taken)


def _corner(nodes: Collection[Node]) -> Position:
    xs, ys = ([n.position[axis] for n in nodes] for axis in (0, 1))
    return min(xs, default=0.0), min(ys, default=0.0)


def _extent(nodes: Collection[Node]) -> tuple[float, float, float]:
    """Horizontal centre, top and bottom; (0, 0, 0) of nothing."""
    xs, ys = ([n.position[axis] for n in nodes] for axis in (0, 1))
    if not xs:
        return 0.0, 0.0, 0.0
    return (min(xs) + max(xs)) / 2, min(ys), max(ys)
