"""GoogLeNet with batch normalisation, key for key as torchvision has it.

Szegedy et al.: Going Deeper with Convolutions, 2014 (arXiv:1409.4842); Ioffe and Szegedy: Batch
Normalization, 2015 (arXiv:1502.03167). Published: 69.778 % top-1 on ImageNet (one crop) with the
weights of torchvision.

Beside the normalisation it differs from the paper: there is 3×3 in the place of 5×5, a last max
pooling of 2×2, and auxiliary heads that pool to 4×4 whatever the image.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.googlenet import (
    AUTHORS,
    AUXILIARY,
    LINK,
    PAPER,
    SOURCE,
    module_parameters,
    outputs,
    stages,
)
from presets.inception_parts import Arguments, basic_conv, conv, reduced_conv
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, maps
from presets.ready import ReadyBlock

_START = "trunc_normal(std=0.01, a=-2, b=2)"


@cache
def _basic_conv() -> Block:
    return basic_conv(_START)


@cache
def _reduced_conv() -> Block:
    return reduced_conv(_START)


@cache
def _max_project() -> Block:
    b = Builder(
        "MaxPoolProject",
        (maps("channels", 32, "1×1 convolution"),),
        "The maximum of the neighbourhood, and a 1×1 convolution that narrows it",
    )
    x = b.add("0", "MaxPool2d", b.input(), kernel_size=3, stride=1, padding=1, ceil_mode=True)
    b.output(conv(b, "1", x, "=channels", init=_START))
    return b.block()


@cache
def inception_bn() -> Block:
    b = Builder(
        "InceptionBN",
        parameters=module_parameters(),
        summary="Looks for small and large patterns at once, with normalisation for deep networks",
    )
    x = b.input()
    one = conv(b, "branch1", x, "=c1", init=_START)
    three = b.add("branch2", _reduced_conv(), x, reduced="=c3r", channels="=c3")
    five = b.add("branch3", _reduced_conv(), x, reduced="=c5r", channels="=c5")
    pool = b.add("branch4", _max_project(), x, channels="=pool_proj")
    b.output(b.add("concat", "Concat", [one, three, five, pool]))
    return b.block()


@cache
def _auxiliary_head() -> Block:
    b = Builder(
        "InceptionAux",
        (Param("classes", Kind.INT, 1000, "Number of classes", 1, 1_000_000),),
        "A small classifier halfway, that gives the early layers a gradient of their own",
    )
    x = b.add("pool", "AdaptiveAvgPool2d", b.input(), output_size=4)
    x = conv(b, "conv", x, 128, init=_START)
    x = b.add("flatten", "Flatten", x)
    x = b.add("fc1", "Linear", x, out_features=1024, weight_init=_START)
    x = b.add("relu", "ReLU", x, inplace=True)
    x = b.add("dropout", "Dropout", x, p=0.7)
    b.output(b.add("fc2", "Linear", x, out_features="=classes", weight_init=_START))
    return b.block()


def _googlenet_bn(input_size: int, channels: int, classes: int, auxiliary: bool) -> Network:
    pool: Arguments = {"kernel_size": 3, "stride": 2, "ceil_mode": True}
    g = Builder("GoogLeNet (batch norm)")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", _basic_conv(), x, channels=64, kernel_size=7, stride=2, padding=3)
    x = g.add("maxpool1", "MaxPool2d", x, **pool)
    x = conv(g, "conv2", x, 64, init=_START)
    x = conv(g, "conv3", x, 192, 3, init=_START)
    x = g.add("maxpool2", "MaxPool2d", x, **pool)
    x, seen = stages(g, inception_bn(), x, {"3b": pool, "4e": {**pool, "kernel_size": 2}})
    heads = {
        name: g.add(name, _auxiliary_head(), source, classes=classes)
        for name, source in seen.items()
        if auxiliary
    }
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=0.2)
    x = g.add("fc", "Linear", x, out_features=classes, weight_init=_START)
    outputs(g, x, heads)
    parts = (_basic_conv(), _reduced_conv(), _max_project(), inception_bn())
    return g.network(blocks=(*parts, *([_auxiliary_head()] if heads else [])))


# The auxiliary heads are left out at inference: with and without them it is the same.
_TOP1 = Accuracy(69.778, "ImageNet", "one crop; torchvision, IMAGENET1K_V1")
PRESETS = (
    Preset(
        id="googlenet_bn",
        title="GoogLeNet with batch normalisation",
        family="Inception",
        year=2014,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Nine Inception modules of 3×3 windows, and two auxiliary classifiers on the way",
        parameters=(input_size(224, minimum=32), channels(3), classes(1000), AUXILIARY),
        build=_googlenet_bn,
        accuracy=_TOP1,
        references=(
            Reference("googlenet_aux"),
            Reference("googlenet_noaux", {"auxiliary": False}, _TOP1),
        ),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 1e-4,
            "batch_size": 64,
            "learning_rate": 0.025,
            "epochs": 10,
        },
    ),
)

BLOCKS = (
    ReadyBlock(
        inception_bn,
        f"{SOURCE}; Ioffe and Szegedy, Batch Normalization, 2015",
        needs=(_basic_conv, _reduced_conv, _max_project),
        group="Inception",
    ),
)
