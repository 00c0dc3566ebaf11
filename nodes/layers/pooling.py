"""Pooling: images made smaller by the maximum or the mean of a window."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.shapes import AXES, image, pair, single, window
from nodes.spec import Args, Facts, Kind, LayerSpec, ModuleCode, Param, Shape, Style

_KERNEL = Param("kernel_size", Kind.PAIR, 2, "Height and width of the window",
                1, 100_000, unit="px", style=Style.POSITIONAL)  # fmt: skip
_STRIDE = Param("stride", Kind.PAIR, None, "Step of the window; empty means the kernel's size",
                1, 100_000, unit="px", optional=True)  # fmt: skip
_PADDING = Param("padding", Kind.PAIR, 0, "Rows and columns added on every side, at most half "
                 "the kernel", 0, 100_000, unit="px")  # fmt: skip
_CEIL = Param("ceil_mode", Kind.BOOL, False, "Round the output size up, so that the last rows "
              "and columns are not dropped")  # fmt: skip


def _pool(layer: str, a: Args, shape: Shape, dilation: tuple[int, int]) -> Facts:
    channels, height, width = image(layer, shape)
    kernel, padding = pair(a.kernel_size), pair(a.padding)
    for axis, k, p in zip(AXES, kernel, padding, strict=True):
        if p > k // 2:
            raise LayerError(
                "padding-too-large",
                f"padding = {p} is more than half the kernel ({k}) in {axis}: some windows "
                "would hold nothing but padding.",
                f"Use a padding of at most {k // 2}, or a larger kernel.",
            )
    stride = kernel if a.stride is None else pair(a.stride)
    size = window(layer, (height, width), kernel, stride, padding, dilation, a.ceil_mode)
    return Facts(outputs=((channels, *size),))


def _max_pool2d(a: Args, inputs: Sequence[Shape]) -> Facts:
    return _pool("MaxPool2d", a, single(inputs), pair(a.dilation))


def _avg_pool2d(a: Args, inputs: Sequence[Shape]) -> Facts:
    return _pool("AvgPool2d", a, single(inputs), (1, 1))


def _adaptive_avg_pool2d(a: Args, inputs: Sequence[Shape]) -> Facts:
    channels, *_ = image("AdaptiveAvgPool2d", single(inputs))
    return Facts(outputs=((channels, *pair(a.output_size)),))


MAX_POOL2D = LayerSpec(
    id="MaxPool2d",
    family="Pooling",
    summary="Keeps the largest value of every window",
    help=(
        "out[c, y, x] = max over the window of in[c]\n\n"
        "C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − dilation·(kernel − 1) − 1) / stride⌋ + 1.\n\n"
        "Source: torch.nn.MaxPool2d."
    ),
    params=(
        _KERNEL,
        _STRIDE,
        _PADDING,
        Param(
            "dilation",
            Kind.PAIR,
            1,
            "Distance between the cells of a window",
            1,
            100_000,
            unit="px",
        ),
        _CEIL,
    ),
    infer=_max_pool2d,
    code=ModuleCode("nn.MaxPool2d"),
)

AVG_POOL2D = LayerSpec(
    id="AvgPool2d",
    family="Pooling",
    summary="Takes the mean of every window",
    help=(
        "out[c, y, x] = mean over the window of in[c]\n\n"
        "C×H×W → C×H′×W′ with H′ = ⌊(H + 2·padding − kernel) / stride⌋ + 1.\n\n"
        "Source: torch.nn.AvgPool2d; subsampling in LeCun et al., 1998."
    ),
    params=(
        _KERNEL,
        _STRIDE,
        _PADDING,
        _CEIL,
        Param("count_include_pad", Kind.BOOL, True, "Count the padding's zeros in the mean"),
    ),
    infer=_avg_pool2d,
    code=ModuleCode("nn.AvgPool2d"),
)

ADAPTIVE_AVG_POOL2D = LayerSpec(
    id="AdaptiveAvgPool2d",
    family="Pooling",
    summary="Means over as many windows as the wanted size needs",
    help=(
        "C×H×W → C×output_size, whatever H and W are. Size 1 is global average pooling.\n\n"
        "Source: torch.nn.AdaptiveAvgPool2d; global average pooling in Lin et al., Network in "
        "Network, 2013."
    ),
    params=(
        Param(
            "output_size",
            Kind.PAIR,
            1,
            "Height and width of the output",
            1,
            100_000,
            unit="px",
            style=Style.POSITIONAL,
        ),
    ),
    infer=_adaptive_avg_pool2d,
    code=ModuleCode("nn.AdaptiveAvgPool2d"),
)

LAYERS = (MAX_POOL2D, AVG_POOL2D, ADAPTIVE_AVG_POOL2D)
