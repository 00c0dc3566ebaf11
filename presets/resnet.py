"""Residual networks: every block adds what it learns to its own input.

He, Zhang, Ren and Sun: Deep Residual Learning for Image Recognition, 2015 (arXiv:1512.03385).
Published: ResNet-18 27.88 % top-1 error on ImageNet (ten crops), and 30.24 % (one crop) with the
weights of torchvision, whose names and order of weights it has here; ResNet-20 8.75 % error on
CIFAR-10, with shortcuts padded by zeros where this one projects (option B of the paper).
"""

from __future__ import annotations

from functools import cache

from nodes.network import Block, Network
from nodes.network.builder import Builder
from nodes.spec import Kind, Param
from presets.preset import Preset, Reference, channels, classes, input_size
from presets.ready import ReadyBlock

_CHANNELS = Param("channels", Kind.INT, 64, "Number of output maps", 1, 100_000, unit="maps")
_STRIDE = Param("stride", Kind.INT, 1, "Step of the first window; 2 halves the size", 1, 8)


@cache
def downsample() -> Block:
    b = Builder("Downsample", (_CHANNELS, _STRIDE), "Projects a shortcut to the block's new shape")
    x = b.input()
    x = b.add(
        "0", "Conv2d", x, out_channels="=channels", kernel_size=1, stride="=stride", bias=False
    )
    x = b.add("1", "BatchNorm2d", x)
    b.output(x)
    return b.block()


@cache
def basic_block() -> Block:
    b = Builder(
        "BasicBlock",
        parameters=(
            _CHANNELS,
            _STRIDE,
            Param("project", Kind.BOOL, False, "Project the shortcut, where the shape changes"),
        ),
        summary="Two 3×3 convolutions and a shortcut around them",
    )
    x = b.input()
    y = b.add(
        "conv1", "Conv2d", x,
        out_channels="=channels", kernel_size=3, stride="=stride", padding=1, bias=False,
    )  # fmt: skip
    y = b.add("bn1", "BatchNorm2d", y)
    y = b.add("relu1", "ReLU", y)
    y = b.add("conv2", "Conv2d", y, out_channels="=channels", kernel_size=3, padding=1, bias=False)
    y = b.add("bn2", "BatchNorm2d", y)
    shortcut = b.add(
        "downsample", downsample(), x, channels="=channels", stride="=stride", enabled="=project"
    )
    y = b.add("add", "Add", [y, shortcut])
    y = b.add("relu2", "ReLU", y)
    b.output(y)
    return b.block()


# The first block of a stage halves the size.
_HALVED = {"stride": "=2 if i == 0 else 1", "project": "=i == 0"}


def _resnet18(input_size: int, channels: int, classes: int) -> Network:
    g = Builder("ResNet-18")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", "Conv2d", x, out_channels=64, kernel_size=7, stride=2, padding=3, bias=False)
    x = g.add("bn1", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x)
    x = g.add("maxpool", "MaxPool2d", x, kernel_size=3, stride=2, padding=1)
    x = g.add("layer1", basic_block(), x, repeat=2, channels=64)
    x = g.add("layer2", basic_block(), x, repeat=2, channels=128, **_HALVED)
    x = g.add("layer3", basic_block(), x, repeat=2, channels=256, **_HALVED)
    x = g.add("layer4", basic_block(), x, repeat=2, channels=512, **_HALVED)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    return g.network(blocks=(downsample(), basic_block()))


def _resnet20(input_size: int, channels: int, classes: int) -> Network:
    g = Builder("ResNet-20")
    x = g.input(channels, input_size, input_size)
    x = g.add("conv1", "Conv2d", x, out_channels=16, kernel_size=3, padding=1, bias=False)
    x = g.add("bn1", "BatchNorm2d", x)
    x = g.add("relu", "ReLU", x)
    x = g.add("layer1", basic_block(), x, repeat=3, channels=16)
    x = g.add("layer2", basic_block(), x, repeat=3, channels=32, **_HALVED)
    x = g.add("layer3", basic_block(), x, repeat=3, channels=64, **_HALVED)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    x = g.add("fc", "Linear", x, out_features=classes)
    g.output(x)
    return g.network(blocks=(downsample(), basic_block()))


_AUTHORS = "He, Zhang, Ren, Sun"
_PAPER = "Deep Residual Learning for Image Recognition"
# The paper's, with its rate of 0.1 for batches of 128 (CIFAR) and 256 (ImageNet) scaled to 64.
_SGD = {"optimizer": "sgd", "momentum": 0.9, "weight_decay": 1e-4}

PRESETS = (
    Preset(
        id="resnet20",
        title="ResNet-20 for CIFAR",
        family="ResNet",
        year=2015,
        authors=_AUTHORS,
        paper=_PAPER,
        link="https://arxiv.org/abs/1512.03385",
        summary="Nine residual blocks in three stages, with projection shortcuts",
        parameters=(input_size(32, minimum=8), channels(3), classes(10)),
        build=_resnet20,
        references=(Reference("resnet20_cifar_optB"),),
        recipe={**_SGD, "batch_size": 64, "learning_rate": 0.05, "epochs": 10},
    ),
    Preset(
        id="resnet18",
        title="ResNet-18",
        family="ResNet",
        year=2015,
        authors=_AUTHORS,
        paper=_PAPER,
        link="https://arxiv.org/abs/1512.03385",
        summary="Eight residual blocks in four stages, for ImageNet",
        parameters=(input_size(224, minimum=32), channels(3), classes(1000)),
        build=_resnet18,
        references=(Reference("resnet18"),),
        recipe={**_SGD, "batch_size": 64, "learning_rate": 0.025, "epochs": 10},
    ),
)

BLOCKS = (
    ReadyBlock(
        basic_block,
        "He et al., Deep Residual Learning for Image Recognition, 2015",
        needs=(downsample,),
        group="Residual",
    ),
)
