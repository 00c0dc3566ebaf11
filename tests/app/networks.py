"""Small networks that several tests wire."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from nodes.network import Graph, Network, Node, Wire, wire


def node(name: str, kind: str, /, **args: Any) -> Node:
    repeat, enabled = args.pop("repeat", 1), args.pop("enabled", True)
    return Node(name, kind, args, repeat=repeat, enabled=enabled)


def link(source: str, target: str) -> Wire:
    """A wire between layers with one input; Add and Concat take it at `inputs`."""
    merge = target.startswith(("add", "concat"))
    return wire(source, "output", target, "inputs" if merge else "input")


def graph(nodes: list[Node], *chains: str) -> Graph:
    """Nodes, and wires along chains such as "input conv1 output"."""
    wires = []
    for chain in chains:
        names = chain.split()
        wires += [link(a, b) for a, b in pairwise(names)]
    return Graph(tuple(nodes), tuple(wires))


def network(nodes: list[Node], *chains: str, **more: Any) -> Network:
    return Network("Test", graph(nodes, *chains), **more)


def ends(*shape: int) -> list[Node]:
    return [node("input", "Input", shape=shape or (3, 8, 8)), node("output", "Output")]
