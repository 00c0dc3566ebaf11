"""Convolutions that are not learned."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Stricter, mostly, one

CASES = {
    "FixedConv2d": Cases(
        one(mostly(3)),
        {
            "kernel_size": st.integers(1, 8),
            "padding": st.sampled_from([0, 1, 3, (1, 2), "same", "valid"]),
        },
        examples=[
            ({"padding": 3}, [(3, 9, 12)]),
            ({"padding": "same"}, [(3, 9, 12)]),
            ({"padding": "same", "kernel_size": 4}, [(3, 9, 12)]),
            ({"padding": "same", "stride": (2, 3)}, [(3, 9, 12)]),
            ({"filters": "edges", "kernel_size": 3, "stride": (2, 1)}, [(1, 8, 7)]),
        ],
        # one cell has no edge
        measurable=lambda a: a.filters != "edges" or a.kernel_size > 1,
    )
}
STRICTER = [
    Stricter(
        "FixedConv2d",
        "rank",
        "torch also takes an input without a batch, and so reads the batch as channels",
        ({"kernel_size": 1}, [(2, 8)]),
        lambda a, inputs: inputs[0][0] == 2,
    ),
]
