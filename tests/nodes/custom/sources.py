"""Sources of custom layers that several tests use."""

from __future__ import annotations

GATE = '''\
import torch
from torch import Tensor, nn


class Gate(nn.Module):
    """Lets every map through as far as a learned gate opens.

    steepness: how suddenly the gate opens
    """

    def __init__(self, in_channels: int, steepness: float = 1.0) -> None:
        super().__init__()
        self.steepness = steepness
        self.gate = nn.Conv2d(in_channels, in_channels, kernel_size=1)

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(self.steepness * self.gate(x))
'''
SPLIT = """\
from torch import Tensor, nn


class Halves(nn.Module):
    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        a, b = x.chunk(2, 1)
        return a, b
"""


def layer(body: str, head: str = "", name: str = "Mine") -> str:
    """A source with a class of these lines; `head` goes before it."""
    lines = "".join(f"    {line}\n" if line else "\n" for line in body.strip().split("\n"))
    return (
        f"import torch\nfrom torch import Tensor, nn\n{head}\n\nclass {name}(nn.Module):\n{lines}"
    )


def forward(*lines: str) -> str:
    """A layer whose forward has these lines, of which the first is line 7 of the source."""
    return layer("\n".join(["def forward(self, x):", *(f"    {line}" for line in lines)]))
