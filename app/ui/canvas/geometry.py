"""Where everything is: cards, ports and wires as arrays, and what lies at a point. No painting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.cards import Card
from app.ui.canvas.metrics import (
    CARD_HEIGHT,
    CARD_WIDTH,
    PORT_REACH,
    SLOT_HEIGHT,
    SLOT_STEP,
    WIRE_REACH,
)
from app.ui.canvas.routing import POINTS, Array, courses, curves
from nodes.network import Endpoint, Position, Wire

Box = tuple[float, float, float, float]  # left, top, right, bottom
_CARD = np.array([CARD_WIDTH, CARD_HEIGHT])
_STEPS, _SIDES = (2, 4, 6), (-1, 1)  # points from the middle of a wire, clear of its ports
_LOOSE = 16.0  # from a card's right side to the end of a wire whose port is gone


class Socket(NamedTuple):
    """A port as it is seen: a block may have an input and an output of one name."""

    end: Endpoint
    output: bool


class Geometry:
    """The shown graph in scene coordinates. A card's position is its top left corner."""

    def __init__(self, cards: Sequence[Card] = (), wires: Sequence[Wire] = ()) -> None:
        self.names = [card.name for card in cards]
        self.index = {name: i for i, name in enumerate(self.names)}
        self.places: Array = np.array(
            [card.node.position for card in cards], dtype=np.float64
        ).reshape(-1, 2)
        self._base = self.places.copy()
        self.moves = 0  # how often wires were laid anew
        self._lay_ports(cards, wires)
        self._lay_wires(wires)

    # --- laying out ------------------------------------------------------------------------------

    def _lay_ports(self, cards: Sequence[Card], wires: Sequence[Wire]) -> None:
        count: dict[Endpoint, int] = {}
        for wire in wires:
            count[wire.target] = count.get(wire.target, 0) + 1
        self.sockets: list[Socket] = []
        rows: list[tuple[float, float, float, float]] = []  # node, offset across and down, half
        for i, card in enumerate(cards):
            for k, port in enumerate(card.inputs):
                end = Endpoint(card.name, port.name)
                half = 0.0
                if port.variadic:
                    wanted = max(count.get(end, 0) + 1, 3) * SLOT_STEP / 2
                    half = min(wanted, CARD_WIDTH / 2 / len(card.inputs) - 8)
                self.sockets.append(Socket(end, False))
                rows.append((i, _spread(k, len(card.inputs)), 0.0, half))
            for k, name in enumerate(card.outputs):
                self.sockets.append(Socket(Endpoint(card.name, name), True))
                rows.append((i, _spread(k, len(card.outputs)), CARD_HEIGHT, 0.0))
        table = np.array(rows, dtype=np.float64).reshape(-1, 4)
        self.socket_index = {socket: i for i, socket in enumerate(self.sockets)}
        self.socket_node: NDArray[np.intp] = table[:, 0].astype(np.intp)
        self._socket_offset = table[:, 1:3]
        self.socket_half: Array = table[:, 3]  # of a variadic port's slot; 0 for a plain port

    def _lay_wires(self, wires: Sequence[Wire]) -> None:
        """Those between cards; one whose port is gone ends at the edge of the card, as broken."""
        known = dict(self.socket_index)
        loose: list[tuple[float, float, float]] = []  # node, offset across and down
        self.wires, pairs = [], []
        for wire in wires:
            ends = Socket(wire.source, True), Socket(wire.target, False)
            if any(end.node not in self.index for end, _ in ends):
                continue
            for socket in ends:
                if socket not in known:
                    known[socket] = len(known)
                    down = CARD_HEIGHT if socket.output else 0.0
                    loose.append((self.index[socket.end.node], CARD_WIDTH - _LOOSE, down))
            self.wires.append(wire)
            pairs.append([known[socket] for socket in ends])
        table = np.array(loose, dtype=np.float64).reshape(-1, 3)
        self._end_node = np.concatenate([self.socket_node, table[:, 0].astype(np.intp)])
        self._end_offset = np.concatenate([self._socket_offset, table[:, 1:]])
        self.wire_index = {w: i for i, w in enumerate(self.wires)}
        sockets = np.array(pairs, dtype=np.intp).reshape(-1, 2)
        self.wire_nodes: NDArray[np.intp] = self._end_node[sockets]
        self.broken: NDArray[np.bool_] = np.any(sockets >= len(self.sockets), axis=1)
        self._wire_sockets = sockets
        into: dict[int, list[int]] = {}
        for k, b in enumerate(sockets[:, 1]):
            into.setdefault(int(b), []).append(k)
        self._into = into
        across = np.zeros(len(sockets))
        for b, group in into.items():
            if b < len(self.sockets):
                across[group] = _slot(len(group), float(self.socket_half[b]))
        self._across = across
        self._run()

    def _ends(self) -> tuple[Array, Array]:
        """Where every wire begins and ends, now."""
        at = self.places[self._end_node] + self._end_offset
        self.socket_places = at[: len(self.sockets)]
        start, end = at[self._wire_sockets[:, 0]], at[self._wire_sockets[:, 1]].copy()
        end[:, 0] += self._across
        return start, end

    def _run(self) -> None:
        start, end = self._ends()
        self.courses = courses(start, end, self.wire_nodes, self.places)
        self._bound(slice(None))

    def _bound(self, which: slice | NDArray[np.bool_]) -> None:
        self.moves += 1
        if isinstance(which, slice):
            self._low, self._high = self.courses.min(axis=1), self.courses.max(axis=1)
        else:
            self._low[which] = self.courses[which].min(axis=1)
            self._high[which] = self.courses[which].max(axis=1)

    # --- moving ----------------------------------------------------------------------------------

    def shift(self, names: Iterable[str], dx: float, dy: float) -> None:
        """Show nodes away from their places, while they are dragged; their wires run directly."""
        chosen = np.zeros(len(self.names), dtype=bool)
        chosen[[self.index[n] for n in names if n in self.index]] = True
        self.places[chosen] = self._base[chosen] + (dx, dy)
        touched: NDArray[np.bool_] = np.any(chosen[self.wire_nodes], axis=1)
        start, end = self._ends()
        self.courses[touched] = curves(start[touched], end[touched])
        self._bound(touched)

    def restore(self) -> None:
        """Every node back to its place."""
        self.places[:] = self._base
        self._run()

    # --- boxes -----------------------------------------------------------------------------------

    def bounds(self, names: Iterable[str] | None = None) -> Box | None:
        """Around these cards, or around all cards and wires; None where there is nothing."""
        if not self.names:
            return None
        if names is None:
            low, high = self.places.min(axis=0), self.places.max(axis=0) + _CARD
            if self.wires:
                low = np.minimum(low, self._low.min(axis=0))
                high = np.maximum(high, self._high.max(axis=0))
        else:
            chosen = self.places[[self.index[n] for n in names if n in self.index]]
            if not len(chosen):
                return None
            low, high = chosen.min(axis=0), chosen.max(axis=0) + _CARD
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def trunk(self) -> float:
        """Where across the middle of the uppermost cards is: there a network begins."""
        highest = self.places[self.places[:, 1] == self.places[:, 1].min(), 0]
        return float(highest.min() + highest.max() + CARD_WIDTH) / 2

    def cards_in(self, box: Box) -> NDArray[np.intp]:
        """Indices of the cards that touch a box."""
        x, y = self.places[:, 0], self.places[:, 1]
        left, top, right, bottom = box
        return np.flatnonzero(
            (x <= right) & (x + CARD_WIDTH >= left) & (y <= bottom) & (y + CARD_HEIGHT >= top)
        )

    def wires_in(self, box: Box) -> NDArray[np.bool_]:
        """A mask of the wires that may touch a box."""
        left, top, right, bottom = box
        low, high = self._low, self._high
        across = (low[:, 0] <= right) & (high[:, 0] >= left)
        found: NDArray[np.bool_] = across & (low[:, 1] <= bottom) & (high[:, 1] >= top)
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

    def wire_at(self, x: float, y: float, reach: float = WIRE_REACH) -> Wire | None:
        """The nearest wire within reach."""
        near = np.flatnonzero(self.wires_in((x - reach, y - reach, x + reach, y + reach)))
        if not len(near):
            return None
        a, b = self.courses[near, :-1], self.courses[near, 1:]
        along = b - a
        length = np.maximum((along**2).sum(axis=2), 1e-9)
        t = np.clip((((x, y) - a) * along).sum(axis=2) / length, 0, 1)
        away = np.hypot(*np.moveaxis(a + t[..., None] * along - (x, y), 2, 0)).min(axis=1)
        nearest = int(np.argmin(away))
        return self.wires[int(near[nearest])] if away[nearest] <= reach else None

    def wires_into(self, target: Endpoint) -> list[Wire]:
        """The wires into a port, in their order."""
        socket = self.socket_index.get(Socket(target, False))
        return [self.wires[k] for k in self._into.get(socket, [])] if socket is not None else []

    def end_at(self, target: Endpoint, x: float) -> Wire | None:
        """The wire that ends at an input port, at this place of its slot."""
        socket = self.socket_index.get(Socket(target, False))
        group = self._into.get(socket, []) if socket is not None else []
        for k in group:
            end = self.courses[k, -1, 0]
            if len(group) == 1 or abs(end - x) <= self._step(len(group), socket) / 2:
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
        half, wires = float(self.socket_half[socket]), len(self._into.get(socket, []))
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
        socket = self.socket_index[Socket(target, False)]
        return [k for k in self._into.get(socket, []) if self.wires[k] != without]

    def _step(self, wires: int, socket: int | None) -> float:
        return SLOT_STEP if socket is None else 2 * float(self.socket_half[socket]) / max(wires, 1)

    def is_broken(self, wire: Wire) -> bool:
        """Whether it ends where there is no port any more."""
        return bool(self.broken[self.wire_index[wire]])

    def start_of(self, wire: Wire) -> Position:
        x, y = self.courses[self.wire_index[wire], 0]
        return float(x), float(y)

    def middle(self, wire: Wire) -> Position:
        """A point on a wire, about half way."""
        course = self.courses[self.wire_index[wire]]
        x, y = (course[POINTS // 2 - 1] + course[POINTS // 2]) / 2
        return float(x), float(y)

    def along(self, wire: Wire) -> list[Position]:
        """Points on a wire, from its middle towards its ends."""
        course = self.courses[self.wire_index[wire]]
        places = [POINTS // 2 + side * step for step in _STEPS for side in _SIDES]
        return [self.middle(wire), *((float(x), float(y)) for x, y in course[places])]


def _spread(at: int, count: int) -> float:
    return CARD_WIDTH * (at + 1) / (count + 1) if count < 3 else CARD_WIDTH * (at + 0.5) / count


def _slot(count: int, half: float) -> Array:
    """Offsets of the wires within a slot, in their order, from its middle."""
    return ((np.arange(count) + 0.5) / count * 2 - 1) * half
