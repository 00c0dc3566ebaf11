"""LeNet-5, the convolutional network that read cheques.

LeCun, Bottou, Bengio and Haffner: Gradient-Based Learning Applied to Document Recognition,
Proceedings of the IEEE, 1998. Published: 0.95 % test error on MNIST, 0.8 % with distorted training
images. It has 60,000 parameters, and fixed bitmaps of the digits that its output is compared with.

The form in use today has 61,706: the second convolution sees all maps of the first (the paper
connects them by a table), pooling has no weights, and the output is linear.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from nodes.spec import Kind, Param
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

# Table I of the paper: the maps of S2 that each map of C3 sees.
C3_SEES = (
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5),
)  # fmt: skip
SCORES, DISTANCES = "scores", "distances"


# --- as published ---------------------------------------------------------------------------------


def _uniform(fan_in: int) -> dict[str, str]:
    """Weights and bias between ±2.4 / fan_in (section II.B and appendix A)."""
    how = f"uniform(a={-2.4 / fan_in:.4g}, b={2.4 / fan_in:.4g})"
    return {"weight_init": how, "bias_init": how}


@cache
def _c3() -> Block:
    b = Builder("C3", summary="Sixteen convolutions, each of the maps that Table I gives it")
    maps = b.branches("maps", "Chunk", b.input(), chunks=6)
    made = []
    for k, seen in enumerate(C3_SEES):
        x = b.add(f"seen{k}", "Concat", [maps[i] for i in seen])
        made.append(
            b.add(
                f"conv{k}", "Conv2d", x,
                out_channels=1, kernel_size=5, **_uniform(25 * len(seen)),
            )
        )  # fmt: skip
    b.output(b.add("concat", "Concat", made))
    return b.block()


def _lenet5_1998(input_size: int, channels: int, classes: int, output: str) -> Network:
    g = Builder("LeNet-5")

    def squash(x: Endpoint) -> Endpoint:
        return g.add(f"tanh_{x.node}", "ScaledTanh", x)

    x = g.input(channels, input_size, input_size)
    x = g.add("c1", "Conv2d", x, out_channels=6, kernel_size=5, **_uniform(25 * channels))
    x = g.add("s2", "Subsampling2d", squash(x), kernel_size=2)
    x = g.add("c3", _c3(), squash(x))
    x = g.add("s4", "Subsampling2d", squash(x), kernel_size=2)
    x = g.add("c5", "Conv2d", squash(x), out_channels=120, kernel_size=5, **_uniform(25 * 16))
    x = g.add("flatten", "Flatten", squash(x))
    x = g.add("f6", "Linear", x, out_features=84, **_uniform(120))
    code = "digits" if classes == 10 else "random"  # there are bitmaps of the digits only
    x = g.add("rbf", "RBF", squash(x), out_features=classes, code=code)
    if output == SCORES:
        x = g.add("scores", "Factor", x, factor=-1.0)
    g.output(x)
    return g.network(blocks=(_c3(),))


# --- as in use today ------------------------------------------------------------------------------


def _lenet5(
    input_size: int, channels: int, classes: int, padding: int, activation: str, pooling: str
) -> Network:
    # Torch's own way of beginning is for ReLU.
    how = {} if activation == "ReLU" else {"weight_init": "xavier_uniform"}
    g = Builder("LeNet-5")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", "Conv2d", x, out_channels=6, kernel_size=5, padding=padding, **how)
    x = g.add("act1", activation, x)
    x = g.add("pool1", pooling, x, kernel_size=2)
    x = g.add("conv2", "Conv2d", x, out_channels=16, kernel_size=5, **how)
    x = g.add("act2", activation, x)
    x = g.add("pool2", pooling, x, kernel_size=2)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc1", "Linear", x, out_features=120, **how)
    x = g.add("act3", activation, x)
    x = g.add("fc2", "Linear", x, out_features=84, **how)
    x = g.add("act4", activation, x)
    x = g.add("fc3", "Linear", x, out_features=classes, **how)
    g.output(x)
    return g.network()


# --- descriptions ---------------------------------------------------------------------------------
_AUTHORS = "LeCun, Bottou, Bengio, Haffner"
_PAPER = "Gradient-Based Learning Applied to Document Recognition"
_LINK = "https://doi.org/10.1109/5.726791"

PRESETS: tuple[Preset, ...] = (
    Preset(
        id="lenet5",
        title="LeNet-5",
        family="LeNet",
        year=1998,
        authors=_AUTHORS,
        paper=_PAPER,
        link=_LINK,
        summary="Two convolutions and three linear layers: reads handwritten digits",
        parameters=(
            input_size(32, minimum=16),
            channels(1),
            classes(10),
            Param(
                "padding", Kind.INT, 0, "Zeros around the image; 2 makes 32 px of MNIST's 28",
                0, 16, unit="px",
            ),
            Param(
                "activation", Kind.CHOICE, "ReLU", "The paper has Tanh; ReLU learns faster",
                choices=("ReLU", "Tanh", "Sigmoid"),
            ),
            Param(
                "pooling", Kind.CHOICE, "MaxPool2d", "The paper takes means",
                choices=("MaxPool2d", "AvgPool2d"),
            ),
        ),
        build=_lenet5,
        references=(
            Reference("lenet5_modern"),
            Reference(
                "lenet_d2l",
                {"input_size": 28, "padding": 2, "activation": "Sigmoid", "pooling": "AvgPool2d"},
            ),
        ),
    ),
    Preset(
        id="lenet5_1998",
        title="LeNet-5, as published",
        family="LeNet",
        year=1998,
        authors=_AUTHORS,
        paper=_PAPER,
        link=_LINK,
        summary="With the table of connections, pooling that learns, and bitmaps of the digits",
        parameters=(
            input_size(32, minimum=32),
            channels(1),
            classes(10),
            Param(
                "output", Kind.CHOICE, SCORES,
                "The distances of the paper, the smallest of which wins, or their negative as "
                "scores, which a cross-entropy loss takes",
                choices=(SCORES, DISTANCES),
            ),
        ),
        build=_lenet5_1998,
        accuracy=Accuracy(99.05, "MNIST", "the paper, trained without distortions"),
        references=(Reference("lenet5_1998"),),
        recipe={"optimizer": "sgd", "epochs": 20},
    ),
)  # fmt: skip
BLOCKS: tuple[ReadyBlock, ...] = ()
