"""Convolutions."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.shapes import image, pair, single, window
from nodes.spec import Args, Facts, Kind, LayerSpec, ModuleCode, Param, Shape, Style, Tensor


def _conv2d(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, *size = image("Conv2d", single(inputs))
    for role, count in (("in_channels", channels), ("out_channels", a.out_channels)):
        if count % a.groups:
            raise LayerError(
                "groups",
                f"groups = {a.groups} does not divide {role} = {count}.",
                f"Use a number of groups that divides both {channels} and {a.out_channels}.",
            )
    kernel = pair(a.kernel_size)
    height, width = window(
        "Conv2d", (size[0], size[1]), kernel, pair(a.stride), pair(a.padding), pair(a.dilation)
    )
    weight = Tensor("weight", (a.out_channels, channels // a.groups, *kernel))
    bias = (Tensor("bias", (a.out_channels,)),) if a.bias else ()
    return Facts(
        outputs=((a.out_channels, height, width),),
        parameters=(weight, *bias),
        macs=weight.elements * height * width,
    )


CONV2D = LayerSpec(
    id="Conv2d",
    family="Convolution",
    summary="Slides learned filters over an image",
    help=(
        "out[o] = bias[o] + Σ_c weight[o, c] ⋆ in[c]\n\n"
        "C×H×W → out_channels×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / "
        "stride⌋ + 1.\n\n"
        "Source: torch.nn.Conv2d; Dumoulin and Visin, A guide to convolution arithmetic, 2016."
    ),
    params=(
        Param(
            "out_channels",
            Kind.INT,
            64,
            "Number of filters, and so of output maps",
            1,
            1_000_000,
            unit="maps",
            style=Style.POSITIONAL,
        ),
        Param(
            "kernel_size",
            Kind.PAIR,
            3,
            "Height and width of a filter",
            1,
            100_000,
            unit="px",
            style=Style.POSITIONAL,
        ),
        Param(
            "stride", Kind.PAIR, 1, "Step of the window; 2 halves the size", 1, 100_000, unit="px"
        ),
        Param(
            "padding",
            Kind.PAIR,
            0,
            "Rows and columns of zeros added on every side",
            0,
            100_000,
            unit="px",
        ),
        Param(
            "dilation",
            Kind.PAIR,
            1,
            "Distance between neighbouring filter taps",
            1,
            100_000,
            unit="px",
        ),
        Param(
            "groups",
            Kind.INT,
            1,
            "Independent groups of channels; as many groups as channels is a depthwise convolution",
            1,
            1_000_000,
        ),
        Param(
            "bias",
            Kind.BOOL,
            True,
            "Add a learned number to every map; needless before batch normalisation",
        ),
    ),
    infer=_conv2d,
    code=ModuleCode("nn.Conv2d", lambda a, inputs: (inputs[0][0],)),
)

LAYERS = (CONV2D,)
