"""From a selection to a block, and the same block in other places of its pattern."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from nodes.errors import EditError, ExpressionError
from nodes.network.edits import Edited
from nodes.network.edits.arguments import checked, scope_names
from nodes.network.edits.binding import names_in
from nodes.network.edits.definitions import add_block
from nodes.network.edits.guessing import Guess, Like
from nodes.network.edits.naming import fresh_name, unique
from nodes.network.expression import Expression
from nodes.network.lookup import graph_of, node_of, nodes_of
from nodes.network.marks import Box, Frame, Note, holds
from nodes.network.model import (
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
from nodes.spec import Kind, Param

STEP = 120.0  # canvas units from a node to the next below it


def make_block(
    network: Network,
    scope: str,
    names: Collection[str],
    block_name: str,
    guessed: Guess | None = None,
) -> Edited:
    """Make a block of a selection, and put one instance in its place.

    Every place that wires come from becomes an Input, every output that is used outside an Output.
    Parameters of the surrounding block that the selection uses are handed on. What was `guessed`
    of these nodes has parameters for values in them.

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
    centre, top, bottom = extent(selected)
    frames, notes = _marks_inside(graph, inside)
    lifted = guessed if guessed is not None else Guess(block_name)
    body = [lifted.with_expressions(node) for node in selected]
    handed = _parameters_used(network, scope, body, {p.name for p in lifted.parameters})
    definition = Block(
        block_name,
        (*handed, *lifted.parameters),
        Graph(
            (
                *_row("Input", inputs.values(), (centre, top - STEP)),
                *body,
                *_row("Output", outputs.values(), (centre, bottom + STEP)),
            ),
            (
                *(
                    Wire(_source(inputs, w.source), w.target)
                    for w in graph.wires
                    if w.target.node in inside
                ),
                *(Wire(end, Endpoint(name, "input")) for end, name in outputs.items()),
            ),
            tuple(frames),
            tuple(notes),
            graph.bends,  # of which those remain whose wire is inside
        ),
    )
    network = add_block(network, definition)
    args = {p.name: Expression(p.name) for p in handed}
    return _instead(network, scope, inside, block_name, {**args, **lifted.args}, inputs, outputs)


def put_block(network: Network, scope: str, name: str, likes: Iterable[Like]) -> Edited:
    """Put instances of a block in the other places of the pattern that it was just made of.

    `name` is the instance where it was made. Places where a path leaves and comes back stay.

    Raises:
        EditError: that is so at all of them.
    """
    instance = node_of(graph_of(network, scope), name)
    block = network.block(instance.kind)
    own = {p.name for p in block.parameters if instance.args.get(p.name) == Expression(p.name)}
    made: list[str] = []
    for like in likes:
        graph = network.scope(scope)
        there = set(like.place.values())
        if not there <= graph.by_name.keys() or between(graph, there):
            continue
        inputs: dict[Endpoint, str] = {}
        outputs: dict[Endpoint, str] = {}
        for ours, theirs in like.place.items():
            for a, b in zip(block.graph.into(ours), graph.into(theirs), strict=True):
                if a.source.node not in like.place:
                    inputs[b.source] = a.source.node
            for w in block.graph.out_of(ours):
                if w.target.node not in like.place:
                    outputs[Endpoint(theirs, w.source.port)] = w.target.node
        handed = {p: instance.args[p] for p in own if p not in like.args}
        args = {**handed, **like.args}
        edited = _instead(network, scope, there, block.name, args, inputs, outputs)
        network = edited.network
        made += edited.names
    if not made:
        raise EditError(f"None of the other places can take {block.name}.")
    return Edited(network, tuple(made))


