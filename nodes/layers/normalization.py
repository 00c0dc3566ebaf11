"""Normalisation by the statistics of every channel, over a batch or a sample."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from nodes.errors import LayerError
from nodes.initialisers import SCALE_AND_SHIFT
from nodes.shapes import single, spatial, text
from nodes.spec import (
    Args,
    Facts,
    Infer,
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

FLOAT = 4  # bytes
SPATIAL = {1: "C×L", 2: "C×H×W", 3: "C×D×H×W"}

_EPS = Param("eps", Kind.FLOAT, 1e-5, "Added to the variance", above=0, maximum=1)
_BIAS = Param(
    "bias", Kind.BOOL, True, "Learn the shift too, where a scale is learned; needs torch 2.13"
)
_SCALE_AND_SHIFT = "Learn a scale and a shift for every channel"


def _affine(a: Args, shape: Shape) -> tuple[Tensor, ...]:
    """Weight and bias, where there are any."""
    if not a.affine:
        return ()
    return (Tensor("weight", shape), Tensor("bias", shape))[: 2 if a.bias else 1]


def _running(a: Args, channels: int) -> tuple[Tensor, ...]:
    if not a.track_running_stats:
        return ()
    return (
        Tensor("running_mean", (channels,)),
        Tensor("running_var", (channels,)),
        Tensor("num_batches_tracked", ()),
    )


def _number_of_channels(a: Args, inputs: Sequence[Shape]) -> tuple[int, ...]:
    return (inputs[0][0],)


# --- over the batch -------------------------------------------------------------------------------


def _batch_norm(layer: str, rank: int) -> Infer:
    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        shape = single(inputs)
        if not (rank == 1 and len(shape) == 1):
            spatial(layer, shape, rank)
        channels = shape[0]
        return Facts(
            outputs=(shape,),
            parameters=_affine(a, (channels,)),
            buffers=_running(a, channels),
            windows=() if a.track_running_stats else None,  # without them, the batch's own
            kept=Kept(inputs=(0,), fixed=2 * FLOAT * channels),
            kept_still=Kept(inputs=(0,)) if a.track_running_stats else None,
        )

    return infer


def _of_batch(rank: int, summary: str, over: str, shapes: str) -> LayerSpec:
    layer = f"BatchNorm{rank}d"
    return LayerSpec(
        id=layer,
        family="Normalisation",
        summary=summary,
        help=(
            "y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel, over "
            f"{over}. In evaluation the running mean and variance take the batch's place.\n\n"
            f"{shapes}.\n\n"
            f"Source: torch.nn.{layer}; Ioffe and Szegedy, Batch Normalization, 2015."
        ),
        params=(
            _EPS,
            Param(
                "momentum",
                Kind.FLOAT,
                0.1,
                "Share of the new batch in the running mean and "
                "variance; empty means a plain average over all batches",
                0,
                1,
                optional=True,
            ),
            Param("affine", Kind.BOOL, True, _SCALE_AND_SHIFT),
            Param(
                "track_running_stats",
                Kind.BOOL,
                True,
                "Keep a running mean and variance for evaluation",
            ),
            _BIAS,
            *SCALE_AND_SHIFT,
        ),
        infer=_batch_norm(layer, rank),
        code=ModuleCode(f"nn.{layer}", _number_of_channels),
    )


BATCH_NORM1D = _of_batch(
    1,
    "Gives every feature zero mean and unit variance over the batch",
    "the batch, and the length where there is one",
    "C → C, or C×L → C×L",
)
BATCH_NORM2D = _of_batch(
    2,
    "Gives every map zero mean and unit variance over the batch",
    "batch, height and width",
    "C×H×W → C×H×W",
)
BATCH_NORM3D = _of_batch(
    3,
    "Gives every channel of a volume zero mean and unit variance over the batch",
    "batch, depth, height and width",
    "C×D×H×W → C×D×H×W",
)

# --- over one sample ------------------------------------------------------------------------------


def _instance_norm(layer: str, rank: int) -> Infer:
    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        shape = single(inputs)
        channels, size = spatial(layer, shape, rank)
        if math.prod(size) == 1:
            raise LayerError(
                "one-cell",
                f"{layer} needs more than one cell in a map, and receives {text(shape)}: the "
                "variance of one number is zero.",
                "Place it ahead of the pooling, or use LayerNormChannelsFirst.",
            )
        numbers = (1 if a.affine else 0) + (2 if a.track_running_stats else 0)
        still = Kept(inputs=(0,), extra=numbers * FLOAT * channels)
        return Facts(
            outputs=(shape,),
            parameters=_affine(a, (channels,)),
            buffers=_running(a, channels),
            windows=() if a.track_running_stats else None,
            kept=replace(still, extra=still.extra + 2 * FLOAT * channels),
            kept_still=still if a.track_running_stats else None,
        )

    return infer


def _of_instance(rank: int) -> LayerSpec:
    layer, shapes = f"InstanceNorm{rank}d", SPATIAL[rank]
    return LayerSpec(
        id=layer,
        family="Normalisation",
        summary="Gives every channel of every sample zero mean and unit variance",
        help=(
            "y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every channel of every sample "
            f"by itself. It takes away contrast and style.\n\n{shapes} → {shapes}.\n\n"
            f"Source: torch.nn.{layer}; Ulyanov et al., Instance Normalization, 2016."
        ),
        params=(
            _EPS,
            Param(
                "momentum",
                Kind.FLOAT,
                0.1,
                "Share of the new batch in the running mean and variance, where they are tracked",
                0,
                1,
            ),
            Param("affine", Kind.BOOL, False, _SCALE_AND_SHIFT),
            Param(
                "track_running_stats",
                Kind.BOOL,
                False,
                "Keep a running mean and variance, and use them in evaluation",
            ),
            _BIAS,
            *SCALE_AND_SHIFT,
        ),
        infer=_instance_norm(layer, rank),
        code=ModuleCode(f"nn.{layer}", _number_of_channels),
    )


def _group_norm(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    channels = shape[0]
    if channels % a.num_groups:
        divisors = [n for n in range(1, min(channels, 64) + 1) if channels % n == 0]
        raise LayerError(
            "groups",
            f"num_groups = {a.num_groups} does not divide the {channels} channels.",
            f"Use a number of groups that divides {channels}, such as {divisors[-1]}.",
        )
    return Facts(
        outputs=(shape,),
        parameters=_affine(a, (channels,)),
        windows=across(shape, range(len(shape))),
        kept=Kept(inputs=(0,), extra=2 * FLOAT * a.num_groups),
    )


GROUP_NORM = LayerSpec(
    id="GroupNorm",
    family="Normalisation",
    summary="Gives groups of channels of every sample zero mean and unit variance",
    help=(
        "y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every group of C / num_groups "
        "channels of every sample. It does not depend on the batch, and so suits small ones. One "
        "group normalises the whole sample, as many as channels are InstanceNorm.\n\n"
        "C×… → C×…\n\nSource: torch.nn.GroupNorm; Wu and He, Group Normalization, 2018."
    ),
    params=(
        Param(
            "num_groups",
            Kind.INT,
            32,
            "Number of groups; it divides the channels",
            1,
            1_000_000,
            style=Style.POSITIONAL,
        ),
        _EPS,
        Param("affine", Kind.BOOL, True, _SCALE_AND_SHIFT),
        _BIAS,
        *SCALE_AND_SHIFT,
    ),
    infer=_group_norm,
    code=ModuleCode("nn.GroupNorm", given=lambda a, inputs: {"num_channels": inputs[0][0]}),
)


def _local_response_norm(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    if len(shape) == 1:
        raise LayerError(
            "rank",
            f"LocalResponseNorm works on channels × length, or images, and receives {text(shape)}.",
            "Place it before Flatten.",
        )
    channels, size = shape[0], math.prod(shape[1:])
    squares = (channels + a.size - 1) * size  # with the zeros beside the first and last channel
    return Facts(
        outputs=(shape,),
        kept=Kept(inputs=(0,), extra=FLOAT * (squares + 2 * channels * size)),
    )


LOCAL_RESPONSE_NORM = LayerSpec(
    id="LocalResponseNorm",
    family="Normalisation",
    summary="Divides every cell by what the neighbouring channels have there",
    help=(
        "y[c] = x[c] / (k + alpha / size · Σ x[c′]²)^beta, over the `size` channels around c.\n\n"
        "C×… → C×…\n\nSource: torch.nn.LocalResponseNorm; Krizhevsky et al., ImageNet "
        "Classification with Deep Convolutional Neural Networks, 2012, which has alpha where torch "
        "has alpha / size: size = 5, alpha = 5e-4, beta = 0.75, k = 2."
    ),
    params=(
        Param(
            "size",
            Kind.INT,
            5,
            "Number of neighbouring channels",
            1,
            1_000_000,
            unit="maps",
            style=Style.POSITIONAL,
        ),
        Param("alpha", Kind.FLOAT, 1e-4, "Weight of the neighbours", 0, 1_000),
        Param("beta", Kind.FLOAT, 0.75, "Exponent", 0, 100),
        Param("k", Kind.FLOAT, 1.0, "Added to the weighted sum", above=0, maximum=1_000),
    ),
    infer=_local_response_norm,
    code=ModuleCode("nn.LocalResponseNorm"),
)

LAYERS = (
    BATCH_NORM1D,
    BATCH_NORM2D,
    BATCH_NORM3D,
    GROUP_NORM,
    *(_of_instance(rank) for rank in SPATIAL),
    LOCAL_RESPONSE_NORM,
)
