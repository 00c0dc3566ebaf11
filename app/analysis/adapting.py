"""The arguments with which a new layer or block keeps the shape of the wire that it is put on."""

from __future__ import annotations

from collections.abc import Mapping

from app.analysis.analyse import analyse
from app.analysis.report import Report
from nodes.network import Graph, Network, Node, Wire, wire
from nodes.spec import Kind, Shape, Value

_SETS_WIDTH = ("channels", "out_channels", "features", "out_features", "hidden_size", "expand")


def adapted(
    network: Network, report: Report, scope: str, on: Wire, kind: str
) -> Mapping[str, Value]:
    """Arguments for a node of this kind on a wire, so that what follows receives what it did.

    Empty where the defaults do that already, and where none would: a shape that is not known, or
    that is not the same in every instance of the scope; a kind that does not say its width.
    """
    shapes = {
        node.outputs.get(on.source.port)
        for node in report.nodes.values()
        if node.scope == scope and node.name == on.source.node
    }
    entering = shapes.pop() if len(shapes) == 1 else None
    if not entering:
        return {}
    for param in network.params(kind):
        if param.name not in _SETS_WIDTH or param.kind is not Kind.INT:
            continue
        for axis in (0, -1):
            value = _solved(network, kind, param.name, param.default, entering, axis)
            if value is not None and _gives(network, kind, {param.name: value}, entering, axis):
                return {} if value == param.default else {param.name: value}
        for value in (entering[0], entering[-1]):  # a shortcut may take no other at all
            if _leaving(network, kind, {param.name: value}, entering) == entering:
                return {} if value == param.default else {param.name: value}
    return {}


def _solved(
    network: Network, kind: str, name: str, default: Value, entering: Shape, axis: int
) -> int | None:
    """The value with which an axis stays as long as it is, if its length follows in a line."""
    if not isinstance(default, int):
        return None
    # Powers of two: heads and groups divide what comes out of them.
    low, high = 64, 128
    at_low = _leaving(network, kind, {name: low}, entering)
    at_high = _leaving(network, kind, {name: high}, entering)
    if not at_low or not at_high or at_low[axis] == at_high[axis]:
        return None
    slope = (at_high[axis] - at_low[axis]) / (high - low)
    value = low + (entering[axis] - at_low[axis]) / slope
    return int(value) if value >= 1 and value.is_integer() else None


def _gives(
    network: Network, kind: str, args: Mapping[str, Value], entering: Shape, axis: int
) -> bool:
    found = _leaving(network, kind, args, entering)
    return found is not None and found[axis] == entering[axis]


def _leaving(
    network: Network, kind: str, args: Mapping[str, Value], entering: Shape
) -> Shape | None:
    """What a node makes of a shape, if it takes it."""
    inputs, outputs = network.ports(kind, args)
    if len(inputs) != 1 or len(outputs) != 1:
        return None
    nodes = (
        Node("input", "Input", {"shape": entering}),
        Node("node", kind, args),
        Node("output", "Output"),
    )
    wires = (
        wire("input", "output", "node", inputs[0].name),
        wire("node", outputs[0], "output", "input"),
    )
    alone = Network("Alone", Graph(nodes, wires), network.blocks, network.custom)
    found = analyse(alone)
    return found.outputs[0] if found.ok else None
