"""Networks that the tests of edits start from."""

from __future__ import annotations

from itertools import pairwise

from nodes.network import Block, Expression, Graph, Network, Node, Wire, wire
from nodes.spec import Kind, Param

WIDTH = Param("width", Kind.INT, 8, "Channels", minimum=1, maximum=512)
STRIDE = Param("stride", Kind.INT, 1, "Step", minimum=1, maximum=4)


def chain_wires(*names: str) -> tuple[Wire, ...]:
    return tuple(wire(a, "output", b, "input") for a, b in pairwise(names))


def chain() -> Network:
    """input → conv1 → bn1 → relu1 → output."""
    names = ("input", "conv1", "bn1", "relu1", "output")
    kinds = ("Input", "Conv2d", "BatchNorm2d", "ReLU", "Output")
    nodes = tuple(
        Node(n, k, position=(0.0, 100.0 * i))
        for i, (n, k) in enumerate(zip(names, kinds, strict=True))
    )
    return Network("chain", Graph(nodes, chain_wires(*names)))


def branches() -> Network:
    """An input in three convolutions, a, b and c, which meet in a Concat in this order."""
    nodes = (
        Node("input", "Input"),
        *(Node(n, "Conv2d", {"padding": 1}, (100.0 * i, 100.0)) for i, n in enumerate("abc")),
        Node("cat", "Concat", position=(100.0, 200.0)),
        Node("output", "Output", position=(100.0, 300.0)),
    )
    wires = (
        *(wire("input", "output", n, "input") for n in "abc"),
        *(wire(n, "output", "cat", "inputs") for n in "abc"),
        wire("cat", "output", "output", "input"),
    )
    return Network("branches", Graph(nodes, wires))


UNIT = Block(
    "Unit",
    (WIDTH, STRIDE),
    Graph(
        (
            Node("x", "Input"),
            Node(
                "conv",
                "Conv2d",
                {"out_channels": Expression("width * 2"), "stride": Expression("stride")},
                (0.0, 100.0),
            ),
            Node("relu", "ReLU", position=(0.0, 200.0)),
            Node("y", "Output", position=(0.0, 300.0)),
        ),
        chain_wires("x", "conv", "relu", "y"),
    ),
    "A convolution and its activation",
)
STAGE = Block(
    "Stage",
    (WIDTH,),
    Graph(
        (
            Node("input", "Input"),
            Node(
                "units",
                "Unit",
                {"width": Expression("width"), "stride": Expression("2 if i == 0 else 1")},
                repeat=2,
            ),
            Node("output", "Output"),
        ),
        (wire("input", "output", "units", "x"), wire("units", "y", "output", "input")),
    ),
)


def nested() -> Network:
    """input → first (Unit) → stage (Stage, two Units) → output."""
    nodes = (
        Node("input", "Input", {"shape": (1, 28, 28)}),
        Node("first", "Unit", {"width": 4}, (0.5, 100.25)),
        Node("stage", "Stage", {"width": 16}, (0.0, 200.0), enabled=False),
        Node("output", "Output"),
    )
    wires = (
        wire("input", "output", "first", "x"),
        wire("first", "y", "stage", "input"),
        wire("stage", "output", "output", "input"),
    )
    return Network("nested", Graph(nodes, wires), (UNIT, STAGE))
