"""Nodes deleted with their wires healed, and the room taken back that they stood in."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.metrics import GRID, ROOM
from nodes.network import Graph, Network, edits
from nodes.network.edits.marks import Marks, marks_below, points_between, shift, shift_below
from nodes.network.interior import size
from nodes.network.marks import holds

_FEW = 20  # holes that are looked at one by one, where not all below one can move


@dataclass(frozen=True)
class _Hole:
    """What nodes that belong together leave between the cards above and those below."""

    above: float  # the lower edge of the nearest card that fed them
    top: float
    bottom: float
    below: float  # the upper edge of the nearest card that they fed
    fed: frozenset[str]

    @property
    def height(self) -> float:
        """What is too much: the smaller of the two gaps stays, as the rows are apart here."""
        gap = min(self.top - self.above, self.below - self.bottom)
        return self.below - self.above - max(gap, ROOM)


def healed(scope: str, names: Collection[str]) -> Callable[[Network], Network]:
    """Without these nodes; what fed them feeds what they fed, and comes up to it.

    All that stands below moves up, as it moved down for what was inserted; where something beside
    has no room for that, only what the healed wires lead to does, or their branch alone.
    """

    def edit(network: Network) -> Network:
        holes = list(_holes(network, network.scope(scope), frozenset(names)))
        network = edits.remove(edits.extract(network, scope, names), scope, names)
        for hole in holes:
            network = _closed(network, scope, hole, alone=len(holes) <= _FEW)
        return network

    return edit


def _holes(network: Network, graph: Graph, names: frozenset[str]) -> Iterator[_Hole]:
    """From the lowest to the highest, so that closing one leaves the others where they are."""
    found = []
    for group in _groups(graph, names):
        nodes = [graph.by_name[name] for name in group]
        top = min(n.position[1] for n in nodes)
        bottom = max(n.position[1] + size(network, n)[1] for n in nodes)
        into = {w.source.node for name in group for w in graph.into(name)} - names
        out = {w.target.node for name in group for w in graph.out_of(name)} - names
        feet = [n.position[1] + size(network, n)[1] for n in map(graph.by_name.__getitem__, into)]
        heads = [graph.by_name[name].position[1] for name in out]
        above = max((y for y in feet if y <= top), default=None)
        below = min((y for y in heads if y >= bottom), default=None)
        if above is not None and below is not None:
            fed = frozenset(name for name in out if graph.by_name[name].position[1] >= below)
            found.append(_Hole(above, top, bottom, below, fed))
    yield from sorted(found, key=lambda hole: hole.below, reverse=True)


def _groups(graph: Graph, names: frozenset[str]) -> Iterator[set[str]]:
    """The nodes that hang together by wires."""
    waiting = set(names)
    while waiting:
        group = {first := waiting.pop()}
        reached = [first]
        while reached:
            name = reached.pop()
            near = {w.source.node for w in graph.into(name)}
            near |= {w.target.node for w in graph.out_of(name)}
            reached += near & waiting
            group |= near & waiting
            waiting -= near
        yield group


def _closed(network: Network, scope: str, hole: _Hole, *, alone: bool) -> Network:
    graph = network.scope(scope)
    level = frozenset(n.name for n in graph.nodes if n.position[1] >= hole.below)
    way = _way(network, graph, level, marks_below(graph, hole.below), hole.height)
    found = way, frozenset[str](), Marks()
    if way < _whole(hole.height) and alone:
        for names in (_led_to(graph, hole.fed) & level, _own(graph, hole.fed)):
            held = _about(network, graph, names)
            farther = _way(network, graph, names, held, hole.height), names, held
            found = max(found, farther, key=lambda each: each[0])
    way, names, held = found
    if names:
        return shift(network, scope, (0.0, -way), names, held)
    return shift_below(network, scope, hole.below, -way) if way else network


def _about(network: Network, graph: Graph, names: frozenset[str]) -> Marks:
    """The frames that hold none but these nodes, and the points between them."""
    boxes = {n.name: (*n.position, *size(network, n)) for n in graph.nodes} if graph.frames else {}
    held = [{name for name, box in boxes.items() if holds(f.box, box)} for f in graph.frames]
    frames = frozenset(k for k, inside in enumerate(held) if inside and inside <= names)
    return Marks(frames, points=points_between(graph, names))


def _led_to(graph: Graph, names: Iterable[str]) -> frozenset[str]:
    """These nodes and all that what they give comes to."""
    found, reached = set(names), list(names)
    while reached:
        new = {w.target.node for w in graph.out_of(reached.pop())} - found
        found |= new
        reached += new
    return frozenset(found)


def _own(graph: Graph, names: Iterable[str]) -> frozenset[str]:
    """These nodes and what nothing but they lead to: a branch as far as its end."""
    found, reached = set(names), list(names)
    while reached:
        for wire in graph.out_of(reached.pop()):
            name = wire.target.node
            if name not in found and all(w.source.node in found for w in graph.into(name)):
                found.add(name)
                reached.append(name)
    return frozenset(found)


def _way(network: Network, graph: Graph, names: frozenset[str], marks: Marks, most: float) -> float:
    """How far these can move up, `most` at most, until one would touch what stays."""
    moving = [(*n.position, *size(network, n)) for n in graph.nodes if n.name in names]
    staying = [(*n.position, *size(network, n)) for n in graph.nodes if n.name not in names]
    for k, note in enumerate(graph.notes):
        (moving if k in marks.notes else staying).append(note.box)
    up, rest = _boxes(moving), _boxes(staying)
    if not len(up):
        return 0.0
    rest = rest[rest[:, 1] + rest[:, 3] > up[:, 1].min() - most - ROOM]
    for left, top, wide, high in rest.tolist():
        over = (up[:, 0] < left + wide) & (left < up[:, 0] + up[:, 2]) & (up[:, 1] > top)
        most = float(np.min(up[over, 1] - top - high - ROOM, initial=most))
    return max(_whole(most), 0.0)


def _boxes(boxes: list[tuple[float, float, float, float]]) -> NDArray[np.float64]:
    return np.array(boxes, dtype=float).reshape(-1, 4)


def _whole(length: float) -> float:
    return math.floor(length / GRID) * GRID
