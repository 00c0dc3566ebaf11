"""Normalisation."""

from __future__ import annotations

from tests.nodes.layers.cases import Cases, Stricter, mostly, one

CASES = {"BatchNorm2d": Cases(one(mostly(3)), measurable=lambda a: a.track_running_stats)}
STRICTER = [
    Stricter(
        "BatchNorm2d",
        "eps",
        "torch also takes what is no small positive number, and may divide by zero",
        ({"eps": 1.5}, [(3, 4, 4)]),
    ),
    Stricter(
        "BatchNorm2d",
        "momentum",
        "torch does not look at it; a share is from 0 to 1",
        ({"momentum": 1.5}, [(3, 4, 4)]),
    ),
]
