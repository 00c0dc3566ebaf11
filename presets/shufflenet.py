"""ShuffleNet v2: half of the maps pass by every unit, and a shuffle lets the halves meet.

Ma, Zhang, Zheng and Sun: ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design,
2018 (arXiv:1807.11164). Published: 69.4 % top-1 on ImageNet for 1.0×, and 60.3, 72.6, 74.9 % for
0.5, 1.5 and 2.0× (Table 8). The weights have the names and the order of torchvision.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.conv_norm import CHANNELS, KEEPS_SHAPE, STRIDE, conv_norm, stage_stride
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

UNITS = (4, 8, 4)  # in stages 2, 3 and 4
# Maps of the first convolution, of the three stages and of the last convolution: Table 5.
WIDTHS = {
    "0.5": (24, (48, 96, 192), 1024),
    "1.0": (24, (116, 232, 464), 1024),
    "1.5": (24, (176, 352, 704), 1024),
    "2.0": (24, (244, 488, 976), 2048),
}
_DEPTHWISE: dict[str, Any] = {"kernel_size": 3, "stride": "=stride", "padding": 1, "bias": False}
_POINTWISE: dict[str, Any] = {"out_channels": "=channels", "kernel_size": 1, "bias": False}
_conv = partial(conv_norm, "ReLU", weight_init=None)


@cache
def _branch1() -> Block:
    b = Builder(
        "ShuffleBranch1", (CHANNELS, STRIDE), "What passes by, where the size or the maps change"
    )
    x = b.input()
    x = b.add("0", "DepthwiseConv2d", x, **_DEPTHWISE)
    x = b.add("1", "BatchNorm2d", x)
    x = b.add("2", "Conv2d", x, **_POINTWISE)
    x = b.add("3", "BatchNorm2d", x)
    b.output(b.add("4", "ReLU", x, inplace=True))
    return b.block()


@cache
def _branch2() -> Block:
    b = Builder("ShuffleBranch2", (CHANNELS, STRIDE), "1×1, depthwise 3×3 and 1×1 convolutions")
    x = b.input()
    x = b.add("0", "Conv2d", x, **_POINTWISE)
    x = b.add("1", "BatchNorm2d", x)
    x = b.add("2", "ReLU", x, inplace=True)
    x = b.add("3", "DepthwiseConv2d", x, **_DEPTHWISE)
    x = b.add("4", "BatchNorm2d", x)
    x = b.add("5", "Conv2d", x, **_POINTWISE)
    x = b.add("6", "BatchNorm2d", x)
    b.output(b.add("7", "ReLU", x, inplace=True))
    return b.block()


@cache
def shuffle_unit() -> Block:
    """Figure 3c; where the shape changes, Figure 3d: both branches see all maps then."""
    b = Builder(
        "ShuffleUnit",
        (CHANNELS, STRIDE),
        "Half of the maps pass through three convolutions; then both halves are mixed",
    )
    half: dict[str, Any] = {"channels": "=channels // 2", "stride": "=stride"}
    x, y = b.branches("split", "Chunk", b.input(), chunks=2, enabled=KEEPS_SHAPE)
    x = b.add("branch1", _branch1(), x, enabled="=stride != 1 or in_channels != channels", **half)
    y = b.add("branch2", _branch2(), y, **half)
    x = b.add("concat", "Concat", [x, y])
    b.output(b.add("shuffle", "ChannelShuffle", x, groups=2))
    return b.block()


def _shufflenet(input_size: int, channels: int, classes: int, width: str) -> Network:
    first, stages, last = WIDTHS[width]
    g = Builder(f"ShuffleNet v2 {width}×")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", _conv(), x, channels=first, stride=2)
    x = g.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    for stage, (maps, units) in enumerate(zip(stages, UNITS, strict=True), 2):
        x = g.add(
            f"stage{stage}", shuffle_unit(), x,
            repeat=units, channels=maps, stride=stage_stride(2, units),
        )  # fmt: skip
    x = g.add("conv5", _conv(), x, channels=last, kernel_size=1)
    x = g.add("avgpool", "GlobalAvgPool", x)
    g.output(g.add("fc", "Linear", x, out_features=classes))
    return g.network(blocks=(_conv(), _branch1(), _branch2(), shuffle_unit()))


def _top1(percent: float) -> Accuracy:
    return Accuracy(percent, "ImageNet", "torchvision's weights, one crop")


PRESETS: tuple[Preset, ...] = (
    Preset(
        id="shufflenet_v2_x1_0",
        title="ShuffleNet v2",
        family="ShuffleNet",
        year=2018,
        authors="Ma, Zhang, Zheng, Sun",
        paper="ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design",
        link="https://arxiv.org/abs/1807.11164",
        summary="Sixteen units that work on half of the maps, with a shuffle behind each",
        parameters=(
            input_size(224, minimum=32),
            channels(3),
            classes(1000),
            Param(
                "width", Kind.CHOICE, "1.0", "Size of the network, by the paper's table of maps",
                choices=tuple(WIDTHS),
            ),
        ),
        build=_shufflenet,
        accuracy=_top1(69.362),
        references=(
            Reference("shufflenet_v2_x1_0"),
            Reference("shufflenet_v2_x0_5", {"width": "0.5"}, _top1(60.552)),
            Reference("shufflenet_v2_x1_5", {"width": "1.5"}, _top1(72.996)),
            Reference("shufflenet_v2_x2_0", {"width": "2.0"}, _top1(76.23)),
        ),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 4e-5,
            "batch_size": 64,  # the paper's 1024 at 0.5, scaled
            "learning_rate": 0.03125,
            "epochs": 240,
        },
    ),
)  # fmt: skip
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(
        shuffle_unit, "Ma et al., ShuffleNet V2, 2018", needs=(_branch1, _branch2), group="Mobile"
    ),
)
