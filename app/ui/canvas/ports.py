"""The ports of all cards as arrays: where on its card each one is, and how it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.ui.canvas.cards import Card
from app.ui.canvas.metrics import SLOT_STEP
from app.ui.canvas.routing import Array
from nodes.network import Endpoint

_SLOT_EDGE = 8.0  # free at both sides of a slot
_FEWEST = 3  # wires that every slot has room for


class Socket(NamedTuple):
    """A port as it is seen: a block may have an input and an output of one name."""

    end: Endpoint
    output: bool


class _Pattern:
    """The ports of one kind of card: rows of share across, output, variadic, inputs beside."""

    def __init__(self, inputs: tuple[tuple[str, bool], ...], outputs: tuple[str, ...]) -> None:
        ins, outs = len(inputs), len(outputs)
        self.names = (*(name for name, _ in inputs), *outputs)
        self.inputs = ins
        self.at = {(name, False): k for k, (name, _) in enumerate(inputs)}
        self.at |= {(name, True): ins + k for k, name in enumerate(outputs)}
        rows = [(_share(k, ins), 0.0, variadic, ins) for k, (_, variadic) in enumerate(inputs)]
        rows += [(_share(k, outs), 1.0, False, ins) for k in range(outs)]
        self.rows = np.array(rows, dtype=np.float64).reshape(-1, 4)


class Ports(Sequence[Socket]):
    """All sockets in the order of their cards, and within a card inputs before outputs.

    `first` is the number of the first socket of each card and, at its end, of all.
    """

    def __init__(
        self,
        cards: Sequence[Card],
        edited: Iterable[int],
        kept: tuple[Ports, NDArray[np.intp]] | None = None,
    ) -> None:
        """The cards that are not `edited` are `kept`: of other ports, those of these numbers."""
        self._cards = cards
        if kept is None:
            self.patterns: list[_Pattern] = []
            self._known: dict[object, int] = {}
            self.kinds: NDArray[np.intp] = np.empty(len(cards), np.intp)
        else:
            self.patterns, self._known = kept[0].patterns, kept[0]._known
            self.kinds = kept[0].kinds[kept[1]]
        for i in edited:
            self.kinds[i] = self._kind(cards[i])
        rows = [pattern.rows for pattern in self.patterns]
        table = np.concatenate(rows) if rows else np.empty((0, 4))
        sizes = np.array([len(r) for r in rows], np.intp)
        begins = np.cumsum(sizes) - sizes
        counts = sizes[self.kinds] if len(rows) else np.empty(0, np.intp)
        self.first = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
        self.node: NDArray[np.intp] = np.repeat(np.arange(len(cards)), counts)
        local = np.arange(len(self.node)) - self.first[self.node]
        self._rows: Array = table[begins[self.kinds[self.node]] + local]

    def _kind(self, card: Card) -> int:
        key = tuple((p.name, p.variadic) for p in card.inputs), tuple(card.outputs)
        if key not in self._known:
            self._known[key] = len(self.patterns)
            self.patterns.append(_Pattern(*key))
        return self._known[key]

    def offsets(self, sizes: Array) -> Array:
        """Of every socket from the top left corner of its card, whose sizes these are."""
        return self._rows[:, :2] * sizes[self.node]

    def halves(self, wires: NDArray[np.intp], sizes: Array) -> Array:
        """Half of the length of every slot, with so many wires into it; 0 for a plain port."""
        wanted = np.maximum(wires + 1, _FEWEST) * SLOT_STEP / 2
        inputs = np.maximum(self._rows[:, 3], 1)
        room = sizes[self.node, 0] / 2 / inputs - _SLOT_EDGE
        found: Array = np.where(self._rows[:, 2] > 0, np.minimum(wanted, room), 0.0)
        return found

    def several(self) -> NDArray[np.bool_]:
        """By socket, whether its card has more than one like it."""
        many = [p.inputs > 1 or len(p.names) - p.inputs > 1 for p in self.patterns]
        found: NDArray[np.bool_] = np.array(many, dtype=bool)[self.kinds[self.node]]
        return found

    def with_several_outputs(self) -> NDArray[np.bool_]:
        """By card, whether it has more than one output."""
        many = [len(p.names) - p.inputs > 1 for p in self.patterns]
        found: NDArray[np.bool_] = np.array(many, dtype=bool)[self.kinds]
        return found

    def of_cards(self, cards: NDArray[np.intp]) -> NDArray[np.intp]:
        """The numbers of the sockets of these cards, one card after the other."""
        first = self.first[cards]
        counts = self.first[cards + 1] - first
        begins = np.cumsum(counts) - counts
        return np.repeat(first - begins, counts) + np.arange(int(counts.sum()))

    def local(self, card: int, port: str, output: bool) -> int:
        """The number of a port within its card, -1 where it has none of that name."""
        pattern = self.patterns[int(self.kinds[card])]
        return pattern.at.get((port, output), -1)

    def __len__(self) -> int:
        return len(self.node)

    def __getitem__(self, at: int) -> Socket:  # type: ignore[override]
        i = int(self.node[at])
        pattern, k = self.patterns[self.kinds[i]], at - int(self.first[i])
        return Socket(Endpoint(self._cards[i].name, pattern.names[k]), k >= pattern.inputs)

    def __iter__(self) -> Iterator[Socket]:
        return (self[at] for at in range(len(self)))


class SocketIndex:
    """The number of every socket."""

    def __init__(self, ports: Ports, index: Mapping[str, int]) -> None:
        self._ports, self._index = ports, index

    def get(self, socket: Socket | None) -> int | None:
        if socket is None or (i := self._index.get(socket.end.node)) is None:
            return None
        k = self._ports.local(i, socket.end.port, socket.output)
        return int(self._ports.first[i]) + k if k >= 0 else None

    def __contains__(self, socket: Socket | None) -> bool:
        return self.get(socket) is not None

    def __getitem__(self, socket: Socket) -> int:
        if (found := self.get(socket)) is None:
            raise KeyError(socket)
        return found


def _share(at: int, count: int) -> float:
    return (at + 1) / (count + 1) if count < 3 else (at + 0.5) / count
