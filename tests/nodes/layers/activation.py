"""Activations."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args
from tests.nodes.layers.cases import Cases, Inputs, Stricter, anything, one

AXES = st.integers(-5, 5)
BATCH_AXIS = "axis 0 is the batch, and a network must not mix its samples"


def over_batch(a: Args, inputs: Inputs) -> bool:
    return a.dim in (0, -len(inputs[0]) - 1)


CASES = {
    "ReLU": Cases(one(anything())),
    "Sigmoid": Cases(one(anything())),
    "Tanh": Cases(one(anything())),
    "Softmax": Cases(one(anything()), {"dim": AXES}),
}
STRICTER = [Stricter("Softmax", "axis", BATCH_AXIS, ({"dim": 0}, [(4, 8)]), over_batch)]
