"""Starting points: small networks that train as they are, to be drawn on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.data.names import DIGITS, SYNTHETIC
from nodes.network import Network
from nodes.network.builder import Builder
from nodes.network.document import Document
from nodes.network.model import Endpoint


@dataclass(frozen=True)
class Template:
    """What a network of its kind begins with; `data` is what it is trained on at first."""

    id: str
    title: str
    summary: str
    draw: Callable[[Builder], None]
    data: str = DIGITS

    @property
    def document(self) -> Document:
        return Document(self.network, {"data": self.data})

    @property
    def network(self) -> Network:
        drawn = Builder(self.title)
        self.draw(drawn)
        return drawn.network()


def _conv(g: Builder, name: str, x: Endpoint, maps: int, kernel: int, stride: int = 1) -> Endpoint:
    """A convolution with its normalisation and activation."""
    x = g.add(
        name,
        "Conv2d",
        x,
        out_channels=maps,
        kernel_size=kernel,
        stride=stride,
        padding=kernel // 2,
        bias=False,
    )
    x = g.add(f"{name}_norm", "BatchNorm2d", x)
    return g.add(f"{name}_relu", "ReLU", x)


def _scores(g: Builder, x: Endpoint) -> None:
    """Ten classes, from the mean of every map."""
    x = g.add("avgpool", "AdaptiveAvgPool2d", x)
    x = g.add("flatten", "Flatten", x)
    g.output(g.add("fc", "Linear", x, out_features=10))


def _classifier(g: Builder) -> None:
    x = g.input(1, 28, 28)
    for stage, maps in ((1, 16), (2, 32)):
        x = g.add(f"conv{stage}", "Conv2d", x, out_channels=maps, kernel_size=3, padding=1)
        x = g.add(f"relu{stage}", "ReLU", x)
        x = g.add(f"pool{stage}", "MaxPool2d", x, kernel_size=2)
    _scores(g, x)


def _residual(g: Builder) -> None:
    x = _conv(g, "stem", g.input(1, 28, 28), 16, 3, 2)
    for block in (1, 2):
        y = _conv(g, f"conv{block}a", x, 16, 3)
        y = g.add(f"conv{block}b", "Conv2d", y, out_channels=16, kernel_size=3, padding=1)
        x = g.add(f"relu{block}", "ReLU", g.add(f"add{block}", "Add", [x, y]))
    _scores(g, x)


def _inception(g: Builder) -> None:
    x = _conv(g, "stem", g.input(1, 28, 28), 16, 3, 2)
    one = _conv(g, "branch1x1", x, 8, 1)
    three = _conv(g, "branch3x3", _conv(g, "reduce3x3", x, 8, 1), 16, 3)
    five = _conv(g, "branch5x5", _conv(g, "reduce5x5", x, 4, 1), 8, 5)
    pool = g.add("pool", "MaxPool2d", x, kernel_size=3, stride=1, padding=1)
    pool = _conv(g, "pool_proj", pool, 8, 1)
    _scores(g, g.add("concat", "Concat", [one, three, five, pool]))


def _signal(g: Builder) -> None:
    x = g.input(1, 128)
    for stage, maps in ((1, 16), (2, 32)):
        x = g.add(f"conv{stage}", "Conv1d", x, out_channels=maps, kernel_size=7, padding=3)
        x = g.add(f"relu{stage}", "ReLU", x)
        x = g.add(f"pool{stage}", "MaxPool1d", x, kernel_size=4)
    x = g.add("flatten", "Flatten", x)
    g.output(g.add("fc", "Linear", x, out_features=10))


TEMPLATES: Sequence[Template] = (
    Template("classifier", "Image classifier", "Convolutions and pools", _classifier),
    Template("residual", "Residual network", "Two shortcuts", _residual),
    Template("inception", "Inception-like", "Four branches meet", _inception),
    Template("signal", "1D signal", "Convolutions in time", _signal, SYNTHETIC),
)
