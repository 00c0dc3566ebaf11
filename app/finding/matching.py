"""Which nodes of a graph answer a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from itertools import chain
from typing import Any

from app.analysis.report import Report
from app.analysis.worked import Part
from app.finding.query import (
    FIGURES,
    All,
    Condition,
    Flag,
    Not,
    Query,
    QueryError,
    Some,
    Text,
    Wanted,
)
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError, UnknownKindError
from nodes.network import ROOT, Argument, Expression, Frozen, Graph, Network, Node

Test = Callable[[Node], bool]
_ABSENT: Any = object()
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
}


@dataclass(frozen=True)
class Place:
    """One graph of a network: the block that defines it, and an instance of that.

    `names` are the values of what expressions refer to there.
    """

    scope: str = ROOT
    prefix: str = ""
    names: Mapping[str, Any] = field(default_factory=dict)


def trails(network: Network) -> Iterator[tuple[str, ...]]:
    """The way to every graph that is used, by the names of its blocks; the outermost first.

    A definition that is used several times comes once.
    """
    waiting: list[tuple[tuple[str, ...], Graph]] = [((), network.graph)]
    seen: set[str] = set()
    for trail, graph in waiting:
        yield trail
        for kind in graph.kinds:
            block = network.block_by_name.get(kind)
            if block is not None and kind not in seen:
                seen.add(kind)
                waiting.append(((*trail, graph.of_kind(kind)[0].name), block.graph))


def find(query: Query, network: Network, report: Report, place: Place) -> list[str]:
    """The names of the nodes in a graph that answer, in the graph's order.

    Raises:
        QueryError: a condition names a parameter that nothing has.
    """
    matches = _Matching(network, report, place).test(query)
    return [node.name for node in network.scope(place.scope).nodes if matches(node)]


def known_parameters(network: Network) -> frozenset[str]:
    """The names of all parameters that a condition can be about."""
    of_blocks = (p.name for b in network.blocks for p in b.parameters)
    of_custom = (p.name for c in network.custom_by_name.values() for p in c.spec.params)
    own = (p.name for spec in CATALOGUE.values() for p in spec.params)
    return frozenset(chain(own, of_blocks, of_custom))


class _Matching:
    """A question put together once for a graph, so that every node takes little."""

    def __init__(self, network: Network, report: Report, place: Place) -> None:
        self._network, self._report, self._place = network, report, place
        self._graph = network.scope(place.scope)
        self._defaults: dict[str, Mapping[str, Argument]] = {}

    def test(self, query: Query) -> Test:
        match query:
            case Text():
                return _text(query)
            case Flag(name):
                return self._flag(name)
            case Condition():
                return self._condition(query)
            case Not(term):
                inner = self.test(term)
                return lambda node: not inner(node)
            case All(terms):
                tests = [self.test(term) for term in terms]
                return lambda node: all(test(node) for test in tests)
            case Some(terms):
                tests = [self.test(term) for term in terms]
                return lambda node: any(test(node) for test in tests)

    # --- flags -----------------------------------------------------------------------------------

    def _flag(self, name: str) -> Test:
        blocks, custom = self._network.block_by_name, self._network.custom_by_name
        scope = self._place.scope
        tests: dict[str, Test] = {
            "problem": lambda n: (scope, n.name) in self._troubled,
            "frozen": lambda n: n.frozen is not Frozen.NO,
            "bypassed": lambda n: n.enabled is not True and not self._value(n.enabled),
            "unused": lambda n: n.name not in self._reaching,
            "changed": lambda n: bool(n.args),
            "repeated": lambda n: n.repeat != 1,
            "block": lambda n: n.kind in blocks,
            "custom": lambda n: n.kind in custom,
        }
        return tests[name]

    @cached_property
    def _troubled(self) -> frozenset[tuple[str, str]]:
        """Scope and name of each node that a problem begins at, and of the blocks around it."""
        found: set[tuple[str, str]] = set()
        for path in {p.nodes[0] for p in self._report.problems if p.nodes}:
            scope, parts = ROOT, iter(path.split("."))
            for name in parts:
                node = self._network.scope(scope).by_name.get(name)
                if node is None:
                    break
                found.add((scope, name))
                if node.kind not in self._network.block_by_name:
                    break
                if node.numbered:
                    next(parts, None)
                scope = node.kind
        return frozenset(found)

    @cached_property
    def _reaching(self) -> frozenset[str]:
        """What an Output is worked out from."""
        found = {n.name for n in self._graph.of_kind("Output")}
        waiting = list(found)
        while waiting:
            for wire in self._graph.into(waiting.pop()):
                if wire.source.node not in found:
                    found.add(wire.source.node)
                    waiting.append(wire.source.node)
        return frozenset(found)

    # --- conditions ------------------------------------------------------------------------------

    def _condition(self, condition: Condition) -> Test:
        name, value = condition.name, condition.value
        known = known_parameters(self._network)
        if name not in known and name not in FIGURES:
            near = get_close_matches(name, [*known, *FIGURES, "name", "kind"], n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise QueryError(f"Nothing has a parameter “{name}”.{hint}")
        if condition.operator in _ORDER:
            if isinstance(value, str | bool | tuple) or value is None:
                raise QueryError(f"{name} {condition.operator} needs a number.")
            compare = _ORDER[condition.operator]
            return lambda node: _ordered(compare, self._of(node, name), value)
        negated = condition.operator == "!="

        def equal(node: Node) -> bool:
            actual = self._of(node, name)
            return actual is not _ABSENT and same(actual, value) is not negated

        return equal

    def _of(self, node: Node, name: str) -> Any:
        """The value of a parameter or figure of a node, or _ABSENT."""
        value: Any = node.args.get(name, _ABSENT)
        if value is _ABSENT:
            value = self._defaults_of(node.kind).get(name, _ABSENT)
        if value is _ABSENT and name in FIGURES:
            value = self._figure(node, name)
        return self._value(value) if isinstance(value, Expression) else value

    def _defaults_of(self, kind: str) -> Mapping[str, Argument]:
        if kind not in self._defaults:
            try:
                params = self._network.params(kind)
            except UnknownKindError:
                params = ()
            self._defaults[kind] = {p.name: p.default for p in params}
        return self._defaults[kind]

    def _value(self, value: Argument) -> Any:
        """An expression's value here, or its text where it has none."""
        if not isinstance(value, Expression):
            return value
        try:
            return value.evaluate(self._place.names)
        except SkipwireError:
            return str(value)

    @cached_property
    def _parts(self) -> Mapping[str, Part]:
        return self._report.nodes.parts(self._place.prefix)

    def _figure(self, node: Node, name: str) -> Any:
        if name == "repeat":
            return self._value(node.repeat)
        if name == "rate":
            return node.rate
        part = self._parts.get(node.name)
        if part is None:
            return _ABSENT
        if name == "channels":
            return next((s[0] for s in part.outputs.values() if s), _ABSENT)
        return getattr(part.costs, name)


