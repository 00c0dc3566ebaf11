"""Pooling."""

from __future__ import annotations

from nodes.spec import Args
from tests.nodes.layers.cases import Cases, Inputs, Stricter, mostly, one


def _without_batch(a: Args, inputs: Inputs) -> bool:
    return len(inputs[0]) == 2  # the batch of two is taken for the channels


NO_BATCH = "torch also takes an image without a batch, and so reads the axes wrongly"

CASES = {
    "MaxPool2d": Cases(one(mostly(3))),
    "AvgPool2d": Cases(one(mostly(3))),
    "AdaptiveAvgPool2d": Cases(one(mostly(3))),
}
STRICTER = [
    Stricter(
        "AdaptiveAvgPool2d",
        "output_size",
        "an image of size 0 holds no data",
        ({"output_size": 0}, [(3, 4, 4)]),
    ),
    Stricter("MaxPool2d", "rank", NO_BATCH, ({}, [(5, 8)]), _without_batch),
    Stricter("AvgPool2d", "rank", NO_BATCH, ({}, [(5, 8)]), _without_batch),
    Stricter(
        "AdaptiveAvgPool2d",
        "rank",
        "torch pools the last two of any number of axes",
        ({}, [(2, 3, 4, 5)]),
    ),
]
