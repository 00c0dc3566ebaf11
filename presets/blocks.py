"""Blocks that are ready to be placed, with their sources, in the order of the palette."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from nodes.network import Block, Network
from nodes.spec import Shape
from presets import parts
from presets.densenet import DENSE_LAYER
from presets.inception import CONV_RELU, INCEPTION
from presets.resnet import BASIC_BLOCK, DOWNSAMPLE


@dataclass(frozen=True)
class ReadyBlock:
    """A block that can be placed in any network.

    `needs` are the definitions that it is built of, `takes` an input that fits its defaults.
    """

    block: Block
    source: str
    needs: tuple[Block, ...] = ()
    takes: Shape = (64, 16, 16)

    @cached_property
    def definitions(self) -> Network:
        """The block with all it needs, as a piece to be brought into a network."""
        return Network(self.block.name, blocks=(*self.needs, self.block))


_RESNET = "He et al., Deep Residual Learning for Image Recognition, 2015"
_MOBILENET = "Sandler et al., MobileNetV2, 2018"

_READY = (
    ReadyBlock(parts.CONV_NORM_RELU, "Ioffe and Szegedy, Batch Normalization, 2015"),
    ReadyBlock(parts.DOUBLE_CONV, "Ronneberger et al., U-Net, 2015"),
    ReadyBlock(parts.SEPARABLE_CONV, "Chollet, Xception, 2016; Howard et al., MobileNets, 2017"),
    ReadyBlock(parts.SQUEEZE_EXCITATION, "Hu et al., Squeeze-and-Excitation Networks, 2017"),
    ReadyBlock(BASIC_BLOCK, _RESNET, needs=(DOWNSAMPLE,)),
    ReadyBlock(parts.BOTTLENECK, _RESNET, needs=(DOWNSAMPLE,)),
    ReadyBlock(
        parts.PRE_ACTIVATION, "He et al., Identity Mappings in Deep Residual Networks, 2016"
    ),
    ReadyBlock(
        INCEPTION, "Szegedy et al., Going Deeper with Convolutions, 2014", needs=(CONV_RELU,)
    ),
    ReadyBlock(DENSE_LAYER, "Huang et al., Densely Connected Convolutional Networks, 2016"),
    ReadyBlock(parts.LINEAR_BOTTLENECK, _MOBILENET),
    ReadyBlock(parts.INVERTED_RESIDUAL, _MOBILENET, needs=(parts.LINEAR_BOTTLENECK,)),
    ReadyBlock(parts.SHUFFLE_UNIT, "Ma et al., ShuffleNet V2, 2018"),
    ReadyBlock(parts.CONVNEXT, "Liu et al., A ConvNet for the 2020s, 2022"),
    ReadyBlock(
        parts.TRANSFORMER_ENCODER,
        "Vaswani et al., Attention Is All You Need, 2017; with the normalisation ahead, as Xiong "
        "et al., 2020",
        takes=(10, 64),
    ),
)

BLOCKS: Mapping[str, ReadyBlock] = MappingProxyType({ready.block.name: ready for ready in _READY})
