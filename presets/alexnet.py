"""AlexNet, which began it all, in the forms that are in use, and ZFNet, which looked inside.

Krizhevsky, Sutskever and Hinton: ImageNet Classification with Deep Convolutional Neural Networks,
NIPS 2012. Published: 40.7 % top-1 error on ImageNet for one network. Its figures are those of
images of 227 px, though the paper says 224. The one-tower form is that of Krizhevsky: One weird
trick for parallelizing convolutional neural networks, 2014 (arXiv:1404.5997), as torchvision has
it; the teaching form that of Zhang, Lipton, Li and Smola: Dive into Deep Learning, 2023.

Zeiler and Fergus: Visualizing and Understanding Convolutional Networks, ECCV 2014
(arXiv:1311.2901). Published: 38.4 % top-1 error for one network.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

_DROPOUT = Param("dropout", Kind.FLOAT, 0.5, "Probability that an element is zeroed", 0, 1)


def _norm(g: Builder, name: str, x: Endpoint) -> Endpoint:
    """The paper's; torch divides alpha by the size, so that 1e-4 there is 5e-4 here."""
    return g.add(name, "LocalResponseNorm", x, size=5, alpha=5e-4, beta=0.75, k=2)


def _normal(bias: int) -> dict[str, str]:
    return {"weight_init": "normal(std=0.01)", "bias_init": f"constant(value={bias})"}


def _dense(g: Builder, x: Endpoint, classes: int, dropout: float, bias: int) -> Endpoint:
    """Two layers of 4,096 units with dropout behind them, and the scores."""
    x = g.add("flatten", "Flatten", x)
    for k in (6, 7):
        x = g.add(f"fc{k}", "Linear", x, out_features=4096, **_normal(bias))
        x = g.add(f"relu{k}", "ReLU", x)
        x = g.add(f"drop{k}", "Dropout", x, p=dropout)
    return g.add("fc8", "Linear", x, out_features=classes, **_normal(0))


# --- 2012 -----------------------------------------------------------------------------------------


def _alexnet_2012(
    input_size: int, channels: int, classes: int, groups: int, dropout: float
) -> Network:
    g = Builder("AlexNet")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", "Conv2d", x, out_channels=96, kernel_size=11, stride=4, **_normal(0))
    x = g.add("relu1", "ReLU", x)
    x = _norm(g, "norm1", x)
    x = g.add("pool1", "MaxPool2d", x, kernel_size=3, stride=2)
    x = g.add(
        "conv2", "Conv2d", x,
        out_channels=256, kernel_size=5, padding=2, groups=groups, **_normal(1),
    )  # fmt: skip
    x = g.add("relu2", "ReLU", x)
    x = _norm(g, "norm2", x)
    x = g.add("pool2", "MaxPool2d", x, kernel_size=3, stride=2)
    # The two halves meet in the third convolution only.
    for k, maps, halves, bias in ((3, 384, 1, 0), (4, 384, groups, 1), (5, 256, groups, 1)):
        x = g.add(
            f"conv{k}", "Conv2d", x,
            out_channels=maps, kernel_size=3, padding=1, groups=halves, **_normal(bias),
        )  # fmt: skip
        x = g.add(f"relu{k}", "ReLU", x)
    x = g.add("pool5", "MaxPool2d", x, kernel_size=3, stride=2)
    g.output(_dense(g, x, classes, dropout, bias=1))
    return g.network()


# --- one tower, as torchvision has it -------------------------------------------------------------


@cache
def _features() -> Block:
    b = Builder("AlexNetFeatures", summary="Five convolutions, with pooling behind three of them")
    x, place = b.input(), 0
    for maps, kernel, stride, padding, pooled in (
        (64, 11, 4, 2, True),
        (192, 5, 1, 2, True),
        (384, 3, 1, 1, False),
        (256, 3, 1, 1, False),
        (256, 3, 1, 1, True),
    ):
        x = b.add(
            str(place), "Conv2d", x,
            out_channels=maps, kernel_size=kernel, stride=stride, padding=padding,
        )  # fmt: skip
        x = b.add(str(place + 1), "ReLU", x, inplace=True)
        if pooled:
            x = b.add(str(place + 2), "MaxPool2d", x, kernel_size=3, stride=2)
        place += 2 + pooled
    b.output(x)
    return b.block()


@cache
def _classifier() -> Block:
    b = Builder(
        "AlexNetClassifier",
        (classes(1000), _DROPOUT),
        "Two linear layers of 4,096 units with dropout ahead of each, and the scores",
    )
    x = b.input()
    for place in (0, 3):
        x = b.add(str(place), "Dropout", x, p="=dropout")
        x = b.add(str(place + 1), "Linear", x, out_features=4096)
        x = b.add(str(place + 2), "ReLU", x, inplace=True)
    b.output(b.add("6", "Linear", x, out_features="=classes"))
    return b.block()


def _alexnet(input_size: int, channels: int, classes: int, dropout: float) -> Network:
    g = Builder("AlexNet")
    x = g.input(channels, input_size, input_size)
    x = g.add("features", _features(), x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x, output_size=6)
    x = g.add("flatten", "Flatten", x)
    g.output(g.add("classifier", _classifier(), x, classes=classes, dropout=dropout))
    return g.network(blocks=(_features(), _classifier()))


# --- the teaching form, and ZFNet -----------------------------------------------------------------


