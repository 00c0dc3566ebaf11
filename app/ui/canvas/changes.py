"""The edits that gestures on the canvas end in, each one function from network to network."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from app.gallery.insert import whole
from app.library import read
from app.ui.canvas.clearing import clear_place
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH, ROOM, ceiling, snapped
from app.ui.drag import KEPT, PRESET, READY
from nodes.network import Endpoint, Graph, Network, Node, Position, Wire, edits
from nodes.network.clipboard import with_definitions
from nodes.network.edits.marks import NO_MARKS, Marks, lead, remove_marks, shift_below
from nodes.network.interior import size
from nodes.network.lookup import ports
from presets import preset

Edit = Callable[[Network], Network]
_NONE: Mapping[str, object] = MappingProxyType({})


def deleted(
    scope: str, names: Collection[str], wires: Collection[Wire], marks: Marks = NO_MARKS
) -> Edit:
    """Without these nodes, wires and marks."""

    def edit(network: Network) -> Network:
        if marks:
            network = remove_marks(network, scope, marks)
        loose = [w for w in wires if w.source.node not in names and w.target.node not in names]
        if loose:
            network = edits.disconnect(network, scope, loose)
        return edits.remove(network, scope, names) if names else network

    return edit


def inserted(scope: str, wire: Wire, node: Node) -> Edit:
    """With a node, new or unconnected, on a wire, and with room for it.

    The node stands below the wire's source; where it would touch the target, that and everything
    level with it or below moves down. Where it would cover a card beside the wire, it stands aside.
    """

    def edit(network: Network) -> Network:
        graph = network.scope(scope)
        source, target = graph.by_name[wire.source.node], graph.by_name[wire.target.node]
        x, y = node.position
        downwards = target.position[1] > source.position[1]
        if downwards:
            y = max(y, ceiling(source.position[1] + size(network, source)[1] + ROOM))
        network = edits.insert_on_wire(network, scope, wire, replace(node, position=(x, y)))
        lacking = ceiling(y + size(network, node)[1] + ROOM - target.position[1])
        if downwards and lacking > 0:
            but = (node.name, source.name)
            network = shift_below(network, scope, target.position[1], lacking, but)
        box = (x, y, *size(network, node))
        cards = replace(network.scope(scope), notes=())
        clear = clear_place(network, cards, box, frozenset((node.name,)))
        return edits.move(network, scope, {node.name: clear}) if clear != (x, y) else network

    return edit


def rewired(scope: str, old: Wire | None, new: Wire, index: int | None) -> Edit:
    """With a new wire, or an old one led elsewhere; `index` is its place in a variadic port.

    In a port that has room for one it takes the place of the wire there.
    """

    def edit(network: Network) -> Network:
        if old is not None and old.target == new.target:
            if index is None:
                return network
            order = [
                w for w in network.scope(scope).into(new.target.node) if w.target == new.target
            ]
            order.remove(old)
            order.insert(index, old)
            return edits.order_wires(network, scope, new.target, order)
        way: tuple[Position, ...] = ()
        if old is not None:
            way = network.scope(scope).points.get(old, ())
            network = edits.disconnect(network, scope, (old,))
        network = edits.connect(network, scope, new, index, replacing=True)
        return lead(network, scope, new, way) if way else network

    return edit


def defined(
    network: Network, kind: str, values: Mapping[str, object] = _NONE
) -> tuple[Network, str]:
    """The network with the definitions that a kind of the palette needs, and its name there.

    `values` are the parameters of a published network, which becomes one block.

    A ready block that the network has an equal definition of already stands for that one, and so
    does one of the library.

    Raises:
        SkipwireError: the library's file cannot be read, or what it holds does not fit in here.
    """
    if kind.startswith(READY):
        from presets.blocks import BLOCKS  # which makes them all

        ready = BLOCKS.get(kind.removeprefix(READY))
        piece = ready.definitions if ready is not None else None
    elif kind.startswith(PRESET):
        piece = whole(preset(kind.removeprefix(PRESET)).network(**values))
    else:
        piece = read(Path(kind.removeprefix(KEPT))) if kind.startswith(KEPT) else None
    if piece is None:
        return network, kind
    network, names = with_definitions(network, piece)
    return network, names[piece.name]


def first(define: str, edit: Edit, values: Mapping[str, object] = _NONE) -> Edit:
    """An edit after the definition that a kind of the palette needs, as one step."""
    return lambda network: edit(defined(network, define, values)[0])


def appended(scope: str, node: Node, after: str | None) -> Edit:
    """With a new node, fed by the first output of `after` where the two can be joined."""

    def edit(network: Network) -> Network:
        network = edits.add(network, scope, node)
        inputs, _ = ports(network, node)
        if after is None or not inputs:
            return network
        _, outputs = ports(network, network.scope(scope).by_name[after])
        if not outputs:
            return network
        joined = Wire(Endpoint(after, outputs[0]), Endpoint(node.name, inputs[0].name))
        return edits.connect(network, scope, joined)

    return edit


def place_for(network: Network, graph: Graph, after: Node | None, centre: Position) -> Position:
    """Where a new node stands: below `after`, or where there is none about the centre."""
    if after is not None:
        (x, y), (width, height) = after.position, size(network, after)
        middle = x + (width - CARD_WIDTH) / 2
        return free_place(network, graph, (middle, ceiling(y + height + ROOM)))
    corner = centre[0] - CARD_WIDTH / 2, centre[1] - CARD_HEIGHT / 2
    return free_place(network, graph, corner)


def free_place(network: Network, graph: Graph, wanted: Position) -> Position:
    """The wanted place on the grid, or the next to its right where no card stands."""
    x, y = snapped(wanted[0]), snapped(wanted[1])
    taken = [(*n.position, *size(network, n)) for n in graph.nodes]
    while any(
        a - CARD_WIDTH < x < a + width and b - CARD_HEIGHT < y < b + height
        for a, b, width, height in taken
    ):
        x += CARD_WIDTH + ROOM
    return x, y
