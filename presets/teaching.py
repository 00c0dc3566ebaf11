"""Small networks for learning: one idea each, with nothing around it.

Szegedy et al., Going Deeper with Convolutions, 2014 (arXiv:1409.4842): the Inception module. He et
al., Deep Residual Learning for Image Recognition, 2015 (arXiv:1512.03385): the residual module.
Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing Internal
Covariate Shift, 2015 (arXiv:1502.03167). Chollet, Deep Learning with Python, 2017: the classifier
of depthwise separable convolutions. Géron, Hands-On Machine Learning with Scikit-Learn and
TensorFlow, 2017: the two line filters on two photographs. Published figures there are none.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.network.model import Endpoint
from nodes.spec import Kind, Param
from presets.preset import Preset, channels, classes, input_size, maps
from presets.ready import ReadyBlock

# --- modules --------------------------------------------------------------------------------------

IDENTITY, LINEAR = "identity", "linear"  # shortcuts
_NO_CLASSES = Param(
    "classes",
    Kind.INT,
    0,
    "Number of classes, for a linear layer behind the mean of the maps; 0 is the module alone",
    0,
    1_000_000,
)


def _end(g: Builder, x: Endpoint, classes: int) -> None:
    """The module's own output; with classes, a mean of every map and their scores."""
    if classes:
        x = g.add("avgpool", "AdaptiveAvgPool2d", x)
        x = g.add("flatten", "Flatten", x)
        x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)


def _inception_module(
    input_size: int,
    channels: int,
    classes: int,
    conv1x1: int,
    reduce3x3: int,
    conv3x3: int,
    reduce5x5: int,
    conv5x5: int,
    pool_proj: int,
) -> Network:
    g = Builder("Inception module")

    def conv(name: str, x: Endpoint, maps: int, kernel_size: int) -> Endpoint:
        x = g.add(
            name, "Conv2d", x, out_channels=maps, kernel_size=kernel_size, padding=kernel_size // 2
        )
        return g.add(f"{name}_relu", "ReLU", x)

    x = g.input(channels, input_size, input_size)
    one = conv("conv1x1", x, conv1x1, 1)
    three = conv("conv3x3", conv("reduce3x3", x, reduce3x3, 1), conv3x3, 3)
    five = conv("conv5x5", conv("reduce5x5", x, reduce5x5, 1), conv5x5, 5)
    pool = g.add("pool", "MaxPool2d", x, kernel_size=3, stride=1, padding=1)
    pool = conv("pool_proj", pool, pool_proj, 1)
    _end(g, g.add("concat", "Concat", [one, three, five, pool]), classes)
    return g.network()


def _residual_module(
    input_size: int, channels: int, classes: int, maps: int, shortcut: str, batch_norm: bool
) -> Network:
    g = Builder("Residual module")

    def norm(name: str, x: Endpoint) -> Endpoint:
        return g.add(name, "BatchNorm2d", x) if batch_norm else x

    def conv(name: str, x: Endpoint) -> Endpoint:
        return g.add(
            name, "Conv2d", x, out_channels=maps, kernel_size=3, padding=1, bias=not batch_norm
        )

    x = g.input(channels, input_size, input_size)
    y = norm("bn1", conv("conv1", x))
    y = g.add("relu1", "ReLU", y)
    y = norm("bn2", conv("conv2", y))
    if shortcut == LINEAR or channels != maps:
        x = g.add("linear", "Conv2d", x, out_channels=maps, kernel_size=1, bias=False)
    y = g.add("add", "Add", [y, x])
    _end(g, g.add("relu2", "ReLU", y), classes)
    return g.network()


# --- classifiers ----------------------------------------------------------------------------------

BEFORE, AFTER = "before the activation", "after the activation"
_XAVIER = {"weight_init": "xavier_uniform", "bias_init": "constant(value=0)"}  # as Keras has it


@cache
def _separable_conv() -> Block:
    b = Builder(
        "SeparableConvReLU",
        (maps("channels", 64, "Number of output maps"),),
        "A 3×3 filter of its own for every map, a 1×1 convolution that mixes them, and ReLU",
    )
    x = b.input()
    x = b.add(
        "depthwise", "DepthwiseConv2d", x,
        kernel_size=3, bias=False, weight_init="xavier_uniform",
    )  # fmt: skip
    x = b.add("pointwise", "Conv2d", x, out_channels="=channels", kernel_size=1, **_XAVIER)
    b.output(b.add("relu", "ReLU", x))
    return b.block()


def _separable_classifier(input_size: int, channels: int, classes: int) -> Network:
    g = Builder("Depthwise-separable classifier")
    x = g.input(channels, input_size, input_size)
    for k, width in enumerate((32, 64, 64, 128, 64, 128), 1):
        x = g.add(f"conv{k}", _separable_conv(), x, channels=width)
        if k in (2, 4):
            x = g.add(f"pool{k}", "MaxPool2d", x, kernel_size=2)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc1", "Linear", x, out_features=32, **_XAVIER)
    x = g.add("relu", "ReLU", x)
    g.output(g.add("fc2", "Linear", x, out_features=classes, **_XAVIER))
    return g.network(blocks=(_separable_conv(),))


