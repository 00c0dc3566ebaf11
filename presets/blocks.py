"""Blocks that are ready to be placed, with their sources, by groups in the order of the palette.

To read this module is to make them all: it is not needed for the presets, and not to be imported
where the window begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from presets import (
    conv_norm,
    convnext,
    densenet,
    efficientnet,
    googlenet,
    googlenet_bn,
    inception_resnet,
    inception_v3,
    inception_v4,
    mobilenet,
    nin,
    parts,
    preactivation,
    regnet,
    resnet,
    resnet_cifar,
    shufflenet,
    squeezenet,
    unet,
    vgg,
    xception,
)
from presets.ready import ReadyBlock

__all__ = ["BLOCKS", "GROUPS", "ReadyBlock"]

GROUPS = ("Convolution", "Residual", "Inception", "Dense", "Mobile", "Modern", "U-Net")

_ALL = [
    ready
    for family in (
        parts,
        vgg,
        nin,
        googlenet,
        googlenet_bn,
        inception_v3,
        inception_v4,
        inception_resnet,
        xception,
        resnet,
        resnet_cifar,
        preactivation,
        densenet,
        squeezenet,
        conv_norm,
        mobilenet,
        shufflenet,
        efficientnet,
        regnet,
        convnext,
        unet,
    )
    for ready in family.BLOCKS
]
BLOCKS: Mapping[str, ReadyBlock] = MappingProxyType(
    {r.block.name: r for r in sorted(_ALL, key=lambda r: GROUPS.index(r.group))}
)
