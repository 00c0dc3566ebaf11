"""RegNet: residual bottlenecks with grouped convolutions, whose widths follow a straight line.

Radosavovic, Kosaraju, Girshick, He and Dollár: Designing Network Design Spaces, 2020
(arXiv:2003.13678). Published: 74.1 % top-1 on ImageNet for RegNetY-400MF, 76.3 % for RegNetY-800MF
and 72.7 % for RegNetX-400MF (Tables 10 and 11). The weights have the names and the order of
torchvision.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache, partial
from itertools import groupby

from nodes.errors import ParameterError
from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.conv_norm import (
    CHANNELS,
    STRIDE,
    ZERO,
    conv_norm,
    divisible,
    squeeze_excitation,
    stage_stride,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

STEM = 32  # maps
QUANTUM = 8  # what divides every width
_GROUP_WIDTH = Param(
    "group_width", Kind.INT, 8, "Maps of each group of the 3×3 convolution", 1, 100_000, unit="maps"
)
_SQUEEZE = Param(
    "squeeze", Kind.FLOAT, 0.25,
    "Maps in between of squeeze-and-excitation, as a share of those that enter the block; 0: none",
    0, 16,
)  # fmt: skip
_PARAMETERS = (CHANNELS, STRIDE, _GROUP_WIDTH, _SQUEEZE)
_conv = partial(conv_norm, "ReLU")
_project = partial(conv_norm, "")
_gate = partial(squeeze_excitation, bias_init=None)  # torchvision leaves these biases as torch's


def stages(depth: int, width: float, slope: float, step: float) -> list[tuple[int, int]]:
    """Maps and blocks of every stage: Equations 2 to 4 of the paper.

    Block j would have width + slope · j maps; that is rounded to width · stepⁿ with a whole n, and
    that to a multiple of 8. Blocks of the same width are a stage.
    """
    powers = (round(math.log(1 + slope * j / width) / math.log(step)) for j in range(depth))
    quantised = (round(width * step**n / QUANTUM) * QUANTUM for n in powers)
    return [(maps, len(list(blocks))) for maps, blocks in groupby(quantised)]


@cache
def _transform() -> Block:
    b = Builder("RegNetTransform", _PARAMETERS, "1×1, grouped 3×3 and 1×1 convolutions")
    x = b.input()
    x = b.add("a", _conv(), x, channels="=channels", kernel_size=1)
    x = b.add(
        "b", _conv(), x,
        channels="=channels", stride="=stride", groups="=max(channels // group_width, 1)",
    )  # fmt: skip
    x = b.add(
        "se", _gate(), x, squeeze="=max(round(squeeze * in_channels), 1)", enabled="=squeeze > 0"
    )
    b.output(b.add("c", _project(), x, channels="=channels", kernel_size=1))
    return b.block()


@cache
def regnet_block() -> Block:
    b = Builder(
        "RegNetBlock",
        _PARAMETERS,
        "A residual block with grouped convolutions and squeeze-and-excitation",
    )
    x = b.input()
    shortcut = b.add(
        "proj", _project(), x,
        channels="=channels", kernel_size=1, stride="=stride",
        enabled="=in_channels != channels or stride != 1",
    )  # fmt: skip
    y = b.add("f", _transform(), x, **{p.name: f"={p.name}" for p in _PARAMETERS})
    y = b.add("add", "Add", [shortcut, y])
    b.output(b.add("activation", "ReLU", y, inplace=True))
    return b.block()


def _trunk(found: list[tuple[int, int]], group_width: int, squeeze: float) -> Block:
    b = Builder("RegNetTrunk", summary="Stages that halve the size and widen the maps")
    x = b.input()
    for stage, (maps, blocks) in enumerate(found, 1):
        groups = min(group_width, maps)
        x = b.add(
            f"block{stage}", regnet_block(), x,
            repeat=blocks, first=f"block{stage}-0", channels=divisible(maps, groups),
            stride=stage_stride(2, blocks), group_width=groups, squeeze=squeeze,
        )  # fmt: skip
    b.output(x)
    return b.block()


def _regnet(
    input_size: int, channels: int, classes: int, depth: int, width: int, slope: float, step: float,
    group_width: int, squeeze: float, title: str,
) -> Network:  # fmt: skip
    if width % QUANTUM:
        raise ParameterError("width", f"must be a multiple of {QUANTUM}, not {width}")
    trunk = _trunk(stages(depth, width, slope, step), group_width, squeeze)
    g = Builder(title)
    x = g.input(channels, input_size, input_size)
    x = g.add("stem", _conv(), x, channels=STEM, stride=2)
    x = g.add("trunk_output", trunk, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add(
        "fc", "Linear", x,
        out_features=classes, weight_init="normal(std=0.01)", bias_init=ZERO,
    )  # fmt: skip
    g.output(x)
    return g.network(blocks=(_conv(), _project(), _gate(), _transform(), regnet_block(), trunk))


def _preset(
    title: str, top1: float, summary: str, depth: int, width: int, slope: float, step: float,
    group_width: int, squeeze: float,
) -> Preset:  # fmt: skip
    known_as = title.lower().replace("-", "_")
    return Preset(
        id=known_as,
        title=title,
        family="RegNet",
        year=2020,
        authors="Radosavovic, Kosaraju, Girshick, He, Dollár",
        paper="Designing Network Design Spaces",
        link="https://arxiv.org/abs/2003.13678",
        summary=summary,
        parameters=(
            input_size(224, minimum=32),
            channels(3),
            classes(1000),
            Param("depth", Kind.INT, depth, "Number of blocks", 1, 500, unit="blocks"),
            Param("width", Kind.INT, width, "Maps of the first block", 8, 10_000, unit="maps"),
            Param("slope", Kind.FLOAT, slope, "Maps that each block has more", 0, 10_000),
            Param("step", Kind.FLOAT, step, "Ratio of the maps of two stages", 1.1, 100),
            replace(_GROUP_WIDTH, default=group_width),
            replace(_SQUEEZE, default=squeeze),
        ),
        build=partial(_regnet, title=title),
        accuracy=Accuracy(top1, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference(known_as),),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 5e-5,
            "batch_size": 64,  # torchvision's 1024 at 0.8, scaled
            "learning_rate": 0.05,
            "epochs": 100,
        },
    )


PRESETS: tuple[Preset, ...] = (
    _preset(
        "RegNet-X-400MF", 72.834, "Twenty-two residual bottlenecks with grouped convolutions",
        depth=22, width=24, slope=24.48, step=2.54, group_width=16, squeeze=0.0,
    ),
    _preset(
        "RegNet-Y-400MF", 74.046, "Sixteen residual bottlenecks with squeeze-and-excitation",
        depth=16, width=48, slope=27.89, step=2.09, group_width=8, squeeze=0.25,
    ),
    _preset(
        "RegNet-Y-800MF", 76.42, "Fourteen residual bottlenecks with squeeze-and-excitation",
        depth=14, width=56, slope=38.84, step=2.4, group_width=16, squeeze=0.25,
    ),
)  # fmt: skip
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(
        regnet_block,
        "Radosavovic et al., Designing Network Design Spaces, 2020",
        needs=(_conv, _project, _gate, _transform),
        group="Modern",
    ),
)
