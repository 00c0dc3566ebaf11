"""Random numbers that are a function of where a run stands, so that none need be kept."""

from __future__ import annotations

import hashlib


def mix(seed: int, *parts: int | str) -> int:
    """A seed for one purpose: `mix(seed, "order", 3)`; from 0 to 2⁶³ − 1, on every machine."""
    told = repr((seed, *parts)).encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "little") >> 1
