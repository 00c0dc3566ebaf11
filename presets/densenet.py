"""Densely connected networks: every layer sees the maps of all layers before it.

Huang, Liu, van der Maaten and Weinberger: Densely Connected Convolutional Networks, 2016
(arXiv:1608.06993). Published error on CIFAR-10 with the usual augmentation: 5.24 % for L = 40 and
k = 12 (1.0 million parameters), 4.10 % for L = 100 and k = 12, 3.74 % for L = 100 and k = 24.
"""

from __future__ import annotations

from functools import cache

from nodes.errors import ParameterError
from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

STEM = 16  # maps of the first convolution
STAGES = 3


@cache
def dense_layer() -> Block:
    b = Builder(
        "DenseLayer",
        parameters=(
            Param("growth_rate", Kind.INT, 12, "Maps that it adds", 1, 10_000, unit="maps"),
        ),
        summary="Adds its new maps to all the maps before it",
    )
    x = b.input()
    y = b.add("bn", "BatchNorm2d", x)
    y = b.add("relu", "ReLU", y)
    y = b.add(
        "conv", "Conv2d", y, out_channels="=growth_rate", kernel_size=3, padding=1, bias=False
    )
    y = b.add("concat", "Concat", [x, y])
    b.output(y)
    return b.block()


@cache
def transition() -> Block:
    b = Builder(
        "Transition",
        parameters=(
            Param("channels", Kind.INT, 160, "Number of output maps", 1, 1_000_000, unit="maps"),
        ),
        summary="Mixes the maps and halves their size, between two dense blocks",
    )
    x = b.input()
    x = b.add("bn", "BatchNorm2d", x)
    x = b.add("relu", "ReLU", x)
    x = b.add("conv", "Conv2d", x, out_channels="=channels", kernel_size=1, bias=False)
    x = b.add("pool", "AvgPool2d", x, kernel_size=2)
    b.output(x)
    return b.block()


def _densenet(
    input_size: int, channels: int, classes: int, depth: int, growth_rate: int
) -> Network:
    layers, rest = divmod(depth - STAGES - 1, STAGES)
    if rest:
        raise ParameterError(
            "depth",
            f"must be {STAGES} n + {STAGES + 1}, since {STAGES} dense blocks share the layers; "
            f"near {depth} are {depth - rest} and {depth - rest + STAGES}",
        )
    g = Builder(f"DenseNet-{depth}")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv", "Conv2d", x, out_channels=STEM, kernel_size=3, padding=1, bias=False)
    maps = STEM
    for stage in range(1, STAGES + 1):
        x = g.add(f"dense{stage}", dense_layer(), x, repeat=layers, growth_rate=growth_rate)
        maps += layers * growth_rate
        if stage < STAGES:
            x = g.add(f"transition{stage}", transition(), x, channels=maps)
    x = g.add("bn", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    return g.network(blocks=(dense_layer(), transition()))


PRESETS = (
    Preset(
        id="densenet40",
        title="DenseNet for CIFAR",
        family="DenseNet",
        year=2016,
        authors="Huang, Liu, van der Maaten, Weinberger",
        paper="Densely Connected Convolutional Networks",
        link="https://arxiv.org/abs/1608.06993",
        summary="Three dense blocks in which every layer sees all layers before it",
        parameters=(
            input_size(32, minimum=4),
            channels(3),
            classes(10),
            Param(
                "depth", Kind.INT, 40, "Layers with weights: 40 or 100 in the paper", 7, 1000,
                unit="layers",
            ),
            Param(
                "growth_rate", Kind.INT, 12, "Maps that every layer adds: 12 or 24 in the paper",
                1, 1000, unit="maps",
            ),
        ),
        build=_densenet,
        references=(
            Reference("densenet_cifar_L40_k12"),
            Reference("densenet_cifar_L100_k12", {"depth": 100}),
            Reference("densenet_cifar_L100_k24", {"depth": 100, "growth_rate": 24}),
        ),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.9,
            "weight_decay": 1e-4,
            "batch_size": 64,
            "learning_rate": 0.1,
            "epochs": 10,
        },
    ),
)  # fmt: skip

BLOCKS = (
    ReadyBlock(
        dense_layer, "Huang et al., Densely Connected Convolutional Networks, 2016", group="Dense"
    ),
)