def _batch_norm(
    input_size: int, channels: int, classes: int, maps: int, units: int, place: str
) -> Network:
    g = Builder("Batch normalisation")

    def normalised(x: Endpoint, number: int, norm: str) -> Endpoint:
        if place == BEFORE:
            x = g.add(f"bn{number}", norm, x)
        x = g.add(f"relu{number}", "ReLU", x)
        return g.add(f"bn{number}", norm, x) if place == AFTER else x

    bias = place == AFTER  # ahead of a normalisation it would be subtracted again
    x = g.input(channels, input_size, input_size)
    x = g.add("conv", "Conv2d", x, out_channels=maps, kernel_size=3, bias=bias)
    x = normalised(x, 1, "BatchNorm2d")
    x = g.add("pool", "MaxPool2d", x, kernel_size=2)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dense", "Linear", x, out_features=units, bias=bias)
    x = normalised(x, 2, "BatchNorm1d")
    g.output(g.add("fc", "Linear", x, out_features=classes))
    return g.network()


# --- filters that are drawn -----------------------------------------------------------------------


def _line_filters(
    input_size: tuple[int, int] | int, channels: int, kernel_size: int, stride: int
) -> Network:
    height, width = (input_size,) * 2 if isinstance(input_size, int) else input_size
    g = Builder("Line filters")
    x = g.input(channels, height, width)
    x = g.add(
        "lines", "FixedConv2d", x,
        filters="lines", kernel_size=kernel_size, stride=stride, padding="same",
    )  # fmt: skip
    g.output(x)
    return g.network()


# --- descriptions ---------------------------------------------------------------------------------

FAMILY = "Teaching"

PRESETS: tuple[Preset, ...] = (
    Preset(
        id="inception_module",
        title="Inception module",
        family=FAMILY,
        year=2014,
        authors="Szegedy et al.",
        paper="Going Deeper with Convolutions",
        link="https://arxiv.org/abs/1409.4842",
        summary="Four branches side by side, with the numbers of the first module of GoogLeNet",
        parameters=(
            input_size(28, minimum=1),
            channels(192),
            _NO_CLASSES,
            maps("conv1x1", 64, "Maps of the 1×1 convolution"),
            maps("reduce3x3", 96, "Maps ahead of the 3×3 convolution"),
            maps("conv3x3", 128, "Maps of the 3×3 convolution"),
            maps("reduce5x5", 16, "Maps ahead of the 5×5 convolution"),
            maps("conv5x5", 32, "Maps of the 5×5 convolution"),
            maps("pool_proj", 32, "Maps behind the pooling"),
        ),
        build=_inception_module,
    ),
    Preset(
        id="residual_module",
        title="Residual module",
        family=FAMILY,
        year=2015,
        authors="He et al.",
        paper="Deep Residual Learning for Image Recognition",
        link="https://arxiv.org/abs/1512.03385",
        summary="Two convolutions on 128 maps, with an identity or a linear shortcut around them",
        parameters=(
            input_size(28, minimum=1),
            channels(128),
            _NO_CLASSES,
            maps("maps", 128, "Maps of both convolutions"),
            Param(
                "shortcut", Kind.CHOICE, IDENTITY,
                "The input itself, or a 1×1 convolution of it, which other numbers of maps need",
                choices=(IDENTITY, LINEAR),
            ),
            Param("batch_norm", Kind.BOOL, True, "Normalise behind every 3×3 convolution"),
        ),
        build=_residual_module,
    ),
    Preset(
        id="separable_classifier",
        title="Depthwise-separable classifier",
        family=FAMILY,
        year=2017,
        authors="Chollet",
        paper="Deep Learning with Python",
        link="https://www.manning.com/books/deep-learning-with-python",
        summary="Six depthwise separable convolutions and two dense layers, for 64×64×3",
        parameters=(input_size(64, minimum=32), channels(3), classes(10)),
        build=_separable_classifier,
    ),
    Preset(
        id="batch_norm",
        title="Batch normalisation",
        family=FAMILY,
        year=2015,
        authors="Ioffe, Szegedy",
        paper=(
            "Batch Normalization: Accelerating Deep Network Training by Reducing Internal "
            "Covariate Shift"
        ),
        link="https://arxiv.org/abs/1502.03167",
        summary="BatchNorm after a convolution, over every map, and after a dense layer",
        parameters=(
            input_size(28, minimum=4),
            channels(1),
            classes(10),
            maps("maps", 32, "Maps of the convolution"),
            Param("units", Kind.INT, 32, "Units of the dense layer", 1, 100_000),
            Param(
                "place", Kind.CHOICE, BEFORE, "The paper has it before, some textbooks after",
                choices=(BEFORE, AFTER),
            ),
        ),
        build=_batch_norm,
    ),
    Preset(
        id="line_filters",
        title="Line filters",
        family=FAMILY,
        year=2017,
        authors="Géron",
        paper="Hands-On Machine Learning with Scikit-Learn and TensorFlow",
        link="https://github.com/ageron/handson-ml",
        summary="A vertical and a horizontal line as filters, over two photographs: no training",
        parameters=(
            Param(
                "input_size", Kind.PAIR, (427, 640), "Height and width of the images", 1, 4096,
                unit="px",
            ),
            channels(3),
            Param("kernel_size", Kind.INT, 7, "Height and width of the filters", 1, 99, unit="px"),
            Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8),
        ),
        build=_line_filters,
        recipe={"data": "photographs"},
    ),
)  # fmt: skip
BLOCKS: tuple[ReadyBlock, ...] = ()
