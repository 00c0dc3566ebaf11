"""A miniature of GoogLeNet for 32×32 images, with three Inception modules.

Szegedy et al.: Going Deeper with Convolutions, 2014 (arXiv:1409.4842). Published for the full
network: 6.67 % top-5 error on ILSVRC 2014.

It keeps the paper's module, its order (modules between max pools, global average pooling, dropout,
one linear layer) and its ratios between the branches, and has no published figure of its own.
"""

from __future__ import annotations

from nodes.network import Network
from nodes.network.builder import Builder
from presets.googlenet import AUTHORS, LINK, PAPER, conv_relu, inception
from presets.preset import Preset, channels, classes, input_size


def _inception_mini(input_size: int, channels: int, classes: int) -> Network:
    module = inception()
    g = Builder("Inception (small)")
    x = g.input(channels, input_size, input_size)
    x = g.add("stem", conv_relu(), x, channels=32, kernel=3)
    x = g.add("inception1", module, x, c1=16, c3r=24, c3=32, c5r=4, c5=8, pool_proj=8)
    x = g.add("pool1", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    x = g.add("inception2", module, x, c1=32, c3r=48, c3=64, c5r=8, c5=16, pool_proj=16)
    x = g.add("pool2", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    x = g.add("inception3", module, x, c1=64, c3r=96, c3=128, c5r=16, c5=32, pool_proj=32)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=0.4)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    return g.network(blocks=(conv_relu(), module))


PRESETS = (
    Preset(
        id="inception_mini",
        title="Inception (small)",
        family="Inception",
        year=2014,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Three Inception modules of four branches, for small images",
        parameters=(input_size(32, minimum=4), channels(3), classes(10)),
        build=_inception_mini,
        recipe={"epochs": 10, "learning_rate": 0.002},
    ),
)
