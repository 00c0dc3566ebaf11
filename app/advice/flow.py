"""The layers of a network as they follow each other, with blocks and repeats laid open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.analysis import NodeReport, Report
from app.analysis.report import join
from app.analysis.structure import structure
from nodes.errors import SkipwireError
from nodes.network import ROOT, Network
from nodes.network.resolve import arguments, channels, enabled
from nodes.spec import Args, Shape

Source = tuple[str, str]  # the path of a layer, and its output port
_WEIGHTED = ("Conv", "Linear", "DepthwiseConv", "SeparableConv", "Bilinear")


@dataclass(frozen=True)
class Layer:
    """One layer at one place: its arguments as numbers, and what feeds it."""

    report: NodeReport
    args: Args
    sources: tuple[Source, ...]

    @property
    def path(self) -> str:
        return self.report.path

    @property
    def kind(self) -> str:
        return self.report.kind

    @property
    def definition(self) -> tuple[str, str]:
        """Where it is declared: all its places have this in common."""
        return self.report.scope, self.report.name

    @property
    def shape(self) -> Shape:
        """Of its first output."""
        return next(iter(self.report.outputs.values()))

    @property
    def weighted(self) -> bool:
        """Whether it is a convolution or a linear layer."""
        return self.kind.startswith(_WEIGHTED)


class Flow:
    """Every layer that has shapes, in the order of computation.

    Blocks, their Inputs and Outputs, and nodes that are switched off are seen through.
    """

    def __init__(self, network: Network, report: Report) -> None:
        self.network = network
        self.report = report
        self.layers: dict[str, Layer] = {}
        self._orders: dict[str, tuple[tuple[str, ...], Mapping[str, tuple[Source, ...]]]] = {}
        # Copies of a block mostly have the same arguments.
        self._resolved: dict[tuple[object, ...], dict[str, Args]] = {}
        self._follow(ROOT, "", {}, None)

    @cached_property
    def after(self) -> Mapping[str, tuple[Layer, ...]]:
        """The layers that each layer feeds, by its path; one that it feeds twice stands twice."""
        found: dict[str, list[Layer]] = {path: [] for path in self.layers}
        for layer in self.layers.values():
            for path, _ in layer.sources:
                found[path].append(layer)
        return {path: tuple(layers) for path, layers in found.items()}

    @cached_property
    def places(self) -> Mapping[tuple[str, str], tuple[Layer, ...]]:
        """All places of each definition."""
        found: dict[tuple[str, str], list[Layer]] = {}
        for layer in self.layers.values():
            found.setdefault(layer.definition, []).append(layer)
        return {key: tuple(layers) for key, layers in found.items()}

    def before(self, layer: Layer) -> tuple[Layer, ...]:
        return tuple(self.layers[path] for path, _ in layer.sources)

    def of(self, *prefixes: str) -> Iterator[Layer]:
        """The layers whose kind begins so."""
        return (x for x in self.layers.values() if x.kind.startswith(prefixes))

    def _follow(
        self, scope: str, prefix: str, env: Mapping[str, object], given: Mapping[str, Source] | None
    ) -> dict[str, Source]:
        """Lays one graph open; returns what feeds each of its Outputs."""
        graph = self.network.scope(scope)
        if scope not in self._orders:
            found = structure(self.network, graph)
            self._orders[scope] = (
                found.order,
                {
                    name: tuple((w.source.node, w.source.port) for w in wires)
                    for name, wires in found.inputs.items()
                },
            )
        order, inputs = self._orders[scope]
        resolved = self._resolved.setdefault((scope, tuple(env.values())), {})
        values: dict[Source, Source] = {}
        outputs: dict[str, Source] = {}
        for name in order:
            path = join(prefix, name)
            report = self.report.nodes.get(path)
            sources = [values.get(source) for source in inputs.get(name, ())]
            known = tuple(s for s in sources if s is not None)
            if report is None or not report.outputs or len(known) != len(sources):
                continue
            node = graph.by_name[name]
            if node.kind == "Input" and given is not None:
                if name in given:
                    values[name, "output"] = given[name]
                continue
            if node.kind == "Output" and given is not None:
                outputs[name] = known[0]
                continue
            try:
                if node.kind in self.network.block_by_name:
                    made = self._instance(report, env, scope, known)
                elif enabled(node, env):
                    if name not in resolved:
                        resolved[name] = Args(**arguments(self.network, node, env))
                    self.layers[path] = Layer(report, resolved[name], known)
                    made = {port: (path, port) for port in report.outputs}
                else:
                    made = dict.fromkeys(report.outputs, known[0])
            except SkipwireError:
                continue  # a problem, and told as one
            for port, source in made.items():
                values[name, port] = source
        return outputs

    def _instance(
        self, report: NodeReport, env: Mapping[str, object], scope: str, sources: tuple[Source, ...]
    ) -> dict[str, Source]:
        """An instance of a block, copy after copy."""
        node = self.network.scope(scope).by_name[report.name]
        block = self.network.block_by_name[node.kind]
        current = sources
        for copy in range(report.repeat):
            index = copy if node.numbered else None
            prefix = report.path if index is None else join(report.path, node.copy_name(copy))
            if not enabled(node, env, index):
                continue
            inner = {
                **arguments(self.network, node, env, index),
                **channels(block, self.report.nodes[prefix].inputs),
            }
            ports = {p.name: s for p, s in zip(block.inputs, current, strict=False)}
            made = self._follow(block.name, prefix, inner, ports)
            current = tuple(made[port] for port in block.outputs if port in made)
            if len(current) != len(block.outputs):
                return {}
        return dict(zip(block.outputs, current, strict=False))
