"""From what is to hold of every layer to the marks of nodes: frozen, and a rate of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.analysis.learning import Learns
from app.analysis.report import join
from app.transfer.expanded import Expanded
from app.transfer.ways import own_definition
from nodes.network import ROOT, Frozen, Graph, Network
from nodes.network.lookup import changed_nodes, map_graphs

States = Mapping[str, Learns]  # by the paths of layers


def held(network: Network, expanded: Expanded, states: States) -> Network:
    """The network where this holds of its layers, by as few marks as tell it.

    A block has the mark itself where all inside it is alike; else the nodes of its definition have,
    which becomes one of its own where other instances are not held in the same way.
    """
    return _Holding(expanded, states).graph(map_graphs(network, _cleared), ROOT, ("",))


def _cleared(graph: Graph) -> Graph:
    """The graph without any mark; the same object where it has none."""
    nodes = tuple(
        n if n.frozen is Frozen.NO and n.rate == 1 else replace(n, frozen=Frozen.NO, rate=1.0)
        for n in graph.nodes
    )
    same = all(a is b for a, b in zip(nodes, graph.nodes, strict=True))
    return graph if same else replace(graph, nodes=nodes)


class _Holding:
    def __init__(self, expanded: Expanded, states: States) -> None:
        self._expanded = expanded
        self._states = states

    def graph(self, network: Network, scope: str, prefixes: Sequence[str]) -> Network:
        """Marks the nodes of a scope whose instances are at these prefixes, all held alike."""
        for node in network.scope(scope).nodes:
            paths = [join(prefix, node.name) for prefix in prefixes]
            found = {state for path in paths for state in self._inside(path).values()}
            if len(found) == 1:
                (state,) = found
                marked = replace(node, frozen=state.frozen, rate=state.rate)
                network = changed_nodes(network, scope, {node.name: marked})
            elif found:
                instances = [
                    prefix
                    for prefix in self._expanded.instances[node.kind]
                    if prefix in paths or prefix.rpartition(".")[0] in paths
                ]
                if self._otherwise(node.kind, instances):
                    network = own_definition(network, scope, node.name)
                kind = network.scope(scope).by_name[node.name].kind
                network = self.graph(network, kind, instances)
        return network

    def _inside(self, path: str) -> States:
        """What holds of a layer, or of those in an instance, by their paths within."""
        start = f"{path}."
        return {
            layer[len(start) :]: state
            for layer, state in self._states.items()
            if layer == path or layer.startswith(start)
        }

    def _otherwise(self, kind: str, instances: Sequence[str]) -> bool:
        """Whether a block has other instances that learn, and not in the way of these."""
        ours = self._inside(instances[0])
        others = (self._inside(p) for p in self._expanded.instances[kind] if p not in instances)
        return any(
            other != ours and any(state.frozen is Frozen.NO for state in other.values())
            for other in others
        )
