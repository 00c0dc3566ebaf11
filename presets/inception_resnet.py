"""Inception-ResNet v2: Inception modules that add to their input, as residual blocks do.

Szegedy, Ioffe, Vanhoucke and Alemi: Inception-v4, Inception-ResNet and the Impact of Residual
Connections on Learning, 2016 (arXiv:1602.07261). Published: 19.9 % top-1 and 4.9 % top-5 error on
ImageNet (one crop). Names and order of the weights are those of timm.

The stem is that of the authors' code, which is Inception v3's, and not that of the paper's figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from nodes.network import Block, Endpoint, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.inception_parts import (
    Arguments,
    average_project,
    basic_conv,
    conv,
    factorised,
    reduced_conv,
    reduced_double_conv,
)
from presets.inception_v4 import AUTHORS, DROPOUT, LINK, PAPER, RECIPE, SOURCE, reduction_a
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, maps
from presets.ready import ReadyBlock


def _scale(default: float) -> Param:
    return Param(
        "scale", Kind.FLOAT, default, "Of what is added; 0.1 to 0.3 keeps the training steady", 0, 1
    )


@cache
def _mixed_5b() -> Block:
    b = Builder(
        "Mixed5b",
        (maps("pool_proj", 64, "1×1 projection after the pooling"),),
        "Sees 1 and twice 5 px far, the second time through two small windows",
    )
    x = b.input()
    one = conv(b, "branch0", x, 96)
    five = b.add("branch1", reduced_conv(), x, reduced=48, channels=64, kernel_size=5, padding=2)
    double = b.add("branch2", reduced_double_conv(), x, reduced=64, middle=96, channels=96)
    pool = b.add("branch3", average_project(), x, channels="=pool_proj")
    b.output(b.add("concat", "Concat", [one, five, double, pool]))
    return b.block()


def _added(b: Builder, x: Endpoint, branches: Sequence[Endpoint]) -> Endpoint:
    """The branches, brought to the channels of the input by a linear 1×1, scaled and added."""
    y = b.add("concat", "Concat", branches)
    y = b.add("conv2d", "Conv2d", y, out_channels="=in_channels", kernel_size=1)
    y = b.add("scaled", "Factor", y, factor="=scale")
    return b.add("add", "Add", [y, x])


@cache
def inception_resnet_a() -> Block:
    b = Builder(
        "InceptionResNetA",
        (
            maps("channels", 32, "1×1 and 3×3 branches, and the reductions"),
            maps("middle", 48, "First of two 3×3 convolutions"),
            maps("stacked", 64, "Second of them"),
            _scale(0.17),
        ),
        "Adds what windows of 1, 3 and 5 px see to its input: for fine maps of about 35 px",
    )
    x = b.input()
    one = conv(b, "branch0", x, "=channels")
    three = b.add("branch1", reduced_conv(), x, reduced="=channels", channels="=channels")
    five = b.add(
        "branch2", reduced_double_conv(), x,
        reduced="=channels", middle="=middle", channels="=stacked",
    )  # fmt: skip
    b.output(b.add("act", "ReLU", _added(b, x, [one, three, five])))
    return b.block()


@cache
def inception_resnet_b() -> Block:
    b = Builder(
        "InceptionResNetB",
        (
            maps("channels", 192, "Output of both branches"),
            maps("reduced", 128, "1×1 reduction"),
            maps("middle", 160, "The row"),
            _scale(0.1),
        ),
        "Adds what 7×7 sees, through a row and a column: for maps of about 17 px",
    )
    x = b.input()
    one = conv(b, "branch0", x, "=channels")
    seven = b.add(
        "branch1", factorised(), x, reduced="=reduced", middle="=middle", channels="=channels"
    )
    b.output(b.add("act", "ReLU", _added(b, x, [one, seven])))
    return b.block()


@cache
def inception_resnet_c() -> Block:
    b = Builder(
        "InceptionResNetC",
        (
            maps("channels", 192, "1×1 branch, and the reduction"),
            maps("middle", 224, "The row"),
            maps("wide", 256, "The column"),
            _scale(0.2),
            Param("activation", Kind.BOOL, True, "End in a ReLU; the last of a network does not"),
        ),
        "Adds what 3×3 sees, through a row and a column: for small maps of about 8 px",
    )
    x = b.input()
    one = conv(b, "branch0", x, "=channels")
    three = b.add(
        "branch1", factorised(), x, reduced="=channels", middle="=middle", channels="=wide", n=3
    )
    y = _added(b, x, [one, three])
    b.output(b.add("relu", "ReLU", y, enabled="=activation"))
    return b.block()


@cache
def inception_resnet_reduction() -> Block:
    b = Builder(
        "InceptionResNetReductionB",
        (
            maps("reduced", 256, "1×1 reductions"),
            maps("wide", 384, "The first 3×3 branch"),
            maps("channels", 288, "The second, and the first window of the third"),
            maps("stacked", 320, "Output of the third"),
        ),
        "Halves the size by three branches and a pooling side by side",
    )
    x = b.input()
    halved: Arguments = {"reduced": "=reduced", "stride": 2, "padding": 0}
    one = b.add("branch0", reduced_conv(), x, channels="=wide", **halved)
    two = b.add("branch1", reduced_conv(), x, channels="=channels", **halved)
    three = b.add(
        "branch2", reduced_double_conv(), x, middle="=channels", channels="=stacked", **halved
    )
    pool = b.add("branch3", "MaxPool2d", x, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [one, two, three, pool]))
    return b.block()


def _inception_resnet_v2(input_size: int, channels: int, classes: int, dropout: float) -> Network:
    g = Builder("Inception-ResNet v2")
    x = g.input(channels, input_size, input_size)
    x = conv(g, "conv2d_1a", x, 32, 3, stride=2)
    x = conv(g, "conv2d_2a", x, 32, 3, valid=True)
    x = conv(g, "conv2d_2b", x, 64, 3)
    x = g.add("maxpool_3a", "MaxPool2d", x, kernel_size=3, stride=2)
    x = conv(g, "conv2d_3b", x, 80)
    x = conv(g, "conv2d_4a", x, 192, 3, valid=True)
    x = g.add("maxpool_5a", "MaxPool2d", x, kernel_size=3, stride=2)
    x = g.add("mixed_5b", _mixed_5b(), x)
    x = g.add("repeat", inception_resnet_a(), x, repeat=10)
    x = g.add("mixed_6a", reduction_a(), x, reduced=256, middle=256, far=384, near=384)
    x = g.add("repeat_1", inception_resnet_b(), x, repeat=20)
    x = g.add("mixed_7a", inception_resnet_reduction(), x)
    x = g.add("repeat_2", inception_resnet_c(), x, repeat=9)
    x = g.add("block8", inception_resnet_c(), x, scale=1.0, activation=False)
    x = conv(g, "conv2d_7b", x, 1536)
    x = g.add("global_pool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("head_drop", "Dropout", x, p=dropout)
    x = g.add("classif", "Linear", x, out_features=classes)
    g.output(x)
    branches = (reduced_conv, reduced_double_conv, factorised, average_project)
    modules = (
        _mixed_5b, inception_resnet_a, reduction_a, inception_resnet_b, inception_resnet_reduction,
        inception_resnet_c,
    )  # fmt: skip
    return g.network(blocks=tuple(make() for make in (basic_conv, *branches, *modules)))


PRESETS = (
    Preset(
        id="inception_resnet_v2",
        title="Inception-ResNet v2",
        family="Inception",
        year=2016,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Forty residual blocks of three kinds, whose branches look near and far",
        parameters=(input_size(299, minimum=75), channels(3), classes(1000), DROPOUT),
        build=_inception_resnet_v2,
        accuracy=Accuracy(80.1, "ImageNet", "one crop; table 2 of the paper"),
        references=(Reference("inception_resnet_v2"),),
        recipe=RECIPE,
    ),
)

BLOCKS = (
    ReadyBlock(
        inception_resnet_a, SOURCE, needs=(basic_conv, reduced_conv, reduced_double_conv),
        group="Inception",
    ),
    ReadyBlock(inception_resnet_b, SOURCE, needs=(basic_conv, factorised), group="Inception"),
    ReadyBlock(inception_resnet_c, SOURCE, needs=(basic_conv, factorised), group="Inception"),
    ReadyBlock(
        inception_resnet_reduction, SOURCE,
        needs=(basic_conv, reduced_conv, reduced_double_conv), group="Inception",
    ),
)  # fmt: skip
