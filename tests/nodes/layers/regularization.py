"""Regularisation."""

from __future__ import annotations

from tests.nodes.layers.cases import Cases, Stricter, anything, mostly, one

OTHER_RANK = (
    "torch goes on with another number of axes, and then drops whole samples or takes the batch "
    "for the channels"
)

CASES = {
    "Dropout": Cases(one(anything())),
    "Dropout1d": Cases(one(mostly(2))),
    "Dropout2d": Cases(one(mostly(3))),
    "Dropout3d": Cases(one(mostly(4))),
    "AlphaDropout": Cases(one(anything())),
    "DropPath": Cases(one(anything())),
}
STRICTER = [
    Stricter("Dropout1d", "rank", OTHER_RANK, ({}, [(6,)])),
    Stricter("Dropout2d", "rank", OTHER_RANK, ({}, [(4, 6)])),
    Stricter("Dropout3d", "rank", OTHER_RANK, ({}, [(4, 5, 6)])),
]
