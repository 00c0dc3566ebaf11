"""A merge and its branches: how far each reaches back, and what size other arguments would give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.advice.changes import Settings
from app.advice.place import Place, alone_before, shape_of, values_of
from app.analysis import Report
from nodes.network import Argument, Expression, Network, Node, Wire
from nodes.spec import Kind, Param, Shape, Value

MOST = 64  # layers that are followed back along one branch
_STRIDES = range(1, 5)


@dataclass(frozen=True)
class Branch:
    """One wire into a merge, with the nodes that only it runs through, in the order of the data."""

    wire: Wire
    shape: Shape
    nodes: tuple[Node, ...]
    begins: Shape | None  # what the first of its nodes receives


@dataclass(frozen=True)
class Merge:
    """A node where branches meet, at one place of the network."""

    network: Network
    report: Report
    place: Place
    node: Node
    branches: tuple[Branch, ...]

    def after(self, branch: Branch, settings: Settings) -> Shape | None:
        """What a branch would give with other arguments; None where it cannot be said."""
        shape, changed = branch.begins, False
        for node in branch.nodes:
            given = settings.get(node.name, {})
            changed = changed or bool(given)
            if shape is None:
                return None
            if not changed:
                found = self.report.at(self.place.prefix, node.name)
                shape = next(iter(found.outputs.values()), None) if found else None
            elif node.enabled is True:
                values = values_of(self.network, node, self.place.env)
                plain = {k: v for k, v in given.items() if not isinstance(v, Expression)}
                shape = shape_of(self.network, node, {**values, **plain}, [shape])
            else:
                return None
        return shape


def merge_at(network: Network, report: Report, place: Place) -> Merge | None:
    """The merge at a place, where the shapes of all its branches are known."""
    graph = network.scope(place.scope)
    node = graph.by_name[place.name]
    wires = graph.into(node.name)
    branches = []
    for wire in wires:
        if (shape := report.wire_shape(place.prefix, wire)) is None:
            return None
        branches.append(_branch(network, report, place, wire, shape))
    return Merge(network, report, place, node, tuple(branches)) if len(branches) > 1 else None


def _branch(network: Network, report: Report, place: Place, wire: Wire, shape: Shape) -> Branch:
    graph = network.scope(place.scope)
    nodes: list[Node] = []
    name: str | None = wire.source.node
    if len(graph.out_of(wire.source.node)) > 1:
        name = None
    while name is not None and len(nodes) < MOST:
        node = graph.by_name[name]
        if len(graph.into(name)) != 1:
            break
        nodes.insert(0, node)
        name = alone_before(graph, name)
    begins = shape
    if nodes:
        found = report.wire_shape(place.prefix, graph.into(nodes[0].name)[0])
        return Branch(wire, shape, tuple(nodes), found)
    return Branch(wire, shape, (), begins)


def windows(network: Network, branch: Branch) -> Iterator[tuple[Node, Mapping[str, Param]]]:
    """The layers of a branch that slide a window with padding and stride, with their parameters."""
    for node in branch.nodes:
        params = {p.name: p for p in network.params(node.kind)}
        if {"kernel_size", "padding", "stride"} <= params.keys() and node.enabled is True:
            yield node, params


def keeping(values: Mapping[str, Value], param: Param) -> Argument:
    """The padding with which a window of stride 1 keeps the size; None where no number does."""
    kernel, dilation = values.get("kernel_size"), values.get("dilation", 1)
    axes = _axes(kernel, dilation)
    if axes is None:
        return None
    sides = []
    for k, d in axes:
        if d * (k - 1) % 2:
            return "same" if "same" in param.words else None
        sides.append(d * (k - 1) // 2)
    return sides[0] if len(set(sides)) == 1 else tuple(sides)


def _axes(kernel: Value, dilation: Value) -> list[tuple[int, int]] | None:
    if isinstance(kernel, int) and isinstance(dilation, int):
        return [(kernel, dilation)]
    if not isinstance(kernel, int | tuple) or not isinstance(dilation, int | tuple):
        return None
    length = len(kernel) if isinstance(kernel, tuple) else len(dilation)  # type: ignore[arg-type]
    kernels = kernel if isinstance(kernel, tuple) else (kernel,) * length
    dilations = dilation if isinstance(dilation, tuple) else (dilation,) * length
    return list(zip(kernels, dilations, strict=True))


def kept(merge: Merge, branch: Branch) -> dict[str, dict[str, Argument]]:
    """The settings with which no window of a branch trims the edges, where they are others."""
    found: dict[str, dict[str, Argument]] = {}
    for node, params in windows(merge.network, branch):
        values = values_of(merge.network, node, merge.place.env)
        padding = keeping(values, params["padding"])
        if padding is not None and values.get("padding") != padding:
            found[node.name] = {"padding": padding}
    return found


def sames(merge: Merge, branch: Branch) -> dict[str, dict[str, Argument]]:
    """The same by the word, for layers that know it."""
    found: dict[str, dict[str, Argument]] = {}
    for node, params in windows(merge.network, branch):
        values = values_of(merge.network, node, merge.place.env)
        if "same" in params["padding"].words and values.get("kernel_size") != 1:
            found[node.name] = {"padding": "same"}
    return found


def single(merge: Merge, branch: Branch) -> Iterator[dict[str, dict[str, Argument]]]:
    """Settings of one argument: the padding or the stride of one window."""
    for node, _ in windows(merge.network, branch):
        values = values_of(merge.network, node, merge.place.env)
        kernel = values.get("kernel_size")
        largest = max(kernel) if isinstance(kernel, tuple) else kernel
        if not isinstance(largest, int):
            continue
        for padding in range(min(largest, 16)):
            if padding != values.get("padding"):
                yield {node.name: {"padding": padding}}
        for stride in _STRIDES:
            if stride != values.get("stride"):
                yield {node.name: {"stride": stride}}


def setter(
    merge: Merge, branch: Branch, params: tuple[str, ...] = ("out_channels", "out_features")
) -> tuple[Node, str] | None:
    """The last layer of a branch that chooses the number of channels, and the parameter."""
    for node in reversed(branch.nodes):
        declared = {p.name: p for p in merge.network.params(node.kind)}
        for name in params:
            if name in declared and declared[name].kind is Kind.INT:
                return node, name
    return None


def same_value(merge: Merge, node: Node, parameter: str, wanted: int) -> Argument:
    """The argument of a node as it is written, where it has the wanted value here."""
    values = values_of(merge.network, node, merge.place.env)
    written = node.args.get(parameter)
    if isinstance(written, Expression) and values.get(parameter) == wanted:
        return written
    return wanted
