"""Normalisation."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.shapes import image, single
from nodes.spec import Args, Facts, Kind, LayerSpec, ModuleCode, Param, Shape, Tensor


def _batch_norm2d(a: Args, inputs: Sequence[Shape]) -> Facts:
    shape = single(inputs)
    channels, *_ = image("BatchNorm2d", shape)
    affine = (Tensor("weight", (channels,)), Tensor("bias", (channels,)))
    running = (
        Tensor("running_mean", (channels,)),
        Tensor("running_var", (channels,)),
        Tensor("num_batches_tracked", ()),
    )
    return Facts(
        outputs=(shape,),
        parameters=affine if a.affine else (),
        buffers=running if a.track_running_stats else (),
    )


BATCH_NORM2D = LayerSpec(
    id="BatchNorm2d",
    family="Normalisation",
    summary="Gives every map zero mean and unit variance over the batch",
    help=(
        "y = (x − E[x]) / √(Var[x] + eps) · weight + bias, for every map, over batch, height and "
        "width. In evaluation the running mean and variance take the batch's place.\n\n"
        "C×H×W → C×H×W.\n\n"
        "Source: torch.nn.BatchNorm2d; Ioffe and Szegedy, Batch Normalization, 2015."
    ),
    params=(
        Param("eps", Kind.FLOAT, 1e-5, "Added to the variance", above=0, maximum=1),
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
        Param("affine", Kind.BOOL, True, "Learn a scale and a shift for every map"),
        Param(
            "track_running_stats",
            Kind.BOOL,
            True,
            "Keep a running mean and variance for evaluation",
        ),
    ),
    infer=_batch_norm2d,
    code=ModuleCode("nn.BatchNorm2d", lambda a, inputs: (inputs[0][0],)),
)

LAYERS = (BATCH_NORM2D,)
