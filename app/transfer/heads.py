"""The heads of a classifier: the layers that give one number a class, and their replacement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.analysis.report import NodeReport, Report, join
from app.transfer.ways import own_definitions, scope_of
from nodes.errors import SkipwireError
from nodes.network import ROOT, Expression, Network, Node, edits
from nodes.network.model import Graph
from nodes.spec import LayerSpec

_SIZE = {"Linear": "out_features", "RBF": "out_features"} | {
    f"Conv{rank}d": "out_channels" for rank in (1, 2, 3)
}
_KEEPING = ("Normalisation", "Activation")  # their weights mix no classes


class TransferError(SkipwireError):
    """A network that cannot be prepared for other data."""


@dataclass(frozen=True)
class Head:
    """The last layer ahead of an Output that mixes features into classes.

    `names` are those of the nodes from the network's own graph to the layer, through its blocks;
    `paths` are where these stand in the report.
    """

    output: str
    names: tuple[str, ...]
    paths: tuple[str, ...]
    classes: int

    @property
    def path(self) -> str:
        return self.paths[-1]


def find_heads(network: Network, report: Report) -> tuple[Head, ...]:
    """The head of every Output, of those for training only too.

    It is the last Linear layer or 1×1 convolution, behind which may come what leaves the number of
    classes as it is: activations, normalisations, dropout, pooling.

    Raises:
        TransferError: the network has problems, or no Output, or one without a head.
    """
    outputs = network.graph.of_kind("Output")
    if not report.ok or not outputs:
        raise TransferError("Mend the network first; then it can be prepared for other data.")
    search = _Search(network, report)
    return tuple(search.before(network.graph, Head(n.name, (), (), 0), n.name) for n in outputs)


class _Search:
    def __init__(self, network: Network, report: Report) -> None:
        self._network = network
        self._report = report

    def before(self, graph: Graph, found: Head, name: str, inside: str = "") -> Head:
        """The head ahead of a node, where `found` is the way to its graph, the instance `inside`.

        It is unfinished and leads to an Input where the block begins before there is one.
        """
        while len(wires := graph.into(name)) == 1:
            source = wires[0].source
            node = graph.by_name[source.node]
            path = join(inside, node.name)
            report = self._report.nodes[path]
            way = replace(found, names=(*found.names, node.name), paths=(*found.paths, path))
            if node.kind == "Input" and inside:
                return way
            if not report.enabled:
                name = node.name
                continue
            if node.kind in _SIZE and _one_cell(report):
                return replace(way, classes=report.outputs["output"][_axis(node.kind)])
            if (block := self._network.block_by_name.get(node.kind)) and report.repeat == 1:
                copy = join(path, node.copy_name(0)) if node.numbered else path
                way = self.before(block.graph, way, source.port, copy)
                if way.classes:
                    return way
                graph = _only(graph, node.name, way.names[-1])  # on from what enters the block
            elif not self._passes(node, report):
                raise _refusal(found.output, path, node.kind)
            name = node.name
        raise _refusal(found.output, join(inside, name), graph.by_name[name].kind)

    def _passes(self, node: Node, report: NodeReport) -> bool:
        """Whether the classes that come out of a node are those that enter it."""
        first = {shape[0] for shape in (*report.inputs, *report.outputs.values())}
        if len(report.inputs) != 1 or len(first) != 1:
            return False
        definition = self._network.definition(node.kind)
        family = definition.family if isinstance(definition, LayerSpec) else "Block"
        return not report.parameters or family in _KEEPING or node.kind in ("Scale", "LayerScale")


def _only(graph: Graph, name: str, port: str) -> Graph:
    """The graph with no wire into a node but that into one of its ports."""
    wires = (w for w in graph.wires if w.target.node != name or w.target.port == port)
    return replace(graph, wires=tuple(wires))


def _axis(kind: str) -> int:
    """The axis of the output that has the classes."""
    return -1 if _SIZE[kind] == "out_features" else 0


def _one_cell(report: NodeReport) -> bool:
    """Whether a layer looks at one cell at a time: a Linear layer, or a 1×1 convolution."""
    windows = (t.shape[2:] for t in report.tensors if t.name == "weight")
    return all(size == 1 for window in windows for size in window)


def _refusal(output: str, path: str, kind: str) -> TransferError:
    return TransferError(
        f"{output} has no head to replace: what it gives comes from {path} ({kind}), and not from "
        "a Linear layer or a 1×1 convolution with one output a class. Add such a layer ahead of it."
    )


# --- replacing them ------------------------------------------------------------------------------


def with_classes(network: Network, report: Report, heads: Sequence[Head], classes: int) -> Network:
    """The network whose heads give so many classes.

    Where a parameter of a block says how many, it is set at the instance; else in the definition.
    An instance gets a definition of its own where another one, that holds no head, has the same.

    Raises:
        EditError: the number is out of bounds.
    """
    settings = [_setting(network, head) for head in heads]
    places = {head.paths[depth] for head, (depth, _) in zip(heads, settings, strict=True)}
    changed = network
    for head, (depth, parameter) in zip(heads, settings, strict=True):
        names = head.names[: depth + 1]
        at = scope_of(network, names), names[-1]
        alike = {path for path, r in report.nodes.items() if (r.scope, r.name) == at}
        if at[0] != ROOT and alike - places:
            changed = own_definitions(changed, names)
        scope = scope_of(changed, names)
        changed = edits.set_argument(changed, scope, [names[-1]], parameter, classes)
        if parameter == "out_features" and changed.scope(scope).by_name[names[-1]].kind == "RBF":
            # codes of other classes would mean nothing
            changed = edits.set_argument(changed, scope, [names[-1]], "code", "learned")
    return changed


def _setting(network: Network, head: Head) -> tuple[int, str]:
    """Which node on the way to a head says how many classes there are, and its parameter."""
    depth = len(head.names) - 1
    parameter = _SIZE[_node(network, head, depth).kind]
    while depth:
        node = _node(network, head, depth)
        default = next(p.default for p in network.params(node.kind) if p.name == parameter)
        value = node.args.get(parameter, default)
        block = network.block(scope_of(network, head.names[: depth + 1]))
        if not isinstance(value, Expression) or value.text not in {
            p.name for p in block.parameters
        }:
            break
        depth, parameter = depth - 1, value.text
    return depth, parameter


def _node(network: Network, head: Head, depth: int) -> Node:
    names = head.names[: depth + 1]
    return network.scope(scope_of(network, names)).by_name[names[-1]]
