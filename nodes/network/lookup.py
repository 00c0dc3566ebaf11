"""What the edits of a network ask of it: scopes, nodes, ports, and which block contains which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from nodes.errors import EditError, UnknownKindError
from nodes.network.model import ROOT, Block, Graph, Network, Node, Wire
from nodes.spec import LayerSpec, Port


def graph_of(network: Network, scope: str) -> Graph:
    """The graph of a scope; raises EditError where no block has that name."""
    try:
        return network.scope(scope)
    except UnknownKindError as error:
        raise EditError(str(error)) from None


def definition_of(network: Network, kind: str) -> LayerSpec | Block:
    """The layer or block of a kind; raises EditError where there is none."""
    try:
        return network.definition(kind)
    except UnknownKindError as error:
        raise EditError(str(error)) from None


def ports(network: Network, node: Node) -> tuple[tuple[Port, ...], tuple[str, ...]]:
    """Where wires can end and begin at a node; nowhere if its kind is unknown."""
    try:
        return network.ports(node.kind, node.args)
    except UnknownKindError:
        return (), ()


def node_of(graph: Graph, name: str) -> Node:
    """The node of a name; raises EditError where there is none."""
    if (node := graph.by_name.get(name)) is None:
        raise EditError(f"There is no node named “{name}” here.")
    return node


def nodes_of(graph: Graph, names: Collection[str]) -> tuple[Node, ...]:
    """The nodes of these names in the graph's order; raises EditError for an unknown name."""
    for name in names:
        node_of(graph, name)
    wanted = frozenset(names)
    return tuple(n for n in graph.nodes if n.name in wanted)


def scopes(network: Network) -> Iterator[tuple[str, Graph]]:
    """Every scope with its graph: the network itself, then the blocks."""
    yield ROOT, network.graph
    for block in network.blocks:
        yield block.name, block.graph


def title(scope: str) -> str:
    """A scope in words."""
    return "the network" if scope == ROOT else f"block {scope}"


def users(network: Network, block_name: str) -> Iterator[tuple[str, Node]]:
    """Every instance of a block, with the scope that it stands in."""
    for scope, graph in scopes(network):
        for node in graph.of_kind(block_name):
            yield scope, node


def contains(network: Network, block_name: str, other: str) -> bool:
    """Whether `other` is used in the definition of a block, directly or through other blocks."""
    seen, waiting = {block_name}, [block_name]
    while waiting:
        block = network.block_by_name.get(waiting.pop())
        for kind in {n.kind for n in block.graph.nodes} if block else ():
            if kind == other:
                return True
            if kind not in seen:
                seen.add(kind)
                waiting.append(kind)
    return False


def refuse_recursion(network: Network, scope: str, kind: str) -> None:
    """Raises EditError where a node of this kind in this scope would make a block hold itself."""
    if scope != ROOT and (kind == scope or contains(network, kind, scope)):
        raise EditError(f"{kind} cannot stand in block {scope}: {scope} would contain itself.")


def with_nodes(network: Network, scope: str, nodes: Iterable[Node]) -> Network:
    return network.with_graph(scope, network.scope(scope).with_nodes(tuple(nodes)))


def with_wires(network: Network, scope: str, wires: Iterable[Wire]) -> Network:
    return network.with_graph(scope, network.scope(scope).with_wires(tuple(wires)))


def led_along(graph: Graph, wires: Iterable[Wire]) -> Graph:
    """The graph with other wires in the places of its own; each keeps the points it is led through.

    `wires` has one for every wire of the graph, in their order.
    """
    new = tuple(wires)
    now = dict(zip(graph.wires, new, strict=True)) if graph.bends else {}
    return replace(graph, wires=new, bends=tuple((now[w], points) for w, points in graph.bends))


def changed_nodes(network: Network, scope: str, changes: Mapping[str, Node]) -> Network:
    """The network with some nodes of a scope replaced by others of the same name.

    Of nodes that share a name all are replaced. Untouched nodes stay the same objects, which makes
    the difference to the old network quick to find.
    """
    nodes = graph_of(network, scope).nodes
    return with_nodes(network, scope, (changes.get(n.name, n) for n in nodes))


def map_graphs(network: Network, change: Callable[[Graph], Graph]) -> Network:
    """The network with every graph put through `change`; untouched blocks stay the same objects."""

    def block(old: Block) -> Block:
        graph = change(old.graph)
        return old if graph is old.graph else replace(old, graph=graph)

    return replace(network, graph=change(network.graph), blocks=tuple(map(block, network.blocks)))