def _alexnet_d2l(input_size: int, channels: int, classes: int, dropout: float) -> Network:
    xavier = {"weight_init": "xavier_uniform"}
    g = Builder("AlexNet")
    x = g.input(channels, input_size, input_size)
    for k, maps, kernel, stride, padding, pooled in (
        (1, 96, 11, 4, 1, True),
        (2, 256, 5, 1, 2, True),
        (3, 384, 3, 1, 1, False),
        (4, 384, 3, 1, 1, False),
        (5, 256, 3, 1, 1, True),
    ):
        x = g.add(
            f"conv{k}", "Conv2d", x,
            out_channels=maps, kernel_size=kernel, stride=stride, padding=padding, **xavier,
        )  # fmt: skip
        x = g.add(f"relu{k}", "ReLU", x)
        if pooled:
            x = g.add(f"pool{k}", "MaxPool2d", x, kernel_size=3, stride=2)
    x = g.add("flatten", "Flatten", x)
    for k in (6, 7):
        x = g.add(f"fc{k}", "Linear", x, out_features=4096, **xavier)
        x = g.add(f"relu{k}", "ReLU", x)
        x = g.add(f"drop{k}", "Dropout", x, p=dropout)
    g.output(g.add("fc8", "Linear", x, out_features=classes, **xavier))
    return g.network()


def _zfnet(input_size: int, channels: int, classes: int, dropout: float) -> Network:
    g = Builder("ZFNet")
    x = g.input(channels, input_size, input_size)
    for k, maps, kernel, padding in ((1, 96, 7, 1), (2, 256, 5, 0)):
        x = g.add(
            f"conv{k}", "Conv2d", x,
            out_channels=maps, kernel_size=kernel, stride=2, padding=padding, **_normal(0),
        )  # fmt: skip
        x = g.add(f"relu{k}", "ReLU", x)
        x = g.add(f"pool{k}", "MaxPool2d", x, kernel_size=3, stride=2, ceil_mode=True)
        x = _norm(g, f"norm{k}", x)
    for k, maps in ((3, 384), (4, 384), (5, 256)):
        x = g.add(
            f"conv{k}", "Conv2d", x, out_channels=maps, kernel_size=3, padding=1, **_normal(0)
        )
        x = g.add(f"relu{k}", "ReLU", x)
    x = g.add("pool5", "MaxPool2d", x, kernel_size=3, stride=2)
    g.output(_dense(g, x, classes, dropout, bias=0))
    return g.network()


# --- descriptions ---------------------------------------------------------------------------------

_AUTHORS = "Krizhevsky, Sutskever, Hinton"
_PAPER = "ImageNet Classification with Deep Convolutional Neural Networks"
_LINK = "https://doi.org/10.1145/3065386"
_RECIPE = {
    "optimizer": "sgd",
    "momentum": 0.9,
    "weight_decay": 5e-4,
    "batch_size": 128,
    "learning_rate": 0.01,
}

PRESETS: tuple[Preset, ...] = (
    Preset(
        id="alexnet_2012_grouped",
        title="AlexNet, as published",
        family="AlexNet",
        year=2012,
        authors=_AUTHORS,
        paper=_PAPER,
        link=_LINK,
        summary="Five convolutions, in two halves as on two GPUs, and three linear layers",
        parameters=(
            input_size(227, minimum=67),
            channels(3),
            classes(1000),
            Param(
                "groups",
                Kind.INT,
                2,
                "Halves of the second, fourth and fifth convolution: 2 in the paper, 1 is whole",
                1,
                2,
            ),
            _DROPOUT,
        ),
        build=_alexnet_2012,
        accuracy=Accuracy(59.3, "ImageNet", "the paper, one network, mean of ten crops"),
        references=(
            Reference("alexnet_2012_grouped"),
            Reference("alexnet_2012_ungrouped", {"groups": 1}),
        ),
        recipe={**_RECIPE, "epochs": 90},
    ),
    Preset(
        id="alexnet",
        title="AlexNet",
        family="AlexNet",
        year=2014,
        authors="Krizhevsky",
        paper="One weird trick for parallelizing convolutional neural networks",
        link="https://arxiv.org/abs/1404.5997",
        summary="One tower, without normalisation: the form that is in use",
        parameters=(input_size(224, minimum=63), channels(3), classes(1000), _DROPOUT),
        build=_alexnet,
        accuracy=Accuracy(56.522, "ImageNet", "torchvision's weights, one crop"),
        references=(Reference("alexnet"),),
        recipe={**_RECIPE, "epochs": 90},
    ),
    Preset(
        id="alexnet_d2l",
        title="AlexNet, teaching form",
        family="AlexNet",
        year=2023,
        authors="Zhang, Lipton, Li, Smola",
        paper="Dive into Deep Learning",
        link="https://arxiv.org/abs/2106.11342",
        summary="Undivided and without normalisation, for small grey images made larger",
        parameters=(input_size(224, minimum=65), channels(1), classes(10), _DROPOUT),
        build=_alexnet_d2l,
        references=(Reference("alexnet_d2l"),),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.0,
            "batch_size": 128,
            "learning_rate": 0.01,
            "epochs": 10,
            "schedule": "constant",
        },
    ),
    Preset(
        id="zfnet",
        title="ZFNet",
        family="AlexNet",
        year=2014,
        authors="Zeiler, Fergus",
        paper="Visualizing and Understanding Convolutional Networks",
        link="https://arxiv.org/abs/1311.2901",
        summary="AlexNet with smaller windows and steps at its beginning",
        parameters=(input_size(224, minimum=63), channels(3), classes(1000), _DROPOUT),
        build=_zfnet,
        accuracy=Accuracy(61.6, "ImageNet", "the paper, one network, mean of ten crops"),
        references=(Reference("zfnet"),),
        recipe={**_RECIPE, "weight_decay": 0.0, "epochs": 70},
    ),
)
BLOCKS: tuple[ReadyBlock, ...] = ()
