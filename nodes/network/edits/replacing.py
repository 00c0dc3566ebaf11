"""Putting another kind in the place of nodes, which keep what fits it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from nodes.errors import EditError
from nodes.network.edits.arguments import check_argument, checked, names_for
from nodes.network.lookup import (
    changed_nodes,
    definition_of,
    graph_of,
    nodes_of,
    ports,
    refuse_recursion,
)
from nodes.network.model import Argument, Block, Endpoint, Graph, Network, Node, Wire

_NO_ARGUMENTS: Mapping[str, Argument] = {}


class Replaced(NamedTuple):
    """The new network, and what of the nodes did not fit: how often, by what it is."""

    network: Network
    lost: Mapping[str, int]


def replace_kind(
    network: Network,
    scope: str,
    names: Collection[str],
    kind: str,
    given: Mapping[str, Argument] = _NO_ARGUMENTS,
) -> Replaced:
    """Make nodes ones of another kind.

    Names, places and what training does with them stay. Arguments go to the parameters of the same
    name that take them, with `given` before them; wires to the ports of the same name, else to
    those in the same place.

    Raises:
        EditError: one of the nodes is an Input or Output, or the kind is; there is no such kind; or
            a block would contain itself.
    """
    graph = graph_of(network, scope)
    old = nodes_of(graph, names)
    definition = definition_of(network, kind)
    if fixed := next((n.name for n in old if n.kind in ("Input", "Output")), None):
        raise EditError(f"{fixed} is an Input or Output, which nothing else can stand for.")
    if kind in ("Input", "Output"):
        raise EditError(f"No node can become an {kind}: add one and wire it.")
    refuse_recursion(network, scope, kind)
    lost: Counter[str] = Counter()
    made: dict[str, Node] = {}
    for node in old:
        if node.kind == kind and not given:
            continue
        new = replace(node, kind=kind, args=_args(network, scope, node, kind, given, lost))
        if not isinstance(definition, Block):
            lost["repeat"] += node.numbered
            new = replace(new, repeat=1, first="", unfolded=False)
        made[node.name] = checked(network, scope, new)
    network = changed_nodes(network, scope, made)
    before = {node.name: node for node in old}
    rewired = _rewired(network, graph, before, made, lost)
    result = replace(network.scope(scope), wires=tuple(w for w in rewired if w is not None))
    now = {a: b for a, b in zip(graph.wires, rewired, strict=True) if b is not None}
    bends = tuple((now[w], way) for w, way in graph.bends if w in now)
    return Replaced(network.with_graph(scope, replace(result, bends=bends)), +lost)


def _args(
    network: Network,
    scope: str,
    node: Node,
    kind: str,
    given: Mapping[str, Argument],
    lost: Counter[str],
) -> Mapping[str, Argument]:
    params = {p.name: p for p in network.params(kind)}
    kept = dict(given)
    for name, value in node.args.items():
        if name in given:
            continue
        try:
            if name not in params:
                raise EditError(name)
            kept[name] = check_argument(node, params[name], value, names_for(network, scope, node))
        except EditError:
            lost[name] += 1
    return kept


def _rewired(
    network: Network,
    graph: Graph,
    before: Mapping[str, Node],
    made: Mapping[str, Node],
    lost: Counter[str],
) -> Sequence[Wire | None]:
    """For each wire of the graph the one in its place, or none."""
    entries = {n: _ports_for(network, before[n], made[n], 0) for n in made}
    exits = {n: _ports_for(network, before[n], made[n], 1) for n in made}
    single = {
        Endpoint(n, port.name)
        for n in made
        for port in ports(network, made[n])[0]
        if not port.variadic
    }
    taken: set[Endpoint] = set()
    found: list[Wire | None] = []
    for w in graph.wires:
        source = _led(w.source, exits)
        target = _led(w.target, entries)
        if source is None or target is None or (target in single and target in taken):
            lost["wires"] += 1
            found.append(None)
            continue
        taken.add(target)
        found.append(Wire(source, target))
    return found


def _led(end: Endpoint, ways: Mapping[str, Mapping[str, str]]) -> Endpoint | None:
    if end.node not in ways:
        return end
    port = ways[end.node].get(end.port)
    return None if port is None else Endpoint(end.node, port)


def _ports_for(network: Network, old: Node, new: Node, side: int) -> Mapping[str, str]:
    """The new port for each old one: of the same name, else in the same place."""
    theirs, ours = _names(network, old, side), _names(network, new, side)
    if not ours:
        return {}
    found: dict[str, str] = {}
    for k, name in enumerate(theirs):
        if name in ours:
            found[name] = name
        elif k < len(ours) or len(ours) == 1:  # a single one may take them all
            found[name] = ours[min(k, len(ours) - 1)]
    return found


def _names(network: Network, node: Node, side: int) -> Sequence[str]:
    entries, exits = ports(network, node)
    return [p.name for p in entries] if side == 0 else exits
