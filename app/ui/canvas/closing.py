"""Nodes deleted with their wires healed, and the room taken back that they stood in."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.metrics import GRID, ROOM
from app.ui.canvas.routing import Array
from nodes.network import Graph, Network, Position, edits
from nodes.network.interior import CARD, large
from nodes.network.marks import LEAST, Box

_FEW = 20  # holes that are looked at one by one, where not all below one can move

Mask = NDArray[np.bool_]


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
        graph = network.scope(scope)
        holes = list(_holes(graph, frozenset(names), _Places(network, graph)))
        network = edits.remove(edits.extract(network, scope, names), scope, names)
        places = _Places(network, network.scope(scope))
        for hole in holes:
            places.close(hole, alone=len(holes) <= _FEW)
        return network.with_graph(scope, places.graph()) if holes else network

    return edit


class _Places:
    """Where all of a graph stands, while holes in it are closed."""

    def __init__(self, network: Network, graph: Graph) -> None:
        unusual = large(network, graph)
        cards = [(*n.position, *unusual.get(n.name, CARD)) for n in graph.nodes]
        self._graph = graph
        self._index = {n.name: k for k, n in enumerate(graph.nodes)}
        self._boxes = _array(cards + [note.box for note in graph.notes])  # those in the way
        self._frames = _array([f.box for f in graph.frames])
        self._points = np.array([y for _, points in graph.bends for _, y in points])

    def span(self, name: str) -> tuple[float, float]:
        """The upper and the lower edge of a card."""
        _, y, _, height = self._boxes[self._index[name]].tolist()
        return y, y + height

    def close(self, hole: _Hole, *, alone: bool) -> None:
        level = self._boxes[:, 1] >= hole.below
        way, found = self._way(level, hole.height), level
        if way < _whole(hole.height) and alone:
            for names in (_led_to(self._graph, hole.fed), _own(self._graph, hole.fed)):
                apart = level & self._of(names)
                if (farther := self._way(apart, hole.height)) > way:
                    way, found = farther, apart
        if not way:
            return
        frames, around = self._frames_of(found, hole.below, all_below=found is level)
        points = self._points >= hole.below if found is level else self._between(found)
        self._boxes[found, 1] -= way
        self._frames[frames, 1] -= way
        self._frames[around, 3] = np.maximum(self._frames[around, 3] - way, LEAST)
        self._points[points] -= way

    def _way(self, moving: Mask, most: float) -> float:
        """How far these can move up, `most` at most, until one would touch what stays."""
        up, rest = self._boxes[moving], self._boxes[~moving]
        if not len(up):
            return 0.0
        left, right = up[:, 0].min(), (up[:, 0] + up[:, 2]).max()
        near = (rest[:, 0] < right) & (rest[:, 0] + rest[:, 2] > left)
        near &= rest[:, 1] + rest[:, 3] > up[:, 1].min() - most - ROOM
        near &= rest[:, 1] < up[:, 1].max()
        rest = rest[near]
        for left, top, wide, high in rest.tolist():
            over = (up[:, 0] < left + wide) & (left < up[:, 0] + up[:, 2]) & (up[:, 1] > top)
            most = float(np.min(up[over, 1] - top - high - ROOM, initial=most))
        return max(_whole(most), 0.0)

    def _of(self, names: Iterable[str]) -> Mask:
        mask = np.zeros(len(self._boxes), dtype=bool)
        mask[[self._index[name] for name in names if name in self._index]] = True
        return mask

    def _frames_of(self, moving: Mask, level: float, *, all_below: bool) -> tuple[Mask, Mask]:
        """The frames that go along, and those around that shrink."""
        top, bottom = self._frames[:, 1], self._frames[:, 1] + self._frames[:, 3]
        if all_below:
            return top >= level, (top < level) & (bottom > level)
        cards = self._boxes[: len(self._index)]
        low, high = cards[:, :2], cards[:, :2] + cards[:, 2:]
        held = [
            np.all((low >= frame[:2]) & (high <= frame[:2] + frame[2:]), axis=1)
            for frame in self._frames
        ]
        own = moving[: len(self._index)]
        along = [bool(inside.any() and not (inside & ~own).any()) for inside in held]
        return np.array(along, dtype=bool), np.zeros(len(along), dtype=bool)

    def _between(self, moving: Mask) -> Mask:
        """The points of wires both ends of which move."""
        index = self._index
        return np.array(
            [
                bool(moving[index[w.source.node]] and moving[index[w.target.node]])
                for w, points in self._graph.bends
                for _ in points
            ],
            dtype=bool,
        )

    def graph(self) -> Graph:
        """With everything where it stands now."""
        graph, count = self._graph, len(self._index)
        boxes = self._boxes.tolist()
        y = iter(self._points.tolist())
        return replace(
            graph,
            nodes=tuple(
                n if n.position[1] == box[1] else replace(n, position=(box[0], box[1]))
                for n, box in zip(graph.nodes, boxes[:count], strict=True)
            ),
            notes=tuple(
                replace(n, box=_box(b)) for n, b in zip(graph.notes, boxes[count:], strict=True)
            ),
            frames=tuple(
                replace(f, box=_box(b))
                for f, b in zip(graph.frames, self._frames.tolist(), strict=True)
            ),
            bends=tuple(
                (w, tuple[Position, ...]((x, next(y)) for x, _ in points))
                for w, points in graph.bends
            ),
        )


def _holes(graph: Graph, names: frozenset[str], places: _Places) -> Iterator[_Hole]:
    """From the lowest to the highest, so that closing one leaves the others where they are."""
    found = []
    for group in _groups(graph, names):
        spans = [places.span(name) for name in group]
        top, bottom = min(y for y, _ in spans), max(y for _, y in spans)
        into = {w.source.node for name in group for w in graph.into(name)} - names
        out = {w.target.node for name in group for w in graph.out_of(name)} - names
        above = max((y for name in into if (y := places.span(name)[1]) <= top), default=None)
        below = min((y for name in out if (y := places.span(name)[0]) >= bottom), default=None)
        if above is not None and below is not None:
            fed = frozenset(name for name in out if places.span(name)[0] >= below)
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


def _array(boxes: Collection[Box]) -> Array:
    return np.array(list(boxes), dtype=np.float64).reshape(-1, 4)


def _box(numbers: list[float]) -> Box:
    left, top, width, height = numbers
    return left, top, width, height


def _whole(length: float) -> float:
    return math.floor(length / GRID) * GRID
