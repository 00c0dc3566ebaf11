"""Inception v3: large windows are taken apart into small ones, and into rows and columns.

Szegedy, Vanhoucke, Ioffe, Shlens and Wojna: Rethinking the Inception Architecture for Computer
Vision, 2015 (arXiv:1512.00567). Published: 21.2 % top-1 and 5.6 % top-5 error on ImageNet (one
crop); 77.294 % top-1 with the weights of torchvision, whose names and order of weights it has here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from nodes.network import Block, Endpoint, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.inception_parts import COLUMN, ROW, Arguments, basic_conv
from presets.inception_parts import conv as conv_of
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, maps
from presets.ready import ReadyBlock

_START = "trunc_normal(std=0.1, a=-2, b=2)"
_conv = partial(conv_of, init=_START)


@cache
def _basic_conv() -> Block:
    return basic_conv(_START)


def _pooled(b: Builder, x: Endpoint, channels: int | str) -> Endpoint:
    """The branch of a pooling that keeps the size; its mean counts the zeros around the maps."""
    x = b.add("pool", "AvgPool2d", x, kernel_size=3, stride=1, padding=1)
    return _conv(b, "branch_pool", x, channels)


@cache
def inception_a() -> Block:
    b = Builder(
        "InceptionA",
        (
            maps("pool_features", 32, "1×1 convolution after the pooling; 32 or 64 in the paper"),
            maps("channels", 64, "1×1 and 5×5 convolutions"),
            maps("stacked", 96, "Two 3×3 convolutions, one behind the other"),
        ),
        "Looks for small and large patterns at once, on fine maps of about 35 px",
    )
    x = b.input()
    one = _conv(b, "branch1x1", x, "=channels")
    five = _conv(b, "branch5x5_1", x, "=3 * channels // 4")
    five = _conv(b, "branch5x5_2", five, "=channels", 5)
    double = _conv(b, "branch3x3dbl_1", x, "=channels")
    double = _conv(b, "branch3x3dbl_2", double, "=stacked", 3)
    double = _conv(b, "branch3x3dbl_3", double, "=stacked", 3)
    pool = _pooled(b, x, "=pool_features")
    b.output(b.add("concat", "Concat", [one, five, double, pool]))
    return b.block()


@cache
def inception_b() -> Block:
    b = Builder(
        "InceptionB",
        (
            maps("channels", 384, "3×3 convolution of stride 2"),
            maps("reduced", 64, "1×1 reduction ahead of the two 3×3 convolutions"),
            maps("stacked", 96, "Two 3×3 convolutions, the second of stride 2"),
        ),
        "Halves the size by convolutions and a pooling side by side, so that little is lost",
    )
    x = b.input()
    three = _conv(b, "branch3x3", x, "=channels", 3, stride=2)
    double = _conv(b, "branch3x3dbl_1", x, "=reduced")
    double = _conv(b, "branch3x3dbl_2", double, "=stacked", 3)
    double = _conv(b, "branch3x3dbl_3", double, "=stacked", 3, stride=2)
    pool = b.add("pool", "MaxPool2d", x, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [three, double, pool]))
    return b.block()


@cache
def inception_c() -> Block:
    b = Builder(
        "InceptionC",
        (
            maps("channels_7x7", 128, "Rows and columns; 128 to 192 in the paper"),
            maps("channels", 192, "Output of every branch"),
        ),
        "Sees 7×7 and further for little, through rows and columns, on maps of 12 to 20 px",
    )
    x = b.input()
    one = _conv(b, "branch1x1", x, "=channels")
    seven = _conv(b, "branch7x7_1", x, "=channels_7x7")
    seven = _conv(b, "branch7x7_2", seven, "=channels_7x7", ROW)
    seven = _conv(b, "branch7x7_3", seven, "=channels", COLUMN)
    double = _conv(b, "branch7x7dbl_1", x, "=channels_7x7")
    for k, window in ((2, COLUMN), (3, ROW), (4, COLUMN)):
        double = _conv(b, f"branch7x7dbl_{k}", double, "=channels_7x7", window)
    double = _conv(b, "branch7x7dbl_5", double, "=channels", ROW)
    pool = _pooled(b, x, "=channels")
    b.output(b.add("concat", "Concat", [one, seven, double, pool]))
    return b.block()


@cache
def inception_d() -> Block:
    b = Builder(
        "InceptionD",
        (
            maps("channels", 320, "3×3 convolution of stride 2"),
            maps("reduced", 192, "1×1 reductions, and the branch of rows and columns"),
        ),
        "Halves the size as B does, and on one branch sees 7×7 before",
    )
    x = b.input()
    three = _conv(b, "branch3x3_1", x, "=reduced")
    three = _conv(b, "branch3x3_2", three, "=channels", 3, stride=2)
    seven = _conv(b, "branch7x7x3_1", x, "=reduced")
    seven = _conv(b, "branch7x7x3_2", seven, "=reduced", ROW)
    seven = _conv(b, "branch7x7x3_3", seven, "=reduced", COLUMN)
    seven = _conv(b, "branch7x7x3_4", seven, "=reduced", 3, stride=2)
    pool = b.add("pool", "MaxPool2d", x, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [three, seven, pool]))
    return b.block()


@cache
def inception_e() -> Block:
    b = Builder(
        "InceptionE",
        (
            maps("channels", 320, "1×1 convolution"),
            maps("split", 384, "Each half of the two branches that fork"),
            maps("reduced", 448, "1×1 reduction of the longer of these"),
            maps("pool_features", 192, "1×1 convolution after the pooling"),
        ),
        "Forks into rows and columns side by side, for many features on small maps of about 8 px",
    )
    x = b.input()
    one = _conv(b, "branch1x1", x, "=channels")
    three = _conv(b, "branch3x3_1", x, "=split")
    three_a = _conv(b, "branch3x3_2a", three, "=split", (1, 3))
    three_b = _conv(b, "branch3x3_2b", three, "=split", (3, 1))
    double = _conv(b, "branch3x3dbl_1", x, "=reduced")
    double = _conv(b, "branch3x3dbl_2", double, "=split", 3)
    double_a = _conv(b, "branch3x3dbl_3a", double, "=split", (1, 3))
    double_b = _conv(b, "branch3x3dbl_3b", double, "=split", (3, 1))
    pool = _pooled(b, x, "=pool_features")
    b.output(b.add("concat", "Concat", [one, three_a, three_b, double_a, double_b, pool]))
    return b.block()


@cache
def _auxiliary_head() -> Block:
    b = Builder(
        "InceptionAux",
        (
            Param("classes", Kind.INT, 1000, "Number of classes", 1, 1_000_000),
            Param("pooling", Kind.INT, 5, "Height and width of the pooling", 1, 5, unit="px"),
            Param("window", Kind.INT, 5, "Height and width of the convolution", 1, 5, unit="px"),
        ),
        "A second classifier on the way, that regularises the first",
    )
    x = b.add("pool", "AvgPool2d", b.input(), kernel_size="=pooling", stride=3)
    x = _conv(b, "conv0", x, 128)
    x = b.add(
        "conv1", _basic_conv(), x,
        channels=768, kernel_size="=window", weight_init="trunc_normal(std=0.01, a=-2, b=2)",
    )  # fmt: skip
    x = b.add("avgpool", "AdaptiveAvgPool2d", x)
    x = b.add("flatten", "Flatten", x)
    x = b.add(
        "fc", "Linear", x,
        out_features="=classes", weight_init="trunc_normal(std=0.001, a=-2, b=2)",
    )  # fmt: skip
    b.output(x)
    return b.block()


# The names of the modules behind the stem, their blocks and widths.
_MODULES: tuple[tuple[str, Callable[[], Block], Arguments], ...] = (
    ("5b", inception_a, {"pool_features": 32}),
    ("5c", inception_a, {"pool_features": 64}),
    ("5d", inception_a, {"pool_features": 64}),
    ("6a", inception_b, {}),
    ("6b", inception_c, {"channels_7x7": 128}),
    ("6c", inception_c, {"channels_7x7": 160}),
    ("6d", inception_c, {"channels_7x7": 160}),
    ("6e", inception_c, {"channels_7x7": 192}),
    ("7a", inception_d, {}),
    ("7b", inception_e, {}),
    ("7c", inception_e, {}),
)
_LAST_SEEN = "6e"  # by the auxiliary head


def _inception_v3(input_size: int, channels: int, classes: int, auxiliary: bool) -> Network:
    g = Builder("Inception v3")
    x = g.input(channels, input_size, input_size)
    x = _conv(g, "Conv2d_1a_3x3", x, 32, 3, stride=2)
    x = _conv(g, "Conv2d_2a_3x3", x, 32, 3, valid=True)
    x = _conv(g, "Conv2d_2b_3x3", x, 64, 3)
    x = g.add("maxpool1", "MaxPool2d", x, kernel_size=3, stride=2)
    x = _conv(g, "Conv2d_3b_1x1", x, 80)
    x = _conv(g, "Conv2d_4a_3x3", x, 192, 3, valid=True)
    x = g.add("maxpool2", "MaxPool2d", x, kernel_size=3, stride=2)
    heads: list[Endpoint] = []
    for name, block, widths in _MODULES:
        x = g.add(f"Mixed_{name}", block(), x, **widths)
        if auxiliary and name == _LAST_SEEN:
            heads.append(
                g.add("AuxLogits", _auxiliary_head(), x, classes=classes, **_windows(input_size))
            )
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("dropout", "Dropout", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes, weight_init=_START)
    g.output(x)
    for head in heads:
        g.output(head, "aux_output", auxiliary=True, loss_weight=0.4)
    made = (inception_a(), inception_b(), inception_c(), inception_d(), inception_e())
    return g.network(blocks=(_basic_conv(), *made, *([_auxiliary_head()] if heads else [])))


def _windows(input_size: int) -> Arguments:
    """The windows of the auxiliary head: 5×5, and on small maps as much as these have.

    The authors' code (TensorFlow, slim/nets/inception_v3.py) does so with the second of them.
    """
    size = (input_size - 3) // 2 - 1  # behind the first two convolutions
    size = (size - 3) // 2 - 1  # the first pooling, and the convolution behind it
    size = (size - 3) // 2 + 1  # the second pooling
    size = (size - 3) // 2 + 1  # 6a
    pooling = min(5, size)
    return {"pooling": pooling, "window": min(5, (size - pooling) // 3 + 1)}


# The auxiliary heads are left out at inference: with and without them it is the same.
_TOP1 = Accuracy(77.294, "ImageNet", "one crop; torchvision, IMAGENET1K_V1")
PRESETS = (
    Preset(
        id="inception_v3",
        title="Inception v3",
        family="Inception",
        year=2015,
        authors="Szegedy, Vanhoucke, Ioffe, Shlens, Wojna",
        paper="Rethinking the Inception Architecture for Computer Vision",
        link="https://arxiv.org/abs/1512.00567",
        summary="Eleven modules of five kinds, with windows taken apart into rows and columns",
        parameters=(
            input_size(299, minimum=75),
            channels(3),
            classes(1000),
            Param("auxiliary", Kind.BOOL, True, "A second classifier, for training only"),
        ),
        build=_inception_v3,
        accuracy=_TOP1,
        references=(
            Reference("inception_v3_aux"),
            Reference("inception_v3_noaux", {"auxiliary": False}, _TOP1),
        ),
        # The paper has RMSProp on 50 machines, and momentum in its earlier experiments.
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 4e-5,
            "batch_size": 32,
            "learning_rate": 0.0125,
            "epochs": 10,
        },
    ),
)

_SOURCE = "Szegedy et al., Rethinking the Inception Architecture, 2015"
BLOCKS = tuple(
    ReadyBlock(make, _SOURCE, needs=(_basic_conv,), group="Inception")
    for make in (inception_a, inception_b, inception_c, inception_d, inception_e)
)
