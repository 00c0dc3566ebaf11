"""Residual networks for CIFAR, and their plain twins without shortcuts.

He, Zhang, Ren and Sun: Deep Residual Learning for Image Recognition, 2015 (arXiv:1512.03385),
section 4.2: three stages of n blocks with 16, 32 and 64 maps make 6 n + 2 layers. Shortcuts have no
weights (option A): where the shape changes, every second row and column is kept and channels of
zeros are appended. Published in Table 6, test error on CIFAR-10: 8.75 % for 20 layers, 7.51 % for
32, 7.17 % for 44, 6.97 % for 56, 6.43 % for 110 (the best of five runs), 7.93 % for 1202; the plain
networks are drawn in Figure 6 only, where deeper ones do worse.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock
from presets.resnet import (
    CHANGES,
    CHANNELS,
    HALVED,
    SGD,
    STRIDE,
    basic_block,
    conv,
    downsample,
    in_words,
    norm_relu,
)

# Where a shortcut needs zeros, which can only add channels; and where it needs a projection then.
PADS = "=in_channels < channels or in_channels == channels and stride != 1"
NARROWS = "=in_channels > channels"


def _learned(b: Builder, x: Endpoint) -> Endpoint:
    """The two convolutions, up to the sum."""
    x = conv(b, "conv1", x, "=channels", 3, "=stride")
    x = norm_relu(b, 1, x)
    x = conv(b, "conv2", x, "=channels")
    return b.add("bn2", "BatchNorm2d", x)


def zero_padded(b: Builder, x: Endpoint, enabled: str) -> Endpoint:
    """A shortcut without weights."""
    return b.add(
        "pad", "ZeroPadChannels", x, out_channels="=channels", stride="=stride", enabled=enabled
    )


def _joined(b: Builder, x: Endpoint, y: Endpoint) -> Block:
    y = b.add("add", "Add", [y, x])
    b.output(b.add("relu2", "ReLU", y, inplace=True))
    return b.block()


@cache
def padded_block() -> Block:
    b = Builder(
        "PaddedBlock",
        (CHANNELS, STRIDE),
        "Two 3×3 convolutions and a shortcut without weights around them",
    )
    x = b.input()
    y = _learned(b, x)
    return _joined(b, zero_padded(b, x, CHANGES), y)


@cache
def residual_block() -> Block:
    b = Builder(
        "ResidualBlock",
        (CHANNELS, STRIDE),
        "Two 3×3 convolutions and a shortcut: the input, with zeros, or projected to fewer maps",
    )
    x = b.input()
    y = _learned(b, x)
    x = zero_padded(b, x, PADS)
    x = b.add(
        "downsample", downsample(), x, channels="=channels", stride="=stride", enabled=NARROWS
    )
    return _joined(b, x, y)


@cache
def plain_block() -> Block:
    b = Builder("PlainBlock", (CHANNELS, STRIDE), "Two 3×3 convolutions, without a shortcut")
    x = _learned(b, b.input())
    b.output(b.add("relu2", "ReLU", x, inplace=True))
    return b.block()


# The definitions for each kind of shortcut, the last of them the block itself.
_SHORTCUTS: dict[str, tuple[Callable[[], Block], ...]] = {
    "zero padding": (padded_block,),
    "projection": (downsample, basic_block),
    "none": (plain_block,),
}


def _network(name: str, depth: int, shortcut: str) -> Callable[..., Network]:
    kind = shortcut

    def build(
        input_size: int, channels: int, classes: int, width: int, shortcut: str = kind
    ) -> Network:
        blocks = tuple(make() for make in _SHORTCUTS[shortcut])
        g = Builder(f"{name}-{depth}")
        x = g.input(channels, input_size, input_size)
        x = conv(g, "conv1", x, width)
        x = g.add("bn1", "BatchNorm2d", x)
        x = g.add("relu", "ReLU", x, inplace=True)
        for stage in range(3):
            x = g.add(
                f"layer{stage + 1}", blocks[-1], x,
                repeat=(depth - 2) // 6, channels=width * 2**stage, stride=HALVED if stage else 1,
            )  # fmt: skip
        x = g.add("avgpool", "AdaptiveAvgPool2d", x)
        x = g.add("flatten", "Flatten", x)
        x = g.add("fc", "Linear", x, out_features=classes)
        g.output(x)
        return g.network(blocks=blocks)

    return build


# --- the presets ----------------------------------------------------------------------------------

# The paper's rate of 0.1 is for batches of 128.
_RECIPE = {**SGD, "batch_size": 64, "learning_rate": 0.05, "epochs": 10}
_WIDTH = Param("width", Kind.INT, 16, "Maps of the first stage", 1, 10_000, unit="maps")
_SHORTCUT = Param(
    "shortcut", Kind.CHOICE, "zero padding",
    "Where the shape changes: options A and B of the paper, or no shortcuts at all",
    choices=tuple(_SHORTCUTS),
)  # fmt: skip


def _preset(
    id: str,
    name: str,
    depth: int,
    shortcut: str,
    summary: str,
    top1: float | None = None,
    references: tuple[Reference, ...] = (),
) -> Preset:
    return Preset(
        id=id,
        title=f"{name}-{depth} for CIFAR",
        family="ResNet for CIFAR",
        year=2015,
        authors="He, Zhang, Ren, Sun",
        paper="Deep Residual Learning for Image Recognition",
        link="https://arxiv.org/abs/1512.03385",
        summary=summary,
        parameters=(
            input_size(32, minimum=8), channels(3), classes(10), _WIDTH,
            *([_SHORTCUT] if shortcut != "none" else []),
        ),
        build=_network(name, depth, shortcut),
        accuracy=None if top1 is None else Accuracy(top1, "CIFAR-10", "paper, Table 6"),
        references=references,
        recipe=_RECIPE,
    )  # fmt: skip


def _residual(id: str, depth: int, top1: float, *others: Reference) -> Preset:
    count = in_words((depth - 2) // 2)
    summary = f"{count} residual blocks in three stages, with shortcuts without weights"
    name = f"resnet{depth}_cifar"
    return _preset(
        id, "ResNet", depth, "zero padding", summary, top1, (Reference(name), *others)
    )  # fmt: skip


def _plain(depth: int) -> Preset:
    summary = f"The {depth} layers of ResNet-{depth} without its shortcuts"
    return _preset(f"plain{depth}", "Plain", depth, "none", summary)


PRESETS = (
    _residual("resnet20", 20, 91.25, Reference("resnet20_cifar_optB", {"shortcut": "projection"})),
    _residual("resnet32_cifar", 32, 92.49),
    _residual("resnet44_cifar", 44, 92.83),
    _residual("resnet56_cifar", 56, 93.03),
    _residual("resnet110_cifar", 110, 93.57),
    _residual("resnet1202_cifar", 1202, 92.07),
    *(_plain(depth) for depth in (20, 32, 44, 56, 110)),
)

BLOCKS = (
    ReadyBlock(
        residual_block,
        "He et al., Deep Residual Learning for Image Recognition, 2015, option A",
        needs=(downsample,),
        group="Residual",
    ),
)
