"""Convolutions with filters that are given, and never learned."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.layers.convolution import padding, step
from nodes.layers.padding import (
    ABOUT_WORDS,
    PAD_SAME,
    SAME,
    bytes_of,
    known,
    padded,
    sides_of,
    windows,
)
from nodes.shapes import Sides, each, single, spatial, window
from nodes.spec import (
    LEFT_OUT,
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

FILTERS = {  # and what each answers to
    "lines": ("vertical lines", "horizontal lines"),
    "edges": ("vertical edges", "horizontal edges"),
    "mean": ("mean",),
}

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
        padding: int | str | tuple[int, int] = 0,
    ) -> None:
        super().__init__()
        self.kernel_size, self.stride, self.padding = kernel_size, stride, padding
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
_FIXED_SAME = Support(
    "FixedConv2dSame",
    '''\
class FixedConv2dSame(FixedConv2d):
    """A fixed convolution with TensorFlow's "same" padding."""

    def forward(self, x: Tensor) -> Tensor:
        x = pad_same(x, self.kernel_size, self.stride)
        return super().forward(x)''',
    needs=(PAD_SAME, _FIXED),
)


def _one_step(a: Args) -> bool:
    return set(each(a.stride, 2)) == {1}


def _class_of_ours(a: Args) -> bool:
    """Whether “same” is none that torch knows, or must be right for any stride."""
    return a.padding == SAME and not (known(each(a.stride, 2)) and _one_step(a))


def _kept(channels: int, size: Sequence[int], sides: Sides, a: Args) -> Kept:
    if a.padding != SAME:
        return Kept((0,))
    if _one_step(a):  # torch adds only the odd cells ahead
        sides = [(0, after - before) for before, after in sides]
        if not any(after for _, after in sides):
            return Kept((0,))
    return Kept(extra=bytes_of(channels, *padded(size, sides)))


def _fixed(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, size = spatial("FixedConv2d", single(inputs), 2)
    kernel, stride = (each(v, 2) for v in (a.kernel_size, a.stride))
    sides = sides_of(a.padding, size, kernel, stride, (1, 1))
    made = window("FixedConv2d", size, kernel, stride, sides, (1, 1))
    weight = Tensor("weight", (len(FILTERS[a.filters]), channels, *kernel))
    return Facts(
        outputs=((len(FILTERS[a.filters]), *made),),
        buffers=(weight,),
        macs=weight.elements * math.prod(made),
        windows=windows(kernel, stride, sides, (1, 1)),
        kept=_kept(channels, size, sides, a),
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
        f"{ABOUT_WORDS}\n\n"
        "Source: Prewitt, Object enhancement and extraction, 1970; the lines are an exercise of "
        "Géron, Hands-On Machine Learning, 2017."
    ),
    params=(
        Param(
            "filters",
            Kind.CHOICE,
            "lines",
            "Two for a vertical and a horizontal line, two for edges across and down, or one mean",
            choices=tuple(FILTERS),
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
        padding(2, "Zeros added on every side; or valid, which is none, or same"),
    ),
    infer=_fixed,
    code=ModuleCode(
        lambda a: _FIXED_SAME if _class_of_ours(a) else _FIXED,
        lambda a, inputs: (inputs[0][0],),
        given=lambda a, inputs: {"padding": LEFT_OUT} if _class_of_ours(a) else {},
    ),
)

LAYERS = (FIXED_CONV2D,)
