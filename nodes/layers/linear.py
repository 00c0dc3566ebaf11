"""Fully connected layers, and the flattening ahead of them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.initialisers import WEIGHT_AND_BIAS
from nodes.shapes import single, text
from nodes.spec import (
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Shape,
    Style,
    Tensor,
)
from nodes.windows import across


def _flatten(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    axes = len(shape) + 1  # the batch is axis 0
    start, end = (axis + axes if axis < 0 else axis for axis in (a.start_dim, a.end_dim))
    if not 1 <= start < axes or not 1 <= end < axes or start > end:
        raise LayerError(
            "axis",
            f"Flatten from axis {a.start_dim} to {a.end_dim} does not fit the input {text(shape)}: "
            f"axis 0 is the batch, and the last is {axes - 1}.",
            "Use start_dim = 1 and end_dim = -1 to flatten everything but the batch.",
        )
    middle = math.prod(shape[start - 1 : end])
    return Facts(
        outputs=((*shape[: start - 1], middle, *shape[end:]),),
        windows=() if start == end else None,
        view=True,
    )


def _linear(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    weight = Tensor("weight", (a.out_features, shape[-1]))
    bias = (Tensor("bias", (a.out_features,)),) if a.bias else ()
    return Facts(
        outputs=((*shape[:-1], a.out_features),),
        parameters=(weight, *bias),
        macs=weight.elements * math.prod(shape[:-1]),
        windows=across(shape, {len(shape) - 1}),
        kept=Kept(inputs=(0,)),
        kept_frozen=Kept(),  # the gradient of the input takes the weight alone
    )


FLATTEN = LayerSpec(
    id="Flatten",
    family="Linear",
    summary="Lays an image out as one long vector",
    help=("C×H×W → C·H·W. Axis 0 is the batch and stays.\n\nSource: torch.nn.Flatten."),
    params=(
        Param("start_dim", Kind.INT, 1, "First axis to flatten; 0 is the batch", -5, 5),
        Param("end_dim", Kind.INT, -1, "Last axis to flatten", -5, 5),
    ),
    infer=_flatten,
    code=ModuleCode("nn.Flatten"),
)

LINEAR = LayerSpec(
    id="Linear",
    family="Linear",
    summary="Connects every input with every output",
    help=(
        "y = weight · x + bias, over the last axis.\n\n…×in_features → …×out_features. The number "
        "of inputs follows from the wire.\n\nSource: torch.nn.Linear."
    ),
    params=(
        Param(
            "out_features", Kind.INT, 10, "Number of outputs", 1, 10_000_000, style=Style.POSITIONAL
        ),
        Param("bias", Kind.BOOL, True, "Add a learned number to every output"),
        *WEIGHT_AND_BIAS,
    ),
    infer=_linear,
    code=ModuleCode("nn.Linear", lambda a, inputs: (inputs[0][-1],)),
)

LAYERS = (FLATTEN, LINEAR)