def _instead(
    network: Network,
    scope: str,
    inside: set[str],
    kind: str,
    args: Mapping[str, Argument],
    inputs: Mapping[Endpoint, str],
    outputs: Mapping[Endpoint, str],
) -> Edited:
    """An instance of a block in the place of nodes, wired through these of its ports."""
    graph = network.scope(scope)
    selected = [n for n in graph.nodes if n.name in inside]
    centre, top, bottom = extent(selected)
    frames, notes = _marks_inside(graph, inside)
    bends = graph.points
    outer = Graph(tuple(n for n in graph.nodes if n.name not in inside))
    place = (centre, (top + bottom) / 2)
    instance = checked(network, scope, Node(fresh_name(outer, kind), kind, args, place))
    wires: dict[Wire, tuple[Position, ...]] = {}  # ordered, and one for each Input
    for w in graph.wires:
        points = bends.get(w, ())
        if w.target.node in inside:
            if w.source.node in inside:
                continue
            w = Wire(w.source, Endpoint(instance.name, inputs[w.source]))
        elif w.source.node in inside:
            w = Wire(Endpoint(instance.name, outputs[w.source]), w.target)
        wires[w] = wires.get(w) or points
    changed = replace(
        graph,
        nodes=in_place(graph, inside, (instance,)),
        wires=tuple(wires),
        frames=tuple(f for f in graph.frames if f not in frames),
        notes=tuple(n for n in graph.notes if n not in notes),
        bends=tuple(wires.items()),
    )
    return Edited(network.with_graph(scope, changed), (instance.name,))


def _marks_inside(graph: Graph, inside: Collection[str]) -> tuple[list[Frame], list[Note]]:
    """The frames around nothing but these nodes, and the notes in them."""
    frames = [f for f in graph.frames if _only(f.box, graph, inside)]
    return frames, [n for n in graph.notes if any(holds(f.box, n.box) for f in frames)]


def _only(box: Box, graph: Graph, inside: Collection[str]) -> bool:
    """Whether the nodes that stand in a box are some of these, and no others."""
    left, top, width, height = box
    held = {
        n.name
        for n in graph.nodes
        if 0 <= n.position[0] - left <= width and 0 <= n.position[1] - top <= height
    }
    return bool(held) and held <= set(inside)


def _require_groupable(graph: Graph, selected: Iterable[Node], inside: set[str]) -> None:
    if not inside:
        raise EditError("Select the nodes that are to become a block.")
    for node in selected:
        if node.kind in ("Input", "Output"):
            raise EditError(f"{node.name} is an {node.kind}, which cannot go into a block.")
    if missing := between(graph, inside):
        back, through = next(
            (w.target.node, n) for n in missing for w in graph.out_of(n) if w.target.node in inside
        )
        raise EditError(
            f"A path leaves the selection and comes back to {back} through {through}; select "
            f"{through} too."
        )


def between(graph: Graph, names: Collection[str]) -> tuple[str, ...]:
    """The nodes on paths that leave these and come back, in the graph's order."""
    behind = _reached(names, {n: [w.target.node for w in graph.out_of(n)] for n in graph.by_name})
    before = _reached(names, {n: [w.source.node for w in graph.into(n)] for n in graph.by_name})
    found = behind & before - set(names)
    return tuple(n for n in graph.by_name if n in found)


def _reached(names: Iterable[str], links: Mapping[str, Iterable[str]]) -> set[str]:
    seen, waiting = set(names), list(names)
    while waiting:
        for name in links.get(waiting.pop(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


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
    left = centre[0] - (len(names) - 1) * STEP
    for k, name in enumerate(names):
        yield Node(name, kind, position=(left + 2 * k * STEP, centre[1]))


def _parameters_used(
    network: Network, scope: str, selected: Iterable[Node], own: Collection[str] = ()
) -> tuple[Param, ...]:
    """Those of the surrounding block that these nodes name, beside their `own`."""
    known = scope_names(network, scope)
    used: set[str] = set()
    for node in selected:
        try:
            names = names_in(node) - frozenset(own)
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


def in_place(graph: Graph, gone: Collection[str], new: Iterable[Node]) -> tuple[Node, ...]:
    """The graph's nodes with new ones in the place of the first of those that go."""
    first = next(k for k, n in enumerate(graph.nodes) if n.name in gone)
    after = (n for n in graph.nodes[first:] if n.name not in gone)
    return (*graph.nodes[:first], *new, *after)


def extent(nodes: Collection[Node]) -> tuple[float, float, float]:
    """Horizontal centre, top and bottom; (0, 0, 0) of nothing."""
    xs, ys = ([n.position[axis] for n in nodes] for axis in (0, 1))
    if not xs:
        return 0.0, 0.0, 0.0
    return (min(xs) + max(xs)) / 2, min(ys), max(ys)
