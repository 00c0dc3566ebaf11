"""Other shapes of the same numbers."""

from __future__ import annotations

import math

from hypothesis import strategies as st

from nodes.spec import Args, Shape
from tests.nodes.layers.activation import BATCH_AXIS, over_batch
from tests.nodes.layers.cases import Cases, Example, Inputs, Stricter, anything, mostly, one


@st.composite
def _factors(draw: st.DrawFn, number: int) -> tuple[int, ...]:
    """Sizes of that product, and half the time -1 in place of one of them."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        divisor = draw(st.sampled_from([n for n in range(1, number + 1) if number % n == 0]))
        found.append(divisor)
        number //= divisor
    found.append(number)
    if draw(st.booleans()):
        found[draw(st.integers(0, len(found) - 1))] = -1
    return tuple(found)


@st.composite
def _reshapes(draw: st.DrawFn) -> Example:
    shape = draw(anything())
    return {"shape": draw(_factors(math.prod(shape)))}, (shape,)


@st.composite
def _unflattens(draw: st.DrawFn) -> Example:
    shape = draw(anything())
    at = draw(st.integers(0, len(shape) - 1))
    dim = at + 1 if draw(st.booleans()) else at - len(shape)
    return {"dim": dim, "unflattened_size": draw(_factors(shape[at]))}, (shape,)


@st.composite
def _orders(draw: st.DrawFn) -> Example:
    shape = draw(anything())
    return {"dims": tuple(draw(st.permutations(range(1, len(shape) + 1))))}, (shape,)


def _wrong_groups(a: Args, inputs: Inputs) -> bool:
    return inputs[0][0] % a.groups != 0


SHAPE: Shape = (4, 3, 2)

CASES = {
    "Reshape": Cases(one(anything()), whole=_reshapes()),
    "Unflatten": Cases(one(anything()), {"dim": st.integers(-5, 5)}, whole=_unflattens()),
    "Permute": Cases(one(anything()), whole=_orders()),
    "ChannelShuffle": Cases(one(mostly(2, 3, 4, channels=12))),
}
STRICTER = [
    Stricter("Unflatten", "axis", BATCH_AXIS, ({"dim": 0, "unflattened_size": (2, 1)}, [SHAPE]),
             over_batch),
]  # fmt: skip
