"""Densely connected networks for CIFAR, with three dense blocks of as many layers each.

Huang, Liu, van der Maaten and Weinberger: Densely Connected Convolutional Networks, 2016
(arXiv:1608.06993). Published in Table 2, error on CIFAR-10 with the usual augmentation: 5.24 % for
L = 40 and k = 12 (1.0 million parameters), 4.10 % for L = 100 and k = 12, 3.74 % for L = 100 and
k = 24; for DenseNet-BC, with 1×1 convolutions in the layers (B) and half of the maps behind every
dense block (C), 4.51 % for L = 100 and k = 12 (0.8 million), 3.62 % for L = 250 and k = 24, 3.46 %
for L = 190 and k = 40.
"""

from __future__ import annotations

from typing import Any

from nodes.errors import ParameterError
from nodes.network import Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.densenet import (
    AUTHORS,
    LINK,
    PAPER,
    SGD,
    dense_bottleneck,
    dense_layer,
    growth_rate,
    norm_relu,
    transition,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size

STAGES = 3
_HE = "kaiming_normal(mode=fan_out, nonlinearity=relu)"  # as in the authors' code for CIFAR


def _densenet(
    input_size: int, channels: int, classes: int, depth: int, growth_rate: int, dropout: float,
    *, bc: bool = False,
) -> Network:  # fmt: skip
    """Depth counts convolutions, the transitions, and the linear layer."""
    step = STAGES * (2 if bc else 1)
    layers, rest = divmod(depth - STAGES - 1, step)
    if rest:
        raise ParameterError(
            "depth",
            f"must be {step} n + {STAGES + 1}, since {STAGES} dense blocks share the layers; "
            f"near {depth} are {depth - rest} and {depth - rest + step}",
        )
    drops = dropout > 0
    layer = dense_bottleneck(_HE, drops) if bc else dense_layer(_HE, dropout=drops)
    between = transition(_HE, dropout=drops)
    given: dict[str, Any] = {"dropout": dropout} if drops else {}
    g = Builder(f"DenseNet-BC-{depth}" if bc else f"DenseNet-{depth}")
    x = g.input(channels, input_size, input_size)
    x = g.add(
        "conv", "Conv2d", x, out_channels=2 * growth_rate if bc else 16, kernel_size=3, padding=1,
        bias=False, weight_init=_HE,
    )  # fmt: skip
    for stage in range(1, STAGES + 1):
        x = g.add(f"dense{stage}", layer, x, repeat=layers, growth_rate=growth_rate, **given)
        if stage < STAGES:
            x = g.add(f"transition{stage}", between, x, reduction=2 if bc else 1, **given)
    x = norm_relu(g, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes, bias_init="constant(value=0)")
    g.output(x)
    return g.network(blocks=(layer, between))


def _densenet_bc(
    input_size: int, channels: int, classes: int, depth: int, growth_rate: int, dropout: float
) -> Network:
    return _densenet(input_size, channels, classes, depth, growth_rate, dropout, bc=True)


_DROPOUT = Param(
    "dropout", Kind.FLOAT, 0.0, "0.2 in the paper where images are not augmented", 0, 0.99
)
_RECIPE = {**SGD, "batch_size": 64, "learning_rate": 0.1, "epochs": 10}  # the paper's but epochs


def _depth(default: int, minimum: int, help: str) -> Param:
    return Param("depth", Kind.INT, default, help, minimum, 1000, unit="layers")


def _top1(percent: float) -> Accuracy:
    return Accuracy(percent, "CIFAR-10", "paper, Table 2")


PRESETS = (
    Preset(
        id="densenet40",
        title="DenseNet for CIFAR",
        family="DenseNet",
        year=2016,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Three dense blocks in which every layer sees all layers before it",
        parameters=(
            input_size(32, minimum=4),
            channels(3),
            classes(10),
            _depth(40, 7, "Layers with weights: 40 or 100 in the paper"),
            growth_rate(12),
            _DROPOUT,
        ),
        build=_densenet,
        accuracy=_top1(94.76),
        references=(
            Reference("densenet_cifar_L40_k12"),
            Reference("densenet_cifar_L100_k12", {"depth": 100}, _top1(95.9)),
            Reference("densenet_cifar_L100_k24", {"depth": 100, "growth_rate": 24}, _top1(96.26)),
        ),
        recipe=_RECIPE,
    ),
    Preset(
        id="densenet_bc_cifar_L100_k12",
        title="DenseNet-BC for CIFAR",
        family="DenseNet",
        year=2016,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Three dense blocks of bottleneck layers, with half of the maps behind each",
        parameters=(
            input_size(32, minimum=4),
            channels(3),
            classes(10),
            _depth(100, 10, "Layers with weights: 100, 190 or 250 in the paper"),
            growth_rate(12),
            _DROPOUT,
        ),
        build=_densenet_bc,
        accuracy=_top1(95.49),
        references=(
            Reference("densenet_bc_cifar_L100_k12"),
            Reference(
                "densenet_bc_cifar_L250_k24", {"depth": 250, "growth_rate": 24}, _top1(96.38)
            ),
            Reference(
                "densenet_bc_cifar_L190_k40", {"depth": 190, "growth_rate": 40}, _top1(96.54)
            ),
        ),
        recipe=_RECIPE,
    ),
)
