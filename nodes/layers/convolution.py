"""Convolutions, over sequences, images and volumes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from nodes.errors import LayerError
from nodes.initialisers import WEIGHT_AND_BIAS
from nodes.layers.padding import (
    ABOUT_WORDS,
    PAD_SAME,
    SAME,
    WORDS,
    as_numbers,
    bytes_of,
    known,
    padded,
    sides_of,
    windows,
    written,
)
from nodes.shapes import AXES, Sides, each, single, spatial, window
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Infer,
    Kept,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Shape,
    Style,
    Support,
    Tensor,
    Value,
)

NUMBERS = {1: Kind.INT, 2: Kind.PAIR, 3: Kind.TRIPLE}
UNITS = {1: "cells", 2: "px", 3: "cells"}
SIZES = {1: "L", 2: "H×W", 3: "D×H×W"}
ONTO = {1: "L′", 2: "H′×W′", 3: "D′×H′×W′"}


def _convolved(layer: str, rank: int, a: Args, shape: Shape, maps: int, groups: int) -> Facts:
    """What `maps` filters in so many groups make of a shape."""
    channels, size = spatial(layer, shape, rank)
    kernel, stride, dilation = (each(v, rank) for v in (a.kernel_size, a.stride, a.dilation))
    sides = sides_of(a.padding, size, kernel, stride, dilation)
    _check_padding(a, rank, size, sides)
    made = window(layer, size, kernel, stride, sides, dilation)
    weight = Tensor("weight", (maps, channels // groups, *kernel))
    bias = (Tensor("bias", (maps,)),) if a.bias else ()
    return Facts(
        outputs=((maps, *made),),
        parameters=(weight, *bias),
        macs=weight.elements * math.prod(made),
        windows=windows(kernel, stride, sides, dilation),
        kept=_kept(a, rank, channels, size, sides),
    )


def check_groups(groups: int, in_channels: int, out_channels: int) -> None:
    """Refuses groups that do not divide the channels on both ends."""
    for role, count in (("in_channels", in_channels), ("out_channels", out_channels)):
        if count % groups:
            raise LayerError(
                "groups",
                f"groups = {groups} does not divide {role} = {count}.",
                f"Use a number of groups that divides both {in_channels} and {out_channels}.",
            )


def _check_padding(a: Args, rank: int, size: Sequence[int], sides: Sides) -> None:
    if a.padding_mode != "zeros" and _beyond_torch(a, rank):
        raise LayerError(
            "padding-mode",
            "padding = same adds zeros where the stride is more than 1, and receives "
            f"padding_mode = {a.padding_mode}.",
            "Use padding_mode = zeros, or give the padding as a number.",
        )
    most_beyond = {"reflect": -1, "circular": 0}.get(a.padding_mode)
    if most_beyond is None:
        return
    for axis, n, (_, after) in zip(AXES[rank], size, sides, strict=True):
        if after > n + most_beyond:
            raise LayerError(
                "padding-too-large",
                f"{a.padding_mode} padding adds {after} on a side in {axis}, and the input has "
                f"only {n} there to take it from.",
                f"Use a padding of at most {n + most_beyond}, or padding_mode = replicate.",
            )


def _kept(a: Args, rank: int, channels: int, size: Sequence[int], sides: Sides) -> Kept:
    """The input, or the padded copy that the convolution really works on."""
    if a.padding_mode != "zeros":  # torch pads ahead; two of the modes keep their input too
        entering = () if a.padding_mode == "circular" else (0,)
        return Kept(entering, extra=bytes_of(channels, *padded(size, sides)))
    if _beyond_torch(a, rank):
        return Kept(extra=bytes_of(channels, *padded(size, sides)))
    uneven = [(0, after - before) for before, after in sides]
    if any(more for _, more in uneven):  # torch adds the odd cells ahead
        return Kept(extra=bytes_of(channels, *padded(size, uneven)))
    return Kept((0,))


# --- code ----------------------------------------------------------------------------------------


def _same(rank: int) -> Support:
    return Support(
        f"Conv{rank}dSame",
        f'''\
class Conv{rank}dSame(nn.Conv{rank}d):
    """A convolution with TensorFlow's "same" padding."""

    def forward(self, x: Tensor) -> Tensor:
        x = pad_same(x, self.kernel_size, self.stride, self.dilation)
        return super().forward(x)''',
        needs=(PAD_SAME,),
    )


_SAME = {rank: _same(rank) for rank in (1, 2, 3)}


def _window(a: Args, rank: int) -> Sequence[tuple[int, ...]]:
    """Kernel, stride and dilation along every axis."""
    return [each(v, rank) for v in (a.kernel_size, a.stride, a.dilation)]


def _one_step(a: Args, rank: int) -> bool:
    return set(each(a.stride, rank)) == {1}


def _beyond_torch(a: Args, rank: int) -> bool:
    """Whether torch has no words for the padding: it takes “same” for a stride of 1 only."""
    return a.padding == SAME and not _one_step(a, rank) and as_numbers(*_window(a, rank)) is None


def _class_of_ours(a: Args, rank: int) -> bool:
    """Whether the code has a class of ours; also where it must be right for any stride."""
    if a.padding != SAME or a.padding_mode != "zeros":
        return False
    kernel, stride, dilation = _window(a, rank)
    fixed = known(stride) and (_one_step(a, rank) or known((*kernel, *dilation)))
    return not fixed or _beyond_torch(a, rank)


def _constructor(rank: int) -> Callable[[Args], str | Support]:
    return lambda a: _SAME[rank] if _class_of_ours(a, rank) else f"nn.Conv{rank}d"


def _padding(a: Args, rank: int) -> Mapping[str, Value | LeftOut]:
    if a.padding != SAME:
        return {}
    if _class_of_ours(a, rank):
        return {"padding": LEFT_OUT}
    kernel, stride, dilation = _window(a, rank)
    if _one_step(a, rank) and not (known(kernel) and set(kernel) == {1}):
        return {}
    amounts = as_numbers(kernel, stride, dilation)
    return {} if amounts is None else {"padding": written(amounts)}


# --- declarations --------------------------------------------------------------------------------


def kernel_size(rank: int, what: str, default: int = 3) -> Param:
    return Param(
        "kernel_size",
        NUMBERS[rank],
        default,
        f"{' and '.join(AXES[rank][-2:]).capitalize() if rank < 3 else 'Extent'} of {what}",
        1,
        100_000,
        unit=UNITS[rank],
        style=Style.POSITIONAL,
    )


def step(rank: int, name: str, default: int | None, help: str, minimum: int = 1) -> Param:
    """A keyword with one number, or one for every axis."""
    optional = default is None
    kind, unit = NUMBERS[rank], UNITS[rank]
    return Param(name, kind, default, help, minimum, 100_000, unit=unit, optional=optional)


def padding(rank: int, help: str) -> Param:
    kind, unit = NUMBERS[rank], UNITS[rank]
    return Param("padding", kind, 0, help, 0, 100_000, unit=unit, words=WORDS)


def _windowed(rank: int) -> tuple[Param, ...]:
    return (
        step(rank, "stride", 1, "Step of the window; 2 halves the size"),
        padding(rank, "Cells added on every side; or valid, which is none, or same"),
        step(rank, "dilation", 1, "Distance between neighbouring filter taps"),
    )


OUT_CHANNELS = Param(
    "out_channels",
    Kind.INT,
    64,
    "Number of filters, and so of output maps",
    1,
    1_000_000,
    unit="maps",
    style=Style.POSITIONAL,
)
GROUPS = Param(
    "groups",
    Kind.INT,
    1,
    "Independent groups of channels; as many groups as channels is a depthwise convolution",
    1,
    1_000_000,
)
BIAS = Param(
    "bias",
    Kind.BOOL,
    True,
    "Add a learned number to every map; needless before batch normalisation",
)
_PADDING_MODE = Param(
    "padding_mode",
    Kind.CHOICE,
    "zeros",
    "What the padding holds: zeros, the image mirrored, its edge repeated, or its other side",
    choices=("zeros", "reflect", "replicate", "circular"),
)


def _conv(rank: int) -> LayerSpec:
    layer = f"Conv{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        shape = single(inputs)
        channels, _ = spatial(layer, shape, rank)
        check_groups(a.groups, channels, a.out_channels)
        return _convolved(layer, rank, a, shape, a.out_channels, a.groups)

    return _declared(
        rank,
        layer,
        {1: "Slides learned filters along a sequence", 2: "Slides learned filters over an image",
         3: "Slides learned filters through a volume"}[rank],
        "out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]",
        "out_channels",
        f"torch.nn.Conv{rank}d; Dumoulin and Visin, A guide to convolution arithmetic, 2016",
        (OUT_CHANNELS, kernel_size(rank, "a filter"), *_windowed(rank), GROUPS, BIAS,
         _PADDING_MODE, *WEIGHT_AND_BIAS),
        infer,
        ModuleCode(
            _constructor(rank),
            lambda a, inputs: (inputs[0][0],),
            given=lambda a, inputs: _padding(a, rank),
        ),
    )  # fmt: skip


def _declared(
    rank: int,
    layer: str,
    summary: str,
    formula: str,
    maps: str,
    source: str,
    params: tuple[Param, ...],
    infer: Infer,
    code: ModuleCode,
) -> LayerSpec:
    along = AXES[rank][0][0].upper()
    return LayerSpec(
        id=layer,
        family="Convolution",
        summary=summary,
        help=(
            f"{formula}\n\n"
            f"C×{SIZES[rank]} → {maps}×{ONTO[rank]} with {along}′ = ⌊({along} + 2·padding − "
            "dilation·(kernel − 1) − 1) / stride⌋ + 1.\n\n"
            f"{ABOUT_WORDS}\n\n"
            f"Source: {source}."
        ),
        params=params,
        infer=infer,
        code=code,
    )


def _depthwise(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    channels, _ = spatial("DepthwiseConv2d", shape, 2)
    return _convolved("DepthwiseConv2d", 2, a, shape, channels * a.depth_multiplier, channels)


DEPTHWISE_CONV2D = _declared(
    2,
    "DepthwiseConv2d",
    "Slides filters of its own over every map",
    "out[c·m + j] = bias[c·m + j] + weight[c·m + j] ⋆ in[c] with m = depth_multiplier, j < m",
    "C·depth_multiplier",
    "torch.nn.Conv2d with groups = in_channels; Chollet, Xception, 2016; Howard et al., "
    "MobileNets, 2017",
    (
        kernel_size(2, "a filter"),
        Param(
            "depth_multiplier",
            Kind.INT,
            1,
            "Number of filters, and so of output maps, for every input map",
            1,
            1_000_000,
        ),
        *_windowed(2),
        BIAS,
        _PADDING_MODE,
        *WEIGHT_AND_BIAS,
    ),
    _depthwise,
    ModuleCode(
        _constructor(2),
        lambda a, inputs: (inputs[0][0], inputs[0][0] * a.depth_multiplier),
        given=lambda a, inputs: {
            **_padding(a, 2),
            "depth_multiplier": LEFT_OUT,
            "groups": inputs[0][0],
        },
    ),
)

LAYERS = (*(_conv(rank) for rank in (2, 1, 3)), DEPTHWISE_CONV2D)
