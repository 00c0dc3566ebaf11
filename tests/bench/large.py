"""A large network to measure with: residual units one after the other, all in one flat graph."""

from __future__ import annotations

from collections.abc import Mapping

from nodes.network import Graph, Network, Node, Wire, wire
from nodes.network.model import Argument

STEM, MIDDLE = "stem", "middle"  # no shortcut leads past these, so that they can change all shapes
_COLUMN, _ACROSS, _DOWN = 100, 240.0, 130.0
_CONV: Mapping[str, Argument] = {"out_channels": 8, "kernel_size": (3, 3), "padding": (1, 1)}


def large(count: int) -> Network:
    """A valid network of so many nodes, a multiple of four, with 1.3 wires each."""
    nodes: list[Node] = []
    wires: list[Wire] = []

    def add(name: str, kind: str, *sources: str) -> str:
        column, row = divmod(len(nodes), _COLUMN)
        args = _CONV if kind == "Conv2d" else {}
        nodes.append(Node(name, kind, args, (column * _ACROSS, row * _DOWN)))
        port = "inputs" if kind == "Add" else "input"
        wires.extend(wire(source, "output", name, port) for source in sources)
        return name

    ends = [add(STEM, "Conv2d", add("input", "Input"))]
    units = (count - 4) // 4
    for unit in range(units):
        if unit == units // 2:
            ends = [add(MIDDLE, "Conv2d", ends[-1])]
        conv = add(f"conv{unit}", "Conv2d", ends[-1])
        relu = add(f"relu{unit}", "ReLU", add(f"bn{unit}", "BatchNorm2d", conv))
        shortcuts = ends[-1:] if unit % 5 else ends[-2:]
        ends.append(add(f"add{unit}", "Add", relu, *reversed(shortcuts)))
    add("output", "Output", ends[-1])
    return Network("Large", Graph(tuple(nodes), tuple(wires)))
