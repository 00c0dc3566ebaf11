"""DenseNet-121 and DenseNet-201 for ImageNet (Huang et al., 2016)."""

from __future__ import annotations

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.densenet import transition

STEM = 64
GROWTH = 32


def _layer() -> Block:
    b = Builder(
        "DenseBottleneck",
        parameters=(Param("growth_rate", Kind.INT, GROWTH, "Maps that it adds", 1, 10_000),),
        summary="Adds its new maps to all the maps before it, by way of a 1×1 convolution",
    )
    x = b.input()
    y = b.add("norm1", "BatchNorm2d", x)
    y = b.add("relu1", "ReLU", y)
    y = b.add("conv1", "Conv2d", y, out_channels="=4 * growth_rate", kernel_size=1, bias=False)
    y = b.add("norm2", "BatchNorm2d", y)
    y = b.add("relu2", "ReLU", y)
    y = b.add(
        "conv2", "Conv2d", y, out_channels="=growth_rate", kernel_size=3, padding=1, bias=False
    )
    y = b.add("concat", "Concat", [x, y])
    b.output(y)
    return b.block()


def _densenet(depth: int, repeats: tuple[int, int, int, int], size: int) -> Network:
    layer = _layer()
    g = Builder(f"DenseNet-{depth}")
    x = g.input(3, size, size)
    x = g.add(
        "conv0", "Conv2d", x, out_channels=STEM, kernel_size=7, stride=2, padding=3, bias=False
    )
    x = g.add("norm0", "BatchNorm2d", x)
    x = g.add("relu0", "ReLU", x)
    x = g.add("pool0", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    maps = STEM
    for stage, count in enumerate(repeats, 1):
        x = g.add(f"denseblock{stage}", layer, x, repeat=count)
        maps += count * GROWTH
        if stage < len(repeats):
            maps //= 2
            x = g.add(f"transition{stage}", transition(), x, channels=maps)
    x = g.add("norm5", "BatchNorm2d", x)
    x = g.add("relu5", "ReLU", x)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("classifier", "Linear", x, out_features=1000)
    g.output(x)
    return g.network(blocks=(layer, transition()))


def densenet121(size: int = 224) -> Network:
    return _densenet(121, (6, 12, 24, 16), size)


def densenet201(size: int = 224) -> Network:
    return _densenet(201, (6, 12, 48, 32), size)
