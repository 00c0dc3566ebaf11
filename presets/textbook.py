"""ResNet-18 and DenseNet as a textbook teaches them: narrow images, biases, few layers.

Zhang, Lipton, Li and Smola: Dive into Deep Learning, 2023, sections 8.6 and 8.7. Published there
for Fashion-MNIST at 96×96 pixels, as figures of the training curves only.

Beside the well-known networks every convolution has a bias, a projected shortcut has no
normalisation, and weights begin as Glorot and Bengio proposed.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from presets.densenet import dense_layer, growth_rate, norm_relu, transition
from presets.preset import Preset, Reference, channels, classes, input_size
from presets.resnet import CHANGES, CHANNELS, HALVED, STRIDE

_GLOROT = "xavier_uniform"


def _stem(g: Builder, x: Endpoint) -> Endpoint:
    x = g.add(
        "conv", "Conv2d", x,
        out_channels=64, kernel_size=7, stride=2, padding=3, weight_init=_GLOROT,
    )  # fmt: skip
    x = g.add("bn", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x)
    return g.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)


def _head(g: Builder, x: Endpoint, classes: int) -> None:
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    g.output(g.add("fc", "Linear", x, out_features=classes, weight_init=_GLOROT))


@cache
def _residual() -> Block:
    b = Builder("Residual", (CHANNELS, STRIDE), "Two 3×3 convolutions and a shortcut around them")
    x = b.input()
    y = b.add(
        "conv1", "Conv2d", x,
        out_channels="=channels", kernel_size=3, stride="=stride", padding=1, weight_init=_GLOROT,
    )  # fmt: skip
    y = b.add("bn1", "BatchNorm2d", y)
    y = b.add("relu1", "ReLU", y)
    y = b.add(
        "conv2", "Conv2d", y,
        out_channels="=channels", kernel_size=3, padding=1, weight_init=_GLOROT,
    )  # fmt: skip
    y = b.add("bn2", "BatchNorm2d", y)
    x = b.add(
        "conv3", "Conv2d", x,
        out_channels="=channels", kernel_size=1, stride="=stride", weight_init=_GLOROT,
        enabled=CHANGES,
    )  # fmt: skip
    y = b.add("add", "Add", [y, x])
    b.output(b.add("relu2", "ReLU", y))
    return b.block()


def _resnet18(input_size: int, channels: int, classes: int) -> Network:
    g = Builder("ResNet-18 of the textbook")
    x = _stem(g, g.input(channels, input_size, input_size))
    for stage, maps in enumerate((64, 128, 256, 512)):
        stride = HALVED if stage else 1
        x = g.add(f"stage{stage + 1}", _residual(), x, repeat=2, channels=maps, stride=stride)
    _head(g, x, classes)
    return g.network(blocks=(_residual(),))


def _densenet(input_size: int, channels: int, classes: int, growth_rate: int) -> Network:
    layer, between = dense_layer(_GLOROT, bias=True), transition(_GLOROT, bias=True)
    g = Builder("DenseNet of the textbook")
    x = _stem(g, g.input(channels, input_size, input_size))
    for stage in range(1, 5):
        x = g.add(f"dense{stage}", layer, x, repeat=4, growth_rate=growth_rate)
        if stage < 4:
            x = g.add(f"transition{stage}", between, x)
    _head(g, norm_relu(g, x, "5"), classes)
    return g.network(blocks=(layer, between))


_BOOK = "Zhang, Lipton, Li, Smola"
_RECIPE = {"optimizer": "sgd", "momentum": 0.0, "batch_size": 128, "epochs": 10}

PRESETS = (
    Preset(
        id="resnet18_d2l",
        title="ResNet-18 of the textbook",
        family="ResNet",
        year=2023,
        authors=_BOOK,
        paper="Dive into Deep Learning",
        link="https://d2l.ai/chapter_convolutional-modern/resnet.html",
        summary="Eight residual blocks for grey images, with biases",
        parameters=(input_size(96, minimum=32), channels(1), classes(10)),
        build=_resnet18,
        references=(Reference("resnet18_d2l"),),
        recipe={**_RECIPE, "learning_rate": 0.01},
    ),
    Preset(
        id="densenet_d2l",
        title="DenseNet of the textbook",
        family="DenseNet",
        year=2023,
        authors=_BOOK,
        paper="Dive into Deep Learning",
        link="https://d2l.ai/chapter_convolutional-modern/densenet.html",
        summary="Four dense blocks of four layers for grey images, with biases",
        parameters=(input_size(96, minimum=32), channels(1), classes(10), growth_rate(32)),
        build=_densenet,
        references=(Reference("densenet_d2l"),),
        recipe={**_RECIPE, "learning_rate": 0.1},
    ),
)
