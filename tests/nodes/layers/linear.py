"""Linear layers, and what changes a shape without a weight."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args
from tests.nodes.layers.activation import BATCH_AXIS
from tests.nodes.layers.cases import Cases, Inputs, Stricter, anything, one


def _flattens_batch(a: Args, inputs: Inputs) -> bool:
    return a.start_dim in (0, -len(inputs[0]) - 1)


CASES = {
    "Flatten": Cases(
        one(anything()), {"start_dim": st.integers(-5, 5), "end_dim": st.integers(-5, 5)}
    ),
    "Linear": Cases(one(anything())),
}
STRICTER = [
    Stricter("Linear", "out_features", "no outputs, no layer", ({"out_features": 0}, [(4,)])),
    Stricter("Flatten", "axis", BATCH_AXIS, ({"start_dim": 0}, [(4, 8)]), _flattens_batch),
]
