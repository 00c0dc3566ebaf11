"""Blocks that published networks are made of, where no preset here has them.

What follows from the channels that enter is written with `in_channels`, and never asked for.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.ready import ReadyBlock

_MOST = 100_000


def _maps(name: str, default: int, help: str) -> Param:
    return Param(name, Kind.INT, default, help, 1, _MOST, unit="maps")


_CHANNELS = _maps("channels", 64, "Number of output maps")
_KERNEL = Param("kernel_size", Kind.INT, 3, "Height and width of the window, odd", 1, 99, unit="px")
_STRIDE = Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8)
_EXPANSION = Param("expansion", Kind.INT, 6, "How many times more maps in between", 1, 1_000)


@cache
def conv_norm_relu() -> Block:
    b = Builder(
        "ConvNormReLU",
        (_CHANNELS, _KERNEL, _STRIDE),
        "A convolution, batch normalisation and ReLU",
    )
    x = b.input()
    x = b.add(
        "conv", "Conv2d", x,
        out_channels="=channels", kernel_size="=kernel_size", stride="=stride",
        padding="=kernel_size // 2", bias=False,
    )  # fmt: skip
    x = b.add("bn", "BatchNorm2d", x)
    b.output(b.add("relu", "ReLU", x))
    return b.block()


@cache
def squeeze_excitation() -> Block:
    b = Builder(
        "SqueezeExcitation",
        parameters=(
            Param("reduction", Kind.INT, 16, "How many times fewer maps in between", 1, 1_000),
        ),
        summary="Weighs every map by what all maps hold",
    )
    x = b.input()
    gate = b.add("avgpool", "AdaptiveAvgPool2d", x)
    gate = b.add(
        "fc1", "Conv2d", gate, out_channels="=max(in_channels // reduction, 1)", kernel_size=1
    )
    gate = b.add("relu", "ReLU", gate)
    gate = b.add("fc2", "Conv2d", gate, out_channels="=in_channels", kernel_size=1)
    gate = b.add("sigmoid", "Sigmoid", gate)
    b.output(b.add("multiply", "Multiply", [x, gate]))
    return b.block()


@cache
def linear_bottleneck() -> Block:
    b = Builder(
        "LinearBottleneck",
        (_CHANNELS, _EXPANSION, _STRIDE),
        "Widens the maps, filters each by itself, and narrows them without an activation",
    )
    x = b.input()
    x = b.add(
        "conv1", "Conv2d", x, out_channels="=expansion * in_channels", kernel_size=1, bias=False
    )
    x = b.add("bn1", "BatchNorm2d", x)
    x = b.add("relu1", "ReLU6", x)
    x = b.add("conv2", "DepthwiseConv2d", x, kernel_size=3, stride="=stride", padding=1, bias=False)
    x = b.add("bn2", "BatchNorm2d", x)
    x = b.add("relu2", "ReLU6", x)
    x = b.add("conv3", "Conv2d", x, out_channels="=channels", kernel_size=1, bias=False)
    b.output(b.add("bn3", "BatchNorm2d", x))
    return b.block()


@cache
def inverted_residual() -> Block:
    b = Builder(
        "InvertedResidual",
        (_EXPANSION,),
        "A linear bottleneck that keeps the shape, and a shortcut around it",
    )
    x = b.input()
    y = b.add("conv", linear_bottleneck(), x, channels="=in_channels", expansion="=expansion")
    b.output(b.add("add", "Add", [x, y]))
    return b.block()


@cache
def shuffle_unit() -> Block:
    b = Builder(
        "ShuffleUnit",
        summary="Half of the maps pass through three convolutions; then both halves are mixed",
    )
    half = "=in_channels // 2"
    kept, x = b.branches("split", "Chunk", b.input(), chunks=2)
    x = b.add("conv1", "Conv2d", x, out_channels=half, kernel_size=1, bias=False)
    x = b.add("bn1", "BatchNorm2d", x)
    x = b.add("relu1", "ReLU", x)
    x = b.add("conv2", "DepthwiseConv2d", x, kernel_size=3, padding=1, bias=False)
    x = b.add("bn2", "BatchNorm2d", x)
    x = b.add("conv3", "Conv2d", x, out_channels=half, kernel_size=1, bias=False)
    x = b.add("bn3", "BatchNorm2d", x)
    x = b.add("relu3", "ReLU", x)
    x = b.add("concat", "Concat", [kept, x])
    b.output(b.add("shuffle", "ChannelShuffle", x, groups=2))
    return b.block()


@cache
def convnext() -> Block:
    b = Builder("ConvNeXtBlock", (), "A residual block on the model of the transformer")
    x = b.input()
    y = b.add("dwconv", "DepthwiseConv2d", x, kernel_size=7, padding=3)
    y = b.add("last", "Permute", y, dims=(2, 3, 1))
    y = b.add("norm", "LayerNorm", y, eps=1e-6)
    y = b.add("pwconv1", "Linear", y, out_features="=4 * in_channels")
    y = b.add("act", "GELU", y)
    y = b.add("pwconv2", "Linear", y, out_features="=in_channels")
    y = b.add("first", "Permute", y, dims=(3, 1, 2))
    y = b.add("gamma", "Scale", y, init=1e-6)
    b.output(b.add("add", "Add", [x, y]))
    return b.block()


@cache
def transformer_encoder() -> Block:
    b = Builder(
        "TransformerEncoder",
        parameters=(
            Param("features", Kind.INT, 64, "Numbers at every step, in and out", 1, _MOST),
            Param("heads", Kind.INT, 8, "Attention heads, which divide the features", 1, 1_000),
            Param("hidden", Kind.INT, 256, "Numbers in between, usually four times", 1, _MOST),
            Param("dropout", Kind.FLOAT, 0.1, "Probability that an element is zeroed", 0, 1),
        ),
        summary="Self-attention, then two linear layers at every step, each with a shortcut",
    )
    x = b.input()
    y = b.add("norm1", "LayerNorm", x)
    y = b.add("attention", "MultiheadAttention", [y, y, y], num_heads="=heads", dropout="=dropout")
    y = b.add("dropout1", "Dropout", y, p="=dropout")
    x = b.add("add1", "Add", [x, y])
    y = b.add("norm2", "LayerNorm", x)
    y = b.add("linear1", "Linear", y, out_features="=hidden")
    y = b.add("gelu", "GELU", y)
    y = b.add("dropout2", "Dropout", y, p="=dropout")
    y = b.add("linear2", "Linear", y, out_features="=features")
    y = b.add("dropout3", "Dropout", y, p="=dropout")
    b.output(b.add("add2", "Add", [x, y]))
    return b.block()


_MOBILENET = "Sandler et al., MobileNetV2, 2018"

BLOCKS = (
    ReadyBlock(conv_norm_relu, "Ioffe and Szegedy, Batch Normalization, 2015"),
    ReadyBlock(squeeze_excitation, "Hu et al., Squeeze-and-Excitation Networks, 2017"),
    ReadyBlock(linear_bottleneck, _MOBILENET, group="Mobile"),
    ReadyBlock(inverted_residual, _MOBILENET, needs=(linear_bottleneck,), group="Mobile"),
    ReadyBlock(shuffle_unit, "Ma et al., ShuffleNet V2, 2018", group="Mobile"),
    ReadyBlock(convnext, "Liu et al., A ConvNet for the 2020s, 2022", group="Modern"),
    ReadyBlock(
        transformer_encoder,
        "Vaswani et al., Attention Is All You Need, 2017; with the normalisation ahead, as Xiong "
        "et al., 2020",
        takes=((10, 64),),
        group="Modern",
    ),
)
