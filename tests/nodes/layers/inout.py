"""Input and Output."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Stricter, anything, one, shape

CASES = {
    "Input": Cases(st.just(()), {"shape": st.one_of(*(shape(r) for r in (1, 2, 3, 4)))}),
    "Output": Cases(one(anything())),
}
STRICTER = [
    Stricter("Input", "shape", "an axis of length 0 holds no data", ({"shape": (0, 4)}, [])),
    Stricter(
        "Output",
        "loss_weight",
        "below 0 it would be learned to be wrong",
        ({"loss_weight": -0.5}, [(4,)]),
    ),
]
