"""GoogLeNet: nine Inception modules, whose branches look through windows of different size.

Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke and Rabinovich: Going Deeper with
Convolutions, 2014 (arXiv:1409.4842). Published: 10.07 % top-5 error on ImageNet with one network
and one crop, 6.67 % with seven networks and 144 crops, which won ILSVRC 2014; 68.7 % top-1 of the
form here, which is the authors' network as Caffe has it (BVLC, bvlc_googlenet).

The other form is that of the textbook (Zhang, Lipton, Li and Smola: Dive into Deep Learning, 8.4),
for small grey images, without response normalisation, dropout and auxiliary heads.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nodes.network import Block, Endpoint, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.inception_parts import Arguments
from presets.preset import Accuracy, Preset, Reference, channels, classes, input_size, maps
from presets.ready import ReadyBlock

AUTHORS = "Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich"
PAPER = "Going Deeper with Convolutions"
LINK = "https://arxiv.org/abs/1409.4842"
SOURCE = "Szegedy et al., Going Deeper with Convolutions, 2014"

# Table 1 of the paper: the maps of the 1×1 branch, of the 3×3 branch and its reduction, of the 5×5
# branch and its reduction, and of the projection after the pooling.
BRANCHES = ("c1", "c3r", "c3", "c5r", "c5", "pool_proj")
MODULES = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}
HEADS = {"4a": "aux1", "4d": "aux2"}  # the auxiliary classifiers, and what they look at
LOSS_WEIGHT = 0.3  # of each of them
AUXILIARY = Param("auxiliary", Kind.BOOL, True, "Two more classifiers halfway, for training only")


def module_parameters() -> tuple[Param, ...]:
    """The widths of an Inception module; the defaults are those of 3a."""
    about = (
        "1×1 convolution",
        "1×1 reduction ahead of the 3×3 convolution",
        "3×3 convolution",
        "1×1 reduction ahead of the 5×5 convolution",
        "5×5 convolution",
        "1×1 projection after the pooling",
    )
    return tuple(map(maps, BRANCHES, MODULES["3a"], about))


@cache
def conv_relu(weight_init: str | None = None, bias_init: str | None = None) -> Block:
    """A convolution and ReLU, whose weights and biases begin in this way."""
    b = Builder(
        "ConvReLU",
        parameters=(
            maps("channels", 64, "Number of output maps"),
            Param("kernel", Kind.INT, 1, "Height and width of the window", 1, 99, unit="px"),
            Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8),
        ),
        summary="A convolution and its activation",
    )
    x = b.input()
    x = b.add(
        "conv", "Conv2d", x,
        out_channels="=channels", kernel_size="=kernel", stride="=stride", padding="=kernel // 2",
        weight_init=weight_init, bias_init=bias_init,
    )  # fmt: skip
    b.output(b.add("relu", "ReLU", x))
    return b.block()


@cache
def inception(weight_init: str | None = None, bias_init: str | None = None) -> Block:
    """The module of the paper, whose convolutions begin in this way."""
    conv = conv_relu(weight_init, bias_init)
    b = Builder(
        "Inception",
        parameters=module_parameters(),
        summary="Looks for small and large patterns at once, through windows of 1, 3 and 5 px",
    )
    x = b.input()
    one = b.add("conv1", conv, x, channels="=c1")
    three = b.add("reduce3", conv, x, channels="=c3r")
    three = b.add("conv3", conv, three, channels="=c3", kernel=3)
    five = b.add("reduce5", conv, x, channels="=c5r")
    five = b.add("conv5", conv, five, channels="=c5", kernel=5)
    pool = b.add("pool", "MaxPool2d", x, kernel_size=3, stride=1, padding=1)
    pool = b.add("project", conv, pool, channels="=pool_proj")
    b.output(b.add("concat", "Concat", [one, three, five, pool]))
    return b.block()


# bvlc_googlenet has Caffe's Xavier, which counts the inputs only, and biases that keep the units
# alive; the last layers begin with a bias of zero.
_XAVIER = "kaiming_uniform(nonlinearity=linear)"
_BIAS, _NO_BIAS = "constant(value=0.2)", "constant(value=0)"


@cache
def _auxiliary_head() -> Block:
    b = Builder(
        "AuxiliaryHead",
        (
            Param("classes", Kind.INT, 1000, "Number of classes", 1, 1_000_000),
            Param("window", Kind.INT, 5, "Height and width of the pooling", 1, 5, unit="px"),
        ),
        "A small classifier halfway, that gives the early layers a gradient of their own",
    )
    x = b.add("pool", "AvgPool2d", b.input(), kernel_size="=window", stride=3)
    x = b.add("conv", conv_relu(_XAVIER, _BIAS), x, channels=128)
    x = b.add("flatten", "Flatten", x)
    x = b.add("fc1", "Linear", x, out_features=1024, weight_init=_XAVIER, bias_init=_BIAS)
    x = b.add("relu", "ReLU", x)
    x = b.add("dropout", "Dropout", x, p=0.7)
    x = b.add("fc2", "Linear", x, out_features="=classes", weight_init=_XAVIER, bias_init=_NO_BIAS)
    b.output(x)
    return b.block()


def stages(
    g: Builder, module: Block, x: Endpoint, pools: Mapping[str, Arguments]
) -> tuple[Endpoint, Mapping[str, Endpoint]]:
    """The nine modules, with a max pooling behind those that `pools` names.

    Returns what the last gives, and by the names of the auxiliary heads what these look at.
    """
    seen: dict[str, Endpoint] = {}
    for name, widths in MODULES.items():
        given: Arguments = dict(zip(BRANCHES, widths, strict=True))
        x = g.add(f"inception{name}", module, x, **given)
        if name in HEADS:
            seen[HEADS[name]] = x
        if name in pools:
            x = g.add(f"maxpool{name[0]}", "MaxPool2d", x, **pools[name])
    return x, seen


def outputs(g: Builder, x: Endpoint, heads: Mapping[str, Endpoint]) -> None:
    """What is returned, in the order of torchvision: the logits, then the later head's first."""
    g.output(x)
    for name in sorted(heads, reverse=True):
        g.output(heads[name], f"{name}_output", auxiliary=True, loss_weight=LOSS_WEIGHT)


