"""Nodes laid out anew, with the frames and notes about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from nodes.network.edits import move
from nodes.network.edits.marks import lead_straight
from nodes.network.layout import CARD, GRID, Size, arrange
from nodes.network.lookup import graph_of, nodes_of
from nodes.network.marks import LEAST, Box, Frame, Note, holds, shifted
from nodes.network.model import Graph, Network, Node, Position


def lay_out(
    network: Network, scope: str, names: Collection[str] = (), size: Size | None = None
) -> Network:
    """Lay out these nodes, or all where none are named.

    Some keep the middle of their upper edge where it is, and the rest stays. Wires between nodes
    that are laid out run by themselves again; a frame that holds some of those and no others stays
    about them, and takes its notes along.

    Raises:
        EditError: there is no such node.
    """
    graph = graph_of(network, scope)
    nodes = nodes_of(graph, names) if names else graph.nodes
    chosen = {n.name for n in nodes}
    between = tuple(w for w in graph.wires if w.source.node in chosen and w.target.node in chosen)
    measure = size or _usual
    places = arrange(Graph(nodes, between), size)
    if names:
        places = _in_place(nodes, places, measure)
    network = lead_straight(move(network, scope, places), scope, between)
    return _about(network, scope, graph, chosen, measure)


def _usual(node: Node) -> tuple[float, float]:
    return CARD


def _in_place(
    nodes: Collection[Node], places: Mapping[str, Position], measure: Size
) -> dict[str, Position]:
    """The places moved to where the nodes were."""
    old = _around((n.position, measure(n)) for n in nodes)
    new = _around((places[n.name], measure(n)) for n in nodes)
    dx = round((old[0] + old[2] / 2 - new[0] - new[2] / 2) / GRID) * GRID
    dy = old[1] - new[1]
    return {name: (x + dx, y + dy) for name, (x, y) in places.items()}


def _about(
    network: Network, scope: str, before: Graph, chosen: Collection[str], measure: Size
) -> Network:
    """With the frames of the graph as it was before about what they held."""
    graph = network.scope(scope)
    frames: list[Frame] = []
    notes = list(graph.notes)
    for frame in graph.frames:
        held = [n for n in before.nodes if holds(frame.box, (*n.position, *measure(n)))]
        if not held or not {n.name for n in held} <= set(chosen):
            frames.append(frame)
            continue
        new = [graph.by_name[n.name] for n in held]
        box = _follow(
            frame.box,
            _around((n.position, measure(n)) for n in held),
            _around((n.position, measure(n)) for n in new),
        )
        by = (box[0] - frame.box[0], box[1] - frame.box[1])
        notes = [
            _along(note, old, frame.box, by) for note, old in zip(notes, before.notes, strict=True)
        ]
        frames.append(replace(frame, box=box))
    if not frames:
        return network
    return network.with_graph(scope, replace(graph, frames=tuple(frames), notes=tuple(notes)))


def _along(note: Note, old: Note, frame: Box, by: Position) -> Note:
    """A note that lay in a frame goes with it, once."""
    return replace(note, box=shifted(old.box, by)) if holds(frame, old.box) else note


def _follow(frame: Box, old: Box, new: Box) -> Box:
    """About what it holds, as far from it as it was."""
    return (
        new[0] + frame[0] - old[0],
        new[1] + frame[1] - old[1],
        max(frame[2] - old[2] + new[2], LEAST),
        max(frame[3] - old[3] + new[3], LEAST),
    )


def _around(cards: Iterable[tuple[Position, tuple[float, float]]]) -> Box:
    """The box about cards, by their corners and sizes."""
    spans = [(x, y, x + width, y + height) for (x, y), (width, height) in cards]
    left, top = min(s[0] for s in spans), min(s[1] for s in spans)
    return left, top, max(s[2] for s in spans) - left, max(s[3] for s in spans) - top
