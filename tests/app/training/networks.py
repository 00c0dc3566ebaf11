"""Sources as the generator writes them, and the starts that train them."""

from __future__ import annotations

from typing import Any

from app.training.messages import Start
from app.training.recipe import Recipe

LENET = """\
import torch
from torch import Tensor, nn

__all__ = ["LeNet"]


class LeNet(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d({channels}, 6, 5)
        self.act1 = nn.{activation}()
        self.pool1 = nn.{pool}(2)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.act2 = nn.{activation}()
        self.pool2 = nn.{pool}(2)
        self.flatten = nn.Flatten()
        self.fc1 = nn.Linear(400, 120)
        self.act3 = nn.{activation}()
        self.fc2 = nn.Linear(120, 84)
        self.act4 = nn.{activation}()
        self.fc3 = nn.Linear(84, {classes})

    def forward(self, x: Tensor) -> Tensor:
        x = self.pool1(self.act1(self.conv1(x)))
        x = self.pool2(self.act2(self.conv2(x)))
        x = self.act3(self.fc1(self.flatten(x)))
        return self.fc3(self.act4(self.fc2(x)))
"""
LENET_PATHS = (
    *("input", "conv1", "act1", "pool1", "conv2", "act2", "pool2"),
    *("flatten", "fc1", "act3", "fc2", "act4", "fc3"),
)

# small, with everything that a probe could disturb: running statistics and random numbers
TINY = """\
import torch
from torch import Tensor, nn


class Tiny(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, 6, 3, padding=1)
        self.bn = nn.BatchNorm2d(6)
        self.drop = nn.Dropout(0.5)
        self.fc = nn.Linear(6 * 8 * 8, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = self.drop(torch.relu(self.bn(self.conv(x))))
        return self.fc(x.flatten(1))
"""
TINY_PROBE = """\
import torch


def probe(model, x):
    yield "input", x
    x = model.get_submodule("conv")(x)
    yield "conv", x
    x = model.get_submodule("bn")(x)
    yield "bn", x
    x = torch.relu(x)
    yield "relu", x
    x = model.get_submodule("drop")(x)
    yield "drop", x
    x = x.flatten(1)
    yield "flatten", x
    x = model.get_submodule("fc")(x)
    yield "fc", x
"""
NO_PROBE = "def probe(model, x):\n    yield 'input', x\n"


def chain_probe(paths: tuple[str, ...]) -> str:
    """The probe of a network that is one chain of modules behind its input."""
    lines = ["def probe(model, x):", f"    yield {paths[0]!r}, x"]
    for path in paths[1:]:
        lines += [f"    x = model.get_submodule({path!r})(x)", f"    yield {path!r}, x"]
    return "\n".join(lines) + "\n"


def lenet(
    activation: str = "ReLU",
    pool: str = "MaxPool2d",
    channels: int = 1,
    classes: int = 10,
    **recipe: Any,
) -> Start:
    return Start(
        source=LENET.format(activation=activation, pool=pool, channels=channels, classes=classes),
        class_name="LeNet",
        probe=chain_probe(LENET_PATHS),
        recipe=Recipe(**{"device": "cpu", **recipe}),
        input_shape=(channels, 32, 32),
        output_shape=(classes,),
    )


def tiny(source: str = TINY, probe: str = TINY_PROBE, **recipe: Any) -> Start:
    """A network for digits of 8×8, by default on few of them: most are kept for validation."""
    values = {"device": "cpu", "epochs": 1, "batch_size": 16, **recipe}
    return Start(source, "Tiny", probe, Recipe(**values), (1, 8, 8), (10,))
