"""Random numbers that are a function of a seed, a purpose and an index: nothing is kept.

They are those of SplitMix64: G. Steele, D. Lea, C. Flood, Fast Splittable Pseudorandom Number
Generators, OOPSLA 2014. numpy's own generators may give others in another version.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def uniform(
    seed: int, purpose: str, indices: NDArray[np.int64], count: int = 1
) -> NDArray[np.float64]:
    """`count` numbers from 0 to 1, without the 1, for each index: (indices, count)."""
    begin = hashlib.sha256(f"{seed} {purpose}".encode()).digest()[:8]
    key = np.uint64(int.from_bytes(begin, "little"))
    places = np.arange(1, count + 1, dtype=np.uint64)
    numbers = indices.astype(np.uint64)[:, None] * np.uint64(count) + places
    mixed = _mixed(np.asarray(key + numbers * _GOLDEN)) >> np.uint64(11)
    return mixed.astype(np.float64) * 2.0**-53


def _mixed(state: NDArray[np.uint64]) -> NDArray[np.uint64]:
    first = (state ^ (state >> np.uint64(30))) * _FIRST
    second = (first ^ (first >> np.uint64(27))) * _SECOND
    return np.asarray(second ^ (second >> np.uint64(31)))
