"""VGG: convolutions of 3×3 only, one behind the other.

Simonyan and Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition, 2014
(arXiv:1409.1556). Published top-1 error on ImageNet for one network and one scale: 29.6 % with 11
layers (A), 28.7 % with 13 (B), 25.6 % with 16 (D) and 25.5 % with 19 (E), which had seen images of
several sizes. The weights have the names and the order of torchvision. The teaching form is that of
Zhang, Lipton, Li and Smola: Dive into Deep Learning, 2023.
"""

from __future__ import annotations

from functools import cache, partial

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, weight_init
from presets.ready import ReadyBlock

# Table 1 of the paper: the convolutions between two poolings, each with so many maps.
STAGES: dict[int, tuple[tuple[int, ...], ...]] = {
    11: ((64,), (128,), (256, 256), (512, 512), (512, 512)),
    13: ((64, 64), (128, 128), (256, 256), (512, 512), (512, 512)),
    16: ((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512)),
    19: ((64, 64), (128, 128), (256,) * 4, (512,) * 4, (512,) * 4),
}
_ZERO = "constant(value=0)"
_HE = {"weight_init": "kaiming_normal(mode=fan_out, nonlinearity=relu)", "bias_init": _ZERO}
_NORMAL = {"weight_init": "normal(std=0.01)", "bias_init": _ZERO}
_DROPOUT = Param("dropout", Kind.FLOAT, 0.5, "Probability that an element is zeroed", 0, 1)
_BATCH_NORM = Param("batch_norm", Kind.BOOL, False, "Normalise behind every convolution")


# --- as torchvision has it ------------------------------------------------------------------------


@cache
def _features(depth: int, batch_norm: bool) -> Block:
    b = Builder("VGGFeatures", summary="Five stages of 3×3 convolutions, each ending in a pooling")
    x, place = b.input(), 0
    for stage in STAGES[depth]:
        for maps in stage:
            x = b.add(str(place), "Conv2d", x, out_channels=maps, kernel_size=3, padding=1, **_HE)
            if batch_norm:
                x = b.add(str(place + 1), "BatchNorm2d", x)
            x = b.add(str(place + 1 + batch_norm), "ReLU", x, inplace=True)
            place += 2 + batch_norm
        x = b.add(str(place), "MaxPool2d", x, kernel_size=2, stride=2)
        place += 1
    b.output(x)
    return b.block()


@cache
def _classifier() -> Block:
    b = Builder(
        "VGGClassifier",
        (classes(1000), _DROPOUT),
        "Two linear layers of 4,096 units with dropout behind each, and the scores",
    )
    x = b.input()
    for place in (0, 3):
        x = b.add(str(place), "Linear", x, out_features=4096, **_NORMAL)
        x = b.add(str(place + 1), "ReLU", x, inplace=True)
        x = b.add(str(place + 2), "Dropout", x, p="=dropout")
    b.output(b.add("6", "Linear", x, out_features="=classes", **_NORMAL))
    return b.block()


def _vgg(
    input_size: int, channels: int, classes: int, batch_norm: bool, dropout: float, depth: int
) -> Network:
    features = _features(depth, batch_norm)
    g = Builder(f"VGG-{depth}")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", features, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x, output_size=7)
    x = g.add("flatten", "Flatten", x)
    g.output(g.add("classifier", _classifier(), x, classes=classes, dropout=dropout))
    return g.network(blocks=(features, _classifier()))


# --- the block, and the teaching form that is made of it ------------------------------------------

_CHANNELS = Param("channels", Kind.INT, 128, "Number of output maps", 1, 100_000, unit="maps")


@cache
def vgg_layer() -> Block:
    b = Builder(
        "VGGLayer",
        (_CHANNELS, _BATCH_NORM, weight_init()),
        "A 3×3 convolution that keeps the size, and ReLU",
    )
    x = b.input()
    x = b.add(
        "conv", "Conv2d", x,
        out_channels="=channels", kernel_size=3, padding=1, weight_init="=weight_init",
    )  # fmt: skip
    x = b.add("bn", "BatchNorm2d", x, enabled="=batch_norm")
    b.output(b.add("relu", "ReLU", x))
    return b.block()


