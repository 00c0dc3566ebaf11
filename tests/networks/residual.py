"""ResNet-50 and ResNet-152: bottlenecks of three convolutions (He et al., 2015)."""

from __future__ import annotations

from nodes.network import Network
from nodes.network.builder import Builder
from presets.parts import bottleneck
from presets.resnet import downsample


def _resnet(depth: int, repeats: tuple[int, int, int, int], size: int) -> Network:
    block = bottleneck()
    g = Builder(f"ResNet-{depth}")
    x = g.input(3, size, size)
    x = g.add("conv1", "Conv2d", x, out_channels=64, kernel_size=7, stride=2, padding=3, bias=False)
    x = g.add("bn1", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x)
    x = g.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    for stage, count in enumerate(repeats):
        x = g.add(
            f"layer{stage + 1}",
            block,
            x,
            repeat=count,
            channels=64 * 2**stage,
            stride="=2 if i == 0 else 1" if stage else 1,
            project="=i == 0",
        )
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=1000)
    g.output(x)
    return g.network(blocks=(downsample(), block))


def resnet50(size: int = 224) -> Network:
    return _resnet(50, (3, 4, 6, 3), size)


def resnet152(size: int = 224) -> Network:
    return _resnet(152, (3, 8, 36, 3), size)
