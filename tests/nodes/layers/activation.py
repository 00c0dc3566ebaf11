"""Activations."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args
from tests.nodes.layers.cases import Cases, Inputs, Stricter, anything, one

AXES = st.integers(-5, 5)
BATCH_AXIS = "axis 0 is the batch, and a network must not mix its samples"
NO_GRADIENT = "torch refuses only in the backward pass, which needs the overwritten input"


def over_batch(a: Args, inputs: Inputs) -> bool:
    return a.dim in (0, -len(inputs[0]) - 1)


# Over a single cell the outcome is always the same, and gradients tell nothing.
MORE_THAN_ONE = anything().map(lambda s: tuple(n + 1 for n in s))
_SAME_SHAPE = (
    "ReLU", "ReLU6", "LeakyReLU", "PReLU", "ELU", "SELU", "GELU", "SiLU", "Mish", "Hardswish",
    "Hardsigmoid", "Sigmoid", "Tanh", "ScaledTanh", "Softplus",
)  # fmt: skip

CASES = {
    **{kind: Cases(one(anything())) for kind in _SAME_SHAPE},
    "Softmax": Cases(one(MORE_THAN_ONE), {"dim": AXES}),
    "LogSoftmax": Cases(one(MORE_THAN_ONE), {"dim": AXES}),
}
STRICTER = [
    Stricter("Softmax", "axis", BATCH_AXIS, ({"dim": 0}, [(4, 8)]), over_batch),
    Stricter("LogSoftmax", "axis", BATCH_AXIS, ({"dim": 0}, [(4, 8)]), over_batch),
    Stricter(
        "LeakyReLU",
        "inplace",
        NO_GRADIENT,
        ({"negative_slope": -0.5, "inplace": True}, [(4,)]),
        lambda a, inputs: a.inplace and a.negative_slope < 0,
    ),
    Stricter(
        "ELU",
        "inplace",
        NO_GRADIENT,
        ({"alpha": -0.5, "inplace": True}, [(4,)]),
        lambda a, inputs: a.inplace and a.alpha < 0,
    ),
    *(
        Stricter(
            "ScaledTanh",
            name,
            "below zero it is another curve, and at zero none",
            ({name: 0.0}, [(4,)]),
        )
        for name in ("amplitude", "slope")
    ),
    Stricter(
        "Softplus",
        "beta",
        "torch divides by it, whatever it is; only above zero is it a rectifier",
        ({"beta": 0.0}, [(4,)]),
    ),
]
