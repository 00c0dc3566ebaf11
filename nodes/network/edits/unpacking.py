"""From an instance of a block back to its nodes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from nodes.errors import EditError, ExpressionError
from nodes.network.edits import Edited, require_place
from nodes.network.edits.binding import bind, bind_node, names_in
from nodes.network.edits.grouping import STEP, extent, in_place
from nodes.network.edits.naming import unique
from nodes.network.edits.training import inside
from nodes.network.expression import Expression
from nodes.network.lookup import graph_of, node_of
from nodes.network.marks import shifted
from nodes.network.model import (
    INDEX,
    ROOT,
    Argument,
    Block,
    Endpoint,
    Network,
    Node,
    Position,
    Wire,
)
from nodes.network.resolve import channels
from nodes.spec import Shape

MAX_UNPACKED = 5_000  # nodes that unpacking may make; more than a person can look at


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
    depth = extent(body)[2] - top + STEP if body else 0.0
    taken = {n.name for n in graph.nodes if n is not instance}
    # Where each port of the block gets its data from, in the outer graph, and by what way.
    sources = {w.target.port: w.source for w in graph.into(name)}
    ways = {w.target.port: graph.points.get(w, ()) for w in graph.into(name)}
    nodes: list[Node] = []
    wires: list[Wire] = []
    frames, notes = [*graph.frames], [*graph.notes]
    bends = dict(graph.bends)
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
        frames += (replace(f, box=shifted(f.box, offset)) for f in block.graph.frames)
        notes += (replace(n, box=shifted(n.box, offset)) for n in block.graph.notes)
        ends: dict[str, Endpoint] = {}
        for w in block.graph.wires:
            way = tuple((x + offset[0], y + offset[1]) for x, y in block.graph.points.get(w, ()))
            if w.source.node in renamed:
                source: Endpoint | None = Endpoint(renamed[w.source.node], w.source.port)
            else:
                source = sources.get(w.source.node)
                way = ways.get(w.source.node, ()) or way
            if source is None:
                continue
            if w.target.node in renamed:
                wires.append(Wire(source, Endpoint(renamed[w.target.node], w.target.port)))
                bends[wires[-1]] = way
            else:
                ends[w.target.node] = source
        if copy + 1 < copies:
            chained = ends.get(block.outputs[0])
            sources, ways = {block.inputs[0].name: chained} if chained else {}, {}

    outer = []
    for w in graph.wires:
        if w.target.node == name or (w.source.node == name and w.source.port not in ends):
            continue
        if w.source.node == name:
            outer.append(Wire(ends[w.source.port], w.target))
            bends[outer[-1]] = graph.points.get(w, ())
        else:
            outer.append(w)
    joined = (*outer, *wires)
    if len(set(joined)) < len(joined) and len(set(graph.wires)) == len(graph.wires):
        raise EditError(
            f"{name} cannot be unpacked: it passes an input on, and a node would receive the same "
            "wire twice."
        )
    changed = replace(
        graph,
        nodes=in_place(graph, {name}, nodes),
        wires=joined,
        frames=tuple(frames),
        notes=tuple(notes),
        bends=tuple(bends.items()),
    )
    return Edited(network.with_graph(scope, changed), tuple(n.name for n in nodes))


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
