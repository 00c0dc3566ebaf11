"""A series of figures that only grows: kept in pieces, so that none of it is ever copied."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

PIECE = 1 << 16  # values

T = TypeVar("T", np.float32, np.float64, np.int64)


class Pieces(Generic[T]):
    """Growing costs the same at every length; one array that doubles would hold a frame up."""

    def __init__(self, dtype: type[T]) -> None:
        self._dtype: type[T] = dtype
        self._pieces: list[NDArray[T]] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def extend(self, values: Sequence[float] | NDArray[T]) -> None:
        new = np.asarray(values, self._dtype)
        while len(new):
            at = self._count % PIECE
            if not at:
                self._pieces.append(np.empty(PIECE, self._dtype))
            taken, new = new[: PIECE - at], new[PIECE - at :]
            self._pieces[-1][at : at + len(taken)] = taken
            self._count += len(taken)

    def __getitem__(self, part: slice) -> NDArray[T]:
        """The values from `start` to `stop`, without a copy where they lie in one piece."""
        first, last, _ = part.indices(self._count)
        begin, end = first // PIECE, -(-last // PIECE)
        found: list[NDArray[T]] = [
            piece[max(first - at * PIECE, 0) : last - at * PIECE]
            for at, piece in enumerate(self._pieces[begin:end], begin)
        ]
        return found[0] if len(found) == 1 else np.concatenate([*found, np.empty(0, self._dtype)])

    def at(self, places: NDArray[np.int64]) -> NDArray[T]:
        """The values at these places, which ascend."""
        found = np.empty(len(places), self._dtype)
        cuts = np.searchsorted(places, PIECE * np.arange(len(self._pieces) + 1)).tolist()
        for k, (begin, end) in enumerate(pairwise(cuts)):
            found[begin:end] = self._pieces[k][places[begin:end] % PIECE]
        return found

    @property
    def values(self) -> NDArray[T]:
        """All of them, as a copy where there is more than one piece."""
        return self[:]

    @property
    def last(self) -> float:
        """Raises IndexError where there is none."""
        return float(self._pieces[-1][(self._count - 1) % PIECE])
