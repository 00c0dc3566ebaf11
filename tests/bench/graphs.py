"""Random valid networks of any size, for the benches of the canvas."""

from __future__ import annotations

import math
import random

from nodes.catalogue import CATALOGUE
from nodes.network import Graph, Network, Node, Wire
from nodes.network.model import Endpoint
from nodes.spec import Value

STEP = (240.0, 130.0)
SHAKE = 15  # scene units a node is off the grid at most
SKIPS = (0.65, 0.65)  # chances that an Add has a second and a third input: 1.3 wires a node
_CYCLE = ("Conv2d", "BatchNorm2d", "ReLU", "Add")


def network(count: int, seed: int = 0) -> Network:
    """`count` nodes in rows: a chain of residual stages with skips of up to 3 stages."""
    chance = random.Random(seed)
    columns = _columns(count)

    def place(i: int) -> tuple[float, float]:
        across, down = i % columns * STEP[0], i // columns * STEP[1]
        return across + chance.randint(-SHAKE, SHAKE), down + chance.randint(-SHAKE, SHAKE)

    nodes = [Node("input", "Input", {}, place(0))]
    wires: list[Wire] = []
    for i in range(1, count - 1):
        kind = _CYCLE[(i - 1) % len(_CYCLE)]
        args: dict[str, Value] = {}
        if kind == "Conv2d":
            args = {"out_channels": 8, "kernel_size": (3, 3), "padding": (1, 1)}
        node = Node(f"{kind.lower()}{i}", kind, args, place(i))
        wires.append(_wire(nodes[-1], node))
        if kind == "Add":  # of what the stages before gave, which has the same shape
            ends = [i - len(_CYCLE) * k for k in (1, 2, 3) if i - len(_CYCLE) * k > 0]
            chosen = chance.sample(ends, min(sum(chance.random() < s for s in SKIPS), len(ends)))
            wires += [_wire(nodes[end], node) for end in chosen]
        nodes.append(node)
    last = Node("output", "Output", {}, place(count - 1))
    wires.append(_wire(nodes[-1], last))
    return Network("Random", Graph((*nodes, last), tuple(wires)))


def _columns(count: int) -> int:
    """So that the whole is as broad as a screen."""
    return max(round(math.sqrt(1.6 * count * STEP[1] / STEP[0])), 1)


def _wire(source: Node, target: Node) -> Wire:
    out = CATALOGUE[source.kind].output_names(source.args)[0]
    into = CATALOGUE[target.kind].inputs[0].name
    return Wire(Endpoint(source.name, out), Endpoint(target.name, into))


def focus(shown: Network) -> str:
    """The node in the middle, which is dragged."""
    nodes = shown.graph.nodes
    return nodes[len(nodes) // 2 + _columns(len(nodes)) // 2].name