@cache
def vgg_block() -> Block:
    b = Builder(
        "VGGBlock",
        parameters=(
            _CHANNELS,
            Param("convolutions", Kind.INT, 2, "Convolutions one behind the other", 1, 100),
            _BATCH_NORM,
            weight_init(),
        ),
        summary="3×3 convolutions one behind the other, and a pooling that halves the size",
    )
    x = b.input()
    x = b.add(
        "layers", vgg_layer(), x,
        repeat="=convolutions",
        channels="=channels", batch_norm="=batch_norm", weight_init="=weight_init",
    )  # fmt: skip
    b.output(b.add("pool", "MaxPool2d", x, kernel_size=2, stride=2))
    return b.block()


def _vgg_d2l(
    input_size: int, channels: int, classes: int, width: float, dropout: float, depth: int
) -> Network:
    xavier = {"weight_init": "xavier_uniform"}
    g = Builder(f"VGG-{depth}")
    x = g.input(channels, input_size, input_size)
    for k, stage in enumerate(STAGES[depth], 1):
        maps = max(round(width * stage[0]), 1)
        x = g.add(f"block{k}", vgg_block(), x, channels=maps, convolutions=len(stage), **xavier)
    x = g.add("flatten", "Flatten", x)
    for k in (1, 2):
        x = g.add(f"fc{k}", "Linear", x, out_features=4096, **xavier)
        x = g.add(f"relu{k}", "ReLU", x)
        x = g.add(f"dropout{k}", "Dropout", x, p=dropout)
    g.output(g.add("fc3", "Linear", x, out_features=classes, **xavier))
    return g.network(blocks=(vgg_layer(), vgg_block()))


# --- descriptions ---------------------------------------------------------------------------------

_AUTHORS = "Simonyan, Zisserman"
_PAPER = "Very Deep Convolutional Networks for Large-Scale Image Recognition"
_LINK = "https://arxiv.org/abs/1409.1556"
# Of torchvision's weights, without and with normalisation.
_TOP1 = {11: (69.02, 70.37), 13: (69.928, 71.586), 16: (71.592, 73.36), 19: (72.376, 74.218)}


def _preset(depth: int) -> Preset:
    plain, normalised = (
        Accuracy(top1, "ImageNet", "torchvision's weights, one crop") for top1 in _TOP1[depth]
    )
    return Preset(
        id=f"vgg{depth}",
        title=f"VGG-{depth}",
        family="VGG",
        year=2014,
        authors=_AUTHORS,
        paper=_PAPER,
        link=_LINK,
        summary=f"{depth - 3} convolutions of 3×3 in five stages, and three linear layers",
        parameters=(
            input_size(224, minimum=32), channels(3), classes(1000), _BATCH_NORM, _DROPOUT
        ),
        build=partial(_vgg, depth=depth),
        accuracy=plain,
        references=(
            Reference(f"vgg{depth}"),
            Reference(f"vgg{depth}_bn", {"batch_norm": True}, normalised),
        ),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 5e-4,
            "batch_size": 256,
            "learning_rate": 0.01,
            "epochs": 74,
        },
    )  # fmt: skip


PRESETS: tuple[Preset, ...] = (
    *(_preset(depth) for depth in STAGES),
    Preset(
        id="vgg11_d2l",
        title="VGG-11, teaching form",
        family="VGG",
        year=2023,
        authors="Zhang, Lipton, Li, Smola",
        paper="Dive into Deep Learning",
        link="https://arxiv.org/abs/2106.11342",
        summary="Built of VGG blocks, for small grey images made larger; as narrow as wanted",
        parameters=(
            input_size(224, minimum=32),
            channels(1),
            classes(10),
            Param(
                "width", Kind.FLOAT, 1.0,
                "Factor of the numbers of maps; 0.25 trains in minutes", 0.01, 16,
            ),
            _DROPOUT,
        ),
        build=partial(_vgg_d2l, depth=11),
        references=(
            Reference("vgg11_d2l"),
            Reference("vgg11_d2l_quarter", {"width": 0.25}),
        ),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.0,
            "batch_size": 128,
            "learning_rate": 0.01,
            "epochs": 10,
            "schedule": "constant",
        },
    ),
)  # fmt: skip
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(
        vgg_block,
        "Simonyan and Zisserman, Very Deep Convolutional Networks, 2014",
        needs=(vgg_layer,),
    ),
)
