"""Pooling: by a sliding window, to a wanted size, and LeNet-5's subsampling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from hypothesis import strategies as st

from nodes.shapes import each
from nodes.spec import Args, Shape
from tests.nodes.layers.cases import Cases, Inputs, Stricter, anything, mostly, one

RANKS = (1, 2, 3)
LARGEST = {1: 14, 2: 12, 3: 7}
SAMPLE: dict[int, Shape] = {1: (2, 9), 2: (2, 9, 8), 3: (2, 5, 6, 7)}
WITHIN: dict[str, Any] = {
    "kernel_size": st.integers(1, 5),
    "stride": st.none() | st.integers(1, 3),
}
PADDED = {**WITHIN, "padding": st.sampled_from(["same", "same", "valid", 0, 1, 2])}
SAME = [(3, 1), (3, 2), (2, 1), (2, 2), (1, 2), (2, 3)]  # kernel and stride


def positive(shape: Shape) -> torch.Tensor:
    """What has a norm of any order: torch takes no root of a negative number."""
    return torch.rand(shape) + 0.5


def _sliding(rank: int) -> Cases:
    same = [({"kernel_size": k, "stride": s, "padding": "same"}, [SAMPLE[rank]]) for k, s in SAME]
    return Cases(one(mostly(rank + 1, largest=LARGEST[rank])), PADDED, examples=same)


def _norm(rank: int) -> Cases:
    orders = st.sampled_from([1, 2, 2.0, 3, 1.5])
    values = {**WITHIN, "norm_type": orders}
    return Cases(one(mostly(rank + 1, largest=LARGEST[rank])), values, data=positive)


def _whole(a: Args) -> bool:
    """Whether there is one window: a maximum shows a single cell of it at a time."""
    return set(each(a.output_size, 1)) == {1}


def _adaptive(rank: int, kind: str) -> Cases:
    return Cases(
        one(mostly(rank + 1, largest=LARGEST[rank])),
        measurable=_whole if kind == "Max" else lambda a: True,
        examples=[({"output_size": n}, [SAMPLE[rank]]) for n in (1, 2, 3, 4)],
    )


CASES = {
    **{f"{kind}Pool{rank}d": _sliding(rank) for kind in ("Max", "Avg") for rank in RANKS},
    **{f"LPPool{rank}d": _norm(rank) for rank in RANKS},
    **{f"Adaptive{m}Pool{rank}d": _adaptive(rank, m) for m in ("Avg", "Max") for rank in RANKS},
    "GlobalAvgPool": Cases(one(anything())),
    "GlobalMaxPool": Cases(one(anything())),
    "Subsampling2d": Cases(one(mostly(3)), WITHIN),
}


def _without_batch(rank: int) -> Callable[[Args, Inputs], bool]:
    return lambda a, inputs: len(inputs[0]) == rank


NO_BATCH = "torch also takes an input without a batch, and so reads the axes wrongly"
STRICTER = [
    *(
        Stricter(f"{kind}{rank}d", "rank", NO_BATCH, ({}, [(4, 5, 6)[:rank]]), _without_batch(rank))
        for kind in ("MaxPool", "AvgPool", "LPPool", "AdaptiveMaxPool")
        for rank in RANKS
    ),
    *(
        Stricter(
            f"AdaptiveAvgPool{rank}d",
            "rank",
            "torch pools the last axes of any number of them, also where they are too few",
            ({}, [(4, 5, 6)[:rank]]),
        )
        for rank in RANKS
    ),
    *(
        Stricter(
            f"Adaptive{kind}Pool{rank}d",
            "output_size",
            "what has a size of 0 holds no data",
            ({"output_size": 0}, [SAMPLE[rank]]),
        )
        for kind in ("Avg", "Max")
        for rank in RANKS
    ),
    *(
        Stricter(
            f"AvgPool{rank}d",
            "divisor",
            "TensorFlow has no such divisor, and our class would pass over it",
            ({"padding": "same", "stride": 1, "divisor_override": 2}, [SAMPLE[rank]]),
            lambda a, inputs: a.padding == "same",
        )
        for rank in (2, 3)
    ),
    *(
        Stricter(
            f"LPPool{rank}d",
            "norm_type",
            "torch also takes a p below 0, which is no norm",
            ({"norm_type": -0.5, "kernel_size": 1}, [SAMPLE[rank]]),
        )
        for rank in RANKS
    ),
    *(
        Stricter(
            f"MaxPool{rank}d",
            "empty-window",
            "our class would go on with minus infinity",
            ({"kernel_size": 2, "padding": "same", "dilation": 2}, [(1, 1, 1, 1)[: rank + 1]]),
            lambda a, inputs: a.padding == "same",
        )
        for rank in RANKS
    ),
    Stricter("Subsampling2d", "rank", NO_BATCH, ({}, [(2, 5)])),
]