def _googlenet(input_size: int, channels: int, classes: int, auxiliary: bool) -> Network:
    pool: Arguments = {"kernel_size": 3, "stride": 2, "ceil_mode": True}
    conv, module = conv_relu(_XAVIER, _BIAS), inception(_XAVIER, _BIAS)
    g = Builder("GoogLeNet")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", conv, x, channels=64, kernel=7, stride=2)
    x = g.add("maxpool1", "MaxPool2d", x, **pool)
    x = g.add("norm1", "LocalResponseNorm", x, size=5, alpha=1e-4, beta=0.75)
    x = g.add("conv2", conv, x, channels=64)
    x = g.add("conv3", conv, x, channels=192, kernel=3)
    x = g.add("norm2", "LocalResponseNorm", x, size=5, alpha=1e-4, beta=0.75)
    x = g.add("maxpool2", "MaxPool2d", x, **pool)
    x, seen = stages(g, module, x, {"3b": pool, "4e": pool})
    # At 224 px the heads look at maps of 14 px; of smaller images they take what there is.
    window = min(5, (input_size + 1) // 2 // 8)
    heads = {
        name: g.add(name, _auxiliary_head(), source, classes=classes, window=window)
        for name, source in seen.items()
        if auxiliary
    }
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("dropout", "Dropout", x, p=0.4)
    x = g.add("fc", "Linear", x, out_features=classes, weight_init=_XAVIER, bias_init=_NO_BIAS)
    outputs(g, x, heads)
    return g.network(blocks=(conv, module, *([_auxiliary_head()] if heads else [])))


_TEXTBOOK = "xavier_uniform"


def _googlenet_d2l(input_size: int, channels: int, classes: int) -> Network:
    pool: Arguments = {"kernel_size": 3, "stride": 2, "padding": 1}
    conv, module = conv_relu(_TEXTBOOK), inception(_TEXTBOOK)
    g = Builder("GoogLeNet (textbook)")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", conv, x, channels=64, kernel=7, stride=2)
    x = g.add("maxpool1", "MaxPool2d", x, **pool)
    x = g.add("conv2", conv, x, channels=64)
    x = g.add("conv3", conv, x, channels=192, kernel=3)
    x = g.add("maxpool2", "MaxPool2d", x, **pool)
    x, _ = stages(g, module, x, {"3b": pool, "4e": pool})
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes, weight_init=_TEXTBOOK)
    g.output(x)
    return g.network(blocks=(conv, module))


# Caffe's quick solver: batches of 32, and a rate of 0.01 that falls to zero.
_RECIPE = {
    "optimizer": "sgd",
    "momentum": 0.9,
    "weight_decay": 2e-4,
    "batch_size": 32,
    "learning_rate": 0.01,
    "epochs": 10,
}

# The auxiliary heads are left out at inference: with and without them it is the same.
_TOP1 = Accuracy(68.7, "ImageNet", "one network, centre crop; BVLC, bvlc_googlenet")
PRESETS = (
    Preset(
        id="googlenet",
        title="GoogLeNet",
        family="Inception",
        year=2014,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Nine Inception modules, and two auxiliary classifiers on the way, as published",
        parameters=(
            input_size(224, minimum=32),
            channels(3),
            classes(1000),
            AUXILIARY,
        ),
        build=_googlenet,
        accuracy=_TOP1,
        references=(
            Reference("googlenet_paper_aux"),
            Reference("googlenet_paper_noaux", {"auxiliary": False}, _TOP1),
        ),
        recipe=_RECIPE,
    ),
    Preset(
        id="googlenet_d2l",
        title="GoogLeNet, textbook form",
        family="Inception",
        year=2014,
        authors=AUTHORS,
        paper=PAPER,
        link=LINK,
        summary="Nine Inception modules for small grey images, as in Dive into Deep Learning",
        parameters=(input_size(96, minimum=32), channels(1), classes(10)),
        build=_googlenet_d2l,
        references=(Reference("googlenet_d2l"),),
        recipe={
            "optimizer": "sgd",
            "momentum": 0.0,
            "batch_size": 128,
            "learning_rate": 0.1,
            "epochs": 10,
        },
    ),
)

BLOCKS = (ReadyBlock(inception, SOURCE, needs=(conv_relu,), group="Inception"),)
