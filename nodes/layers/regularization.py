"""Regularisation: layers that act in training only."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from nodes.shapes import single, spatial
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
    Support,
)

FLOAT = 4  # bytes

_P = Param("p", Kind.FLOAT, 0.5, "Probability that an element is zeroed", 0, 1)
_P_CHANNEL = Param("p", Kind.FLOAT, 0.5, "Probability that a channel is zeroed", 0, 1)
_INPLACE = Param("inplace", Kind.BOOL, False, "Overwrite the input to save memory")


def _dropped(mask: Callable[[Shape], int], a: Args, shape: Shape, inplace: bool) -> Facts:
    """Facts of a layer that multiplies by a random mask of so many numbers."""
    if a.p == 0:
        return Facts(outputs=(shape,), view=True)  # the input itself
    kept = Kept(fixed=FLOAT) if a.p == 1 else Kept(extra=FLOAT * mask(shape))
    return Facts(outputs=(shape,), kept=kept, view=inplace)


def _dropout(a: Args, inputs: Sequence[Shape]) -> Facts:
    return _dropped(math.prod, a, single(inputs), a.inplace)


def _alpha_dropout(a: Args, inputs: Sequence[Shape]) -> Facts:
    return _dropped(math.prod, a, single(inputs), inplace=False)


def _channel_dropout(layer: str, rank: int) -> Infer:
    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        shape = single(inputs)
        spatial(layer, shape, rank)
        return _dropped(lambda s: s[0], a, shape, a.inplace)

    return infer


def _drop_path(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),), kept=Kept(extra=FLOAT))


def _of_channels(rank: int, shapes: str, what: str) -> LayerSpec:
    layer = f"Dropout{rank}d"
    return LayerSpec(
        id=layer,
        family="Regularisation",
        summary=f"Zeroes whole {what} while training",
        help=(
            f"Every channel of {shapes} is set to zero as a whole with probability p, and the "
            "others are divided by 1 − p: neighbours in a map say much the same, so that a single "
            "missing element would not be missed. In evaluation nothing happens.\n\n"
            f"{shapes} → {shapes}.\n\nSource: torch.nn.{layer}; Tompson et al., Efficient Object "
            "Localization Using Convolutional Networks, 2014."
        ),
        params=(_P_CHANNEL, _INPLACE),
        infer=_channel_dropout(layer, rank),
        code=ModuleCode(f"nn.{layer}"),
    )


DROPOUT = LayerSpec(
    id="Dropout",
    family="Regularisation",
    summary="Zeroes random elements while training",
    help=(
        "Every element is set to zero with probability p and the others are divided by 1 − p. In "
        "evaluation nothing happens.\n\nThe shape stays as it is.\n\n"
        "Source: torch.nn.Dropout; Srivastava et al., Dropout, 2014."
    ),
    params=(_P, _INPLACE),
    infer=_dropout,
    code=ModuleCode("nn.Dropout"),
)
DROPOUT1D = _of_channels(1, "C×L", "channels")
DROPOUT2D = _of_channels(2, "C×H×W", "maps")
DROPOUT3D = _of_channels(3, "C×D×H×W", "volumes")

ALPHA_DROPOUT = LayerSpec(
    id="AlphaDropout",
    family="Regularisation",
    summary="A dropout that keeps mean and variance, for SELU",
    help=(
        "Every element is set to −1.7581, where SELU ends on the left, with probability p; then "
        "all are scaled and shifted so that mean 0 and variance 1 stay. In evaluation nothing "
        "happens.\n\nThe shape stays as it is.\n\nSource: torch.nn.AlphaDropout; Klambauer et al., "
        "Self-Normalizing Neural Networks, 2017."
    ),
    params=(
        _P,
        Param(
            "inplace",
            Kind.BOOL,
            False,
            "In torch too without effect: the layer takes no notice of it",
        ),
    ),
    infer=_alpha_dropout,
    code=ModuleCode("nn.AlphaDropout"),
)

_DROP_PATH = Support(
    "DropPath",
    '''
class DropPath(nn.Module):
    """Zeroes whole samples at random while training, and scales up the others."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, input: Tensor) -> Tensor:
        if not self.training:
            return input
        kept = input.new_ones(len(input), *[1] * (input.dim() - 1))
        return input * functional.dropout(kept, self.p)
'''.strip(),
    ("from torch.nn import functional",),
)

DROP_PATH = LayerSpec(
    id="DropPath",
    family="Regularisation",
    summary="Skips the branch for random samples while training",
    help=(
        "The whole value of a sample is set to zero with probability p, and the others are divided "
        "by 1 − p. At the end of a residual branch, ahead of its Add, it leaves the shortcut alone "
        "for that sample: stochastic depth. In evaluation nothing happens.\n\n"
        "The shape stays as it is.\n\n"
        "Source: Huang et al., Deep Networks with Stochastic Depth, 2016; by sample as in Larsson "
        "et al., FractalNet, 2016."
    ),
    params=(
        Param(
            "p",
            Kind.FLOAT,
            0.1,
            "Probability that a sample is zeroed; often growing from block to block",
            0,
            1,
            style=Style.POSITIONAL,
        ),
    ),
    infer=_drop_path,
    code=ModuleCode(_DROP_PATH),
)

LAYERS = (DROPOUT, DROPOUT1D, DROPOUT2D, DROPOUT3D, ALPHA_DROPOUT, DROP_PATH)
