"""ConvNeXt: a ResNet made modern step by step, on the model of vision transformers.

Liu, Mao, Wu, Feichtenhofer, Darrell and Xie: A ConvNet for the 2020s, 2022 (arXiv:2201.03545).
Published: 82.1 % top-1 on ImageNet for Tiny, 83.1 % for Small, 83.8 % for Base (Table 1). The
weights have the names and the order of torchvision.
"""

from __future__ import annotations

from functools import cache, partial

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.conv_norm import CHANNELS, DROP, ZERO, rising
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

EPS = 1e-6
# Maps and blocks of the four stages: Section 3 of the paper.
SIZES = {
    "tiny": ((96, 192, 384, 768), (3, 3, 9, 3)),
    "small": ((96, 192, 384, 768), (3, 3, 27, 3)),
    "base": ((128, 256, 512, 1024), (3, 3, 27, 3)),
}
_INIT = {"weight_init": "trunc_normal(std=0.02)", "bias_init": ZERO}


@cache
def _channels_last() -> Block:
    b = Builder("ChannelsLast", summary="Moves the channels behind the rows and columns")
    b.output(b.add("permute", "Permute", b.input(), dims=(2, 3, 1)))
    return b.block()


@cache
def _channels_first() -> Block:
    b = Builder("ChannelsFirst", summary="Moves the channels ahead of the rows and columns")
    b.output(b.add("permute", "Permute", b.input(), dims=(3, 1, 2)))
    return b.block()


@cache
def _layers() -> Block:
    b = Builder("ConvNeXtLayers", summary="A depthwise convolution, then two linear layers")
    x = b.input()
    x = b.add("0", "DepthwiseConv2d", x, kernel_size=7, padding=3, **_INIT)
    x = b.add("1", _channels_last(), x)
    x = b.add("2", "LayerNorm", x, eps=EPS)
    x = b.add("3", "Linear", x, out_features="=4 * in_channels", **_INIT)
    x = b.add("4", "GELU", x)
    x = b.add("5", "Linear", x, out_features="=in_channels", **_INIT)
    b.output(b.add("6", _channels_first(), x))
    return b.block()


@cache
def convnext_block() -> Block:
    b = Builder("ConvNeXtBlock", (DROP,), "A residual block on the model of the transformer")
    x = b.input()
    y = b.add("block", _layers(), x)
    y = b.add("layer_scale", "LayerScale", y)
    y = b.add("stochastic_depth", "DropPath", y, p="=drop")
    b.output(b.add("add", "Add", [y, x]))
    return b.block()


@cache
def _stem() -> Block:
    b = Builder("ConvNeXtStem", (CHANNELS,), "Patches of 4×4")
    x = b.input()
    x = b.add("0", "Conv2d", x, out_channels="=channels", kernel_size=4, stride=4, **_INIT)
    b.output(b.add("1", "LayerNormChannelsFirst", x, eps=EPS))
    return b.block()


@cache
def _downsample() -> Block:
    b = Builder("ConvNeXtDownsample", (CHANNELS,), "Halves the size, between two stages")
    x = b.input()
    x = b.add("0", "LayerNormChannelsFirst", x, eps=EPS)
    x = b.add("1", "Conv2d", x, out_channels="=channels", kernel_size=2, stride=2, **_INIT)
    b.output(x)
    return b.block()


@cache
def _classifier() -> Block:
    b = Builder("ConvNeXtClassifier", (classes(1000),), "Normalisation and a linear layer")
    x = b.input()
    x = b.add("0", "LayerNormChannelsFirst", x, eps=EPS)
    x = b.add("1", "Flatten", x)
    b.output(b.add("2", "Linear", x, out_features="=classes", **_INIT))
    return b.block()


def _features(size: str, drop: float) -> Block:
    """The probability of stochastic depth grows from 0 to `drop` along the blocks."""
    widths, depths = SIZES[size]
    b = Builder("ConvNeXtFeatures", summary="Four stages, with a reduction of the size between two")
    place, before, last = 0, 0, sum(depths) - 1
    x = b.input()
    for maps, blocks in zip(widths, depths, strict=True):
        x = b.add(f"{place}", _downsample() if place else _stem(), x, channels=maps)
        x = b.add(
            f"{place + 1}", convnext_block(), x,
            repeat=blocks, drop=rising(drop, before, last, blocks),
        )  # fmt: skip
        place, before = place + 2, before + blocks
    b.output(x)
    return b.block()


def _convnext(input_size: int, channels: int, classes: int, drop: float, size: str) -> Network:
    features = _features(size, drop)
    g = Builder(f"ConvNeXt {size.capitalize()}")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", features, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    g.output(g.add("classifier", _classifier(), x, classes=classes))
    inner = (_channels_last(), _channels_first(), _layers(), convnext_block())
    return g.network(blocks=(*inner, _stem(), _downsample(), features, _classifier()))


def _preset(size: str, drop: float, top1: float, summary: str) -> Preset:
    known_as = f"convnext_{size}"
    return Preset(
        id=known_as,
        title=f"ConvNeXt {size.capitalize()}",
        family="ConvNeXt",
        year=2022,
        authors="Liu, Mao, Wu, Feichtenhofer, Darrell, Xie",
        paper="A ConvNet for the 2020s",
        link="https://arxiv.org/abs/2201.03545",
        summary=summary,
        parameters=(
            input_size(224, minimum=32),
            channels(3),
            classes(1000),
            Param(
                "drop", Kind.FLOAT, drop,
                "Probability that the last block is left out for a sample in training; the first "
                "never is",
                0, 1,
            ),
        ),
        build=partial(_convnext, size=size),
        accuracy=Accuracy(top1, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference(known_as),),
        recipe={
            "optimizer": "adamw",
            "weight_decay": 0.05,
            "batch_size": 64,  # the paper's 4096 at 4e-3, scaled
            "learning_rate": 6.25e-5,
            "epochs": 300,
        },
    )  # fmt: skip


PRESETS: tuple[Preset, ...] = (
    _preset("tiny", 0.1, 82.52, "Eighteen blocks of 7×7 depthwise filters; 96 maps at first"),
    _preset("small", 0.4, 83.616, "Thirty-six blocks; 96 maps at first"),
    _preset("base", 0.5, 84.062, "Thirty-six blocks; 128 maps at first"),
)
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(
        convnext_block,
        "Liu et al., A ConvNet for the 2020s, 2022",
        needs=(_channels_last, _channels_first, _layers),
        group="Modern",
    ),
)
