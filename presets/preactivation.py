"""Residual networks whose blocks begin with the activation, so that shortcuts stay clean.

He, Zhang, Ren and Sun: Identity Mappings in Deep Residual Networks, 2016 (arXiv:1603.05027).
Published in Tables 2 and 4, test error on CIFAR-10: 6.37 % for 110 layers, 5.46 % for 164, 4.92 %
for 1001 (medians of five runs). The first has blocks of two 3×3 convolutions, and shortcuts without
weights; the others have bottlenecks, with the stride in the first 1×1, and where the shape changes
a projection behind the activation that it has in common with the block, as in the authors' code.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock
from presets.resnet import CHANGES, CHANNELS, HALVED, SGD, STRIDE, conv, in_words, norm_relu
from presets.resnet_cifar import NARROWS, PADS, zero_padded


@cache
def preactivation_block() -> Block:
    b = Builder(
        "PreActivationBlock",
        (CHANNELS, STRIDE),
        "A residual block with normalisation and ReLU ahead of each convolution",
    )
    x = b.input()
    y = norm_relu(b, 1, x)
    y = conv(b, "conv1", y, "=channels", 3, "=stride")
    y = norm_relu(b, 2, y)
    y = conv(b, "conv2", y, "=channels")
    # The input itself where it fits; else zeros in new channels, or a projection to fewer.
    x = zero_padded(b, x, PADS)
    x = conv(b, "downsample", x, "=channels", 1, "=stride", enabled=NARROWS)
    b.output(b.add("add", "Add", [y, x]))
    return b.block()


@cache
def norm_relu_block() -> Block:
    b = Builder("NormReLU", summary="Batch normalisation and ReLU")
    x = b.add("bn", "BatchNorm2d", b.input())
    b.output(b.add("relu", "ReLU", x, inplace=True))
    return b.block()


@cache
def preactivation_bottleneck() -> Block:
    b = Builder(
        "PreActivationBottleneck",
        (
            Param("channels", Kind.INT, 256, CHANNELS.help, 1, 1_000_000, unit="maps"),
            Param("width", Kind.INT, 64, "Maps in between", 1, 1_000_000, unit="maps"),
            STRIDE,
        ),
        "A residual block of three convolutions, with normalisation and ReLU ahead of each",
    )
    # Where the shape changes, the shortcut begins behind the first activation, else ahead of it.
    x = b.add("common", norm_relu_block(), b.input(), enabled=CHANGES)
    y = b.add("preact", norm_relu_block(), x, enabled="=stride == 1 and in_channels == channels")
    y = conv(b, "conv1", y, "=width", 1, "=stride")
    y = norm_relu(b, 1, y)
    y = conv(b, "conv2", y, "=width")
    y = norm_relu(b, 2, y)
    y = conv(b, "conv3", y, "=channels", 1)
    x = conv(b, "downsample", x, "=channels", 1, "=stride", enabled=CHANGES)
    b.output(b.add("add", "Add", [y, x]))
    return b.block()


# --- the presets ----------------------------------------------------------------------------------


def _network(depth: int, deep: bool) -> Callable[..., Network]:
    """Three stages of blocks; `deep` ones have three convolutions and four times as many maps."""
    makes = (norm_relu_block, preactivation_bottleneck) if deep else (preactivation_block,)
    repeat = (depth - 2) // (9 if deep else 6)

    def build(input_size: int, channels: int, classes: int, width: int) -> Network:
        blocks = tuple(make() for make in makes)
        g = Builder(f"Pre-activation ResNet-{depth}")
        x = g.input(channels, input_size, input_size)
        x = conv(g, "conv1", x, width)
        for stage in range(3):
            maps = width * 2**stage
            given = {"channels": 4 * maps, "width": maps} if deep else {"channels": maps}
            stride = HALVED if stage else 1
            x = g.add(f"layer{stage + 1}", blocks[-1], x, repeat=repeat, stride=stride, **given)
        x = g.add("bn", "BatchNorm2d", x)
        x = g.add("relu", "ReLU", x, inplace=True)
        x = g.add("avgpool", "AdaptiveAvgPool2d", x)
        x = g.add("flatten", "Flatten", x)
        x = g.add("fc", "Linear", x, out_features=classes)
        g.output(x)
        return g.network(blocks=blocks)

    return build


def _preset(depth: int, top1: float | None = None, *, deep: bool = False) -> Preset:
    name = f"preact_resnet{depth}_cifar"
    count, about = ((depth - 2) // 3, "bottleneck ") if deep else ((depth - 2) // 2, "")
    return Preset(
        id=name,
        title=f"Pre-activation ResNet-{depth} for CIFAR",
        family="ResNet for CIFAR",
        year=2016,
        authors="He, Zhang, Ren, Sun",
        paper="Identity Mappings in Deep Residual Networks",
        link="https://arxiv.org/abs/1603.05027",
        summary=f"{in_words(count)} {about}blocks that begin with normalisation and ReLU",
        parameters=(
            input_size(32, minimum=8),
            channels(3),
            classes(10),
            Param("width", Kind.INT, 16, "Maps of the first stage", 1, 10_000, unit="maps"),
        ),
        build=_network(depth, deep),
        accuracy=None if top1 is None else Accuracy(top1, "CIFAR-10", "paper, median of five runs"),
        references=(Reference(name),),
        # The paper's rate of 0.1 is for batches of 128.
        recipe={**SGD, "batch_size": 64, "learning_rate": 0.05, "epochs": 10},
    )


PRESETS = (
    _preset(20),
    _preset(56),
    _preset(110, 93.63),
    _preset(164, 94.54, deep=True),
    _preset(1001, 95.08, deep=True),
)

_SOURCE = "He et al., Identity Mappings in Deep Residual Networks, 2016"
BLOCKS = (
    ReadyBlock(preactivation_block, _SOURCE, group="Residual"),
    ReadyBlock(preactivation_bottleneck, _SOURCE, needs=(norm_relu_block,), group="Residual"),
)
