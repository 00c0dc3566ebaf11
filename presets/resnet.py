"""Residual networks for ImageNet: every block adds what it learns to its own input.

He, Zhang, Ren and Sun: Deep Residual Learning for Image Recognition, 2015 (arXiv:1512.03385).
Zagoruyko and Komodakis: Wide Residual Networks, 2016 (arXiv:1605.07146).
Xie, Girshick, Dollár, Tu and He: Aggregated Residual Transformations for Deep Neural Networks, 2016
(arXiv:1611.05431), which is ResNeXt.

Names and order of the weights are torchvision's. As there, a bottleneck has its stride in the 3×3
convolution (known as v1.5), which costs more than the paper's stride in the first 1×1: for
ResNet-50 4.09 in place of 3.86 billion multiply-adds. Published accuracies are of one crop of
224 px with torchvision's weights; the papers' own, of ten crops, are 72.12 % for ResNet-18 and
77.15 % for ResNet-50.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

HE = "kaiming_normal(mode=fan_out, nonlinearity=relu)"
# The first block of a stage halves the size.
HALVED = "=2 if i == 0 else 1"
CHANGES = "=stride != 1 or in_channels != channels"  # where a shortcut cannot be the input itself
CHANNELS = Param("channels", Kind.INT, 64, "Number of output maps", 1, 1_000_000, unit="maps")
STRIDE = Param("stride", Kind.INT, 1, "Step of the first window; 2 halves the size", 1, 8)


def conv(
    b: Builder,
    name: str,
    x: Endpoint,
    channels: int | str,
    kernel_size: int = 3,
    stride: int | str = 1,
    *,
    groups: int | str = 1,
    enabled: bool | str = True,
) -> Endpoint:
    """A convolution that keeps the size but for its stride, without a bias."""
    return b.add(
        name, "Conv2d", x,
        out_channels=channels, kernel_size=kernel_size, stride=stride, padding=kernel_size // 2,
        groups=groups, bias=False, weight_init=HE, enabled=enabled,
    )  # fmt: skip


def norm_relu(b: Builder, number: int, x: Endpoint) -> Endpoint:
    x = b.add(f"bn{number}", "BatchNorm2d", x)
    return b.add(f"relu{number}", "ReLU", x, inplace=True)


@cache
def downsample() -> Block:
    b = Builder("Downsample", (CHANNELS, STRIDE), "Projects a shortcut to the block's new shape")
    x = conv(b, "0", b.input(), "=channels", 1, "=stride")
    b.output(b.add("1", "BatchNorm2d", x))
    return b.block()


def _joined(b: Builder, x: Endpoint, y: Endpoint, relu: str) -> None:
    """The sum of what was learned and the shortcut, which is projected where the shape changes."""
    shortcut = b.add(
        "downsample", downsample(), x, channels="=channels", stride="=stride", enabled=CHANGES
    )
    y = b.add("add", "Add", [y, shortcut])
    b.output(b.add(relu, "ReLU", y, inplace=True))


@cache
def basic_block() -> Block:
    b = Builder("BasicBlock", (CHANNELS, STRIDE), "Two 3×3 convolutions and a shortcut around them")
    x = b.input()
    y = conv(b, "conv1", x, "=channels", 3, "=stride")
    y = norm_relu(b, 1, y)
    y = conv(b, "conv2", y, "=channels")
    y = b.add("bn2", "BatchNorm2d", y)
    _joined(b, x, y, "relu2")
    return b.block()


@cache
def bottleneck(stride_first: bool = False) -> Block:
    """With its stride in the 3×3 convolution, or in the first 1×1."""
    b = Builder(
        "Bottleneck",
        parameters=(
            Param("channels", Kind.INT, 256, CHANNELS.help, 1, 1_000_000, unit="maps"),
            Param("width", Kind.INT, 64, "Maps of the 3×3 convolution", 1, 1_000_000, unit="maps"),
            STRIDE,
            Param("groups", Kind.INT, 1, "Groups of the 3×3 convolution", 1, 1_000_000),
        ),
        summary="A 3×3 convolution between two 1×1, and a shortcut around them",
    )
    first, second = ("=stride", 1) if stride_first else (1, "=stride")
    x = b.input()
    y = conv(b, "conv1", x, "=width", 1, first)
    y = norm_relu(b, 1, y)
    y = conv(b, "conv2", y, "=width", 3, second, groups="=groups")
    y = norm_relu(b, 2, y)
    y = conv(b, "conv3", y, "=channels", 1)
    y = b.add("bn3", "BatchNorm2d", y)
    _joined(b, x, y, "relu3")
    return b.block()


Stages = tuple[int, int, int, int]
Stage = Callable[[int], Mapping[str, Any]]


def _resnet(
    title: str, image: tuple[int, int], classes: int, stem: int, block: Block, repeats: Stages,
    stage_of: Stage,
) -> Network:  # fmt: skip
    """`image` has channels and size; `stage_of` gives the arguments of a stage's blocks."""
    g = Builder(title)
    x = g.input(image[0], image[1], image[1])
    x = conv(g, "conv1", x, stem, 7, 2)
    x = g.add("bn1", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x, inplace=True)
    x = g.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    for stage, count in enumerate(repeats):
        stride = HALVED if stage else 1
        x = g.add(f"layer{stage + 1}", block, x, repeat=count, stride=stride, **stage_of(stage))
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    return g.network(blocks=(downsample(), block))


