"""A network of one block, as a module of torch."""

from __future__ import annotations

from typing import Any

from torch import nn

from nodes.network import Block
from nodes.network.builder import Builder
from nodes.spec import Shape
from tests.networks.measured import module


def single(*definitions: Block, shape: Shape, **args: Any) -> nn.Module:
    """The last of the definitions on an input of this shape; for evaluation, its name is block."""
    b = Builder("Single")
    x = b.input(*shape)
    b.output(b.add("block", definitions[-1], x, **args))
    return module(b.network(blocks=definitions)).eval()
