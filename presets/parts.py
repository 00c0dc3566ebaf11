"""Blocks that published networks are made of, where no preset here has them.

What follows from the channels that enter is written with `in_channels`, and never asked for.
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import maps
from presets.ready import ReadyBlock

_MOST = 100_000


_CHANNELS = maps("channels", 64, "Number of output maps")
_KERNEL = Param("kernel_size", Kind.INT, 3, "Height and width of the window, odd", 1, 99, unit="px")
_STRIDE = Param("stride", Kind.INT, 1, "Step of the window; 2 halves the size", 1, 8)


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


BLOCKS = (
    ReadyBlock(conv_norm_relu, "Ioffe and Szegedy, Batch Normalization, 2015"),
    ReadyBlock(
        transformer_encoder,
        "Vaswani et al., Attention Is All You Need, 2017; with the normalisation ahead, as Xiong "
        "et al., 2020",
        takes=((10, 64),),
        group="Modern",
    ),
)