def _of_basic_blocks(title: str, repeats: Stages) -> Callable[..., Network]:
    def build(input_size: int, channels: int, classes: int, width: int) -> Network:
        return _resnet(
            title, (channels, input_size), classes, width, basic_block(), repeats,
            lambda stage: {"channels": width * 2**stage},
        )  # fmt: skip

    return build


def _of_bottlenecks(title: str, repeats: Stages) -> Callable[..., Network]:
    def build(
        input_size: int, channels: int, classes: int, groups: int, group_width: int, stride_in: str
    ) -> Network:
        return _resnet(
            title, (channels, input_size), classes, 64, bottleneck(stride_in != "3x3"), repeats,
            lambda stage: {
                "channels": 256 * 2**stage,
                "width": groups * group_width * 2**stage,
                "groups": groups,
            },
        )  # fmt: skip

    return build


# --- the presets ----------------------------------------------------------------------------------

_RESNET = (
    "Deep Residual Learning for Image Recognition",
    "He, Zhang, Ren, Sun",
    2015,
    "https://arxiv.org/abs/1512.03385",
)
_WIDE = (
    "Wide Residual Networks",
    "Zagoruyko, Komodakis",
    2016,
    "https://arxiv.org/abs/1605.07146",
)
_RESNEXT = (
    "Aggregated Residual Transformations for Deep Neural Networks",
    "Xie, Girshick, Dollár, Tu, He",
    2016,
    "https://arxiv.org/abs/1611.05431",
)


def in_words(count: int) -> str:
    """A number as it begins a sentence."""
    return {8: "Eight", 9: "Nine"}.get(count, str(count))


# The paper's: its rate of 0.1 is for batches of 256.
SGD = {"optimizer": "sgd", "momentum": 0.9, "weight_decay": 1e-4}
_RECIPE = {**SGD, "batch_size": 64, "learning_rate": 0.025, "epochs": 10}


def _preset(
    id: str,
    title: str,
    source: tuple[str, str, int, str],
    repeats: Stages,
    top1: float,
    groups: tuple[int, int] | None,
    about: str,
) -> Preset:
    """`groups` are the groups of the 3×3 convolutions and the maps of each; None: basic blocks."""
    if groups is None:
        build = _of_basic_blocks(title, repeats)
        more: tuple[Param, ...] = (
            Param("width", Kind.INT, 64, "Maps of the first stage", 1, 10_000, unit="maps"),
        )
    else:
        build = _of_bottlenecks(title, repeats)
        more = (
            Param("groups", Kind.INT, groups[0], "Groups of the 3×3 convolutions", 1, 1024),
            Param(
                "group_width", Kind.INT, groups[1], "Maps of a group in the first stage", 1, 1024,
                unit="maps",
            ),
            Param(
                "stride_in", Kind.CHOICE, "3x3",
                "The convolution that halves the size: the first 1x1 in the paper, the 3x3 since",
                choices=("3x3", "first 1x1"),
            ),
        )  # fmt: skip
    paper, authors, year, link = source
    return Preset(
        id=id,
        title=title,
        family="ResNet",
        year=year,
        authors=authors,
        paper=paper,
        link=link,
        summary=f"{in_words(sum(repeats))} {about}",
        parameters=(input_size(224, minimum=32), channels(3), classes(1000), *more),
        build=build,
        accuracy=Accuracy(top1, "ImageNet", "one crop, weights of torchvision"),
        references=(Reference(id),),
        recipe=_RECIPE,
    )


_BASIC = "residual blocks in four stages"
_DEEP = "bottleneck blocks in four stages"
_TWICE = "bottleneck blocks whose 3×3 convolutions are twice as wide"
_GROUPED = "bottleneck blocks with 3×3 convolutions in 32 groups"

PRESETS = (
    _preset("resnet18", "ResNet-18", _RESNET, (2, 2, 2, 2), 69.758, None, _BASIC),
    _preset("resnet34", "ResNet-34", _RESNET, (3, 4, 6, 3), 73.314, None, _BASIC),
    _preset("resnet50", "ResNet-50", _RESNET, (3, 4, 6, 3), 76.130, (1, 64), _DEEP),
    _preset("resnet101", "ResNet-101", _RESNET, (3, 4, 23, 3), 77.374, (1, 64), _DEEP),
    _preset("resnet152", "ResNet-152", _RESNET, (3, 8, 36, 3), 78.312, (1, 64), _DEEP),
    _preset("wide_resnet50_2", "Wide ResNet-50-2", _WIDE, (3, 4, 6, 3), 78.468, (1, 128), _TWICE),
    _preset(
        "wide_resnet101_2", "Wide ResNet-101-2", _WIDE, (3, 4, 23, 3), 78.848, (1, 128), _TWICE
    ),
    _preset(
        "resnext50_32x4d", "ResNeXt-50 32x4d", _RESNEXT, (3, 4, 6, 3), 77.618, (32, 4), _GROUPED
    ),
    _preset(
        "resnext101_32x8d", "ResNeXt-101 32x8d", _RESNEXT, (3, 4, 23, 3), 79.312, (32, 8), _GROUPED
    ),
)

_SOURCE = "He et al., Deep Residual Learning for Image Recognition, 2015"
BLOCKS = (
    ReadyBlock(basic_block, _SOURCE, needs=(downsample,), group="Residual"),
    ReadyBlock(bottleneck, _SOURCE, needs=(downsample,), group="Residual"),
)
