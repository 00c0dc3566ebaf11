"""The shown graph laid out as arrays: cards, their ports and the courses of the wires.

Laying out after an edit takes over from the former layout what the edit did not reach.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.bending import led
from app.ui.canvas.cards import Card
from app.ui.canvas.lanes import Lanes, alike, deal
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.canvas.ports import Ports, SocketIndex
from app.ui.canvas.routing import POINTS, Array, arcs, curves, extent
from nodes.network import Wire
from nodes.network.model import Bend

Size = tuple[float, float]  # width and height, in scene units
_LOOSE = 16.0  # from a card's right side to the end of a wire whose port is gone


class WireIndex:
    """The number of every wire."""

    def __init__(
        self, wires: Sequence[Wire], index: Mapping[str, int], targets: NDArray[np.intp]
    ) -> None:
        self._wires, self._index = wires, index
        self._order = np.argsort(targets, kind="stable")
        self._sorted = targets[self._order]

    def of_target(self, node: str) -> list[int]:
        """The numbers of the wires into a card, in their order."""
        if (i := self._index.get(node)) is None:
            return []
        first, last = np.searchsorted(self._sorted, [i, i + 1])
        found: list[int] = self._order[first:last].tolist()
        return found

    def get(self, wire: Wire | None) -> int | None:
        if wire is None:
            return None
        return next((k for k in self.of_target(wire.target.node) if self._wires[k] == wire), None)

    def __contains__(self, wire: Wire | None) -> bool:
        return self.get(wire) is not None

    def __getitem__(self, wire: Wire) -> int:
        if (found := self.get(wire)) is None:
            raise KeyError(wire)
        return found


class Laid:
    """Arrays over the cards, sockets and wires of a graph. A card's place is its top left corner.

    `sizes` are the cards, by name, that are not of the usual size; `bends` the points that wires
    are led through; `old` is the layout before an edit.
    """

    def __init__(
        self,
        cards: Sequence[Card] = (),
        wires: Sequence[Wire] = (),
        bends: Iterable[Bend] = (),
        sizes: Mapping[str, Size] | None = None,
        old: Laid | None = None,
    ) -> None:
        self._cards, self._given = cards, (tuple(wires), tuple(bends), dict(sizes or {}))
        self._name_and_place(cards, old)
        self.sizes: Array = np.tile((CARD_WIDTH, CARD_HEIGHT), (len(cards), 1))
        for name, size in (sizes or {}).items():
            if name in self.index:
                self.sizes[self.index[name]] = size
        self.moves = 0  # how often wires were laid anew
        self.sockets: Ports = Ports(cards, old.sockets if old is not None else None)
        self.socket_index = SocketIndex(self.sockets, self.index)
        self._after = weakref.ref(old) if old is not None else None
        self._differs: list[Array] = []
        self._bends = dict(bends)
        self.bent = dict(self._bends)  # what wires are led through, as it is shown
        self._former = self._found_in(old) if old is not None else None
        self._lay_wires(wires, old)
        self._run(old)

    def _name_and_place(self, cards: Sequence[Card], old: Laid | None) -> None:
        """Most nodes are as they were, in the same order."""
        self.names: list[str]
        self.index: dict[str, int]
        if old is None or len(old.names) != len(cards):
            self.names = [card.name for card in cards]
            self.index = {name: i for i, name in enumerate(self.names)}
            places = [card.node.position for card in cards]
            self._base: Array = np.array(places, dtype=np.float64).reshape(-1, 2)
        else:
            pairs = enumerate(zip(cards, old._cards, strict=True))
            edited = [(i, a) for i, (a, b) in pairs if a.face is not b.face]
            self.names, self._base = [*old.names], old._base.copy()
            for i, card in edited:
                self.names[i], self._base[i] = card.name, card.node.position
            same = self.names == old.names
            self.index = old.index if same else {n: i for i, n in enumerate(self.names)}
        self.places: Array = self._base.copy()

    def is_of(
        self,
        cards: Sequence[Card],
        wires: Sequence[Wire],
        bends: Iterable[Bend],
        sizes: Mapping[str, Size],
    ) -> bool:
        """Whether these, laid out, come to the same."""
        return (
            len(cards) == len(self._cards)
            and (tuple(wires), tuple(bends), sizes) == self._given
            and all(
                (a.name, a.node.position, a.inputs, a.outputs)
                == (b.name, b.node.position, b.inputs, b.outputs)
                for a, b in zip(cards, self._cards, strict=True)
                if a.face is not b.face
            )
        )

    def _found_in(self, old: Laid) -> NDArray[np.intp]:
        """The number that every card had in a former layout, or -1.

        One whose name is new, in the place of one whose name is gone, is taken for that, renamed.
        """
        if old.names == self.names:
            return np.arange(len(self.names))
        found = np.array([old.index.get(name, -1) for name in self.names], np.intp)
        if len(old.names) == len(self.names):
            gone = np.ones(len(old.names), dtype=bool)
            gone[found[found >= 0]] = False
            renamed = np.flatnonzero((found < 0) & gone)
            found[renamed] = renamed
        return found

    # --- wires and their ends --------------------------------------------------------------------

    def _lay_wires(self, wires: Sequence[Wire], old: Laid | None) -> None:
        """Those between cards; one whose port is gone ends at the edge of the card, as broken."""
        index = self.index
        self.wires = [w for w in wires if w.source.node in index and w.target.node in index]
        # Of every wire: source card, port of it, target card, port of it; -1 for a port gone.
        table = np.full((len(self.wires), 4), -1, np.intp)
        self._was: NDArray[np.intp] = np.full(len(self.wires), -1, np.intp)
        ready = np.zeros(len(self.wires), dtype=bool)
        if old is not None and self._former is not None:
            card_now = np.full(len(old.names) + 1, -1, np.intp)
            card_now[self._former] = np.arange(len(self.names))
            self._was = self._wires_in(old, card_now)
            ready = self._was >= 0
            taken = old._ends_of[self._was[ready]]
            here = card_now[taken[:, [0, 2]]]
            alike = self.sockets.kinds[here] == old.sockets.kinds[taken[:, [0, 2]]]
            table[ready] = np.stack([here[:, 0], taken[:, 1], here[:, 1], taken[:, 3]], axis=1)
            ready[ready] = alike.all(axis=1)
        for k in np.flatnonzero(~ready).tolist():
            source, target = self.wires[k].source, self.wires[k].target
            a, b = index[source.node], index[target.node]
            local = self.sockets.local
            table[k] = a, local(a, source.port, True), b, local(b, target.port, False)
        self._ends_of: NDArray[np.intp] = table
        self.wire_nodes: NDArray[np.intp] = table[:, [0, 2]]
        self.broken: NDArray[np.bool_] = np.any(table[:, [1, 3]] < 0, axis=1)
        self.wire_index = WireIndex(self.wires, index, self.wire_nodes[:, 1])
        self._target: NDArray[np.intp] = np.where(
            table[:, 3] >= 0, self.sockets.first[table[:, 2]] + table[:, 3], -1
        )
        self._lay_slots()

    def _wires_in(self, old: Laid, card_now: NDArray[np.intp]) -> NDArray[np.intp]:
        """The number that every wire had in a former layout, or -1; it follows renamed cards."""
        if old.wires == self.wires:
            return np.arange(len(self.wires))
        former = {id(w): k for k, w in enumerate(old.wires)}
        found = np.array([former.get(id(w), -1) for w in self.wires], np.intp)
        for k in np.flatnonzero(found < 0).tolist() if len(old.wires) == len(self.wires) else ():
            new, was = self.wires[k], old.wires[k]
            a, b = card_now[old.wire_nodes[k]].tolist()
            if (a, b) == (self.index[new.source.node], self.index[new.target.node]) and (
                (new.source.port, new.target.port) == (was.source.port, was.target.port)
            ):
                found[k] = k
        return found

    def _lay_slots(self) -> None:
        """How long the slots are, and where in them their wires end."""
        into = self._target[self._target >= 0]
        counts = np.bincount(into, minlength=len(self.sockets))
        self.socket_half: Array = self.sockets.halves(counts, self.sizes)
        self._socket_offset = self.sockets.offsets(self.sizes)
        self._across = np.zeros(len(self.wires))
        held = np.flatnonzero(self._target >= 0)
        held = held[np.argsort(self._target[held], kind="stable")]
        target = self._target[held]
        begins = np.cumsum(counts) - counts
        place = np.arange(len(held)) - begins[target]
        self._across[held] = (
            (place + 0.5) / np.maximum(counts[target], 1) * 2 - 1
        ) * self.socket_half[target]

    def _ends(self, wires: slice | NDArray[np.intp]) -> tuple[Array, Array]:
        """Where wires begin and end, now."""
        table = self._ends_of[wires]
        found = []
        for card, port, down in ((table[:, 0], table[:, 1], 1.0), (table[:, 2], table[:, 3], 0.0)):
            number = self.sockets.first[card] + np.maximum(port, 0)
            offset = self.sizes[card] * (1.0, down) - (_LOOSE, 0.0)
            held = port >= 0
            offset[held] = self._socket_offset[number[held]]
            found.append(self.places[card] + offset)
        found[1][:, 0] += self._across[wires]
        return found[0], found[1]

    def wired(self) -> NDArray[np.bool_]:
        """By socket, whether a wire begins or ends there."""
        table, first = self._ends_of, self.sockets.first
        source = (first[table[:, 0]] + table[:, 1])[table[:, 1] >= 0]
        found = np.zeros(len(self.sockets), dtype=bool)
        found[source] = found[self._target[self._target >= 0]] = True
        return found

    # --- courses ---------------------------------------------------------------------------------

    _lanes: Lanes

    def _run(self, old: Laid | None) -> None:
        """Every wire to its place; those keep their course that nothing has come in the way of."""
        self.socket_places: Array = self.places[self.sockets.node] + self._socket_offset
        start, end = self._ends(slice(None))
        bent = {k: p for w, p in self._bends.items() if (k := self.wire_index.get(w)) is not None}
        fixed = np.zeros(len(self.wires), dtype=bool)
        fixed[list(bent)] = True
        boxes = np.hstack([self.places, self.places + self.sizes])
        self._boxes = boxes
        if old is not None and len(old.wires):
            changed = self._changed(old)
            self._differs.append(changed)
            self._lanes = deal(
                start, end, self.wire_nodes, fixed, boxes, old._lanes, self._was, changed
            )
        else:
            old = None
            self._lanes: Lanes = deal(start, end, self.wire_nodes, fixed, boxes)
        self.courses: Array = np.empty((len(self.wires), POINTS, 2))
        low, high = np.empty((len(self.wires), 2)), np.empty((len(self.wires), 2))
        todo = np.ones(len(self.wires), dtype=bool)
        if old is not None:
            known = np.flatnonzero((self._was >= 0) & ~fixed)
            at, former = self._was[known], old._lanes
            same = (former.start[at] == start[known]).all(axis=1) & ~former.fixed[at]
            same &= (former.end[at] == end[known]).all(axis=1)
            same &= alike(former.lane[at], self._lanes.lane[known])
            kept, held = known[same], at[same]
            self.courses[kept] = old._laid_courses[held]
            low[kept], high[kept] = old._laid_low[held], old._laid_high[held]
            todo[kept] = False
        lanes = self._lanes.lane
        direct = np.flatnonzero(todo & np.isnan(lanes) & ~fixed)
        self.courses[direct] = curves(start[direct], end[direct])
        around = np.flatnonzero(todo & ~np.isnan(lanes))
        self.courses[around] = arcs(start[around], end[around], lanes[around])
        for k, points in bent.items():
            (x0, y0), (x1, y1) = start[k].tolist(), end[k].tolist()
            self.courses[k] = led((x0, y0), (x1, y1), points, boxes)
        low[todo], high[todo] = extent(self.courses[todo])
        if old is not None:
            self._differs += self._differing(old, np.hstack([low, high]), todo)
        self._low, self._high = low, high
        self._laid_low: Array = low.copy()
        self._laid_high: Array = high.copy()
        self._laid_courses: Array = self.courses  # shown as they are, until cards are shifted
        self.moves += 1

    def differs_from(self, old: Laid) -> Array | None:
        """The boxes of the cards and wires that are not as in the layout before, then and now.

        None where this one was not made after that.
        """
        if self is old:
            return np.empty((0, 4))
        if not self._differs or self._after is None or self._after() is not old:
            return None
        return np.vstack(self._differs)

    def _differing(self, old: Laid, extents: Array, todo: NDArray[np.bool_]) -> list[Array]:
        """Of the wires: those laid anew and those gone, with the cards at their ends."""
        gone = np.ones(len(old.wires), dtype=bool)
        gone[self._was[~todo]] = False
        before = np.hstack([old._laid_low, old._laid_high])
        return [
            extents[todo],
            self._boxes[np.unique(self.wire_nodes[todo])],
            before[gone],
            old._boxes[np.unique(old.wire_nodes[gone])],
        ]

    def _changed(self, old: Laid) -> Array:
        """The boxes of the cards that came, went, moved or grew: where they were and are."""
        assert self._former is not None
        at = self._former
        stays = at >= 0
        level = stays.copy()
        level[stays] = (old._boxes[at[stays]] == self._boxes[stays]).all(axis=1)
        gone = np.ones(len(old.names), dtype=bool)
        gone[at[level]] = False
        return np.vstack([self._boxes[~level], old._boxes[gone]])
