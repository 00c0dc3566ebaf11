"""Mean and deviation of the channels of images, summed in whole numbers and therefore exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from app.data.source import Check, Indices, Pixels, Size, Source

LOOKED_AT = 4096  # images that stand for a set which is not in memory
AT_ONCE = 128
_SQUARES = np.arange(256, dtype=np.uint32) ** 2
Moments = tuple[NDArray[np.float64], NDArray[np.float64]]


def moments(parts: Iterable[Pixels]) -> Moments:
    """Mean and standard deviation of each channel, of values from 0 to 255."""
    total = squares = np.zeros(1, np.uint64)
    count = 0
    for part in parts:
        total = total + part.sum((0, 2, 3), dtype=np.uint64)
        squares = squares + _SQUARES[part].sum((0, 2, 3), dtype=np.uint64)
        count += part.size // part.shape[1]
    mean = total / max(count, 1)
    return mean, np.sqrt(np.maximum(squares / max(count, 1) - mean**2, 0))


def sampled(indices: Indices, most: int = LOOKED_AT) -> Indices:
    """At most so many of them, evenly spaced."""
    if len(indices) <= most:
        return indices
    return indices[np.linspace(0, len(indices) - 1, most).astype(np.int64)]


def portions(source: Source, indices: Indices, size: Size, check: Check) -> Iterator[Pixels]:
    """The images at `indices`, some at a time."""
    for begin in range(0, len(indices), AT_ONCE):
        check()
        yield source.read(indices[begin : begin + AT_ONCE], size)
