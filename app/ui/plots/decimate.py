"""Long series for the screen: extremes and moving averages, at most so many points of them.

A line through the least and the greatest value of every bucket covers the same pixels as the line
through all values, as long as a bucket is narrower than a pixel. No Qt here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.training.pieces import Pieces

POINTS = 2000  # more is no better on a screen, and slow to stroke
BLOCK = 256  # values whose extremes are kept, so that a long series is not read again and again

Floats = NDArray[np.float64]
Values = Pieces[np.float32] | NDArray[np.float32]


class Series:
    """A series that only grows, value i standing at x = i + 1. What is not finite is left out."""

    def __init__(self) -> None:
        self._values: Values = np.empty(0, np.float32)
        self._length = 0  # that was taken; what is behind `_values` may have grown since
        self._lows, self._highs = Pieces(np.float32), Pieces(np.float32)  # of complete blocks
        self._sums, self._counts = Pieces(np.float64), Pieces(np.int64)  # of the first i values
        self._sums.extend(np.zeros(1))
        self._counts.extend(np.zeros(1, np.int64))

    def __len__(self) -> int:
        return self._length

    def update(self, values: Values) -> None:
        """Take the series as far as it has come; only what is new costs anything."""
        new = _finite(values[len(self) :])
        known = np.isfinite(new)
        total = self._sums.last + np.cumsum(np.where(known, new, 0), dtype=np.float64)
        self._sums.extend(total)
        self._counts.extend(int(self._counts.last) + np.cumsum(known))
        self._values, self._length = values, len(values)
        done = len(self._lows)
        blocks = _finite(values[done * BLOCK : len(values) // BLOCK * BLOCK]).reshape(-1, BLOCK)
        self._lows.extend(np.fmin.reduce(blocks, axis=1))
        self._highs.extend(np.fmax.reduce(blocks, axis=1))

    def extremes(self, first: int, last: int, points: int = POINTS) -> tuple[Floats, Floats]:
        """x and y of at most `points` points that show the values first <= i < last.

        Where there are more values than points, buckets of a power of two stand on fixed places,
        so that the picture does not shimmer as the series grows; they may reach a little beyond
        the range. Each bucket gives its least and its greatest value, NaN where it has none.
        """
        first, last = max(first, 0), min(last, len(self))
        if last - first <= points:
            steps = np.arange(first + 1, max(first, last) + 1, dtype=np.float64)
            return steps, _finite(self._values[first:last]).astype(np.float64)
        bucket = _bucket(first, last, points)
        start, end = first // bucket * bucket, min(-(-last // bucket) * bucket, len(self))
        lows, highs, step = self._level(start, end, bucket)
        cuts = np.arange(0, len(lows), step)
        y = np.empty((len(cuts), 2))
        y[:, 0] = np.fmin.reduceat(lows, cuts)
        y[:, 1] = np.fmax.reduceat(highs, cuts)
        x = start + 1 + np.arange(2 * len(cuts), dtype=np.float64) * (bucket / 2)
        return np.minimum(x, float(len(self))), y.ravel()

    def means(
        self, first: int, last: int, window: int, points: int = POINTS
    ) -> tuple[Floats, Floats]:
        """x and y of at most `points` points of the moving average over `window` values back.

        Where there are more values than points, the window is at least the distance of two points.
        """
        first, last = max(first, 0), min(last, len(self))
        if last - first <= points:
            ends = np.arange(first + 1, max(first, last) + 1)
        else:
            bucket = _bucket(first, last, 2 * points)
            ends = np.arange((first // bucket + 1) * bucket, last, bucket)
            ends = np.append(ends[: points - 1], last)
            window = max(window, bucket)
        begins = np.maximum(ends - max(window, 1), 0)
        total = self._sums.at(ends) - self._sums.at(begins)
        counts = self._counts.at(ends) - self._counts.at(begins)
        y = np.full(len(ends), np.nan)
        np.divide(total, counts, out=y, where=counts > 0)
        return ends.astype(np.float64), y

    def _level(
        self, start: int, end: int, bucket: int
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], int]:
        """Lows and highs to make the buckets from, and how many of them make one bucket."""
        if bucket < BLOCK:
            values = _finite(self._values[start:end])
            return values, values, bucket
        a, b = start // BLOCK, end // BLOCK
        lows, highs = self._lows[a:b], self._highs[a:b]
        tail = _finite(self._values[b * BLOCK : end])
        if len(tail):
            lows = np.append(lows, np.fmin.reduce(tail))
            highs = np.append(highs, np.fmax.reduce(tail))
        return lows, highs, bucket // BLOCK


def _bucket(first: int, last: int, points: int) -> int:
    """The smallest power of two of which points / 2 buckets cover the range."""
    bucket = 1
    while 2 * ((last - 1) // bucket - first // bucket + 1) > points:
        bucket *= 2
    return bucket


def _finite(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.where(np.isfinite(values), values, np.float32(np.nan))
