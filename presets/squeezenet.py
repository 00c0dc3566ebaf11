"""SqueezeNet: the accuracy of AlexNet with a fiftieth of its weights.

Iandola, Han, Moskewicz, Ashraf, Dally and Keutzer: SqueezeNet: AlexNet-level accuracy with 50x
fewer parameters and <0.5MB model size, 2016 (arXiv:1602.07360). Published: 57.5 % top-1 on
ImageNet. Version 1.1 of the authors, 2016, needs 2.4 times fewer multiplications. The weights have
the names and the order of torchvision.
"""

from __future__ import annotations

from functools import cache, partial

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

_ZERO = "constant(value=0)"
_HE = {"weight_init": "kaiming_uniform", "bias_init": _ZERO}
_DROPOUT = Param("dropout", Kind.FLOAT, 0.5, "Probability that an element is zeroed", 0, 1)
POOL = 0
# The first convolution (maps, kernel), and behind it the poolings and the fire modules: the maps
# that squeeze, and those of each branch that expands.
VERSIONS = {
    "1.0": ((96, 7), (POOL, 16, 16, 32, POOL, 32, 48, 48, 64, POOL, 64)),
    "1.1": ((64, 3), (POOL, 16, 16, POOL, 32, 32, POOL, 48, 48, 64, 64)),
}


@cache
def fire() -> Block:
    b = Builder(
        "Fire",
        parameters=(
            Param("squeeze", Kind.INT, 16, "Maps in between", 1, 100_000, unit="maps"),
            Param(
                "expand", Kind.INT, 64, "Maps of each branch; twice as many leave", 1, 100_000,
                unit="maps",
            ),
        ),
        summary="Squeezes the maps with 1×1, and expands them with 1×1 and 3×3 side by side",
    )  # fmt: skip
    x = b.input()
    x = b.add("squeeze", "Conv2d", x, out_channels="=squeeze", kernel_size=1, **_HE)
    x = b.add("squeeze_activation", "ReLU", x, inplace=True)
    y = b.add("expand1x1", "Conv2d", x, out_channels="=expand", kernel_size=1, **_HE)
    y = b.add("expand1x1_activation", "ReLU", y, inplace=True)
    z = b.add("expand3x3", "Conv2d", x, out_channels="=expand", kernel_size=3, padding=1, **_HE)
    z = b.add("expand3x3_activation", "ReLU", z, inplace=True)
    b.output(b.add("concat", "Concat", [y, z]))
    return b.block()


@cache
def _features(version: str) -> Block:
    (maps, kernel), modules = VERSIONS[version]
    b = Builder("SqueezeNetFeatures", summary="A convolution, and eight fire modules with poolings")
    x = b.input()
    x = b.add("0", "Conv2d", x, out_channels=maps, kernel_size=kernel, stride=2, **_HE)
    x = b.add("1", "ReLU", x, inplace=True)
    for place, squeeze in enumerate(modules, 2):
        if squeeze == POOL:
            x = b.add(str(place), "MaxPool2d", x, kernel_size=3, stride=2, ceil_mode=True)
        else:
            x = b.add(str(place), fire(), x, squeeze=squeeze, expand=4 * squeeze)
    b.output(x)
    return b.block()


@cache
def _classifier() -> Block:
    b = Builder("SqueezeNetClassifier", (classes(1000), _DROPOUT), "One map for each class")
    x = b.input()
    x = b.add("0", "Dropout", x, p="=dropout")
    x = b.add(
        "1", "Conv2d", x,
        out_channels="=classes", kernel_size=1, weight_init="normal(std=0.01)", bias_init=_ZERO,
    )  # fmt: skip
    x = b.add("2", "ReLU", x, inplace=True)
    b.output(b.add("3", "AdaptiveAvgPool2d", x))
    return b.block()


def _squeezenet(
    input_size: int, channels: int, classes: int, dropout: float, version: str
) -> Network:
    features = _features(version)
    g = Builder(f"SqueezeNet {version}")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", features, x)
    x = g.add("classifier", _classifier(), x, classes=classes, dropout=dropout)
    g.output(g.add("flatten", "Flatten", x))
    return g.network(blocks=(fire(), features, _classifier()))


def _preset(version: str, top1: float, minimum: int, summary: str) -> Preset:
    name = f"squeezenet{version.replace('.', '_')}"
    return Preset(
        id=name,
        title=f"SqueezeNet {version}",
        family="SqueezeNet",
        year=2016,
        authors="Iandola, Han, Moskewicz, Ashraf, Dally, Keutzer",
        paper=(
            "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size"
        ),
        link="https://arxiv.org/abs/1602.07360",
        summary=summary,
        parameters=(input_size(224, minimum), channels(3), classes(1000), _DROPOUT),
        build=partial(_squeezenet, version=version),
        accuracy=Accuracy(top1, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference(name),),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 2e-4,
            "batch_size": 512,
            "learning_rate": 0.04,
            "epochs": 67,
        },
    )


PRESETS: tuple[Preset, ...] = (
    _preset("1.0", 58.092, 21, "Eight fire modules, with poolings as late as possible"),
    _preset("1.1", 58.178, 17, "Poolings earlier: less than half the multiplications"),
)
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(fire, "Iandola et al., SqueezeNet, 2016", group="Mobile"),
)
