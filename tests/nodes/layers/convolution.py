"""Convolutions."""

from __future__ import annotations

from math import gcd
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nodes.shapes import each
from nodes.spec import Args
from tests.nodes.layers.cases import Cases, Example, Stricter, mostly, one

GROUPS = st.sampled_from([1, 1, 2, 3, 4, 5])
FILTERS = {"out_channels": st.integers(1, 12), "groups": GROUPS}
WITHIN = {  # small enough to fit most inputs
    "kernel_size": st.integers(1, 4),
    "stride": st.integers(1, 3),
    "padding": st.sampled_from(["same", "same", "valid", 0, 1]),
    "dilation": st.integers(1, 3),
    "bias": st.booleans(),
}
VOLUME = {"kernel_size": st.integers(1, 3), "stride": st.integers(1, 3)}


@st.composite
def fitting(
    draw: st.DrawFn, rank: int, most: int, whole: dict[str, SearchStrategy[Any]]
) -> Example:
    """Arguments beside an input on which most of them work; often with other padding modes."""
    values = {name: draw(found) for name, found in {**WITHIN, **whole}.items()}
    if draw(st.booleans()):
        values["padding_mode"] = draw(st.sampled_from(["reflect", "replicate", "circular"]))
    size = draw(st.tuples(*[st.integers(2, most)] * rank))
    return values, [(draw(st.sampled_from([2, 4])), *size)]


def _cases(rank: int, most: int, **more: Any) -> Cases:
    whole = {"out_channels": st.integers(1, 4).map(lambda n: 2 * n)}
    return Cases(one(mostly(rank + 1)), FILTERS, whole=fitting(rank, most, whole), **more)


TRANSPOSED = {
    **FILTERS,
    "output_padding": st.sampled_from([0, 0, 1, 2]),
    "kernel_size": st.integers(1, 5),
    "stride": st.integers(1, 3),
    "padding": st.integers(0, 3),
    "dilation": st.integers(1, 3),
}


def _without_gaps(a: Args) -> bool:
    """Whether every output cell of a transposed convolution sees some input cell."""
    numbers = (each(v, 3) for v in (a.kernel_size, a.stride, a.dilation))
    return all(k >= s and gcd(s, d) == 1 for k, s, d in zip(*numbers, strict=False))


CASES = {
    "Conv1d": _cases(1, 14),
    "Conv2d": _cases(
        2,
        10,
        examples=[
            ({"out_channels": 64, "kernel_size": 7, "stride": 2, "padding": 3}, [(3, 64, 64)]),
            ({"out_channels": 6, "groups": 6, "kernel_size": (3, 1)}, [(6, 7, 5)]),
            ({"out_channels": 6, "stride": (1, 2), "padding": "same"}, [(3, 7, 8)]),
            ({"out_channels": 6, "kernel_size": (3, 1), "stride": (1, 2), "padding": "same"},
             [(3, 7, 8)]),
            ({"out_channels": 6, "kernel_size": 1, "stride": 2, "padding": "same"}, [(3, 7, 8)]),
        ],
    ),
    "Conv3d": _cases(3, 6),
    "DepthwiseConv2d": Cases(
        one(mostly(3)),
        {"depth_multiplier": st.integers(1, 3)},
        whole=fitting(2, 10, {"depth_multiplier": st.integers(1, 3)}),
    ),
    "ConvTranspose1d": Cases(one(mostly(2)), TRANSPOSED, measurable=_without_gaps),
    "ConvTranspose2d": Cases(
        one(mostly(3)),
        {**TRANSPOSED, "stride": st.sampled_from([1, 2, (2, 3)])},
        measurable=_without_gaps,
        examples=[
            ({"out_channels": 4, "stride": 2, "padding": 1, "output_padding": 1}, [(3, 6, 6)]),
            ({"out_channels": 4, "kernel_size": 2, "stride": 2, "dilation": 3}, [(3, 6, 7)]),
        ],
    ),
    "ConvTranspose3d": Cases(one(mostly(4)), {**TRANSPOSED, **VOLUME}, measurable=_without_gaps),
}  # fmt: skip
STRICTER = [
    *(
        Stricter(
            layer,
            "rank",
            "torch also takes an input without a batch, and so reads the batch as channels",
            ({"kernel_size": 1}, [inputs]),
            lambda a, inputs: inputs[0][0] == 2,
        )
        for layer, inputs in {
            "Conv1d": (2,),
            "Conv2d": (2, 8),
            "Conv3d": (2, 4, 4),
            "DepthwiseConv2d": (2, 8),
            "ConvTranspose1d": (2,),
            "ConvTranspose2d": (2, 8),
            "ConvTranspose3d": (2, 4, 4),
        }.items()
    ),
    *(
        Stricter(
            f"ConvTranspose{rank}d",
            "dilation",
            "torch does not look at it where the kernel is 1",
            ({"kernel_size": 1, "dilation": 0}, [(3, 4, 4, 4)[: rank + 1]]),
        )
        for rank in (1, 2)
    ),
    *(
        Stricter(
            f"ConvTranspose{rank}d",
            "padding-too-large",
            "what has a size of 0 holds no data",
            ({"kernel_size": 4, "padding": 2}, [(1, 1, 2, 2)[: rank + 1]]),
        )
        for rank in (2, 3)
    ),
    *(
        Stricter(
            layer,
            "padding",
            "a negative amount cuts away, which is what Crop is for",
            (
                {"kernel_size": 1, "padding": -1, "padding_mode": "reflect"},
                [(1, 3, 3, 3)[: rank + 1]],
            ),
            lambda a, inputs: a.padding_mode != "zeros",
        )
        for layer, rank in {"Conv1d": 1, "Conv2d": 2, "Conv3d": 3, "DepthwiseConv2d": 2}.items()
    ),
]
