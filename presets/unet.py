"""U-Net: down to what is in the image, and up again to where it is.

Ronneberger, Fischer and Brox: U-Net: Convolutional Networks for Biomedical Image Segmentation, 2015
(arXiv:1505.04597). Published: a warping error of 0.000353 on the EM segmentation challenge, and an
intersection over union of 92 % and 77.5 % on two cell tracking sets. The paper's convolutions are
not padded, so that an image of 572 px gives a map of 388 px; with padding the size stays.
"""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock


def _batch_norm(default: bool) -> Param:
    return Param("batch_norm", Kind.BOOL, default, "Normalise behind every convolution")


_CHANNELS = Param("channels", Kind.INT, 64, "Number of output maps", 1, 100_000, unit="maps")
_PADDING = Param(
    "padding", Kind.INT, 1, "1 keeps the size, 0 cuts 1 px from each side", 0, 1, unit="px"
)
_BOTH = {"padding": "=padding", "batch_norm": "=batch_norm"}
# Section 3: a standard deviation of √(2 / N), where N numbers come in.
_HE = {"weight_init": "kaiming_normal(mode=fan_in, nonlinearity=relu)"}


@cache
def double_conv() -> Block:
    b = Builder(
        "DoubleConv",
        (_CHANNELS, _PADDING, _batch_norm(True)),
        "Two 3×3 convolutions, as at every level of a U-Net",
    )
    x = b.input()
    for k in (1, 2):
        x = b.add(
            f"conv{k}", "Conv2d", x,
            out_channels="=channels", kernel_size=3, padding="=padding", bias="=not batch_norm",
            **_HE,
        )  # fmt: skip
        x = b.add(f"bn{k}", "BatchNorm2d", x, enabled="=batch_norm")
        x = b.add(f"relu{k}", "ReLU", x)
    b.output(x)
    return b.block()


@cache
def down() -> Block:
    b = Builder(
        "UNetDown",
        (_CHANNELS, _PADDING, _batch_norm(True)),
        "A pooling that halves the size, and two convolutions: one level down in a U-Net",
    )
    x = b.add("pool", "MaxPool2d", b.input(), kernel_size=2, stride=2)
    b.output(b.add("conv", double_conv(), x, channels="=channels", **_BOTH))
    return b.block()


@cache
def up() -> Block:
    b = Builder(
        "UNetUp",
        (_CHANNELS, _PADDING, _batch_norm(True)),
        "Doubles the size, joins what comes across, and convolves: one level up in a U-Net",
    )
    x = b.input(name="below")
    skip = b.input(name="skip")
    x = b.add("up", "ConvTranspose2d", x, out_channels="=channels", kernel_size=2, stride=2, **_HE)
    x = b.add("concat", "Concat", [skip, x])
    b.output(b.add("conv", double_conv(), x, channels="=channels", **_BOTH))
    return b.block()


def _unet(
    input_size: int,
    channels: int,
    classes: int,
    batch_norm: bool,
    width: int,
    dropout: float,
    padding: int,
) -> Network:
    both: dict[str, Any] = {"padding": padding, "batch_norm": batch_norm}
    cut = 4 * (1 - padding)  # px, by two convolutions
    g = Builder("U-Net")
    x = g.input(channels, input_size, input_size)
    x, size = g.add("inc", double_conv(), x, channels=width, **both), input_size - cut
    crossing = []
    for k in (1, 2, 3, 4):
        crossing.append((x, size))
        x, size = g.add(f"down{k}", down(), x, channels=width * 2**k, **both), size // 2 - cut
        if dropout and k > 2:  # at the end of the way down
            x = g.add(f"dropout{k}", "Dropout", x, p=dropout)
    for k in (1, 2, 3, 4):
        skip, wide = crossing.pop()
        if more := wide - 2 * size:
            amounts = (more // 2, more - more // 2) * 2
            skip = g.add(f"crop{k}", "Crop", skip, amounts=amounts)
        x = g.add(f"up{k}", up(), [x, skip], channels=width * 2 ** (4 - k), **both)
        size = 2 * size - cut
    g.output(g.add("outc", "Conv2d", x, out_channels=classes, kernel_size=1, **_HE))
    return g.network(blocks=(double_conv(), down(), up()))


_AUTHORS = "Ronneberger, Fischer, Brox"
_PAPER = "U-Net: Convolutional Networks for Biomedical Image Segmentation"
_LINK = "https://arxiv.org/abs/1505.04597"
_WIDTH = Param("width", Kind.INT, 64, "Maps of the upper level", 1, 1_000, unit="maps")
_DROPOUT = Param(
    "dropout",
    Kind.FLOAT,
    0.0,
    "Probability that an element is zeroed at the end of the way down; the paper has dropout "
    "there, and does not say how much",
    0,
    1,
)
_RECIPE = {"optimizer": "sgd", "momentum": 0.99, "batch_size": 1}

PRESETS: tuple[Preset, ...] = (
    Preset(
        id="unet_classic",
        title="U-Net",
        family="U-Net",
        year=2015,
        authors=_AUTHORS,
        paper=_PAPER,
        link=_LINK,
        summary="Four levels down and four up, with what was seen on the way down carried across",
        parameters=(
            input_size(572, minimum=188),
            channels(1),
            classes(2),
            _batch_norm(False),
            _WIDTH,
            _DROPOUT,
        ),
        build=partial(_unet, padding=0),
        references=(
            Reference("unet_classic"),
            Reference("unet_classic_rgb1", {"channels": 3, "classes": 1}),
        ),
        recipe=_RECIPE,
    ),
    Preset(
        id="unet_same_bn_rgb1",
        title="U-Net, padded",
        family="U-Net",
        year=2015,
        authors=_AUTHORS,
        paper=_PAPER,
        link=_LINK,
        summary="With padding and normalisation, as today: multiples of 16 px keep their size",
        parameters=(
            input_size(256, minimum=16),
            channels(3),
            classes(1),
            _batch_norm(True),
            _WIDTH,
            _DROPOUT,
        ),
        build=partial(_unet, padding=1),
        references=(Reference("unet_same_bn_rgb1"),),
        recipe=_RECIPE,
    ),
)
_SOURCE = "Ronneberger et al., U-Net, 2015"
BLOCKS: tuple[ReadyBlock, ...] = (
    ReadyBlock(double_conv, _SOURCE, group="U-Net"),
    ReadyBlock(down, _SOURCE, needs=(double_conv,), group="U-Net"),
    ReadyBlock(up, _SOURCE, needs=(double_conv,), takes=((128, 8, 8), (64, 16, 16)), group="U-Net"),
)
