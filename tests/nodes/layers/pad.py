"""Cells that are added."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Stricter, anything, mostly, one

AMOUNTS = st.sampled_from([2, 2, 4, 4, 4, 6, 6, 3, 8]).flatmap(
    lambda n: st.lists(st.integers(0, 4), min_size=n, max_size=n).map(tuple)
)

CASES = {
    "Pad": Cases(one(anything()), {"padding": AMOUNTS}),
    "ZeroPadChannels": Cases(one(mostly(3)), {"out_channels": st.integers(1, 16)}),
}
STRICTER = [
    Stricter(
        "Pad",
        "padding",
        "a negative amount would cut away, which is what Crop is for",
        ({"padding": (-1, 1)}, [(4, 6)]),
    ),
    Stricter(
        "Pad",
        "rank",
        "torch would pad the batch",
        ({"padding": (1, 1, 1, 1)}, [(4,)]),
        lambda a, inputs: a.mode == "constant" and len(a.padding) // 2 > len(inputs[0]),
    ),
    Stricter(
        "Pad",
        "sides",
        "there is no class for four axes",
        ({"padding": (1,) * 8}, [(2, 2, 2, 2)]),
        lambda a, _: len(a.padding) == 8,
    ),
    Stricter(
        "ZeroPadChannels",
        "out_channels",
        "no channels, no data",
        ({"out_channels": 0}, [(4, 3, 3)]),
    ),
    Stricter(
        "ZeroPadChannels",
        "rank",
        "of a volume torch would pad the depth, of a sequence the batch",
        ({"out_channels": 4}, [(4, 2, 2, 2)]),
        lambda a, inputs: len(inputs[0]) in (2, 4),
    ),
    Stricter(
        "ZeroPadChannels",
        "channels",
        "torch would cut channels away",
        ({"out_channels": 2}, [(4, 3, 3)]),
    ),
]
