"""Distances to codes."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Stricter, anything, one

CASES = {
    "RBF": Cases(
        one(anything()),
        {"code": st.sampled_from(["random", "learned", "random", "digits"])},
        examples=[
            ({"code": "digits", "out_features": 10}, [(84,)]),
            ({"code": "digits", "out_features": 10}, [(3, 84)]),
        ],
    )
}
STRICTER = [
    Stricter("RBF", "out_features", "no outputs, no layer", ({"out_features": 0}, [(4,)])),
    Stricter(
        "RBF",
        "digits",
        "the pictures are made whatever comes in, where one value is spread over their pixels",
        ({"code": "digits", "out_features": 10}, [(1,)]),
        lambda a, inputs: inputs[0][-1] in (1, 84),
    ),
]
