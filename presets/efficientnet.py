"""EfficientNet: depth, width and image size scaled together.

Tan and Le: EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, 2019
(arXiv:1905.11946). Published: 77.1 % top-1 on ImageNet for B0, 79.1 % for B1 (Table 2). Tan and Le:
EfficientNetV2: Smaller Models and Faster Training, 2021 (arXiv:2104.00298). Published: 83.9 % for
V2-S (Table 7). The weights have the names and the order of torchvision.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, NamedTuple

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.conv_norm import (
    CHANNELS,
    DROP,
    EXPANSION,
    KEEPS_SHAPE,
    KERNEL,
    STRIDE,
    ZERO,
    conv_norm,
    divisible,
    dropout,
    rising,
    squeeze_excitation,
    stage_stride,
    width,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock


class Stage(NamedTuple):
    """One row of the papers' tables; `stride` is that of the first block."""

    fused: bool  # one convolution in the place of expansion and depthwise filters
    expansion: int
    kernel: int
    stride: int
    maps: int
    blocks: int


MB, FUSED = False, True
# Table 1 of the first paper, and Table 4 of the second.
V1 = (
    Stage(MB, 1, 3, 1, 16, 1),
    Stage(MB, 6, 3, 2, 24, 2),
    Stage(MB, 6, 5, 2, 40, 2),
    Stage(MB, 6, 3, 2, 80, 3),
    Stage(MB, 6, 5, 1, 112, 3),
    Stage(MB, 6, 5, 2, 192, 4),
    Stage(MB, 6, 3, 1, 320, 1),
)
V2_S = (
    Stage(FUSED, 1, 3, 1, 24, 2),
    Stage(FUSED, 4, 3, 2, 48, 4),
    Stage(FUSED, 4, 3, 2, 64, 4),
    Stage(MB, 4, 3, 2, 128, 6),
    Stage(MB, 6, 3, 1, 160, 9),
    Stage(MB, 6, 3, 2, 256, 15),
)

_EPS = 1e-3  # of BatchNorm in both papers; torchvision has it in version 2 only
_gate = partial(squeeze_excitation, "SiLU", inplace=True)


@cache
def _mbconv_layers(eps: float, wider: bool) -> Block:
    """Expansion where it is `wider`, depthwise filters, squeeze-and-excitation, projection."""
    parameters = (CHANNELS, EXPANSION, KERNEL, STRIDE) if wider else (CHANNELS, KERNEL, STRIDE)
    b = Builder(f"MBConv{'' if wider else '1'}Layers", parameters, "The layers of an MBConv")
    hidden = "=expansion * in_channels" if wider else "=in_channels"
    conv = conv_norm("SiLU", eps)
    x, place = b.input(), 0
    if wider:
        x, place = b.add("0", conv, x, channels=hidden, kernel_size=1), 1
    x = b.add(
        f"{place}", conv, x,
        channels=hidden, kernel_size="=kernel_size", stride="=stride", groups=hidden,
    )  # fmt: skip
    x = b.add(f"{place + 1}", _gate(), x, squeeze="=max(in_channels // 4, 1)")
    b.output(b.add(f"{place + 2}", conv_norm("", eps), x, channels="=channels", kernel_size=1))
    return b.block()


@cache
def _fused_layers(eps: float, wider: bool) -> Block:
    """A convolution, and a projection where the first is `wider`."""
    parameters = (CHANNELS, EXPANSION, KERNEL, STRIDE) if wider else (CHANNELS, KERNEL, STRIDE)
    b = Builder(
        f"FusedMBConv{'' if wider else '1'}Layers", parameters, "The layers of a fused MBConv"
    )
    hidden = "=expansion * in_channels" if wider else "=channels"
    x = b.input()
    x = b.add(
        "0", conv_norm("SiLU", eps), x,
        channels=hidden, kernel_size="=kernel_size", stride="=stride",
    )  # fmt: skip
    if wider:
        x = b.add("1", conv_norm("", eps), x, channels="=channels", kernel_size=1)
    b.output(x)
    return b.block()


@cache
def _residual(fused: bool, eps: float, wider: bool) -> Block:
    """The block of either kind; MBConv1 and FusedMBConv1 are those with expansion 1."""
    layers = (_fused_layers if fused else _mbconv_layers)(eps, wider)
    form = "one full convolution" if fused else "squeeze-and-excitation"
    b = Builder(
        layers.name.removesuffix("Layers"),
        (*layers.parameters, DROP),
        f"An inverted residual with {form}, and a shortcut where the shape is kept",
    )
    x = b.input()
    y = b.add("block", layers, x, **{p.name: f"={p.name}" for p in layers.parameters})
    y = b.add("stochastic_depth", "DropPath", y, p="=drop", enabled=KEEPS_SHAPE)
    b.output(b.add("add", "Add", [y, x], enabled=KEEPS_SHAPE))
    return b.block()


def mbconv() -> Block:
    return _residual(MB, _EPS, wider=True)


def fused_mbconv() -> Block:
    return _residual(FUSED, _EPS, wider=True)


