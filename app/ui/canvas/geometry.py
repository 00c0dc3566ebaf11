"""Where everything is and what lies at a point: the layout, asked and shifted. No painting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.bending import led, through
from app.ui.canvas.laid import Laid, Size
from app.ui.canvas.metrics import PORT_REACH, SLOT_HEIGHT, SLOT_STEP, WIRE_REACH
from app.ui.canvas.ports import Socket
from app.ui.canvas.routing import POINTS, Array, curves, extent
from nodes.network import Endpoint, Position, Wire
from nodes.network.edits.marks import Point

__all__ = ["Box", "Geometry", "Size", "Socket"]

Box = tuple[float, float, float, float]  # left, top, right, bottom
_STEPS, _SIDES = (2, 4, 6), (-1, 1)  # points from the middle of a wire, clear of its ports
_NONE: NDArray[np.intp] = np.empty(0, np.intp)


class _Held(NamedTuple):
    """What moves with the cards that are dragged."""

    names: frozenset[str]
    chosen: NDArray[np.bool_]  # by card, whether it is one of them
    cards: NDArray[np.intp]
    sockets: NDArray[np.intp]
    along: NDArray[np.intp]  # wires between them
    torn: NDArray[np.intp]  # wires from or to others
    ends: tuple[Array, Array]  # of those, from the corners of their cards


class Geometry(Laid):
    """The shown graph in scene coordinates. A card's position is its top left corner."""

    # --- moving ----------------------------------------------------------------------------------

    _held: _Held | None = None
    _loose: NDArray[np.bool_] | None = None
    _last_around: tuple[int, Array, Array] | None = None  # the moves by then, and what it was
    carried: tuple[NDArray[np.bool_], Array] | None = None  # by wire, whether; and how far

    @property
    def loose(self) -> NDArray[np.bool_]:
        """By wire, whether it has another course than it was laid with."""
        if self._loose is None:
            self._loose = np.zeros(len(self.wires), dtype=bool)
        return self._loose

    @property
    def held(self) -> NDArray[np.intp]:
        """The cards that are dragged."""
        return self._held.cards if self._held is not None else _NONE

    def held_of(self, cards: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Of these cards, whether each is dragged."""
        if self._held is None:
            return np.zeros(len(cards), dtype=bool)
        found: NDArray[np.bool_] = self._held.chosen[cards]
        return found

    @property
    def laid_courses(self) -> Array:
        """The courses while nothing is dragged; what is `carried` has them elsewhere."""
        return self._laid_courses

    def shift(
        self, names: Iterable[str], dx: float, dy: float, points: Collection[Point] = ()
    ) -> Box | None:
        """Show nodes away from their places, while they are dragged; their wires run directly.

        Wires between them keep their course. Points of wires move along. Answers with the box
        around all that moved, as it was and as it is.
        """
        held = self._holding(frozenset(names))
        self._lead_along(points, dx, dy)
        if not len(held.cards):
            return None
        before = self._last_around
        if before is None or before[0] != self.moves:
            before = self.moves, *self._around(held)
        by = np.array([dx, dy])
        self.places[held.cards] = self._base[held.cards] + by
        self.socket_places[held.sockets] = (
            self.places[self.sockets.node[held.sockets]] + self._socket_offset[held.sockets]
        )
        self.courses[held.along] = self._laid_courses[held.along] + by
        if self.carried is not None:
            self.carried = self.carried[0], by
        start, end = (self.places[self.wire_nodes[held.torn, k]] + held.ends[k] for k in (0, 1))
        self.courses[held.torn] = curves(start, end)
        for k, at in enumerate(held.torn.tolist() if self._bends else ()):
            if (way := self.bent.get(self.wires[at])) is not None:
                (x0, y0), (x1, y1) = start[k].tolist(), end[k].tolist()
                self.courses[at] = through((x0, y0), (x1, y1), way)
        self._low[held.along] = self._laid_low[held.along] + by
        self._high[held.along] = self._laid_high[held.along] + by
        self._low[held.torn], self._high[held.torn] = extent(self.courses[held.torn])
        self.moves += 1
        after = self._last_around = self.moves, *self._around(held)
        low, high = np.minimum(before[1], after[1]), np.maximum(before[2], after[2])
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def _lead_along(self, points: Collection[Point], dx: float, dy: float) -> None:
        for wire in {wire for wire, _ in points}:
            way = enumerate(self._bends[wire])
            self.lead(
                wire, [(x + dx, y + dy) if (wire, k) in points else (x, y) for k, (x, y) in way]
            )

    def lead(self, wire: Wire, points: Sequence[Position]) -> None:
        """Show a wire led through other points, while one of them is dragged."""
        self._holding(frozenset() if self._held is None else self._held.names)
        at = np.array([self.wire_index[wire]])
        self.bent[wire] = tuple(points)
        start, end = self._ends(at)
        (x0, y0), (x1, y1) = start[0].tolist(), end[0].tolist()
        self.courses[at[0]] = led((x0, y0), (x1, y1), points, self._boxes)
        self.loose[at] = True
        self._low[at], self._high[at] = extent(self.courses[at])
        self.moves += 1

    def show(self, places: Array) -> None:
        """Show every node at another place, (cards, 2), while they move by themselves."""
        self._holding(frozenset())
        self.places[:] = places
        self.socket_places = self.places[self.sockets.node] + self._socket_offset
        self.courses[:] = curves(*self._ends(slice(None)))
        self.loose[:] = True
        self._low[:], self._high[:] = extent(self.courses)
        self.moves += 1

    def _holding(self, names: frozenset[str]) -> _Held:
        if self._held is None or self._held.names != names:
            if self._held is not None:
                self.restore()
            chosen = np.zeros(len(self.names), dtype=bool)
            chosen[[self.index[n] for n in names if n in self.index]] = True
            ends = chosen[self.wire_nodes]
            torn = np.flatnonzero(ends.any(axis=1) & ~ends.all(axis=1))
            start, end = self._ends(torn)
            first, last = self.wire_nodes[torn].T
            self._held = _Held(
                names,
                chosen,
                np.flatnonzero(chosen),
                np.flatnonzero(chosen[self.sockets.node]),
                np.flatnonzero(ends.all(axis=1)),
                torn,
                (start - self.places[first], end - self.places[last]),
            )
            self.courses = self._laid_courses.copy()
            along = np.zeros(len(self.wires), dtype=bool)
            along[self._held.along] = True
            self.carried = along, np.zeros(2)
            self.loose[self._held.torn] = True
        return self._held

    def _around(self, held: _Held) -> tuple[Array, Array]:
        places = self.places[held.cards]
        low, high = places.min(axis=0), (places + self.sizes[held.cards]).max(axis=0)
        for group in (held.along, held.torn):
            if len(group):
                low = np.minimum(low, self._low[group].min(axis=0))
                high = np.maximum(high, self._high[group].max(axis=0))
        return low, high

    def restore(self) -> None:
        """Every node back to its place."""
        self._held = self._loose = self.carried = None
        self.bent = dict(self._bends)
        self.places[:] = self._base
        self.socket_places = self.places[self.sockets.node] + self._socket_offset
        self.courses = self._laid_courses
        self._low[:], self._high[:] = self._laid_low, self._laid_high
        self.moves += 1

    # --- boxes -----------------------------------------------------------------------------------

    def bounds(self, names: Iterable[str] | None = None) -> Box | None:
        """Around these cards, or around all cards and wires; None where there is nothing."""
        if not self.names:
            return None
        if names is None:
            if self._whole is None or self._whole[0] != self.moves:
                self._whole = self.moves, self._measured()
            return self._whole[1]
        chosen = [self.index[n] for n in names if n in self.index]
        if not chosen:
            return None
        places = self.places[chosen]
        low, high = places.min(axis=0), (places + self.sizes[chosen]).max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    _whole: tuple[int, Box] | None = None

    def _measured(self) -> Box:
        low, high = self.places.min(axis=0), (self.places + self.sizes).max(axis=0)
        if self.wires:
            low = np.minimum(low, self._low.min(axis=0))
            high = np.maximum(high, self._high.max(axis=0))
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def trunk(self) -> float:
        """Where across the middle of the uppermost cards is: there a network begins."""
        highest = self.places[:, 1] == self.places[:, 1].min()
        left, width = self.places[highest, 0], self.sizes[highest, 0]
        return float(left.min() + (left + width).max()) / 2

    def cards_in(self, box: Box) -> NDArray[np.intp]:
        """Indices of the cards that touch a box."""
        x, y = self.places[:, 0], self.places[:, 1]
        left, top, right, bottom = box
        wide, tall = self.sizes[:, 0], self.sizes[:, 1]
        return np.flatnonzero((x <= right) & (x + wide >= left) & (y <= bottom) & (y + tall >= top))

    def wires_in(self, box: Box) -> NDArray[np.bool_]:
        """A mask of the wires that may touch a box."""
        left, top, right, bottom = box
        low, high = self._low, self._high
        across = (low[:, 0] <= right) & (high[:, 0] >= left)
        found: NDArray[np.bool_] = across & (low[:, 1] <= bottom) & (high[:, 1] >= top)
        return found

    def wires_near(self, box: Box, among: NDArray[np.intp]) -> NDArray[np.intp]:
        """Those of these wires, by their numbers, that may touch a box."""
        left, top, right, bottom = box
        (x0, y0), (x1, y1) = self._low[among].T, self._high[among].T
        found: NDArray[np.intp] = among[(x0 <= right) & (x1 >= left) & (y0 <= bottom) & (y1 >= top)]
        return found

    def wire_box(self, number: int) -> Box:
        """Around a wire."""
        (left, top), (right, bottom) = self._low[number].tolist(), self._high[number].tolist()
        return left, top, right, bottom

    def extents(self) -> Array:
        """How far every wire reaches across or down, whichever is more."""
        found: Array = (self._high - self._low).max(axis=1)
        return found

    # --- what lies at a point --------------------------------------------------------------------

    def node_at(self, x: float, y: float) -> str | None:
        """The uppermost card at a point: the last of the graph."""
        found = self.cards_in((x, y, x, y))
        return self.names[int(found[-1])] if len(found) else None

    def socket_distances(self, x: float, y: float) -> Array:
        """From a point to every port; to a slot, from its nearest place."""
        away = np.abs(self.socket_places - (x, y))
        away[:, 0] = np.maximum(away[:, 0] - self.socket_half, 0)
        found: Array = np.hypot(away[:, 0], np.maximum(away[:, 1] - SLOT_HEIGHT / 2, 0))
        return found

    def socket_at(self, x: float, y: float, reach: float = PORT_REACH) -> Socket | None:
        """The nearest port within reach."""
        if not self.sockets:
            return None
        away = self.socket_distances(x, y)
        nearest = int(np.argmin(away))
        return self.sockets[nearest] if away[nearest] <= reach else None

    def socket_place(self, socket: Socket) -> Position:
        x, y = self.socket_places[self.socket_index[socket]]
        return float(x), float(y)

    def sockets_of(self, name: str) -> list[Socket]:
        """The ports of a card, inputs before outputs."""
        i, first = self.index[name], self.sockets.first
        return [self.sockets[k] for k in range(int(first[i]), int(first[i + 1]))]

    def wire_at(self, x: float, y: float, reach: float = WIRE_REACH) -> Wire | None:
        """The nearest wire within reach."""
        near = np.flatnonzero(self.wires_in((x - reach, y - reach, x + reach, y + reach)))
        found = self.nearest(np.array([(x, y)]), reach, near)[0]
        return self.wires[found] if found >= 0 else None

    def nearest(self, points: Array, reach: float, among: NDArray[np.intp]) -> list[int]:
        """The number of the nearest of these wires to every point, (n, 2); -1: none in reach."""
        low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
        wires = self.wires_near((*low.tolist(), *high.tolist()), among)
        a, b = self.courses[wires, :-1].reshape(-1, 2), self.courses[wires, 1:].reshape(-1, 2)
        here = ((np.minimum(a, b) <= high) & (np.maximum(a, b) >= low)).all(axis=1)
        pieces = np.flatnonzero(here)
        if not len(pieces):
            return [-1] * len(points)
        a, b = a[pieces], b[pieces]
        along = b - a
        length = np.maximum((along**2).sum(axis=1), 1e-9)
        from_a = points[:, None] - a
        t = np.clip((from_a * along).sum(axis=2) / length, 0, 1)
        off = from_a - t[..., None] * along
        away = np.sqrt((off**2).sum(axis=2))
        best = away.argmin(axis=1)
        within = away[np.arange(len(points)), best] <= reach
        found: list[int] = np.where(within, wires[pieces[best] // (POINTS - 1)], -1).tolist()
        return found

    def wires_into(self, target: Endpoint) -> list[Wire]:
        """The wires into a port, in their order."""
        return [self.wires[k] for k in self._into(target)]

    def ends_at(self, socket: int) -> list[float]:
        """Where across the wires into a port, by its number, end."""
        into = self.wire_index.of_target(self.names[int(self.sockets.node[socket])])
        own = np.array([k for k in into if self._target[k] == socket], np.intp)
        found: list[float] = self.courses[own, -1, 0].tolist()
        return found

    def wires_at(self, nodes: Iterable[str]) -> NDArray[np.intp]:
        """The numbers of the wires from or to these cards."""
        chosen = np.zeros(len(self.names), dtype=bool)
        chosen[[self.index[n] for n in nodes if n in self.index]] = True
        return np.flatnonzero(chosen[self.wire_nodes].any(axis=1))

    def end_at(self, target: Endpoint, x: float, reach: float = 0.5) -> Wire | None:
        """The wire that ends at an input port, at this place of its slot.

        `reach` is how near, as a share of the way from end to end.
        """
        socket, group = self.socket_index.get(Socket(target, False)), self._into(target)
        for k in group:
            end = self.courses[k, -1, 0]
            if len(group) == 1 or abs(end - x) <= self._step(len(group), socket) * reach:
                return self.wires[k]
        return None

    def slot_index(self, target: Endpoint, x: float, without: Wire | None = None) -> int:
        """The place of a wire dropped at `x` among the others into a port."""
        return sum(self.courses[k, -1, 0] < x for k in self._others(target, without))

    def slot_choice(self, target: Endpoint, x: float) -> int | None:
        """The same for a wire that comes new to the port, or None for the last place.

        About the middle, where one aims at the port as a whole, a pixel must not decide.
        """
        socket = self.socket_index[Socket(target, False)]
        half, wires = float(self.socket_half[socket]), len(self._into(target))
        middle = min(half / 2, self._step(wires, socket))
        if abs(x - float(self.socket_places[socket, 0])) <= middle:
            return None
        index = self.slot_index(target, x)
        return index if index < wires else None

    def slot_place(self, target: Endpoint, index: int | None, without: Wire | None = None) -> float:
        """Where across a wire that takes this place will end, between the present ones."""
        socket = self.socket_index[Socket(target, False)]
        at, half = float(self.socket_places[socket, 0]), float(self.socket_half[socket])
        ends = [float(self.courses[k, -1, 0]) for k in self._others(target, without)]
        edges = [at - half, *ends, at + half]
        index = len(ends) if index is None else index
        return (edges[index] + edges[index + 1]) / 2

    def _others(self, target: Endpoint, without: Wire | None) -> list[int]:
        return [k for k in self._into(target) if self.wires[k] != without]

    def _into(self, target: Endpoint) -> list[int]:
        return [k for k in self.wire_index.of_target(target.node) if self.wires[k].target == target]

    def _step(self, wires: int, socket: int | None) -> float:
        return SLOT_STEP if socket is None else 2 * float(self.socket_half[socket]) / max(wires, 1)

    def is_broken(self, wire: Wire) -> bool:
        """Whether it ends where there is no port any more."""
        return bool(self.broken[self.wire_index[wire]])

    def start_of(self, wire: Wire) -> Position:
        x, y = self.courses[self.wire_index[wire], 0]
        return float(x), float(y)

    def end_of(self, wire: Wire) -> Position:
        x, y = self.courses[self.wire_index[wire], -1]
        return float(x), float(y)

    def middle(self, wire: Wire) -> Position:
        """A point on a wire, about half way."""
        course = self.courses[self.wire_index[wire]]
        x, y = (course[POINTS // 2 - 1] + course[POINTS // 2]) / 2
        return float(x), float(y)

    def along(self, wire: int) -> list[Position]:
        """Points on a wire, by its number, from its middle towards its ends."""
        course = self.courses[wire]
        x, y = ((course[POINTS // 2 - 1] + course[POINTS // 2]) / 2).tolist()
        places = [POINTS // 2 + side * step for step in _STEPS for side in _SIDES]
        return [(x, y), *((x, y) for x, y in course[places].tolist())]
