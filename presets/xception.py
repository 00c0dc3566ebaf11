"""Xception: every convolution is taken apart into one over places and one over channels.

Chollet: Xception: Deep Learning with Depthwise Separable Convolutions, 2016 (arXiv:1610.02357).
Published: 79.0 % top-1 and 94.5 % top-5 on ImageNet (one crop), with 22,855,952 parameters. Names
and order of the weights are those of timm.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Endpoint, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

_START = "kaiming_normal(mode=fan_out, nonlinearity=relu)"
_MOST = 100_000
_CHANNELS = Param("channels", Kind.INT, 128, "Number of output maps", 1, _MOST, unit="maps")
_STRIDE = Param("stride", Kind.INT, 2, "Step of the pooling; 2 halves the size", 1, 8)


@cache
def separable_conv(weight_init: str | None = None) -> Block:
    """A depthwise and a pointwise convolution, whose weights begin in this way."""
    b = Builder(
        "SeparableConv2d",
        parameters=(
            Param("channels", Kind.INT, 64, "Number of output maps", 1, _MOST, unit="maps"),
            Param(
                "kernel_size", Kind.INT, 3, "Height and width of the window, odd", 1, 99, unit="px"
            ),
            Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8),
            Param("depth_multiplier", Kind.INT, 1, "Filters for each input map", 1, 1_000),
            Param("bias", Kind.BOOL, True, "Add a learned number; needless before normalisation"),
        ),
        summary="A filter of its own for every map, then a 1×1 convolution that mixes them",
    )
    x = b.input()
    x = b.add(
        "conv1", "DepthwiseConv2d", x,
        kernel_size="=kernel_size", depth_multiplier="=depth_multiplier", stride="=stride",
        padding="=kernel_size // 2", bias=False, weight_init=weight_init,
    )  # fmt: skip
    x = b.add(
        "pointwise", "Conv2d", x,
        out_channels="=channels", kernel_size=1, bias="=bias", weight_init=weight_init,
    )  # fmt: skip
    b.output(x)
    return b.block()


@cache
def _separable_conv() -> Block:
    return separable_conv(_START)


# --- the three flows (figure 5) -------------------------------------------------------------------


_MIDDLE = Param("middle", Kind.INT, 128, "Maps between the two convolutions", 1, _MOST, unit="maps")


def _convolution(b: Builder, place: int, x: Endpoint, channels: str) -> Endpoint:
    """A separable convolution and its normalisation, at the next two places of a chain."""
    x = b.add(str(place), _separable_conv(), x, channels=channels, bias=False)
    return b.add(str(place + 1), "BatchNorm2d", x)


@cache
def _entry_convolutions() -> Block:
    b = Builder(
        "EntryConvolutions", (_CHANNELS, _STRIDE), "Two separable convolutions and a max pooling"
    )
    x = _convolution(b, 0, b.input(), "=channels")
    x = b.add("2", "ReLU", x, inplace=True)
    x = _convolution(b, 3, x, "=channels")
    b.output(b.add("5", "MaxPool2d", x, kernel_size=3, stride="=stride", padding=1))
    return b.block()


@cache
def _convolutions() -> Block:
    b = Builder(
        "SeparableConvolutions",
        (_CHANNELS, _MIDDLE, _STRIDE),
        "Two separable convolutions, each behind a ReLU, and a max pooling",
    )
    x = b.add("0", "ReLU", b.input())  # not in place: the shortcut needs what enters
    x = _convolution(b, 1, x, "=middle")
    x = b.add("3", "ReLU", x, inplace=True)
    x = _convolution(b, 4, x, "=channels")
    x = b.add(
        "6", "MaxPool2d", x, kernel_size=3, stride="=stride", padding=1, enabled="=stride != 1"
    )
    b.output(x)
    return b.block()


@cache
def _middle_convolutions() -> Block:
    b = Builder("MiddleConvolutions", summary="Three separable convolutions, each behind a ReLU")
    x = b.input()
    for place in (0, 3, 6):
        x = b.add(str(place), "ReLU", x, inplace=place > 0)
        x = _convolution(b, place + 1, x, "=in_channels")
    b.output(x)
    return b.block()


def _shortcut(b: Builder, x: Endpoint, *, projected: bool | str) -> Endpoint:
    """What enters, brought to the shape of what leaves."""
    x = b.add(
        "skip", "Conv2d", x,
        out_channels="=channels", kernel_size=1, stride="=stride", bias=False, enabled=projected,
        weight_init=_START,
    )  # fmt: skip
    return b.add("skipbn", "BatchNorm2d", x, enabled=projected)


@cache
def _entry_block() -> Block:
    b = Builder(
        "XceptionEntryBlock",
        (_CHANNELS, _STRIDE),
        "The first block: there is a ReLU ahead of it already",
    )
    x = b.input()
    shortcut = _shortcut(b, x, projected=True)
    y = b.add("rep", _entry_convolutions(), x, channels="=channels", stride="=stride")
    b.output(b.add("add", "Add", [y, shortcut]))
    return b.block()


@cache
def xception_block() -> Block:
    b = Builder(
        "XceptionBlock",
        (_CHANNELS, _MIDDLE, _STRIDE),
        "Separable convolutions with a shortcut: halves the size and widens for few weights",
    )
    x = b.input()
    shortcut = _shortcut(b, x, projected="=in_channels != channels or stride != 1")
    y = b.add("rep", _convolutions(), x, channels="=channels", middle="=middle", stride="=stride")
    b.output(b.add("add", "Add", [y, shortcut]))
    return b.block()


@cache
def xception_middle_block() -> Block:
    b = Builder(
        "XceptionMiddleBlock",
        summary="Separable convolutions with a shortcut, to go deep where the shape stays",
    )
    x = b.input()
    y = b.add("rep", _middle_convolutions(), x)
    b.output(b.add("add", "Add", [y, x]))
    return b.block()


def _xception(input_size: int, channels: int, classes: int, dropout: float) -> Network:
    g = Builder("Xception")
    x = g.input(channels, input_size, input_size)
    for k, maps, stride in ((1, 32, 2), (2, 64, 1)):
        x = g.add(
            f"conv{k}", "Conv2d", x,
            out_channels=maps, kernel_size=3, stride=stride, bias=False, weight_init=_START,
        )  # fmt: skip
        x = g.add(f"bn{k}", "BatchNorm2d", x)
        x = g.add(f"act{k}", "ReLU", x, inplace=True)
    x = g.add("block1", _entry_block(), x, channels=128)
    x = g.add("block2", xception_block(), x, channels=256, middle=256)
    x = g.add("block3", xception_block(), x, channels=728, middle=728)
    for k in range(4, 12):
        x = g.add(f"block{k}", xception_middle_block(), x)
    x = g.add("block12", xception_block(), x, channels=1024, middle=728)
    for k, maps in ((3, 1536), (4, 2048)):
        x = g.add(f"conv{k}", _separable_conv(), x, channels=maps, bias=False)
        x = g.add(f"bn{k}", "BatchNorm2d", x)
        x = g.add(f"act{k}", "ReLU", x, inplace=True)
    x = g.add("global_pool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=dropout)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    made = (
        _separable_conv, _entry_convolutions, _entry_block, _convolutions, xception_block,
        _middle_convolutions, xception_middle_block,
    )  # fmt: skip
    return g.network(blocks=tuple(make() for make in made))


PRESETS = (
    Preset(
        id="xception",
        title="Xception",
        family="Inception",
        year=2016,
        authors="Chollet",
        paper="Xception: Deep Learning with Depthwise Separable Convolutions",
        link="https://arxiv.org/abs/1610.02357",
        summary="Fourteen blocks of separable convolutions, nearly all with a shortcut",
        parameters=(
            input_size(299, minimum=32),
            channels(3),
            classes(1000),
            Param(
                "dropout", Kind.FLOAT, 0.5,
                "Probability that a feature is zeroed ahead of the last layer", 0, 1,
            ),
        ),
        build=_xception,
        accuracy=Accuracy(79.0, "ImageNet", "one crop; table 1 of the paper"),
        references=(Reference("xception"),),
        # The paper's rate of 0.045 is for the batches of 60 devices.
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 1e-5,
            "batch_size": 32,
            "learning_rate": 0.0125,
            "epochs": 10,
        },
    ),
)  # fmt: skip

_SOURCE = "Chollet, Xception, 2016"
BLOCKS = (
    ReadyBlock(separable_conv, f"{_SOURCE}; Howard et al., MobileNets, 2017"),
    ReadyBlock(xception_block, _SOURCE, needs=(_separable_conv, _convolutions), group="Inception"),
    ReadyBlock(
        xception_middle_block, _SOURCE, needs=(_separable_conv, _middle_convolutions),
        group="Inception",
    ),
)  # fmt: skip
