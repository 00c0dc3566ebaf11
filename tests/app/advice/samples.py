"""Networks with something wrong in them, and with something that could be better."""

from __future__ import annotations

from typing import Any

from nodes.network import Network
from nodes.network.builder import Builder


def textbook_inception(size: int = 28) -> Network:
    """The Inception module as a well-known textbook prints it: its branches do not fit.

    No window has padding, so that every branch trims the edges as often as it has windows.
    """
    b = Builder("Inception")
    x = b.input(192, size, size)
    one = b.add("conv1", "Conv2d", x, out_channels=64, kernel_size=1, stride=2)
    two = b.add("conv2a", "Conv2d", x, out_channels=96, kernel_size=1)
    two = b.add("conv2b", "Conv2d", two, out_channels=128, kernel_size=3, stride=2)
    three = b.add("pool", "AvgPool2d", x, kernel_size=3, stride=2)
    three = b.add("conv3", "Conv2d", three, out_channels=32, kernel_size=3)
    four = b.add("conv4a", "Conv2d", x, out_channels=16, kernel_size=1)
    four = b.add("conv4b", "Conv2d", four, out_channels=32, kernel_size=3)
    four = b.add("conv4c", "Conv2d", four, out_channels=32, kernel_size=3, stride=2)
    b.output(b.add("concat", "Concat", [one, two, three, four]))
    return b.network()


def chain(
    *layers: tuple[str, str, dict[str, Any]], shape: tuple[int, ...] = (3, 32, 32)
) -> Network:
    """One layer after the other: name, kind, arguments."""
    b = Builder("Chain")
    x = b.input(*shape)
    for name, kind, args in layers:
        x = b.add(name, kind, x, **args)
    b.output(x)
    return b.network()


def residual(channels: int = 16, stride: int = 1, padding: int = 1) -> Network:
    """Two convolutions and a plain shortcut, which fits only where neither changes the shape."""
    b = Builder("Residual")
    x = b.input(16, 32, 32)
    y = b.add(
        "conv1", "Conv2d", x,
        out_channels=channels, kernel_size=3, stride=stride, padding=padding, bias=False,
    )  # fmt: skip
    y = b.add("bn1", "BatchNorm2d", y)
    y = b.add("relu1", "ReLU", y)
    y = b.add("conv2", "Conv2d", y, out_channels=channels, kernel_size=3, padding=1, bias=False)
    y = b.add("bn2", "BatchNorm2d", y)
    y = b.add("add", "Add", [y, x])
    b.output(b.add("relu2", "ReLU", y))
    return b.network()
