"""MnasNet: inverted residuals whose kernels and widths were searched for by the time on a phone.

Tan, Chen, Pang, Vasudevan, Sandler, Howard and Le: MnasNet: Platform-Aware Neural Architecture
Search for Mobile, 2018 (arXiv:1807.11626). Published: 75.2 % top-1 on ImageNet for A1, and by the
authors 74.5 % for B1, which is the one here: without squeeze-and-excitation. The weights have the
names and the order of torchvision, and BatchNorm's momentum of 0.9997 there is 0.0003 here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from nodes.network import Block, Network
from nodes.network.builder import Builder
from presets.conv_norm import (
    CHANNELS,
    EXPANSION,
    KEEPS_SHAPE,
    KERNEL,
    STRIDE,
    ZERO,
    divisible,
    dropout,
    stage_stride,
    width,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

# Expansion, maps, blocks, stride of the first, kernel: Figure 7.
STACKS = (
    (3, 24, 3, 2, 3),
    (3, 40, 3, 2, 5),
    (6, 80, 3, 2, 5),
    (6, 96, 2, 1, 3),
    (6, 192, 4, 2, 5),
    (6, 320, 1, 1, 3),
)
STEM, FIRST, LAST = 32, 16, 1280  # maps ahead of the stacks and behind them
_HE = "kaiming_normal(mode=fan_out, nonlinearity=relu)"


class _Chain:
    """Convolutions with their BatchNorm and ReLU, numbered on in one chain."""

    def __init__(self, b: Builder) -> None:
        self._b = b
        self._place = 0
        self.end = b.input()

    def add(self, kind: str | Block, **args: Any) -> None:
        self.end = self._b.add(str(self._place), kind, self.end, **args)
        self._place += 1

    def conv(self, maps: int | str, kernel: int | str = 1, **args: Any) -> None:
        self.add(
            "Conv2d", out_channels=maps, kernel_size=kernel, bias=False, weight_init=_HE, **args
        )
        self.add("BatchNorm2d", momentum=1 - 0.9997)

    def relu(self) -> None:
        self.add("ReLU", inplace=True)


@cache
def _bottleneck() -> Block:
    b = Builder(
        "MnasNetBottleneck",
        (CHANNELS, EXPANSION, KERNEL, STRIDE),
        "Widens the maps, filters each by itself, and narrows them without an activation",
    )
    wide = "=expansion * in_channels"
    chain = _Chain(b)
    chain.conv(wide)
    chain.relu()
    chain.conv(wide, "=kernel_size", stride="=stride", padding="=kernel_size // 2", groups=wide)
    chain.relu()
    chain.conv("=channels")
    b.output(chain.end)
    return b.block()


@cache
def _inverted_residual() -> Block:
    b = Builder(
        "MnasNetBlock",
        (CHANNELS, EXPANSION, KERNEL, STRIDE),
        "An inverted residual, with a shortcut where the shape is kept",
    )
    x = b.input()
    y = b.add(
        "layers", _bottleneck(), x,
        channels="=channels", expansion="=expansion", kernel_size="=kernel_size", stride="=stride",
    )  # fmt: skip
    b.output(b.add("add", "Add", [y, x], enabled=KEEPS_SHAPE))
    return b.block()


def _layers(width: float) -> Block:
    b = Builder("MnasNetLayers", summary="Stacks of inverted residuals between convolutions")
    stem = divisible(STEM * width)
    chain = _Chain(b)
    chain.conv(stem, 3, stride=2, padding=1)
    chain.relu()
    chain.conv(stem, 3, padding=1, groups=stem)
    chain.relu()
    chain.conv(divisible(FIRST * width))
    for expansion, maps, blocks, stride, kernel in STACKS:
        chain.add(
            _inverted_residual(), repeat=blocks, first="0", channels=divisible(maps * width),
            expansion=expansion, kernel_size=kernel, stride=stage_stride(stride, blocks),
        )  # fmt: skip
    chain.conv(LAST)
    chain.relu()
    b.output(chain.end)
    return b.block()


@cache
def _classifier() -> Block:
    b = Builder("MnasNetClassifier", (classes(1000), dropout()), "Dropout and a linear layer")
    x = b.input()
    x = b.add("0", "Dropout", x, p="=dropout", inplace=True)
    x = b.add(
        "1", "Linear", x,
        out_features="=classes",
        weight_init="kaiming_uniform(mode=fan_out, nonlinearity=sigmoid)", bias_init=ZERO,
    )  # fmt: skip
    b.output(x)
    return b.block()


def _mnasnet(input_size: int, channels: int, classes: int, width: float, dropout: float) -> Network:
    layers = _layers(width)
    g = Builder("MnasNet")
    x = g.input(channels, input_size, input_size)
    x = g.add("layers", layers, x)
    x = g.add("avgpool", "GlobalAvgPool", x)
    x = g.add("classifier", _classifier(), x, classes=classes, dropout=dropout)
    g.output(x)
    return g.network(blocks=(_bottleneck(), _inverted_residual(), layers, _classifier()))


def _top1(percent: float) -> Accuracy:
    return Accuracy(percent, "ImageNet", "torchvision's weights, one crop")


PRESETS: tuple[Preset, ...] = (
    Preset(
        id="mnasnet1_0",
        title="MnasNet",
        family="MnasNet",
        year=2018,
        authors="Tan, Chen, Pang, Vasudevan, Sandler, Howard, Le",
        paper="MnasNet: Platform-Aware Neural Architecture Search for Mobile",
        link="https://arxiv.org/abs/1807.11626",
        summary="Sixteen inverted residuals in six stacks, searched for by the time on a phone",
        parameters=(input_size(224, minimum=32), channels(3), classes(1000), width(), dropout()),
        build=_mnasnet,
        accuracy=_top1(73.456),
        references=(
            Reference("mnasnet1_0"),
            Reference("mnasnet0_5", {"width": 0.5}, _top1(67.734)),
            Reference("mnasnet0_75", {"width": 0.75}, _top1(71.18)),
            Reference("mnasnet1_3", {"width": 1.3}, _top1(76.506)),
        ),
    ),
)
BLOCKS: tuple[ReadyBlock, ...] = ()
