"""LeNet-5, the convolutional network that read cheques.

LeCun, Bottou, Bengio and Haffner: Gradient-Based Learning Applied to Document Recognition,
Proceedings of the IEEE, 1998. Published: 0.95 % test error on MNIST, 0.8 % with distorted training
images.

This is the form in use today, with 61,706 parameters: the second convolution sees all maps of the
first (the paper connects them by a table), pooling has no weights, and the output is linear (the
paper compares with fixed bitmaps of the digits).
"""

from __future__ import annotations

from nodes.network import Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Preset, Reference, channels, classes, input_size


def _lenet5(
    input_size: int, channels: int, classes: int, padding: int, activation: str, pooling: str
) -> Network:
    g = Builder("LeNet-5")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", "Conv2d", x, out_channels=6, kernel_size=5, padding=padding)
    x = g.add("act1", activation, x)
    x = g.add("pool1", pooling, x, kernel_size=2)
    x = g.add("conv2", "Conv2d", x, out_channels=16, kernel_size=5)
    x = g.add("act2", activation, x)
    x = g.add("pool2", pooling, x, kernel_size=2)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc1", "Linear", x, out_features=120)
    x = g.add("act3", activation, x)
    x = g.add("fc2", "Linear", x, out_features=84)
    x = g.add("act4", activation, x)
    x = g.add("fc3", "Linear", x, out_features=classes)
    g.output(x)
    return g.network()


PRESETS = (
    Preset(
        id="lenet5",
        title="LeNet-5",
        family="LeNet",
        year=1998,
        authors="LeCun, Bottou, Bengio, Haffner",
        paper="Gradient-Based Learning Applied to Document Recognition",
        link="https://doi.org/10.1109/5.726791",
        summary="Two convolutions and three linear layers: reads handwritten digits",
        parameters=(
            input_size(32, minimum=16),
            channels(1),
            classes(10),
            Param(
                "padding",
                Kind.INT,
                0,
                "Zeros around the image; 2 makes 32 px of MNIST's 28",
                0,
                16,
                unit="px",
            ),
            Param(
                "activation",
                Kind.CHOICE,
                "ReLU",
                "The paper has Tanh; ReLU learns faster",
                choices=("ReLU", "Tanh", "Sigmoid"),
            ),
            Param(
                "pooling",
                Kind.CHOICE,
                "MaxPool2d",
                "The paper takes means",
                choices=("MaxPool2d", "AvgPool2d"),
            ),
        ),
        build=_lenet5,
        references=(
            Reference("lenet5_modern"),
            Reference(
                "lenet_d2l",
                {
                    "input_size": 28,
                    "padding": 2,
                    "activation": "Sigmoid",
                    "pooling": "AvgPool2d",
                },
            ),
        ),
    ),
)
