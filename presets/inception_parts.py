"""What the Inception networks with batch normalisation are built of: a convolution, and branches.

Ioffe and Szegedy, Batch Normalization, 2015; Szegedy et al., Rethinking the Inception Architecture,
2015. The nodes have the names that torchvision and timm give them, so that their weights fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from nodes.network import Block
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from nodes.spec import Kind, Param, Value
from presets.preset import maps, weight_init

EPS = 1e-3  # of every BatchNorm in this family, where torch has 1e-5

Window = int | tuple[int, int]
ROW, COLUMN = (1, 7), (7, 1)
Arguments = Mapping[str, Any]  # of a node, by name


STRIDE = Param("stride", Kind.INT, 1, "Step of the last window; 2 halves the size", 1, 8)
PADDING = Param("padding", Kind.INT, 1, "Zeros around the last window's input", 0, 49, unit="px")


@cache
def basic_conv(init: str | None = None) -> Block:
    """A convolution with normalisation and ReLU, whose weights begin in this way."""
    b = Builder(
        "BasicConv2d",
        parameters=(
            maps("channels", 64, "Number of output maps"),
            Param("kernel_size", Kind.PAIR, 1, "Height and width of the window", 1, 99, unit="px"),
            Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8),
            Param("padding", Kind.PAIR, 0, "Zeros on every side", 0, 49, unit="px"),
            weight_init(init),
        ),
        summary="A convolution, batch normalisation and ReLU: the unit of every Inception network",
    )  # fmt: skip
    x = b.input()
    x = b.add(
        "conv", "Conv2d", x,
        out_channels="=channels", kernel_size="=kernel_size", stride="=stride", padding="=padding",
        bias=False, weight_init="=weight_init",
    )  # fmt: skip
    x = b.add("bn", "BatchNorm2d", x, eps=EPS)
    b.output(b.add("relu", "ReLU", x, inplace=True))
    return b.block()


def conv(
    b: Builder,
    name: str,
    x: Endpoint,
    channels: int | str,
    kernel: Window = 1,
    *,
    init: str | None = None,
    valid: bool = False,
    stride: int | str = 1,
) -> Endpoint:
    """A BasicConv2d that keeps the size, or, where it is valid or has a stride, has no padding."""
    return b.add(
        name, basic_conv(init), x,
        channels=channels, kernel_size=kernel, stride=stride,
        padding=0 if valid or stride != 1 else _half(kernel),
    )  # fmt: skip


def _half(kernel: Window) -> Value:
    return kernel // 2 if isinstance(kernel, int) else (kernel[0] // 2, kernel[1] // 2)


# --- branches, each an nn.Sequential --------------------------------------------------------------


@cache
def reduced_conv(weight_init: str | None = None) -> Block:
    b = Builder(
        "ReducedConv",
        (
            maps("reduced", 64, "1×1 reduction"),
            maps("channels", 96, "Convolution behind it"),
            Param("kernel_size", Kind.INT, 3, "Height and width of its window", 1, 99, unit="px"),
            STRIDE,
            PADDING,
        ),
        "A 1×1 convolution that makes the larger one behind it cheap",
    )
    x = conv(b, "0", b.input(), "=reduced", init=weight_init)
    x = b.add(
        "1", basic_conv(weight_init), x,
        channels="=channels", kernel_size="=kernel_size", stride="=stride", padding="=padding",
    )  # fmt: skip
    b.output(x)
    return b.block()


@cache
def reduced_double_conv() -> Block:
    b = Builder(
        "ReducedDoubleConv",
        (
            maps("reduced", 64, "1×1 reduction"),
            maps("middle", 96, "First 3×3 convolution"),
            maps("channels", 96, "Second 3×3 convolution"),
            STRIDE,
            PADDING,
        ),
        "Two 3×3 convolutions see as far as one 5×5, with fewer weights",
    )
    x = conv(b, "0", b.input(), "=reduced")
    x = conv(b, "1", x, "=middle", 3)
    x = b.add(
        "2", basic_conv(), x,
        channels="=channels", kernel_size=3, stride="=stride", padding="=padding",
    )  # fmt: skip
    b.output(x)
    return b.block()


@cache
def factorised() -> Block:
    b = Builder(
        "Factorised",
        (
            maps("reduced", 192, "1×1 reduction"),
            maps("middle", 224, "1×n convolution"),
            maps("channels", 256, "n×1 convolution"),
            Param("n", Kind.INT, 7, "Length of the windows, odd", 1, 99, unit="px"),
        ),
        "A row and a column in the place of a square window: as far a view for 2/n of the cost",
    )
    x = conv(b, "0", b.input(), "=reduced")
    x = b.add(
        "1", basic_conv(), x, channels="=middle", kernel_size="=(1, n)", padding="=(0, n // 2)"
    )
    x = b.add(
        "2", basic_conv(), x, channels="=channels", kernel_size="=(n, 1)", padding="=(n // 2, 0)"
    )
    b.output(x)
    return b.block()


@cache
def factorised_conv() -> Block:
    b = Builder(
        "FactorisedConv",
        (
            maps("reduced", 64, "1×1 reduction, and the row"),
            maps("middle", 64, "The column"),
            maps("channels", 96, "3×3 convolution"),
            STRIDE,
        ),
        "A row, a column, and a 3×3 convolution without padding",
    )
    x = conv(b, "0", b.input(), "=reduced")
    x = conv(b, "1", x, "=reduced", ROW)
    x = conv(b, "2", x, "=middle", COLUMN)
    b.output(conv(b, "3", x, "=channels", 3, stride="=stride"))
    return b.block()


@cache
def factorised_twice() -> Block:
    b = Builder(
        "FactorisedTwice",
        (
            maps("reduced", 192, "1×1 reduction, and the first column"),
            maps("middle", 224, "The first row and the second column"),
            maps("channels", 256, "The second row"),
        ),
        "Two windows of 7×7, one behind the other, as columns and rows",
    )
    x = conv(b, "0", b.input(), "=reduced")
    x = conv(b, "1", x, "=reduced", COLUMN)
    x = conv(b, "2", x, "=middle", ROW)
    x = conv(b, "3", x, "=middle", COLUMN)
    b.output(conv(b, "4", x, "=channels", ROW))
    return b.block()


@cache
def average_project() -> Block:
    b = Builder(
        "AveragePoolProject",
        (maps("channels", 96, "1×1 convolution"),),
        "The mean of the neighbourhood, and a 1×1 convolution that narrows it",
    )
    x = b.add(
        "0", "AvgPool2d", b.input(), kernel_size=3, stride=1, padding=1, count_include_pad=False
    )
    b.output(conv(b, "1", x, "=channels"))
    return b.block()
