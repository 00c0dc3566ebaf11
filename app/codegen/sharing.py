"""Block definitions that differ in numbers only, made one with a parameter for each number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from nodes.catalogue import CATALOGUE
from nodes.network.expression import Expression
from nodes.network.model import INDEX, ROOT, Argument, Block, Graph, Network, Node, unused
from nodes.spec import Kind, Param, Style, Value

MOST = 8  # parameters that a class may gain; with more of them it would be harder to read
_ENDS = ("Input", "Output")
_REPEATS = Param("repeats", Kind.INT, 1, "")  # a node's repeat, as if it were a parameter
_NUMBERS = (Kind.INT, Kind.FLOAT, Kind.PAIR, Kind.TRIPLE)


@dataclass(frozen=True)
class Shared:
    """A network whose alike blocks are one. `origins` are the names of those that became a block.

    The numbers are parameters that every instance gives, and so of the style ALWAYS.
    """

    network: Network
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def share(network: Network, apart: Collection[str] = ()) -> Shared:
    """The network with one definition in place of those that differ in numbers only.

    It has the same `state_dict` keys. Blocks named in `apart` stay as they are.
    """
    heights: dict[str, int] = {}
    _measure(network, network.graph, heights)
    origins: dict[str, tuple[str, ...]] = {}
    for height in sorted(set(heights.values())):  # inner blocks first: others may differ in these
        alike: dict[object, list[Block]] = {}
        for block in network.blocks:
            if heights.get(block.name) == height and block.name not in apart:
                alike.setdefault(_form(network, block), []).append(block)
        for group in alike.values():
            if len(group) > 1 and (made := _merge(network, group)) is not None:
                network, name = made
                origins[name] = tuple(b.name for b in group)
    return Shared(network, origins)


def _measure(network: Network, graph: Graph, heights: dict[str, int]) -> int:
    """How deep blocks are nested in a graph; notes that of every block in use."""
    deepest = 0
    for node in graph.nodes:
        block = network.block_by_name.get(node.kind)
        if block is None or node.enabled is False:
            continue
        if block.name not in heights:
            heights[block.name] = 1 + _measure(network, block.graph, heights)
        deepest = max(deepest, heights[block.name])
    return deepest


def _form(network: Network, block: Block) -> object:
    """What two definitions have in common that differ in numbers only."""
    parameters = tuple((p.name, p.kind, p.choices, p.optional, p.words) for p in block.parameters)
    nodes = tuple(
        (
            n.name,
            n.kind,
            n.enabled,
            n.first,
            tuple(p.kind if _is_number(p, v) else v for p, v in _arguments(network, n)),
        )
        for n in block.graph.nodes
    )
    return parameters, nodes, block.graph.wires


def _arguments(network: Network, node: Node) -> Iterator[tuple[Param, Argument]]:
    if node.numbered:  # a node that does not repeat is written another way
        yield _REPEATS, node.repeat
    if node.kind not in _ENDS:
        for p in network.params(node.kind):
            yield p, node.args.get(p.name, p.default)


def _is_number(param: Param, value: Argument) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and param.kind in _NUMBERS


@dataclass(frozen=True)
class _Number:
    """A parameter of a node where definitions differ, with the value in each of them."""

    node: str
    param: Param
    values: tuple[Argument, ...]


def _merge(network: Network, group: Sequence[Block]) -> tuple[Network, str] | None:
    """The network with one block in place of these, and its name; None where it gains too much."""
    first = group[0]
    numbers = list(_numbers(network, group))
    named = _named(numbers, {INDEX, *(p.name for p in first.parameters)})
    if len(set(named)) > MOST:
        return None
    args: dict[str, dict[str, Argument]] = {}
    for name, number in zip(named, numbers, strict=True):
        args.setdefault(number.node, {})[number.param.name] = Expression(name)
    nodes = (_with(n, args.get(n.name, {})) for n in first.graph.nodes)
    parameters = {name: _parameter(name, n) for name, n in zip(named, numbers, strict=True)}
    block = Block(
        _block_name(network, group),
        (*parameters.values(), *first.parameters),
        Graph(tuple(nodes), first.graph.wires),
        first.summary if len({b.summary for b in group}) == 1 else "",
    )
    given = {
        b.name: {
            **{p.name: p.default for p in b.parameters if p.default != defaults[p.name]},
            **{name: n.values[at] for name, n in zip(named, numbers, strict=True)},
        }
        for defaults in [{p.name: p.default for p in first.parameters}]
        for at, b in enumerate(group)
    }
    return _replaced(network, block, given), block.name


def _with(node: Node, args: Mapping[str, Argument]) -> Node:
    args = {**node.args, **args}
    repeat = args.pop(_REPEATS.name, node.repeat)
    return replace(node, args=args, repeat=cast(int | Expression, repeat))


def _numbers(network: Network, group: Sequence[Block]) -> Iterator[_Number]:
    for node in group[0].graph.nodes:
        same = (_arguments(network, b.graph.by_name[node.name]) for b in group)
        for found in zip(*same, strict=True):
            values = tuple(value for _, value in found)
            if len(set(values)) > 1:
                yield _Number(node.name, found[0][0], values)


def _named(numbers: Sequence[_Number], taken: Collection[str]) -> list[str]:
    """What each is called: `out_channels`, or `conv2_out_channels` where there are others.

    Those of one parameter with the very same values are one.
    """
    names: dict[tuple[str, tuple[Argument, ...]], str] = {}
    for n in numbers:
        others = {m.values for m in numbers if m.param.name == n.param.name}
        plain = n.param.name if len(others) == 1 else f"{_word(n.node)}_{n.param.name}"
        if (n.param.name, n.values) not in names:
            names[n.param.name, n.values] = unused(plain, {*taken, *names.values()})
    return [names[n.param.name, n.values] for n in numbers]


def _word(node: str) -> str:
    return f"layer{node}" if node.isdigit() else node


def _parameter(name: str, number: _Number) -> Param:
    kind = Kind.FLOAT if number.param.kind is Kind.FLOAT else Kind.INT
    return Param(name, kind, cast(Value, number.values[0]), help="", style=Style.ALWAYS)


def _block_name(network: Network, group: Sequence[Block]) -> str:
    """`conv_block` for conv_block_64 and conv_block_128; else the name of the first."""
    stems = {re.sub(r"[\W_]*\d+$", "", b.name) for b in group}
    names = {b.name for b in group}
    others = {b.name for b in network.blocks} - names | CATALOGUE.keys()
    if len(stems) == 1 and (stem := stems.pop()) and stem not in others:
        return stem
    return group[0].name


def _replaced(
    network: Network, block: Block, given_by: Mapping[str, Mapping[str, Argument]]
) -> Network:
    """The network where every instance of a block in `given_by` is one of `block`, with these."""

    def rewired(graph: Graph) -> Graph:
        nodes = tuple(
            replace(n, kind=block.name, args={**given_by[n.kind], **n.args})
            if n.kind in given_by
            else n
            for n in graph.nodes
        )
        return Graph(nodes, graph.wires)

    kept = [replace(b, graph=rewired(b.graph)) for b in network.blocks if b.name not in given_by]
    network = replace(network, blocks=(block, *kept))
    return network.with_graph(ROOT, rewired(network.graph))
