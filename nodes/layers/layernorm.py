"""Normalisation over the features of every step, or over the channels of every cell."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from nodes.errors import LayerError
from nodes.initialisers import SCALE_AND_SHIFT, initial
from nodes.shapes import single, text
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Shape,
    Support,
    Tensor,
    Value,
)
from nodes.windows import across

FLOAT = 4  # bytes

_EPS = Param("eps", Kind.FLOAT, 1e-5, "Added to the variance", above=0, maximum=1)
_BIAS = Param("bias", Kind.BOOL, True, "Learn the shift too, where a scale is learned")

_AXES = Param(
    "axes",
    Kind.INT,
    1,
    "How many of the last axes are normalised together; normalized_shape follows from the wire",
    1,
    4,
)


def _last_axes(layer: str, shape: Shape, axes: int) -> Shape:
    if axes > len(shape):
        raise LayerError(
            "axis",
            f"{layer} over the last {axes} axes does not fit the input {text(shape)}, which has "
            f"{len(shape)} beside the batch.",
            f"Use at most {len(shape)}.",
        )
    return shape[-axes:]


def _normalized_shape(a: Args, inputs: Sequence[Shape]) -> tuple[int, ...]:
    return (inputs[0][-1],) if a.axes == 1 else ()


def _several_axes(a: Args, inputs: Sequence[Shape]) -> Mapping[str, Value | LeftOut]:
    if a.axes == 1:
        return {"axes": LEFT_OUT}
    return {"axes": LEFT_OUT, "normalized_shape": inputs[0][-a.axes :]}


def _layer_norm(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    normalised = _last_axes("LayerNorm", shape, a.axes)
    names = ("weight", "bias") if a.bias else ("weight",)
    groups = math.prod(shape[: -a.axes])
    return Facts(
        outputs=(shape,),
        parameters=tuple(Tensor(n, normalised) for n in names) if a.elementwise_affine else (),
        windows=across(shape, range(len(shape) - a.axes, len(shape))),
        kept=Kept(inputs=(0,), extra=2 * FLOAT * groups),
    )


def _rms_norm(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    normalised = _last_axes("RMSNorm", shape, a.axes)
    numbers = math.prod(shape[: -a.axes])
    scaled = math.prod(shape) if a.elementwise_affine else 0  # what the weight is multiplied with
    return Facts(
        outputs=(shape,),
        parameters=(Tensor("weight", normalised),) if a.elementwise_affine else (),
        windows=across(shape, range(len(shape) - a.axes, len(shape))),
        kept=Kept(inputs=(0,), extra=FLOAT * (numbers + scaled)),
        kept_frozen=Kept(inputs=(0,), extra=FLOAT * numbers),
    )


LAYER_NORM = LayerSpec(
    id="LayerNorm",
    family="Normalisation",
    summary="Gives the features of every step zero mean and unit variance",
    help=(
        "y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the last axes: the features of a "
        "sequence L×F. For images use LayerNormChannelsFirst, or normalise all three axes.\n\n"
        "The shape stays as it is.\n\n"
        "Source: torch.nn.LayerNorm; Ba et al., Layer Normalization, 2016."
    ),
    params=(
        _AXES,
        _EPS,
        Param("elementwise_affine", Kind.BOOL, True, "Learn a scale and a shift for every feature"),
        _BIAS,
        *SCALE_AND_SHIFT,
    ),
    infer=_layer_norm,
    code=ModuleCode("nn.LayerNorm", _normalized_shape, _several_axes),
)

RMS_NORM = LayerSpec(
    id="RMSNorm",
    family="Normalisation",
    summary="Divides the features of every step by their root mean square",
    help=(
        "y = x / √(E[x²] + eps) · weight, over the last axes: a LayerNorm that does not take away "
        "the mean.\n\nThe shape stays as it is.\n\nSource: torch.nn.RMSNorm; Zhang and Sennrich, "
        "Root Mean Square Layer Normalization, 2019."
    ),
    params=(
        _AXES,
        Param(
            "eps",
            Kind.FLOAT,
            None,
            "Added to the mean square; empty means the smallest step of the number type",
            above=0,
            maximum=1,
            optional=True,
        ),
        Param("elementwise_affine", Kind.BOOL, True, "Learn a scale for every feature"),
        initial("weight"),
    ),
    infer=_rms_norm,
    code=ModuleCode("nn.RMSNorm", _normalized_shape, _several_axes),
)

_CHANNELS_FIRST = Support(
    "LayerNormChannelsFirst",
    '''
class LayerNormChannelsFirst(nn.LayerNorm):
    """Normalises every cell of (N, C, ...) over its channels."""

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input.movedim(1, -1)).movedim(-1, 1)
'''.strip(),
)


def _channels_first(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    names = ("weight", "bias") if a.bias else ("weight",)
    return Facts(
        outputs=(shape,),
        parameters=tuple(Tensor(n, shape[:1]) for n in names) if a.elementwise_affine else (),
        kept=Kept(inputs=(0,), extra=2 * FLOAT * math.prod(shape[1:])),
    )


CHANNELS_FIRST = LayerSpec(
    id="LayerNormChannelsFirst",
    family="Normalisation",
    summary="Gives the channels of every cell of an image zero mean and unit variance",
    help=(
        "y = (x − E[x]) / √(Var[x] + eps) · weight + bias, over the channels, for every cell by "
        "itself. The generated code moves the channels to the end for torch.nn.LayerNorm, and "
        "back.\n\nC×H×W → C×H×W, and for any number of axes after the channels.\n\n"
        "Source: torch.nn.LayerNorm; Ba et al., Layer Normalization, 2016; as in Liu et al., A "
        "ConvNet for the 2020s, 2022, with eps = 1e-6."
    ),
    params=(
        _EPS,
        Param("elementwise_affine", Kind.BOOL, True, "Learn a scale and a shift for every channel"),
        _BIAS,
        *SCALE_AND_SHIFT,
    ),
    infer=_channels_first,
    code=ModuleCode(_CHANNELS_FIRST, lambda a, inputs: (inputs[0][0],)),
)

LAYERS = (LAYER_NORM, CHANNELS_FIRST, RMS_NORM)
