"""Inception modules: four branches with windows of different size, side by side.

Szegedy et al.: Going Deeper with Convolutions, 2014 (arXiv:1409.4842). Published for the full
network, GoogLeNet: 6.67 % top-5 error on ILSVRC 2014.

The network here is a miniature of it for 32×32 images, with three modules. It keeps the paper's
module, its order (modules between max pools, global average pooling, dropout, one linear layer) and
its ratios between the branches, and has no published figure of its own.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Preset, channels, classes, input_size
from presets.ready import ReadyBlock

MAPS = 100_000


@cache
def conv_relu() -> Block:
    b = Builder(
        "ConvReLU",
        parameters=(
            Param("channels", Kind.INT, 64, "Number of output maps", 1, MAPS, unit="maps"),
            Param("kernel", Kind.INT, 1, "Height and width of the window", 1, 99, unit="px"),
        ),
        summary="A convolution that keeps the size, and its activation",
    )
    x = b.input()
    x = b.add(
        "conv",
        "Conv2d",
        x,
        out_channels="=channels",
        kernel_size="=kernel",
        padding="=kernel // 2",
    )
    x = b.add("relu", "ReLU", x)
    b.output(x)
    return b.block()


def _maps(name: str, default: int, help: str) -> Param:
    return Param(name, Kind.INT, default, help, 1, MAPS, unit="maps")


@cache
def inception() -> Block:
    b = Builder(
        "Inception",
        parameters=(
            _maps("c1", 64, "1×1 convolution"),
            _maps("c3r", 96, "1×1 reduction ahead of the 3×3 convolution"),
            _maps("c3", 128, "3×3 convolution"),
            _maps("c5r", 16, "1×1 reduction ahead of the 5×5 convolution"),
            _maps("c5", 32, "5×5 convolution"),
            _maps("pool_proj", 32, "1×1 projection after the pooling"),
        ),
        summary="Four branches with windows of different size, one behind the other in the output",
    )
    x = b.input()
    one = b.add("conv1", conv_relu(), x, channels="=c1")
    three = b.add("reduce3", conv_relu(), x, channels="=c3r")
    three = b.add("conv3", conv_relu(), three, channels="=c3", kernel=3)
    five = b.add("reduce5", conv_relu(), x, channels="=c5r")
    five = b.add("conv5", conv_relu(), five, channels="=c5", kernel=5)
    pool = b.add("pool", "MaxPool2d", x, kernel_size=3, stride=1, padding=1)
    pool = b.add("project", conv_relu(), pool, channels="=pool_proj")
    x = b.add("concat", "Concat", [one, three, five, pool])
    b.output(x)
    return b.block()


def _inception_mini(input_size: int, channels: int, classes: int) -> Network:
    g = Builder("Inception (small)")
    x = g.input(channels, input_size, input_size)
    x = g.add("stem", conv_relu(), x, channels=32, kernel=3)
    x = g.add("inception1", inception(), x, c1=16, c3r=24, c3=32, c5r=4, c5=8, pool_proj=8)
    x = g.add("pool1", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    x = g.add("inception2", inception(), x, c1=32, c3r=48, c3=64, c5r=8, c5=16, pool_proj=16)
    x = g.add("pool2", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    x = g.add("inception3", inception(), x, c1=64, c3r=96, c3=128, c5r=16, c5=32, pool_proj=32)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=0.4)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    return g.network(blocks=(conv_relu(), inception()))


PRESETS = (
    Preset(
        id="inception_mini",
        title="Inception (small)",
        family="Inception",
        year=2014,
        authors="Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich",
        paper="Going Deeper with Convolutions",
        link="https://arxiv.org/abs/1409.4842",
        summary="Three Inception modules of four branches, for small images",
        parameters=(input_size(32, minimum=4), channels(3), classes(10)),
        build=_inception_mini,
        recipe={"epochs": 10, "learning_rate": 0.002},
    ),
)

BLOCKS = (
    ReadyBlock(
        inception,
        "Szegedy et al., Going Deeper with Convolutions, 2014",
        needs=(conv_relu,),
        group="Inception",
    ),
)
