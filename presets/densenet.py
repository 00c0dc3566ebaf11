"""Densely connected networks for ImageNet: every layer sees the maps of all layers before it.

Huang, Liu, van der Maaten and Weinberger: Densely Connected Convolutional Networks, 2016
(arXiv:1608.06993). Published in Table 3, top-1 error of one crop: 25.02 % for DenseNet-121, 23.80 %
for 169, 22.58 % for 201. Names and order of the weights are torchvision's, and the accuracies those
of its weights, which are the authors'.
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

HE = "kaiming_normal"
_DROPOUT = Param("dropout", Kind.FLOAT, 0.2, "Share of the new maps' elements that is zeroed", 0, 1)
_REDUCTION = Param("reduction", Kind.INT, 2, "How many times fewer maps leave", 1, 10_000)


def growth_rate(default: int) -> Param:
    return Param("growth_rate", Kind.INT, default, "Maps that every layer adds", 1, 10_000)


def norm_relu(b: Builder, x: Endpoint, number: str = "") -> Endpoint:
    x = b.add(f"norm{number}", "BatchNorm2d", x)
    return b.add(f"relu{number}", "ReLU", x, inplace=True)


@cache
def dense_layer(init: str = HE, bias: bool = False, dropout: bool = False) -> Block:
    """The layer of one convolution, optionally with dropout behind it."""
    b = Builder(
        "DenseLayer",
        (growth_rate(12), *([_DROPOUT] if dropout else [])),
        "Adds its new maps to all the maps before it",
    )
    x = b.input()
    y = norm_relu(b, x)
    y = b.add(
        "conv", "Conv2d", y,
        out_channels="=growth_rate", kernel_size=3, padding=1, bias=bias, weight_init=init,
    )  # fmt: skip
    if dropout:
        y = b.add("dropout", "Dropout", y, p="=dropout")
    b.output(b.add("concat", "Concat", [x, y]))
    return b.block()


@cache
def dense_bottleneck(init: str = HE, dropout: bool = False) -> Block:
    """The layer with a 1×1 convolution ahead, optionally with dropout behind each convolution."""
    b = Builder(
        "DenseBottleneck",
        (growth_rate(32), *([_DROPOUT] if dropout else [])),
        "Adds its new maps to all the maps before it, by way of a 1×1 convolution",
    )
    x = b.input()
    y = norm_relu(b, x, "1")
    y = b.add(
        "conv1", "Conv2d", y,
        out_channels="=4 * growth_rate", kernel_size=1, bias=False, weight_init=init,
    )  # fmt: skip
    if dropout:
        y = b.add("dropout1", "Dropout", y, p="=dropout")
    y = norm_relu(b, y, "2")
    y = b.add(
        "conv2", "Conv2d", y,
        out_channels="=growth_rate", kernel_size=3, padding=1, bias=False, weight_init=init,
    )  # fmt: skip
    if dropout:
        y = b.add("dropout2", "Dropout", y, p="=dropout")
    b.output(b.add("concat", "Concat", [x, y]))
    return b.block()


@cache
def dense_block() -> Block:
    b = Builder(
        "DenseBlock",
        (Param("layers", Kind.INT, 6, "Number of layers", 1, 1_000), growth_rate(32)),
        "Layers of which every one sees the maps of all before it",
    )
    x = b.input()
    b.output(b.add("layers", dense_bottleneck(), x, repeat="=layers", growth_rate="=growth_rate"))
    return b.block()


@cache
def transition(init: str = HE, bias: bool = False, dropout: bool = False) -> Block:
    b = Builder(
        "Transition",
        (_REDUCTION, *([_DROPOUT] if dropout else [])),
        "Mixes the maps and halves their size, between two dense blocks",
    )
    x = norm_relu(b, b.input())
    x = b.add(
        "conv", "Conv2d", x,
        out_channels="=max(in_channels // reduction, 1)", kernel_size=1, bias=bias,
        weight_init=init,
    )  # fmt: skip
    if dropout:
        x = b.add("dropout", "Dropout", x, p="=dropout")
    b.output(b.add("pool", "AvgPool2d", x, kernel_size=2))
    return b.block()


def _features(repeats: tuple[int, ...], growth_rate: int) -> Block:
    """All but the classifier; the first convolution has two times the maps that a layer adds."""
    b = Builder("Features", summary="Dense blocks with transitions between them")
    x = b.add(
        "conv0", "Conv2d", b.input(), out_channels=2 * growth_rate, kernel_size=7, stride=2,
        padding=3, bias=False, weight_init=HE,
    )  # fmt: skip
    x = norm_relu(b, x, "0")
    x = b.add("pool0", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    for stage, layers in enumerate(repeats, 1):
        x = b.add(
            f"denseblock{stage}", dense_bottleneck(), x,
            repeat=layers, first="denselayer1", growth_rate=growth_rate,
        )  # fmt: skip
        if stage < len(repeats):
            x = b.add(f"transition{stage}", transition(), x)
    b.output(b.add("norm5", "BatchNorm2d", x))
    return b.block()


def _densenet(title: str, repeats: tuple[int, ...]) -> Callable[..., Network]:
    def build(input_size: int, channels: int, classes: int, growth_rate: int) -> Network:
        features = _features(repeats, growth_rate)
        g = Builder(title)
        x = g.input(channels, input_size, input_size)
        x = g.add("features", features, x)
        x = g.add("relu", "ReLU", x, inplace=True)
        x = g.add("avgpool", "AdaptiveAvgPool2d", x)
        x = g.add("flatten", "Flatten", x)
        x = g.add("classifier", "Linear", x, out_features=classes, bias_init="constant(value=0)")
        g.output(x)
        return g.network(blocks=(dense_bottleneck(), transition(), features))

    return build


# --- the presets ----------------------------------------------------------------------------------

AUTHORS = "Huang, Liu, van der Maaten, Weinberger"
PAPER = "Densely Connected Convolutional Networks"
LINK = "https://arxiv.org/abs/1608.06993"
SGD = {"optimizer": "sgd", "momentum": 0.9, "weight_decay": 1e-4}
_LAYERS = {
    121: (6, 12, 24, 16),
    169: (6, 12, 32, 32),
    201: (6, 12, 48, 32),
    161: (6, 12, 36, 24),
}


def _preset(depth: int, top1: float, k: int = 32) -> Preset:
    return Preset(
        id=f"densenet{depth}",
        title=f"DenseNet-{depth}",
        family="DenseNet",
        year=2016,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary=f"Four dense blocks of {', '.join(map(str, _LAYERS[depth]))} layers, for ImageNet",
        parameters=(input_size(224, minimum=32), channels(3), classes(1000), growth_rate(k)),
        build=_densenet(f"DenseNet-{depth}", _LAYERS[depth]),
        accuracy=Accuracy(top1, "ImageNet", "one crop, weights of torchvision"),
        references=(Reference(f"densenet{depth}"),),
        # The paper's rate of 0.1 is for batches of 256.
        recipe={**SGD, "batch_size": 64, "learning_rate": 0.025, "epochs": 10},
    )


PRESETS = (
    _preset(121, 74.434),
    _preset(161, 77.138, k=48),
    _preset(169, 75.600),
    _preset(201, 76.896),
)

_SOURCE = "Huang et al., Densely Connected Convolutional Networks, 2016"
BLOCKS = (
    ReadyBlock(dense_layer, _SOURCE, group="Dense"),
    ReadyBlock(dense_bottleneck, _SOURCE, group="Dense"),
    ReadyBlock(dense_block, _SOURCE, needs=(dense_bottleneck,), group="Dense"),
    ReadyBlock(transition, _SOURCE, group="Dense"),
)
