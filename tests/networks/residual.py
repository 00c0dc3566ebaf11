"""ResNet-50 and ResNet-152: bottlenecks of three convolutions (He et al., 2015)."""

from __future__ import annotations

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.resnet import DOWNSAMPLE


def _bottleneck() -> Block:
    b = Builder(
        "Bottleneck",
        parameters=(
            Param("channels", Kind.INT, 64, "Maps of the 3×3 convolution", 1, 100_000),
            Param("stride", Kind.INT, 1, "Step of the 3×3 window", 1, 8),
            Param("project", Kind.BOOL, False, "Project the shortcut, where the shape changes"),
        ),
        summary="A 3×3 convolution between two of 1×1, and a shortcut around them",
    )
    x = b.input()
    y = b.add("conv1", "Conv2d", x, out_channels="=channels", kernel_size=1, bias=False)
    y = b.add("bn1", "BatchNorm2d", y)
    y = b.add("relu1", "ReLU", y)
    y = b.add(
        "conv2", "Conv2d", y,
        out_channels="=channels", kernel_size=3, stride="=stride", padding=1, bias=False,
    )  # fmt: skip
    y = b.add("bn2", "BatchNorm2d", y)
    y = b.add("relu2", "ReLU", y)
    y = b.add("conv3", "Conv2d", y, out_channels="=4 * channels", kernel_size=1, bias=False)
    y = b.add("bn3", "BatchNorm2d", y)
    shortcut = b.add(
        "downsample", DOWNSAMPLE, x, channels="=4 * channels", stride="=stride", enabled="=project"
    )
    y = b.add("add", "Add", [y, shortcut])
    y = b.add("relu3", "ReLU", y)
    b.output(y)
    return b.block()


def _resnet(depth: int, repeats: tuple[int, int, int, int], size: int) -> Network:
    bottleneck = _bottleneck()  # new every time: what is known of a block is kept with it
    g = Builder(f"ResNet-{depth}")
    x = g.input(3, size, size)
    x = g.add("conv1", "Conv2d", x, out_channels=64, kernel_size=7, stride=2, padding=3, bias=False)
    x = g.add("bn1", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x)
    x = g.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    for stage, count in enumerate(repeats):
        x = g.add(
            f"layer{stage + 1}",
            bottleneck,
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
    return g.network(blocks=(DOWNSAMPLE, bottleneck))


def resnet50(size: int = 224) -> Network:
    return _resnet(50, (3, 4, 6, 3), size)


def resnet152(size: int = 224) -> Network:
    return _resnet(152, (3, 8, 36, 3), size)
