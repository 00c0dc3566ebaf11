"""Where else in a graph the pattern of a selection stands: the same kinds, wired the same way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nodes.errors import ExpressionError, UnknownKindError
from nodes.network.expression import Expression
from nodes.network.lookup import graph_of, nodes_of
from nodes.network.model import INDEX, Argument, Endpoint, Graph, Network, Node
from nodes.spec import Kind, LayerSpec, Param

MAX_PATTERN = 200  # nodes; nobody looks for a pattern that is larger
_TRIES = 500  # steps at one place, which branches that are all alike would multiply
# What a block's parameter can stand for; all else of two nodes must be equal.
LIFTED = (Kind.INT, Kind.FLOAT, Kind.BOOL, Kind.PAIR, Kind.TRIPLE)


Place = Mapping[str, str]  # from a node of the selection to the one that stands for it there


def alike(network: Network, scope: str, names: Collection[str]) -> tuple[Place, ...]:
    """The other places of the same pattern in a scope, in its order, none of which overlap.

    The values of parameters may differ there. None where the selection is in several pieces.
    """
    graph = graph_of(network, scope)
    selected = nodes_of(graph, names)
    steps = _steps(graph, [n.name for n in selected]) if selected else None
    if steps is None or len(selected) > MAX_PATTERN:
        return ()
    signs: dict[str, object] = {}

    def sign(name: str) -> object:
        if name not in signs:
            signs[name] = signature(network, graph.by_name[name])
        return signs[name]

    used = {n.name for n in selected}
    first = selected[0].name
    found: list[Place] = []
    for node in graph.by_name.values():
        if node.kind != selected[0].kind or node.name in used or sign(node.name) != sign(first):
            continue
        for mapped in _Search(graph, steps, sign, used).run({first: node.name}):
            if _wired_alike(graph, mapped):
                found.append(mapped)
                used |= set(mapped.values())
                break
    return tuple(found)


def signature(network: Network, node: Node) -> object:
    """What must be equal of two nodes for one definition to stand for both; None of its own."""
    try:
        definition, params = network.definition(node.kind), network.params(node.kind)
    except UnknownKindError:
        return object()
    whole = isinstance(definition, LayerSpec) and not isinstance(definition.outputs, tuple)
    equal = tuple(
        node.args.get(p.name, p.default) if whole or not can_lift(node, p) else None for p in params
    )
    marks = (node.enabled, node.first, node.frozen, node.rate, node.numbered)
    return node.kind, equal, marks, node.repeat


def can_lift(node: Node, param: Param) -> bool:
    """Whether a parameter of a block could stand for what the node has here."""
    value: Argument = node.args.get(param.name, param.default)
    if isinstance(value, Expression):
        try:
            return param.kind in LIFTED and INDEX not in value.names
        except ExpressionError:
            return False
    return param.kind in LIFTED and value not in param.words


@dataclass(frozen=True)
class _Step:
    """The next node of the pattern, and the wire that leads to it from one that is known."""

    name: str
    known: str
    down: bool
    ports: tuple[str, str]


def _steps(graph: Graph, names: Sequence[str]) -> list[_Step] | None:
    """A way through all the nodes along wires, from the first on; None where there is none."""
    inside, reached, waiting = set(names), {names[0]}, [names[0]]
    steps: list[_Step] = []
    for known in waiting:
        along = [(w.target.node, w, True) for w in graph.out_of(known)]
        along += [(w.source.node, w, False) for w in graph.into(known)]
        for name, w, down in along:
            if name in inside and name not in reached:
                reached.add(name)
                waiting.append(name)
                steps.append(_Step(name, known, down, (w.source.port, w.target.port)))
    return steps if reached == inside else None


class _Search:
    """Follows the steps at another place, and turns back where they lead nowhere."""

    def __init__(
        self,
        graph: Graph,
        steps: Sequence[_Step],
        sign: Callable[[str], object],
        used: Collection[str],
    ) -> None:
        self._graph, self._steps, self._used = graph, steps, used
        self._sign = sign
        self._left = _TRIES

    def run(self, mapped: dict[str, str], at: int = 0) -> Iterator[dict[str, str]]:
        """Every way to go on from here; iterative, since a pattern may be long."""
        open_ = [(mapped, at)]
        while open_ and self._left > 0:
            self._left -= 1
            mapped, at = open_.pop()
            if at == len(self._steps):
                yield mapped
                continue
            step = self._steps[at]
            taken = set(mapped.values())
            for name in reversed(list(self._next(step, mapped[step.known]))):
                if name not in taken and name not in self._used and self._fits(step.name, name):
                    open_.append(({**mapped, step.name: name}, at + 1))

    def _fits(self, name: str, other: str) -> bool:
        by_name = self._graph.by_name
        if other not in by_name or by_name[name].kind != by_name[other].kind:
            return False
        return self._sign(name) == self._sign(other)

    def _next(self, step: _Step, known: str) -> Iterator[str]:
        wires = self._graph.out_of(known) if step.down else self._graph.into(known)
        for w in wires:
            if (w.source.port, w.target.port) == step.ports:
                yield w.target.node if step.down else w.source.node


def _wired_alike(graph: Graph, names: Place) -> bool:
    """Whether also what enters and leaves the place does so as it does the selection."""
    there = set(names.values())
    entering: dict[Endpoint, Endpoint] = {}
    for name, other in names.items():
        ours, theirs = graph.into(name), graph.into(other)
        if [w.target.port for w in ours] != [w.target.port for w in theirs]:
            return False
        for a, b in zip(ours, theirs, strict=True):
            if a.source.node in names:
                if b.source != Endpoint(names[a.source.node], a.source.port):
                    return False
            elif b.source.node in there or entering.setdefault(a.source, b.source) != b.source:
                return False
        if _leaving(graph, name, names) != _leaving(graph, other, there):
            return False
    return len(set(entering.values())) == len(entering)  # and not one source for two


def _leaving(graph: Graph, name: str, inside: Collection[str]) -> set[str]:
    """The outputs of a node that are used outside."""
    return {w.source.port for w in graph.out_of(name) if w.target.node not in inside}
