"""A value of the edited network: what it is of the network before, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.growth.fate import Break
from app.training.messages import ZERO
from nodes.spec import Shape

Map = tuple[int, ...]  # by place here, the place there; ZERO where nothing is behind it


@dataclass(frozen=True)
class Value:
    """`of` is the shape of that which it comes from, () where it comes from nothing.

    `maps` tells along every axis which places there those here are, None where they are the same
    ones. What it `stands` for, by the name of the old value, it equals on every input; it is ""
    where it only came from it. It passed the `inserted` layers, of which making `silent` zero would
    make the whole value zero. `broken` tells why it stands for nothing, and
    `maker` is the layer that its units are of, where that alone chose them.
    """

    shape: Shape
    of: Shape = ()
    maps: tuple[Map | None, ...] = ()
    stands: str = ""
    positive: bool = False
    inserted: tuple[str, ...] = ()
    silent: str = ""
    broken: Break | None = None
    maker: str = ""

    @property
    def plain(self) -> bool:
        """Whether every place is the same one there."""
        return self.of == self.shape and not any(self.maps)

    def along(self, axis: int, there: int, here: int) -> Map | None:
        """The places along an axis, which was `there` long and is `here`, where that is known.

        Where nothing is known of the value, a length that stays speaks for the same places.
        """
        fits = len(self.of) > axis and (self.of[axis], self.shape[axis]) == (there, here)
        if fits and (found := self.maps[axis]) is not None:
            return found
        return same(there) if there == here else None

    @property
    def known(self) -> bool:
        """Whether it is told of every place which one it is."""
        axes = zip(self.of, self.shape, self.maps, strict=False)
        return bool(self.of) and all(was == n or m is not None for was, n, m in axes)


def same(length: int) -> Map:
    return tuple(range(length))


def widened(there: int, here: int) -> Map:
    """Which of the old units each of the new ones is: those too many are copies, in turn."""
    return tuple(place % there for place in range(here))


def counts(places: Map) -> Map:
    """By place here, how many are of the same there."""
    found = Counter(places)
    return tuple(found[place] if place >= 0 else 1 for place in places)


def doubled(places: Map) -> bool:
    return any(count > 1 for count in counts(places))


def whole(places: Map, there: int) -> bool:
    """Whether none of those there is left out."""
    return set(range(there)) <= set(places)


def even(places: Map) -> bool:
    """Whether all are there equally often, so that their mean and variance stay."""
    return ZERO not in places and len(set(counts(places))) <= 1


def flattened(value: Value) -> Map | None:
    """The places of a value that is laid out as one axis; None where they are the same ones."""
    if not any(value.maps):
        return None
    axes = [range(n) if m is None else m for n, m in zip(value.of, value.maps, strict=True)]
    grid = np.meshgrid(*axes, indexing="ij")
    there = np.ravel_multi_index([places.clip(0) for places in grid], value.of)
    nothing = np.any([places < 0 for places in grid], axis=0)
    return tuple(np.where(nothing, ZERO, there).ravel().tolist())


def agreed(branches: Sequence[Value]) -> tuple[Value, int] | None:
    """The branch that others have to follow in what units they are of, and along which axis.

    It is one whose units no layer chooses, if there is one.
    """
    known = [value for value in branches if value.of]
    base = next((value for value in known if not value.maker), known[0] if known else None)
    if base is None:
        return None
    axis = next((k for k, places in enumerate(base.maps) if places is not None), 0)
    return base, axis
