"""Random numbers that are a function of where a run stands, so that none need be kept."""

from __future__ import annotations

import hashlib
import math

import torch
from torch import Tensor

# Those of SplitMix64, as signed numbers.
_GOLDEN = 0x9E3779B97F4A7C15 - (1 << 64)
_FIRST = 0xBF58476D1CE4E5B9 - (1 << 64)
_SECOND = 0x94D049BB133111EB - (1 << 64)


def mix(seed: int, *parts: int | str) -> int:
    """A seed for one purpose: `mix(seed, "order", 3)`; from 0 to 2⁶³ − 1, on every machine."""
    told = repr((seed, *parts)).encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "little") >> 1


def uniform(key: int, indices: Tensor, count: int = 1) -> Tensor:
    """Numbers from 0 to 1, without the 1: (indices, count), a function of key and index alone.

    Whatever the batch, its order or the device. Source: SplitMix64 (Steele, Lea and Flood, Fast
    Splittable Pseudorandom Number Generators, OOPSLA 2014), in integers that wrap round.
    """
    places = torch.arange(1, count + 1, device=indices.device)
    state = (indices[:, None] * count + places) * _GOLDEN + key
    state = (state ^ _right(state, 30)) * _FIRST
    state = (state ^ _right(state, 27)) * _SECOND
    return _right(state ^ _right(state, 31), 40).float() * 2.0**-24


def normal(key: int, indices: Tensor, count: int = 1) -> Tensor:
    """Normally distributed ones, of deviation 1 (Box and Muller, 1958)."""
    first, second = uniform(key, indices, 2 * count).chunk(2, 1)
    return (-2 * (1 - first).log()).sqrt() * (2 * math.pi * second).cos()


def _right(state: Tensor, by: int) -> Tensor:
    """A shift of 64 bits without a sign."""
    return (state >> by) & ((1 << (64 - by)) - 1)
