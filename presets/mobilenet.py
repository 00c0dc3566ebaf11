"""MobileNets: depthwise filters, then 1×1 convolutions that mix the maps.

Howard, Zhu, Chen, Kalenichenko, Wang, Weyand, Andreetto and Adam: MobileNets: Efficient
Convolutional Neural Networks for Mobile Vision Applications, 2017 (arXiv:1704.04861). Published:
70.6 % top-1 on ImageNet with 4.2 million parameters (Table 8). As in Keras it has TensorFlow's
padding, and its BatchNorm's eps = 1e-3 and momentum (0.99 there is 0.01 here).

Sandler, Howard, Zhu, Zhmoginov and Chen: MobileNetV2: Inverted Residuals and Linear Bottlenecks,
2018 (arXiv:1801.04381). Published: 72.0 % top-1 on ImageNet with 3.4 million parameters (Table 4).
The weights have the names and the order of torchvision.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from nodes.network import Block, Network
from nodes.network.builder import Builder
from presets.conv_norm import (
    CHANNELS,
    EXPANSION,
    KAIMING,
    KEEPS_SHAPE,
    STRIDE,
    ZERO,
    conv_norm,
    divisible,
    dropout,
    stage_stride,
    width,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

# --- version 1: Table 1 of the paper --------------------------------------------------------------

# Maps, stride of the first block, blocks.
STAGES = ((64, 1, 1), (128, 2, 2), (256, 2, 2), (512, 2, 6), (1024, 2, 2))
_KERAS_NORM: dict[str, Any] = {"eps": 1e-3, "momentum": 0.01}
_GLOROT = "xavier_uniform"


@cache
def depthwise_separable() -> Block:
    b = Builder(
        "DepthwiseSeparable",
        (CHANNELS, STRIDE),
        "A filter of its own for every map, then a 1×1 convolution, each with BatchNorm and ReLU6",
    )
    x = b.input()
    x = b.add(
        "depthwise", "DepthwiseConv2d", x,
        kernel_size=3, stride="=stride", padding="same", bias=False, weight_init=_GLOROT,
    )  # fmt: skip
    x = b.add("bn1", "BatchNorm2d", x, **_KERAS_NORM)
    x = b.add("relu1", "ReLU6", x)
    x = b.add(
        "pointwise", "Conv2d", x,
        out_channels="=channels", kernel_size=1, bias=False, weight_init=_GLOROT,
    )  # fmt: skip
    x = b.add("bn2", "BatchNorm2d", x, **_KERAS_NORM)
    b.output(b.add("relu2", "ReLU6", x))
    return b.block()


def _mobilenet_v1(
    input_size: int, channels: int, classes: int, width: float, dropout: float
) -> Network:
    g = Builder("MobileNet v1")
    x = g.input(channels, input_size, input_size)
    x = g.add(
        "conv", "Conv2d", x,
        out_channels=max(int(32 * width), 1), kernel_size=3, stride=2, padding="same", bias=False,
        weight_init=_GLOROT,
    )  # fmt: skip
    x = g.add("bn", "BatchNorm2d", x, **_KERAS_NORM)
    x = g.add("relu", "ReLU6", x)
    for stage, (maps, stride, blocks) in enumerate(STAGES, 1):
        x = g.add(
            f"stage{stage}", depthwise_separable(), x,
            repeat=blocks, first="0", channels=max(int(maps * width), 1),
            stride=stage_stride(stride, blocks),
        )  # fmt: skip
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=dropout)
    x = g.add("fc", "Linear", x, out_features=classes, weight_init=_GLOROT, bias_init=ZERO)
    g.output(x)
    return g.network(blocks=(depthwise_separable(),))


# --- version 2: Table 2 of the paper --------------------------------------------------------------

# Expansion, maps, blocks, stride of the first.
BOTTLENECKS = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 3, 2),
    (6, 320, 1, 1),
)


_conv = partial(conv_norm, "ReLU6")


@cache
def linear_bottleneck() -> Block:
    b = Builder(
        "LinearBottleneck",
        (CHANNELS, EXPANSION, STRIDE),
        "Widens the maps, filters each by itself, and narrows them without an activation",
    )
    wide = "=expansion * in_channels"
    x = b.input()
    x = b.add("0", _conv(), x, channels=wide, kernel_size=1)
    x = b.add("1", _conv(), x, channels=wide, stride="=stride", groups=wide)
    x = b.add(
        "2", "Conv2d", x,
        out_channels="=channels", kernel_size=1, bias=False, weight_init=KAIMING,
    )  # fmt: skip
    b.output(b.add("3", "BatchNorm2d", x))
    return b.block()


@cache
def _depthwise_bottleneck() -> Block:
    b = Builder(
        "DepthwiseBottleneck",
        (CHANNELS, STRIDE),
        "Filters each map by itself, and mixes them without an activation",
    )
    own = "=in_channels"
    x = b.input()
    x = b.add("0", _conv(), x, channels=own, stride="=stride", groups=own)
    x = b.add(
        "1", "Conv2d", x,
        out_channels="=channels", kernel_size=1, bias=False, weight_init=KAIMING,
    )  # fmt: skip
    b.output(b.add("2", "BatchNorm2d", x))
    return b.block()


@cache
def inverted_residual() -> Block:
    b = Builder(
        "InvertedResidual",
        (CHANNELS, EXPANSION, STRIDE),
        "A linear bottleneck, and a shortcut between its narrow ends where the shape is kept",
    )
    x = b.input()
    y = b.add(
        "conv", linear_bottleneck(), x,
        channels="=channels", expansion="=expansion", stride="=stride",
    )  # fmt: skip
    b.output(b.add("add", "Add", [y, x], enabled=KEEPS_SHAPE))
    return b.block()


@cache
def _first_residual() -> Block:
    b = Builder(
        "DepthwiseResidual",
        (CHANNELS, STRIDE),
        "An inverted residual that does not widen the maps",
    )
    x = b.input()
    y = b.add("conv", _depthwise_bottleneck(), x, channels="=channels", stride="=stride")
    b.output(b.add("add", "Add", [y, x], enabled=KEEPS_SHAPE))
    return b.block()


def _features(width: float) -> Block:
    b = Builder("MobileNetV2Features", summary="Inverted residuals between two convolutions")
    x = b.input()
    x = b.add("0", _conv(), x, channels=divisible(32 * width), stride=2)
    place = 1
    for expansion, maps, blocks, stride in BOTTLENECKS:
        for index in range(blocks):
            args: dict[str, Any] = {
                "channels": divisible(maps * width),
                "stride": 1 if index else stride,
            }
            if expansion == 1:
                x = b.add(str(place), _first_residual(), x, **args)
            else:
                x = b.add(str(place), inverted_residual(), x, expansion=expansion, **args)
            place += 1
    last = divisible(1280 * max(1.0, width))
    b.output(b.add(str(place), _conv(), x, channels=last, kernel_size=1))
    return b.block()


@cache
def _classifier() -> Block:
    b = Builder("MobileNetV2Classifier", (classes(1000), dropout()), "Dropout and a linear layer")
    x = b.input()
    x = b.add("0", "Dropout", x, p="=dropout")
    x = b.add(
        "1", "Linear", x,
        out_features="=classes", weight_init="normal(std=0.01)", bias_init=ZERO,
    )  # fmt: skip
    b.output(x)
    return b.block()


def _mobilenet_v2(
    input_size: int, channels: int, classes: int, width: float, dropout: float
) -> Network:
    features = _features(width)
    g = Builder("MobileNet v2")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", features, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("classifier", _classifier(), x, classes=classes, dropout=dropout)
    g.output(x)
    inner = (_conv(), _depthwise_bottleneck(), linear_bottleneck())
    return g.network(
        blocks=(*inner, _first_residual(), inverted_residual(), features, _classifier())
    )


PRESETS: tuple[Preset, ...] = (
    Preset(
        id="mobilenet_v1",
        title="MobileNet v1",
        family="MobileNet",
        year=2017,
        authors="Howard, Zhu, Chen, Kalenichenko, Wang, Weyand, Andreetto, Adam",
        paper=(
            "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications"
        ),
        link="https://arxiv.org/abs/1704.04861",
        summary="Thirteen depthwise-separable convolutions: an eighth of the multiplications",
        parameters=(
            input_size(224, minimum=32), channels(3), classes(1000), width(), dropout(0.001),
        ),
        build=_mobilenet_v1,
        accuracy=Accuracy(70.6, "ImageNet", "the paper, Table 8"),
        references=(Reference("mobilenet_v1"),),
    ),
    Preset(
        id="mobilenet_v2",
        title="MobileNet v2",
        family="MobileNet",
        year=2018,
        authors="Sandler, Howard, Zhu, Zhmoginov, Chen",
        paper="MobileNetV2: Inverted Residuals and Linear Bottlenecks",
        link="https://arxiv.org/abs/1801.04381",
        summary="Seventeen inverted residuals: shortcuts between narrow ends, wide in between",
        parameters=(input_size(224, minimum=32), channels(3), classes(1000), width(), dropout()),
        build=_mobilenet_v2,
        accuracy=Accuracy(71.878, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference("mobilenet_v2"),),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 4e-5,
            "batch_size": 64,  # torchvision's 256 at 0.045, scaled
            "learning_rate": 0.01125,
            "epochs": 300,
        },
    ),
)  # fmt: skip
_SOURCE = "Sandler et al., MobileNetV2, 2018"
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(depthwise_separable, "Howard et al., MobileNets, 2017", group="Mobile"),
    ReadyBlock(linear_bottleneck, _SOURCE, needs=(_conv,), group="Mobile"),
    ReadyBlock(inverted_residual, _SOURCE, needs=(_conv, linear_bottleneck), group="Mobile"),
)
