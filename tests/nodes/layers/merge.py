"""Where branches meet."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args
from tests.nodes.layers.activation import BATCH_AXIS, over_batch
from tests.nodes.layers.cases import Cases, Inputs, Stricter, anything, branches, one


def _broadcasts(a: Args, inputs: Inputs) -> bool:
    return len({len(shape) for shape in inputs}) > 1 or any(1 in shape for shape in inputs)


CASES = {
    "Add": Cases(branches(anything())),
    "Concat": Cases(branches(anything()), {"dim": st.integers(-5, 5)}),
    "Identity": Cases(one(anything())),
}
STRICTER = [
    Stricter(
        "Add",
        "add-mismatch",
        "silent broadcasting hides a mistake",
        ({}, [(4, 8, 8), (4, 1, 1)]),
        _broadcasts,
    ),
    Stricter("Concat", "axis", BATCH_AXIS, ({"dim": 0}, [(4, 8), (4, 8)]), over_batch),
]
