"""Inception v4: more and more uniform Inception modules than its forerunners have.

Szegedy, Ioffe, Vanhoucke and Alemi: Inception-v4, Inception-ResNet and the Impact of Residual
Connections on Learning, 2016 (arXiv:1602.07261). Published: 20.0 % top-1 and 5.0 % top-5 error on
ImageNet (one crop). Names and order of the weights are those of timm.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.inception_parts import (
    Arguments,
    average_project,
    basic_conv,
    conv,
    factorised,
    factorised_conv,
    factorised_twice,
    reduced_conv,
    reduced_double_conv,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, maps
from presets.ready import ReadyBlock

AUTHORS = "Szegedy, Ioffe, Vanhoucke, Alemi"
PAPER = "Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning"
LINK = "https://arxiv.org/abs/1602.07261"
SOURCE = "Szegedy et al., Inception-v4, Inception-ResNet, 2016"
DROPOUT = Param(
    "dropout", Kind.FLOAT, 0.2, "Probability that a feature is zeroed ahead of the last layer", 0, 1
)
# The paper has RMSProp on 20 machines, and momentum in its earlier experiments.
RECIPE = {
    "optimizer": "sgd",
    "momentum": 0.9,
    "weight_decay": 4e-5,
    "batch_size": 32,
    "learning_rate": 0.0125,
    "epochs": 10,
}


# --- stem (figure 3) ------------------------------------------------------------------------------


@cache
def _mixed_3a() -> Block:
    b = Builder(
        "Mixed3a", (maps("channels", 96, "3×3 convolution"),), "Halves the size in two ways"
    )
    x = b.input()
    pool = b.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2)
    three = conv(b, "conv", x, "=channels", 3, stride=2)
    b.output(b.add("concat", "Concat", [pool, three]))
    return b.block()


@cache
def _mixed_4a() -> Block:
    b = Builder(
        "Mixed4a",
        (maps("reduced", 64, "1×1 reductions"), maps("channels", 96, "Output of both branches")),
        "Sees near on one branch and far on the other",
    )
    x = b.input()
    near = b.add("branch0", reduced_conv(), x, reduced="=reduced", channels="=channels", padding=0)
    far = b.add(
        "branch1", factorised_conv(), x,
        reduced="=reduced", middle="=reduced", channels="=channels",
    )  # fmt: skip
    b.output(b.add("concat", "Concat", [near, far]))
    return b.block()


@cache
def _mixed_5a() -> Block:
    b = Builder(
        "Mixed5a", (maps("channels", 192, "3×3 convolution"),), "Halves the size in two ways"
    )
    x = b.input()
    three = conv(b, "conv", x, "=channels", 3, stride=2)
    pool = b.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [three, pool]))
    return b.block()


# --- modules (figures 4 to 8) ---------------------------------------------------------------------


@cache
def inception_v4_a() -> Block:
    b = Builder(
        "InceptionV4A",
        (maps("channels", 96, "Output of every branch"), maps("reduced", 64, "1×1 reductions")),
        "Sees 1, 3 and 5 px far with as many maps each: for fine maps of about 35 px",
    )
    x = b.input()
    one = conv(b, "branch0", x, "=channels")
    three = b.add("branch1", reduced_conv(), x, reduced="=reduced", channels="=channels")
    five = b.add(
        "branch2", reduced_double_conv(), x,
        reduced="=reduced", middle="=channels", channels="=channels",
    )  # fmt: skip
    pool = b.add("branch3", average_project(), x, channels="=channels")
    b.output(b.add("concat", "Concat", [one, three, five, pool]))
    return b.block()


@cache
def reduction_a() -> Block:
    b = Builder(
        "ReductionA",
        (
            maps("reduced", 192, "1×1 reduction: k in table 1 of the paper"),
            maps("middle", 224, "3×3 convolution behind it: l of the paper"),
            maps("far", 256, "3×3 convolution of stride 2 behind that: m of the paper"),
            maps("near", 384, "3×3 convolution of stride 2 on a branch of its own: n of the paper"),
        ),
        "Halves the size by convolutions and a pooling side by side, so that little is lost",
    )
    x = b.input()
    three = conv(b, "branch0", x, "=near", 3, stride=2)
    five = b.add(
        "branch1", reduced_double_conv(), x,
        reduced="=reduced", middle="=middle", channels="=far", stride=2, padding=0,
    )  # fmt: skip
    pool = b.add("branch2", "MaxPool2d", x, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [three, five, pool]))
    return b.block()


@cache
def inception_v4_b() -> Block:
    b = Builder(
        "InceptionV4B",
        (
            maps("c1", 384, "1×1 convolution"),
            maps("reduced", 192, "1×1 reductions"),
            maps("middle", 224, "Rows and columns"),
            maps("channels", 256, "Output of the two branches of rows and columns"),
            maps("pool_proj", 128, "1×1 projection after the pooling"),
        ),
        "Sees 7 and 13 px far through rows and columns: for maps of about 17 px",
    )
    x = b.input()
    widths = {"reduced": "=reduced", "middle": "=middle", "channels": "=channels"}
    one = conv(b, "branch0", x, "=c1")
    seven = b.add("branch1", factorised(), x, **widths)
    twice = b.add("branch2", factorised_twice(), x, **widths)
    pool = b.add("branch3", average_project(), x, channels="=pool_proj")
    b.output(b.add("concat", "Concat", [one, seven, twice, pool]))
    return b.block()


@cache
def reduction_b() -> Block:
    b = Builder(
        "ReductionB",
        (
            maps("near", 192, "The branch of one 3×3 convolution"),
            maps("reduced", 256, "1×1 reduction of the branch of rows and columns"),
            maps("far", 320, "Output of that branch"),
        ),
        "Halves the size as ReductionA does, and on one branch sees 7×7 before",
    )
    x = b.input()
    near = b.add(
        "branch0", reduced_conv(), x, reduced="=near", channels="=near", stride=2, padding=0
    )
    far = b.add(
        "branch1", factorised_conv(), x,
        reduced="=reduced", middle="=far", channels="=far", stride=2,
    )  # fmt: skip
    pool = b.add("branch2", "MaxPool2d", x, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [near, far, pool]))
    return b.block()


@cache
def inception_v4_c() -> Block:
    b = Builder(
        "InceptionV4C",
        (
            maps("channels", 256, "Every output"),
            maps("reduced", 384, "1×1 reductions"),
            maps("middle", 448, "The column ahead of the longer fork"),
            maps("wide", 512, "The row ahead of the longer fork"),
        ),
        "Forks into rows and columns side by side, for many features on small maps of about 8 px",
    )
    x = b.input()
    row, column = (1, 3), (3, 1)
    one = conv(b, "branch0", x, "=channels")
    short = conv(b, "branch1_0", x, "=reduced")
    short_a = conv(b, "branch1_1a", short, "=channels", row)
    short_b = conv(b, "branch1_1b", short, "=channels", column)
    long = conv(b, "branch2_0", x, "=reduced")
    long = conv(b, "branch2_1", long, "=middle", column)
    long = conv(b, "branch2_2", long, "=wide", row)
    long_a = conv(b, "branch2_3a", long, "=channels", row)
    long_b = conv(b, "branch2_3b", long, "=channels", column)
    pool = b.add("branch3", average_project(), x, channels="=channels")
    b.output(b.add("concat", "Concat", [one, short_a, short_b, long_a, long_b, pool]))
    return b.block()


# --- the network (figure 9) -----------------------------------------------------------------------

_Row = tuple[Block, Arguments]


@cache
def _features() -> Block:
    rows: tuple[_Row, ...] = (
        (basic_conv(), {"channels": 32, "kernel_size": 3, "stride": 2}),
        (basic_conv(), {"channels": 32, "kernel_size": 3}),
        (basic_conv(), {"channels": 64, "kernel_size": 3, "padding": 1}),
        (_mixed_3a(), {}),
        (_mixed_4a(), {}),
        (_mixed_5a(), {}),
        *[(inception_v4_a(), {})] * 4,
        (reduction_a(), {}),
        *[(inception_v4_b(), {})] * 7,
        (reduction_b(), {}),
        *[(inception_v4_c(), {})] * 3,
    )
    b = Builder("Features", summary="The stem, four modules A, seven B and three C")
    x = b.input()
    for place, (block, args) in enumerate(rows):
        x = b.add(str(place), block, x, **args)
    b.output(x)
    return b.block()


def _inception_v4(input_size: int, channels: int, classes: int, dropout: float) -> Network:
    g = Builder("Inception v4")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", _features(), x)
    x = g.add("global_pool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("head_drop", "Dropout", x, p=dropout)
    x = g.add("last_linear", "Linear", x, out_features=classes)
    g.output(x)
    branches = (
        reduced_conv, reduced_double_conv, factorised, factorised_conv, factorised_twice,
        average_project,
    )  # fmt: skip
    stem = (_mixed_3a, _mixed_4a, _mixed_5a)
    modules = (inception_v4_a, reduction_a, inception_v4_b, reduction_b, inception_v4_c)
    return g.network(
        blocks=tuple(make() for make in (basic_conv, *branches, *stem, *modules, _features))
    )


PRESETS = (
    Preset(
        id="inception_v4",
        title="Inception v4",
        family="Inception",
        year=2016,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Fourteen modules of three kinds, and reductions between them",
        parameters=(input_size(299, minimum=75), channels(3), classes(1000), DROPOUT),
        build=_inception_v4,
        accuracy=Accuracy(80.0, "ImageNet", "one crop; table 2 of the paper"),
        references=(Reference("inception_v4"),),
        recipe=RECIPE,
    ),
)

BLOCKS = (
    ReadyBlock(
        inception_v4_a, SOURCE, group="Inception",
        needs=(basic_conv, reduced_conv, reduced_double_conv, average_project),
    ),
    ReadyBlock(
        inception_v4_b, SOURCE, group="Inception",
        needs=(basic_conv, factorised, factorised_twice, average_project),
    ),
    ReadyBlock(inception_v4_c, SOURCE, needs=(basic_conv, average_project), group="Inception"),
    ReadyBlock(reduction_a, SOURCE, needs=(basic_conv, reduced_double_conv), group="Inception"),
    ReadyBlock(
        reduction_b, SOURCE, needs=(basic_conv, reduced_conv, factorised_conv), group="Inception"
    ),
)  # fmt: skip
