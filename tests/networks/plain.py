"""VGG-11: eight convolutions in a row, then three linear layers (Simonyan and Zisserman, 2014)."""

from __future__ import annotations

from nodes.network import Network
from nodes.network.builder import Builder

_STAGES = ((64,), (128,), (256, 256), (512, 512), (512, 512))


def vgg11(size: int = 224) -> Network:
    g = Builder("VGG-11")
    x = g.input(3, size, size)
    for stage, widths in enumerate(_STAGES, 1):
        for number, maps in enumerate(widths, 1):
            place = f"{stage}_{number}"
            x = g.add(f"conv{place}", "Conv2d", x, out_channels=maps, kernel_size=3, padding=1)
            x = g.add(f"relu{place}", "ReLU", x, inplace=True)
        x = g.add(f"pool{stage}", "MaxPool2d", x, kernel_size=2, stride=2)
    x = g.add("avgpool", "AdaptiveAvgPool2d", x, output_size=7)
    x = g.add("flatten", "Flatten", x)
    for number in (1, 2):
        x = g.add(f"fc{number}", "Linear", x, out_features=4096)
        x = g.add(f"relu_fc{number}", "ReLU", x, inplace=True)
        x = g.add(f"dropout{number}", "Dropout", x)
    x = g.add("fc3", "Linear", x, out_features=1000)
    g.output(x)
    return g.network()
