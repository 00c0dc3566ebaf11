"""Convolutions."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Stricter, mostly, one

GROUPS = st.sampled_from([1, 2, 3, 4, 5])

CASES = {
    "Conv2d": Cases(
        one(mostly(3)),
        {"out_channels": st.integers(1, 12), "groups": GROUPS},
        examples=[
            ({"out_channels": 64, "kernel_size": 7, "stride": 2, "padding": 3}, [(3, 64, 64)]),
            ({"out_channels": 6, "groups": 6, "kernel_size": (3, 1)}, [(6, 7, 5)]),
        ],
    ),
}
STRICTER: list[Stricter] = []