def _text(query: Text) -> Test:
    plain, match = query.plain, query.pattern.match
    if query.field == "name":
        return (lambda n: plain in n.name.lower()) if plain else (lambda n: bool(match(n.name)))
    if query.field == "kind":
        return (lambda n: plain in n.kind.lower()) if plain else (lambda n: bool(match(n.kind)))
    if plain:
        return lambda n: plain in n.name.lower() or plain in n.kind.lower()
    return lambda n: bool(match(n.name) or match(n.kind))


def same(actual: Any, wanted: Wanted) -> bool:
    """Whether a value is the one that was asked for; 3 and 3x3 are the same."""
    if isinstance(actual, str) and isinstance(wanted, str):
        a, b = actual.lower(), wanted.lower()
        return a == b or a.partition("(")[0] == b  # an initialiser by its name
    if isinstance(actual, bool) or isinstance(wanted, bool) or actual is None or wanted is None:
        return actual is wanted
    if isinstance(actual, tuple) and isinstance(wanted, tuple):
        return actual == wanted
    if isinstance(actual, tuple):
        return all(a == wanted for a in actual)
    if isinstance(wanted, tuple):
        return all(w == actual for w in wanted)
    return bool(actual == wanted)


def _ordered(compare: Callable[[Any, Any], bool], actual: Any, wanted: Any) -> bool:
    if isinstance(actual, tuple):
        return bool(actual) and all(compare(a, wanted) for a in actual)
    if isinstance(actual, int | float) and not isinstance(actual, bool):
        return compare(actual, wanted)
    return False
