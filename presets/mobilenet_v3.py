"""MobileNet v3: inverted residuals found by a search, with squeeze-and-excitation and Hardswish.

Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le and Adam: Searching for
MobileNetV3, 2019 (arXiv:1905.02244). Published: 75.2 % top-1 on ImageNet for the large and 67.4 %
for the small one (Table 3). The weights have the names and the order of torchvision.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.conv_norm import (
    CHANNELS,
    KEEPS_SHAPE,
    KERNEL,
    STRIDE,
    WIDEST,
    ZERO,
    conv_norm,
    divisible,
    dropout,
    squeeze_excitation,
    width,
)
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, maps
from presets.ready import ReadyBlock

RE, HS = "ReLU", "Hardswish"
SE, NO = True, False
# Kernel, maps in between, output maps, squeeze-and-excitation, activation, stride: Tables 1 and 2.
LARGE = (
    (3, 16, 16, NO, RE, 1),
    (3, 64, 24, NO, RE, 2),
    (3, 72, 24, NO, RE, 1),
    (5, 72, 40, SE, RE, 2),
    (5, 120, 40, SE, RE, 1),
    (5, 120, 40, SE, RE, 1),
    (3, 240, 80, NO, HS, 2),
    (3, 200, 80, NO, HS, 1),
    (3, 184, 80, NO, HS, 1),
    (3, 184, 80, NO, HS, 1),
    (3, 480, 112, SE, HS, 1),
    (3, 672, 112, SE, HS, 1),
    (5, 672, 160, SE, HS, 2),
    (5, 960, 160, SE, HS, 1),
    (5, 960, 160, SE, HS, 1),
)
SMALL = (
    (3, 16, 16, SE, RE, 2),
    (3, 72, 24, NO, RE, 2),
    (3, 88, 24, NO, RE, 1),
    (5, 96, 40, SE, HS, 2),
    (5, 240, 40, SE, HS, 1),
    (5, 240, 40, SE, HS, 1),
    (5, 120, 48, SE, HS, 1),
    (5, 144, 48, SE, HS, 1),
    (5, 288, 96, SE, HS, 2),
    (5, 576, 96, SE, HS, 1),
    (5, 576, 96, SE, HS, 1),
)
# The rows, and the features of the linear layer ahead of the classes.
SIZES = {"large": (LARGE, 1280), "small": (SMALL, 1024)}

_conv = partial(conv_norm, eps=1e-3, momentum=0.01)
_gate = partial(squeeze_excitation, "ReLU", "Hardsigmoid")


class Form(NamedTuple):
    """In what one inverted residual differs from another beside numbers."""

    activation: str
    gated: bool  # with squeeze-and-excitation
    wider: bool  # with more maps in between than enter

    @property
    def name(self) -> str:
        return f"{self.activation}{'SE' if self.gated else ''}{'' if self.wider else 'Depthwise'}"

    @property
    def parameters(self) -> tuple[Param, ...]:
        hidden = maps("hidden", 64, "Maps in between", WIDEST)
        squeeze = maps("squeeze", 16, "Maps in between of squeeze-and-excitation", WIDEST)
        own = (*((hidden,) if self.wider else ()), *((squeeze,) if self.gated else ()))
        return (CHANNELS, *own, KERNEL, STRIDE)


@cache
def _layers(form: Form) -> Block:
    b = Builder(
        f"Bottleneck{form.name}", form.parameters, "The convolutions of an inverted residual"
    )
    hidden = "=hidden" if form.wider else "=in_channels"
    chain: list[tuple[Block, dict[str, Any]]] = []
    if form.wider:
        chain.append((_conv(form.activation), {"channels": hidden, "kernel_size": 1}))
    filters = {"kernel_size": "=kernel_size", "stride": "=stride", "groups": hidden}
    chain.append((_conv(form.activation), {"channels": hidden, **filters}))
    if form.gated:
        chain.append((_gate(), {"squeeze": "=squeeze"}))
    chain.append((_conv(), {"channels": "=channels", "kernel_size": 1}))
    x = b.input()
    for place, (block, args) in enumerate(chain):
        x = b.add(str(place), block, x, **args)
    b.output(x)
    return b.block()


@cache
def _inverted_residual(form: Form) -> Block:
    b = Builder(
        f"InvertedResidual{form.name}",
        form.parameters,
        "Wide in between, with a shortcut between the narrow ends where the shape is kept",
    )
    x = b.input()
    y = b.add("block", _layers(form), x, **{p.name: f"={p.name}" for p in form.parameters})
    b.output(b.add("add", "Add", [y, x], enabled=KEEPS_SHAPE))
    return b.block()


def _features(
    rows: Sequence[tuple[int, int, int, bool, str, int]], width: float
) -> tuple[Block, list[Form]]:
    """The convolutional part, and the forms of inverted residual that it has."""
    b = Builder("MobileNetV3Features", summary="Inverted residuals between two convolutions")
    forms: dict[Form, None] = {}
    entering = divisible(16 * width)
    x = b.input()
    x = b.add("0", _conv(HS), x, channels=entering, stride=2)
    for place, (kernel, between, leaving, gated, activation, stride) in enumerate(rows, 1):
        hidden, out = divisible(between * width), divisible(leaving * width)
        form = Form(activation, gated, hidden != entering)
        args: dict[str, Any] = {"channels": out, "kernel_size": kernel, "stride": stride}
        if form.wider:
            args["hidden"] = hidden
        if gated:
            args["squeeze"] = divisible(hidden // 4)
        x = b.add(str(place), _inverted_residual(form), x, **args)
        forms[form] = None
        entering = out
    b.output(b.add(str(len(rows) + 1), _conv(HS), x, channels=6 * entering, kernel_size=1))
    return b.block(), list(forms)


@cache
def _classifier() -> Block:
    features = Param("features", Kind.INT, 1280, "Features ahead of the classes", 1, 1_000_000)
    b = Builder("MobileNetV3Classifier", (features, classes(1000), dropout()), "Two linear layers")
    init = {"weight_init": "normal(std=0.01)", "bias_init": ZERO}
    x = b.input()
    x = b.add("0", "Linear", x, out_features="=features", **init)
    x = b.add("1", "Hardswish", x, inplace=True)
    x = b.add("2", "Dropout", x, p="=dropout", inplace=True)
    b.output(b.add("3", "Linear", x, out_features="=classes", **init))
    return b.block()


def _mobilenet_v3(
    input_size: int, channels: int, classes: int, width: float, dropout: float, size: str
) -> Network:
    rows, last = SIZES[size]
    features, forms = _features(rows, width)
    g = Builder(f"MobileNet v3 {size}")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", features, x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add(
        "classifier", _classifier(), x,
        features=divisible(last * width), classes=classes, dropout=dropout,
    )  # fmt: skip
    g.output(x)
    parts = (_conv(HS), _conv(RE), _conv(), _gate())
    residuals = [make(form) for make in (_layers, _inverted_residual) for form in forms]
    return g.network(blocks=(*parts, *residuals, features, _classifier()))


def _preset(size: str, top1: float, summary: str) -> Preset:
    return Preset(
        id=f"mobilenet_v3_{size}",
        title=f"MobileNet v3 {size}",
        family="MobileNet",
        year=2019,
        authors=(
            "Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le, Adam"
        ),
        paper="Searching for MobileNetV3",
        link="https://arxiv.org/abs/1905.02244",
        summary=summary,
        parameters=(input_size(224, minimum=32), channels(3), classes(1000), width(), dropout()),
        build=partial(_mobilenet_v3, size=size),
        accuracy=Accuracy(top1, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference(f"mobilenet_v3_{size}"),),
    )  # fmt: skip


PRESETS: tuple[Preset, ...] = (
    _preset("large", 74.042, "Fifteen inverted residuals found by a search on a phone"),
    _preset("small", 67.668, "Eleven inverted residuals, for the smallest devices"),
)
BLOCKS: tuple[ReadyBlock, ...] = ()