def _features(stages: Sequence[Stage], stem: int, last: int, eps: float, drop: float) -> Block:
    """The probability of stochastic depth grows from 0 to `drop` along the blocks."""
    b = Builder("EfficientNetFeatures", summary="Stages of inverted residuals between convolutions")
    total, before = sum(stage.blocks for stage in stages), 0
    x = b.input()
    x = b.add("0", conv_norm("SiLU", eps), x, channels=stem, stride=2)
    for place, stage in enumerate(stages, 1):
        wider = stage.expansion > 1
        more: dict[str, Any] = {"expansion": stage.expansion} if wider else {}
        x = b.add(
            f"{place}", _residual(stage.fused, eps, wider), x,
            repeat=stage.blocks, first="0", channels=stage.maps, kernel_size=stage.kernel,
            stride=stage_stride(stage.stride, stage.blocks),
            drop=rising(drop, before, total, stage.blocks),
            **more,
        )  # fmt: skip
        before += stage.blocks
    x = b.add(f"{len(stages) + 1}", conv_norm("SiLU", eps), x, channels=last, kernel_size=1)
    b.output(x)
    return b.block()


def _classifier(classes: int, dropout: float) -> Block:
    """The weights begin within 1 / √classes."""
    b = Builder("EfficientNetClassifier", summary="Dropout and a linear layer")
    most = 1 / math.sqrt(classes)
    x = b.input()
    x = b.add("0", "Dropout", x, p=dropout, inplace=True)
    x = b.add(
        "1", "Linear", x,
        out_features=classes, weight_init=f"uniform(a={-most}, b={most})", bias_init=ZERO,
    )  # fmt: skip
    b.output(x)
    return b.block()


def _network(
    name: str, image: tuple[int, int, int], classes: int, dropout: float, features: Block,
    stages: Sequence[Stage], eps: float,
) -> Network:  # fmt: skip
    classifier = _classifier(classes, dropout)
    g = Builder(name)
    x = g.input(*image)
    x = g.add("features", features, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    g.output(g.add("classifier", classifier, x))
    kinds = dict.fromkeys((stage.fused, stage.expansion > 1) for stage in stages)
    residuals = [
        block
        for fused, wider in kinds
        for block in ((_fused_layers if fused else _mbconv_layers)(eps, wider),
                      _residual(fused, eps, wider))
    ]  # fmt: skip
    inner = (conv_norm("SiLU", eps), conv_norm("", eps), _gate())
    return g.network(blocks=(*inner, *residuals, features, classifier))


def _efficientnet(
    input_size: int, channels: int, classes: int, width: float, depth: float, dropout: float,
    drop: float, name: str,
) -> Network:  # fmt: skip
    eps = 1e-5
    stages = [
        stage._replace(maps=divisible(stage.maps * width), blocks=math.ceil(stage.blocks * depth))
        for stage in V1
    ]
    features = _features(stages, divisible(32 * width), 4 * stages[-1].maps, eps, drop)
    image = channels, input_size, input_size
    return _network(f"EfficientNet {name}", image, classes, dropout, features, stages, eps)


def _efficientnet_v2_s(
    input_size: int, channels: int, classes: int, dropout: float, drop: float
) -> Network:
    features = _features(V2_S, V2_S[0].maps, 1280, _EPS, drop)
    image = channels, input_size, input_size
    return _network("EfficientNet v2 S", image, classes, dropout, features, V2_S, _EPS)


_AUTHORS = "Tan, Le"
_DEPTH = Param("depth", Kind.FLOAT, 1.0, "Factor of the blocks of every stage", 0.1, 16)
_DROP = Param(
    "drop", Kind.FLOAT, 0.2,
    "Probability that the last block is left out for a sample in training; the first never is",
    0, 1,
)  # fmt: skip


def _scaled(name: str, size: int, depth: Param, top1: float, summary: str) -> Preset:
    known_as = f"efficientnet_{name.lower()}"
    return Preset(
        id=known_as,
        title=f"EfficientNet {name}",
        family="EfficientNet",
        year=2019,
        authors=_AUTHORS,
        paper="EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks",
        link="https://arxiv.org/abs/1905.11946",
        summary=summary,
        parameters=(
            input_size(size, minimum=32), channels(3), classes(1000), width(), depth, dropout(),
            _DROP,
        ),
        build=partial(_efficientnet, name=name),
        accuracy=Accuracy(top1, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference(known_as),),
    )  # fmt: skip


PRESETS: tuple[Preset, ...] = (
    _scaled("B0", 224, _DEPTH, 77.692, "Sixteen inverted residuals with squeeze-and-excitation"),
    _scaled("B1", 240, replace(_DEPTH, default=1.1), 78.642, "B0 a tenth deeper, on larger images"),
    Preset(
        id="efficientnet_v2_s",
        title="EfficientNet v2 S",
        family="EfficientNet",
        year=2021,
        authors=_AUTHORS,
        paper="EfficientNetV2: Smaller Models and Faster Training",
        link="https://arxiv.org/abs/2104.00298",
        summary="Forty blocks, of which the first ten have full convolutions, to train faster",
        parameters=(input_size(384, minimum=33), channels(3), classes(1000), dropout(), _DROP),
        build=_efficientnet_v2_s,
        accuracy=Accuracy(84.228, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference("efficientnet_v2_s"),),
    ),
)
_CONVS = (partial(conv_norm, "SiLU", _EPS), partial(conv_norm, "", _EPS))
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(
        mbconv,
        "Tan and Le, EfficientNet, 2019",
        needs=(*_CONVS, _gate, partial(_mbconv_layers, _EPS, wider=True)),
        group="Mobile",
    ),
    ReadyBlock(
        fused_mbconv,
        "Tan and Le, EfficientNetV2, 2021",
        needs=(*_CONVS, partial(_fused_layers, _EPS, wider=True)),
        group="Mobile",
    ),
)
