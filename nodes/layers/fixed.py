"""Convolutions with filters that are given, and never learned."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.layers.convolution import step
from nodes.layers.padding import windows
from nodes.shapes import each, single, spatial, window
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
    Support,
    Tensor,
)

_FILTERS = {"lines": 2, "edges": 2, "mean": 1}  # and how many there are of each

_FIXED = Support(
    "FixedConv2d",
    '''\
class FixedConv2d(nn.Module):
    """A convolution with given filters, the same for every channel."""

    def __init__(
        self,
        in_channels: int,
        filters: str = "lines",
        kernel_size: int = 7,
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
    ) -> None:
        super().__init__()
        self.stride, self.padding = stride, padding
        column = torch.arange(kernel_size).expand(kernel_size, kernel_size)
        line = (column == kernel_size // 2).float()
        edge = (2 * column - kernel_size + 1).sign().float()
        mean = torch.full((kernel_size, kernel_size), 1 / kernel_size**2)
        made = {"lines": [line, line.T], "edges": [edge, edge.T], "mean": [mean]}
        weight = torch.stack(made[filters])[:, None].repeat(1, in_channels, 1, 1)
        self.register_buffer("weight", weight)

    def forward(self, x: Tensor) -> Tensor:
        return functional.conv2d(
            x, self.weight, stride=self.stride, padding=self.padding
        )''',
    ("from torch.nn import functional",),
)


def _fixed(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, size = spatial("FixedConv2d", single(inputs), 2)
    kernel, stride, padding = (each(v, 2) for v in (a.kernel_size, a.stride, a.padding))
    sides = tuple((p, p) for p in padding)
    made = window("FixedConv2d", size, kernel, stride, sides, (1, 1))
    weight = Tensor("weight", (_FILTERS[a.filters], channels, *kernel))
    return Facts(
        outputs=((_FILTERS[a.filters], *made),),
        buffers=(weight,),
        macs=weight.elements * math.prod(made),
        windows=windows(kernel, stride, sides, (1, 1)),
        kept=Kept((0,)),
    )


FIXED_CONV2D = LayerSpec(
    id="FixedConv2d",
    family="Convolution",
    summary="Slides filters over an image that are given, and not learned",
    help=(
        "out[o] = Σ_c filter[o] ⋆ in[c]: every channel has the same filter, and there is no bias.\n"
        "\nlines: ones in the middle column, and ones in the middle row, which answer to vertical "
        "and to horizontal lines. edges: the right side minus the left, and the lower minus the "
        "upper (Prewitt's, for 3 px). mean: a blur.\n\n"
        "C×H×W → filters×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1. The filters are "
        "a buffer: they stand in the state_dict, and no step of training changes them.\n\n"
        "Source: Prewitt, Object enhancement and extraction, 1970; the lines are an exercise of "
        "Géron, Hands-On Machine Learning, 2017."
    ),
    params=(
        Param(
            "filters",
            Kind.CHOICE,
            "lines",
            "Two for a vertical and a horizontal line, two for edges across and down, or one mean",
            choices=tuple(_FILTERS),
            style=Style.POSITIONAL,
        ),
        Param(
            "kernel_size",
            Kind.INT,
            7,
            "Height and width of a filter",
            1,
            1_000,
            unit="px",
            style=Style.POSITIONAL,
        ),
        step(2, "stride", 1, "Step of the window; 2 halves the size"),
        step(2, "padding", 0, "Zeros added on every side", minimum=0),
    ),
    infer=_fixed,
    code=ModuleCode(_FIXED, lambda a, inputs: (inputs[0][0],)),
)

LAYERS = (FIXED_CONV2D,)
