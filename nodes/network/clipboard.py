"""Nodes as text: copy, paste and duplicate, within a network and between networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from graphlib import TopologicalSorter

import msgspec

from nodes.errors import DocumentError, EditError, ExpressionError
from nodes.network.codec import lay_out, read_network, read_param, write_network, write_param
from nodes.network.edits import Edited, require_place
from nodes.network.edits.arguments import names_for, scope_names
from nodes.network.edits.binding import bind_node, names_in
from nodes.network.edits.custom import add_custom
from nodes.network.edits.marks import NO_MARKS, Marks, moved, moved_points, require_marks
from nodes.network.edits.naming import MAX_NAME, unique
from nodes.network.edits.refusing import refusal
from nodes.network.edits.wiring import connect
from nodes.network.lookup import contains, graph_of, nodes_of, refuse_recursion
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
from nodes.network.records import NetworkRecord, ParamRecord
from nodes.network.strictjson import convert, parse

FORMAT = "skipwire-nodes"
VERSION = 1
STEP = 40.0  # canvas units that pasted nodes stand right of and below the originals


class _ClipRecord(NetworkRecord, kw_only=True):
    """`parameters` are those of the surrounding block that the nodes refer to.

    `entering` are the wires into the nodes from others that are not copied, with their place among
    those into the same port.
    """

    format: str
    version: int
    parameters: list[ParamRecord] = msgspec.field(default_factory=list)
    entering: list[tuple[str, str, str, str, int]] = msgspec.field(default_factory=list)


def copy(network: Network, scope: str, names: Collection[str], marks: Marks = NO_MARKS) -> str:
    """Nodes, the wires between them and the definitions that they need, as text.

    Of `marks` the frames and notes are copied too.
    """
    graph = graph_of(network, scope)
    nodes = nodes_of(graph, names)
    frames = tuple(f for k, f in enumerate(graph.frames) if k in marks.frames)
    notes = tuple(n for k, n in enumerate(graph.notes) if k in marks.notes)
    if not (nodes or frames or notes):
        raise EditError("Select the nodes to copy.")
    inside = {n.name for n in nodes}
    kinds = {n.kind for n in nodes}
    used = _names_used(nodes)
    piece = Network(
        graph=Graph(
            nodes,
            tuple(w for w in graph.wires if w.source.node in inside and w.target.node in inside),
            frames,
            notes,
            graph.bends,  # of which those remain whose wire is copied
        ),
        blocks=tuple(b for b in network.blocks if _needed(network, kinds, b.name)),
        custom=tuple(
            c for name, c in network.custom_by_name.items() if _needed(network, kinds, name)
        ),
    )
    params = () if scope == ROOT else network.block(scope).parameters
    entering = [
        [w.source.node, w.source.port, w.target.node, w.target.port, place]
        for name in sorted(inside)
        for w, place in _placed(graph.into(name))
        if w.source.node not in inside
    ]
    return lay_out(
        {
            "format": FORMAT,
            "version": VERSION,
            "parameters": [write_param(p) for p in params if p.name in used],
            **({"entering": entering} if entering else {}),
            **write_network(piece),
        }
    )


def paste(
    network: Network,
    scope: str,
    text: str,
    at: Position | None = None,
    *,
    wired: bool = False,
) -> Edited:
    """Add what `copy` made, under free names.

    Where it is to be `wired`, the nodes are fed as the originals are, by the nodes and ports of
    the same names here, as far as there are such.

    Definitions that are missing are added; a block that differs from the definition of its name
    here gets a new name. A parameter that there is not in this scope is replaced by its default.
    The top left of the nodes comes to `at`, or a step from where they were.

    Raises:
        EditError: the text does not hold nodes, or they do not fit here.
    """
    graph = graph_of(network, scope)
    try:
        plain = parse(text)
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            raise EditError("The clipboard does not hold nodes of Skipwire.")
        if plain.get("version") != VERSION:
            raise EditError("The clipboard holds nodes of another version of Skipwire.")
        record = convert(plain, _ClipRecord, "The clipboard")
        piece = read_network(record, "")
        defaults: Mapping[str, Argument] = {
            p.name: read_param(p, "a parameter").default for p in record.parameters
        }
    except DocumentError as error:
        raise EditError(f"The clipboard cannot be pasted. {error}") from None
    if not (piece.graph.nodes or piece.graph.frames or piece.graph.notes):
        raise EditError("The clipboard holds no nodes.")

    network, kinds = with_definitions(network, piece)
    known = scope_names(network, scope)
    values = {name: value for name, value in defaults.items() if name not in known}
    dx, dy = _offset(piece.graph, at)
    taken = {n.name for n in graph.nodes}
    renamed: dict[str, str] = {}
    added = []
    for old in piece.graph.nodes:
        name = unique(old.name, taken)
        taken.add(name)
        renamed.setdefault(old.name, name)
        x, y = old.position
        node = replace(
            old, name=name, kind=kinds.get(old.kind, old.kind), position=(x + dx, y + dy)
        )
        refuse_recursion(network, scope, node.kind)
        require_place(name, node.position)
        added.append(_fitted(network, scope, node, values))
    wires = []
    for w in piece.graph.wires:
        if w.source.node not in renamed or w.target.node not in renamed:
            raise EditError(f"The clipboard cannot be pasted. It has no node for the wire {w}.")
        wires.append(
            Wire(
                Endpoint(renamed[w.source.node], w.source.port),
                Endpoint(renamed[w.target.node], w.target.port),
            )
        )
    now = dict(zip(piece.graph.wires, wires, strict=True))
    result = network.with_graph(
        scope,
        Graph(
            (*graph.nodes, *added),
            (*graph.wires, *wires),
            (*graph.frames, *(moved(f, (dx, dy)) for f in piece.graph.frames)),
            (*graph.notes, *(moved(n, (dx, dy)) for n in piece.graph.notes)),
            (
                *graph.bends,
                *((now[w], moved_points(points, (dx, dy))) for w, points in piece.graph.bends),
            ),
        ),
    )
    require_marks(result.scope(scope))
    if wired:
        result = _fed(result, scope, record.entering, renamed)
    return Edited(result, tuple(n.name for n in added))


def _placed(wires: Iterable[Wire]) -> Iterator[tuple[Wire, int]]:
    """Each wire into a node, with its place among those into the same port."""
    count: Counter[str] = Counter()
    for w in wires:
        yield w, count[w.target.port]
        count[w.target.port] += 1


def _fed(
    network: Network,
    scope: str,
    entering: Iterable[tuple[str, str, str, str, int]],
    renamed: Mapping[str, str],
) -> Network:
    """With these wires into the new nodes, but for those that nothing here can feed."""
    new = frozenset(renamed.values())
    for source, output, target, port, place in entering:
        if target not in renamed or source in new:
            continue
        wire = Wire(Endpoint(source, output), Endpoint(renamed[target], port))
        if refusal(network, scope, wire) is None:
            network = connect(network, scope, wire, place)
    return network


def _needed(network: Network, kinds: Collection[str], name: str) -> bool:
    """Whether a definition is one of these kinds, or used within one."""
    return name in kinds or any(contains(network, kind, name) for kind in kinds)


def duplicate(
    network: Network,
    scope: str,
    names: Collection[str],
    marks: Marks = NO_MARKS,
    *,
    wired: bool = False,
) -> Edited:
    """Copy and paste in one step; where it is to be `wired`, fed by what feeds the originals."""
    return paste(network, scope, copy(network, scope, names, marks), wired=wired)


def _names_used(nodes: Collection[Node]) -> frozenset[str]:
    try:
        return frozenset(name for node in nodes for name in names_in(node))
    except ExpressionError as error:
        raise EditError(f"The nodes cannot be copied. {error}") from None


def _fitted(network: Network, scope: str, node: Node, values: Mapping[str, Argument]) -> Node:
    """The node with values for the parameters that this scope does not have."""
    try:
        node = bind_node(network, node, values)
        unknown = sorted(names_in(node) - names_for(network, scope, node))
    except ExpressionError as error:
        raise EditError(f"{node.name}: {error}") from None
    if unknown:
        raise EditError(f"{node.name} uses {unknown[0]}, which is not a parameter here.")
    return node


def with_definitions(network: Network, piece: Network) -> tuple[Network, Mapping[str, str]]:
    """The network with the piece's definitions, and the names that they have in it.

    Custom layers keep their name, which stands in their code.
    """
    for custom in piece.custom:
        if custom not in network.custom:
            network = add_custom(network, custom.source)
    uses = {
        b.name: {n.kind for n in b.graph.nodes} & piece.block_by_name.keys() for b in piece.blocks
    }
    kinds: dict[str, str] = {}
    for name in TopologicalSorter(uses).static_order():  # what a block needs comes before it
        block = piece.block(name)
        nodes = (replace(n, kind=kinds.get(n.kind, n.kind)) for n in block.graph.nodes)
        block = replace(block, graph=replace(block.graph, nodes=tuple(nodes)))
        number = 2
        while block.name in network.custom_by_name or (
            (present := network.block_by_name.get(block.name)) and not _alike(present, block)
        ):
            block = replace(block, name=f"{name[: MAX_NAME - 8]}{number}")
            number += 1
        if present is None:
            network = replace(network, blocks=(*network.blocks, block))
        kinds[name] = block.name
    return network, kinds


def _alike(a: Block, b: Block) -> bool:
    """Whether two definitions are the same but for where their nodes stand."""

    def placeless(block: Block) -> tuple[object, ...]:
        nodes = tuple(replace(n, position=(0.0, 0.0), unfolded=False) for n in block.graph.nodes)
        return block.parameters, nodes, block.graph.wires

    return placeless(a) == placeless(b)


def _offset(graph: Graph, at: Position | None) -> Position:
    if at is None:
        return STEP, STEP
    corners = [n.position for n in graph.nodes]
    corners += [f.box[:2] for f in graph.frames] + [n.box[:2] for n in graph.notes]
    return at[0] - min(x for x, _ in corners), at[1] - min(y for _, y in corners)
