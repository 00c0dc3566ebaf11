"""A convolution with its normalisation and activation, and squeeze-and-excitation.

The mobile and modern networks are built of them; their parts have torchvision's names and numbers.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from nodes.network import Block
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import maps
from presets.ready import ReadyBlock

KAIMING = "kaiming_normal(mode=fan_out)"
ZERO = "constant(value=0)"
# Where a shortcut fits, since the block keeps the shape of what enters.
KEEPS_SHAPE = "=stride == 1 and in_channels == channels"


WIDEST = 1_000_000  # maps
CHANNELS = maps("channels", 64, "Number of output maps", WIDEST)
KERNEL = Param("kernel_size", Kind.INT, 3, "Height and width of the window, odd", 1, 99, unit="px")
STRIDE = Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8)
EXPANSION = Param("expansion", Kind.INT, 6, "How many times more maps in between", 1, 1_000)
DROP = Param(
    "drop", Kind.FLOAT, 0.0, "Probability that the shortcut stands alone for a sample in training",
    0, 1,
)  # fmt: skip
_GROUPS = Param("groups", Kind.INT, 1, "Independent groups of maps", 1, 1_000_000)


def divisible(number: float, divisor: int = 8) -> int:
    """The nearest multiple of the divisor, at least one of it and more than 90 % of the number."""
    near = max(divisor, int(number + divisor / 2) // divisor * divisor)
    return near + divisor if near < 0.9 * number else near


def stage_stride(stride: int, blocks: int) -> int | str:
    """The stride of the blocks of a stage: of the first this one, of the others 1."""
    return stride if stride == 1 or blocks == 1 else f"={stride} if i == 0 else 1"


def rising(drop: float, before: int, total: int, blocks: int) -> float | str:
    """The probability of stochastic depth in a stage: it grows along all blocks of the network.

    It is 0 before any of them, and would be `drop` after `total`.
    """
    if blocks == 1 or not drop:
        return drop * before / total
    return f"={drop} * ({before} + i) / {total}" if before else f"={drop} * i / {total}"


def width(default: float = 1.0) -> Param:
    return Param("width", Kind.FLOAT, default, "Factor of the maps of every layer", 0.05, 16)


def dropout(default: float = 0.2) -> Param:
    return Param(
        "dropout", Kind.FLOAT, default, "Probability that a feature is zeroed ahead of the classes",
        0, 1,
    )  # fmt: skip


@cache
def conv_norm(
    activation: str = "",
    eps: float = 1e-5,
    momentum: float = 0.1,
    weight_init: str | None = KAIMING,
) -> Block:
    """A chain of convolution, batch normalisation and, where one is named, activation."""
    b = Builder(
        f"ConvNorm{activation}",
        (CHANNELS, KERNEL, STRIDE, _GROUPS),
        "A convolution and its batch normalisation"
        + (f", then {activation}" if activation else ""),
    )
    x = b.input()
    x = b.add(
        "0", "Conv2d", x,
        out_channels="=channels", kernel_size="=kernel_size", stride="=stride",
        padding="=(kernel_size - 1) // 2", groups="=groups", bias=False, weight_init=weight_init,
    )  # fmt: skip
    x = b.add("1", "BatchNorm2d", x, eps=eps, momentum=momentum)
    if activation:
        x = b.add("2", activation, x, inplace=True)
    b.output(x)
    return b.block()


@cache
def squeeze_excitation(
    activation: str = "ReLU",
    gate: str = "Sigmoid",
    inplace: bool = False,
    bias_init: str | None = ZERO,
) -> Block:
    """The gate of every map, from a number `squeeze` of maps in between."""
    squeeze = maps("squeeze", 16, "Maps in between", WIDEST)
    return _squeeze_excitation(squeeze, "=squeeze", activation, gate, inplace, bias_init)


@cache
def squeeze_excitation_by_ratio() -> Block:
    """The gate of every map, from `reduction` times fewer maps in between, as in the paper."""
    reduction = Param("reduction", Kind.INT, 16, "How many times fewer maps in between", 1, 1_000)
    return _squeeze_excitation(
        reduction, "=max(in_channels // reduction, 1)", "ReLU", "Sigmoid", False, ZERO
    )


def _squeeze_excitation(
    parameter: Param,
    squeeze: str,
    activation: str,
    gate: str,
    inplace: bool,
    bias_init: str | None,
) -> Block:
    b = Builder("SqueezeExcitation", (parameter,), "Weighs every map by what all maps hold")
    init: dict[str, Any] = {"weight_init": KAIMING, "bias_init": bias_init}
    x = b.input()
    y = b.add("avgpool", "AdaptiveAvgPool2d", x)
    y = b.add("fc1", "Conv2d", y, out_channels=squeeze, kernel_size=1, **init)
    y = b.add("activation", activation, y, inplace=inplace)
    y = b.add("fc2", "Conv2d", y, out_channels="=in_channels", kernel_size=1, **init)
    y = b.add("scale_activation", gate, y)
    b.output(b.add("multiply", "Multiply", [y, x]))
    return b.block()


BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(
        squeeze_excitation_by_ratio,
        "Hu et al., Squeeze-and-Excitation Networks, 2017",
        group="Mobile",
    ),
)
