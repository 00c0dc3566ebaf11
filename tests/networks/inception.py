"""GoogLeNet as torchvision has it: with batch normalisation, and 3×3 in the place of 5×5.

Szegedy et al.: Going Deeper with Convolutions, 2014.
"""

from __future__ import annotations

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param


def _conv() -> Block:
    b = Builder(
        "BasicConv2d",
        parameters=(
            Param("channels", Kind.INT, 64, "Number of output maps", 1, 100_000),
            Param("kernel", Kind.INT, 1, "Height and width of the window", 1, 99),
            Param("stride", Kind.INT, 1, "Step of the window", 1, 8),
        ),
        summary="A convolution that keeps the size, normalisation and activation",
    )
    x = b.input()
    x = b.add(
        "conv", "Conv2d", x,
        out_channels="=channels", kernel_size="=kernel", stride="=stride", padding="=kernel // 2",
        bias=False,
    )  # fmt: skip
    x = b.add("bn", "BatchNorm2d", x, eps=0.001)
    x = b.add("relu", "ReLU", x, inplace=True)
    b.output(x)
    return b.block()


def _inception(conv: Block) -> Block:
    names = ("c1", "c3r", "c3", "c5r", "c5", "pool_proj")
    b = Builder(
        "Inception",
        parameters=tuple(Param(n, Kind.INT, 64, "Maps", 1, 100_000) for n in names),
        summary="Four branches with windows of different size",
    )
    x = b.input()
    one = b.add("branch1", conv, x, channels="=c1")
    three = b.add("branch2_0", conv, x, channels="=c3r")
    three = b.add("branch2_1", conv, three, channels="=c3", kernel=3)
    five = b.add("branch3_0", conv, x, channels="=c5r")
    five = b.add("branch3_1", conv, five, channels="=c5", kernel=3)
    pool = b.add("branch4_0", "MaxPool2d", x, kernel_size=3, stride=1, padding=1, ceil_mode=True)
    pool = b.add("branch4_1", conv, pool, channels="=pool_proj")
    x = b.add("concat", "Concat", [one, three, five, pool])
    b.output(x)
    return b.block()


_MODULES = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}
_POOLED = {"3b": 3, "4e": 2}  # the kernel of the max pooling after a module


def googlenet(size: int = 224) -> Network:
    conv = _conv()
    inception = _inception(conv)
    g = Builder("GoogLeNet")
    x = g.input(3, size, size)
    x = g.add("conv1", conv, x, channels=64, kernel=7, stride=2)
    x = g.add("maxpool1", "MaxPool2d", x, kernel_size=3, stride=2, ceil_mode=True)
    x = g.add("conv2", conv, x, channels=64)
    x = g.add("conv3", conv, x, channels=192, kernel=3)
    x = g.add("maxpool2", "MaxPool2d", x, kernel_size=3, stride=2, ceil_mode=True)
    for name, (c1, c3r, c3, c5r, c5, pool) in _MODULES.items():
        x = g.add(
            f"inception{name}", inception, x,
            c1=c1, c3r=c3r, c3=c3, c5r=c5r, c5=c5, pool_proj=pool,
        )  # fmt: skip
        if name in _POOLED:
            x = g.add(
                f"maxpool{name}", "MaxPool2d", x,
                kernel_size=_POOLED[name], stride=2, ceil_mode=True,
            )  # fmt: skip
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=0.2)
    x = g.add("fc", "Linear", x, out_features=1000)
    g.output(x)
    return g.network(blocks=(conv, inception))
