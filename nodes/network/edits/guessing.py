"""What a block made of a selection is called, and which numbers in it are to be its parameters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nodes.network.edits.arguments import scope_names
from nodes.network.edits.definitions import block_name_problem, parameter_problem
from nodes.network.edits.likeness import Place, alike, can_lift
from nodes.network.expression import Expression
from nodes.network.lookup import graph_of, nodes_of
from nodes.network.model import Argument, Graph, Network, Node, unused
from nodes.spec import Kind, Param, Style

_WIDTHS = ("out_channels", "out_features")
_MOST = 16  # times another number, for the one to be written as that
_CHAIN = 4  # kinds at most in a name
_WORDS = {
    "Conv": "Conv",
    "ConvTranspose": "Deconv",
    "BatchNorm": "BN",
    "LayerNorm": "LN",
    "GroupNorm": "GN",
    "InstanceNorm": "IN",
    "MaxPool": "Pool",
    "AvgPool": "Pool",
    "AdaptiveAvgPool": "Pool",
}
_DIMENSIONS = re.compile(r"(?<=[a-z])[123]d\Z")


@dataclass(frozen=True)
class Like:
    """Another place of the pattern, and the arguments that the block has there."""

    place: Place
    args: Mapping[str, Argument]


@dataclass(frozen=True)
class Guess:
    """`inside` has the expressions over the parameters, by node and parameter of its layer.

    `args` are those of the instance that takes the selection's place: what is no plain value, and
    so cannot be a default.
    """

    name: str
    parameters: tuple[Param, ...] = ()
    inside: Mapping[str, Mapping[str, Expression]] = field(default_factory=dict)
    args: Mapping[str, Argument] = field(default_factory=dict)
    likes: tuple[Like, ...] = ()

    def with_expressions(self, node: Node) -> Node:
        """The node as it stands in the block."""
        lifted = self.inside.get(node.name)
        return replace(node, args={**node.args, **lifted}) if lifted else node


def guess(network: Network, scope: str, names: Collection[str]) -> Guess:
    """Name, parameters and other places of a block that would be made of these nodes.

    Values that differ between the places become parameters, and so do the number of channels that
    leaves and those that stand in it more than once.
    """
    graph = graph_of(network, scope)
    selected = nodes_of(graph, names)
    places = alike(network, scope, names)
    lifting = _Lifting(scope_names(network, scope))
    rows = _rows(network, graph, selected, places)
    widths = [row for row in rows if _is_width(row.param)]
    lifting.add_widths(widths)
    for row in rows:
        if row not in widths:
            lifting.add(row)
    arguments = [lifting.arguments(k) for k in range(len(places) + 1)]
    return Guess(
        _name(network, graph, selected),
        tuple(lifting.parameters),
        lifting.inside,
        {name: value for name, value in arguments[0].items() if isinstance(value, Expression)},
        tuple(Like(place, args) for place, args in zip(places, arguments[1:], strict=True)),
    )


# --- parameters ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Row:
    """One parameter of one node, with its values at the selection and at the other places."""

    node: str
    param: Param
    values: tuple[Argument, ...]

    @property
    def differs(self) -> bool:
        return any(v != self.values[0] for v in self.values)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The values where all are whole numbers, else none."""
        found = tuple(v for v in self.values if isinstance(v, int) and not isinstance(v, bool))
        return found if len(found) == len(self.values) else ()


def _rows(
    network: Network, graph: Graph, selected: Sequence[Node], places: Sequence[Place]
) -> list[_Row]:
    rows = []
    for node in selected:
        nodes = [node, *(graph.by_name[place[node.name]] for place in places)]
        for param in network.params(node.kind):
            if all(can_lift(n, param) for n in nodes):
                values = tuple(n.args.get(param.name, param.default) for n in nodes)
                rows.append(_Row(node.name, param, values))
    return rows


def _is_width(param: Param) -> bool:
    return param.kind is Kind.INT and (param.name in _WIDTHS or param.unit == "maps")


class _Lifting:
    """Collects parameters, and what stands inside in the place of the values they took."""

    def __init__(self, taken: Collection[str]) -> None:
        self.parameters: list[Param] = []
        self.inside: dict[str, dict[str, Expression]] = {}
        self._taken = set(taken)
        self._known: list[tuple[_Row, str]] = []

    def arguments(self, at: int) -> dict[str, Argument]:
        """What the parameters are at one place, where that is not their default."""
        defaults = {p.name: p.default for p in self.parameters}
        found = {name: row.values[at] for row, name in self._known}
        return {name: value for name, value in found.items() if value != defaults[name]}

    def add_widths(self, rows: Sequence[_Row]) -> None:
        if not rows:
            return
        leaving, count = rows[-1], Counter(row.values for row in rows)
        for row in rows:
            if any(isinstance(v, Expression) for v in row.values) and not row.differs:
                continue  # it follows the block around already
            if row.differs or row.values == leaving.values or count[row.values] > 1:
                name = leaving.param.name if row.values == leaving.values else "channels"
                self._lift(row, name, widths=True)

    def add(self, row: _Row) -> None:
        if row.param.name == "groups" and row.numbers and row.values[0] != 1:
            for other, name in self._known:  # depthwise: as many groups as channels
                if _is_width(other.param) and other.values == row.values:
                    self._write(row, Expression(name))
                    return
        if row.differs:
            self._lift(row, row.param.name)

    def _lift(self, row: _Row, wanted: str, *, widths: bool = False) -> None:
        for other, name in self._known:
            named_alike = widths and _is_width(other.param)
            named_alike |= (other.param.name, other.param.kind) == (row.param.name, row.param.kind)
            if named_alike and other.values == row.values:
                self._write(row, Expression(name))
                return
        if (told := self._told_by_another(row)) is not None:
            self._write(row, told)
            return
        name = wanted if wanted not in self._taken else f"{row.node}_{row.param.name}"
        name = unused(name if name[:1].isalpha() else f"n{name}", self._taken)
        value = row.values[0]
        default = row.param.default if isinstance(value, Expression) else value
        param = replace(row.param, name=name, default=default, style=Style.KEYWORD, words=())
        if parameter_problem(param) is not None:
            return
        self._taken.add(name)
        self.parameters.append(param)
        self._known.append((row, name))
        self._write(row, Expression(name))

    def _write(self, row: _Row, expression: Expression) -> None:
        self.inside.setdefault(row.node, {})[row.param.name] = expression

    def _make_whole(self, name: str) -> None:
        """A parameter that is calculated with is one number, and no pair."""
        at = next(k for k, p in enumerate(self.parameters) if p.name == name)
        self.parameters[at] = replace(self.parameters[at], kind=Kind.INT)

    def _told_by_another(self, row: _Row) -> Expression | None:
        """What it is of a known number at every place: 4 times it, or for a padding half of it."""
        numbers = row.numbers
        if not row.differs or not numbers:
            return None
        for other, name in self._known:
            known = other.numbers
            if not known or min(known) < 1:
                continue
            pairs = list(zip(numbers, known, strict=True))
            halves = row.param.name == "padding" and other.param.name == "kernel_size"
            if halves and all(n == k // 2 for n, k in pairs):
                self._make_whole(name)
                return Expression(f"{name} // 2")
            if not (_is_width(row.param) and _is_width(other.param)):
                continue
            times = numbers[0] // known[0]
            if 2 <= times <= _MOST and all(n == times * k for n, k in pairs):
                return Expression(f"{times} * {name}")
        return None


# --- the name ------------------------------------------------------------------------------------


def _name(network: Network, graph: Graph, selected: Sequence[Node]) -> str:
    """A free name: after its pattern, its chain of layers, what its names begin with, or Block1."""
    wanted = _pattern(graph, selected) or _chain(network, graph, selected) or _beginning(selected)
    taken = {*network.block_by_name, *network.custom_by_name}
    if wanted and block_name_problem(wanted) is None:
        return unused(wanted, taken)
    return next(f"Block{k}" for k in range(1, len(taken) + 2) if f"Block{k}" not in taken)


def _pattern(graph: Graph, selected: Sequence[Node]) -> str:
    """Residual where a sum takes what enters as well, Dense where a concatenation does."""
    inside = {n.name for n in selected}
    entering = {
        w.source for n in selected for w in graph.into(n.name) if w.source.node not in inside
    }
    fed = {w.source for n in selected if n.kind not in _JOINS for w in graph.into(n.name)}
    for node in selected:
        into = [w.source for w in graph.into(node.name)]
        if node.kind not in _JOINS or len(into) < 2 or not any(s.node in inside for s in into):
            continue
        if any(s in entering and s in fed for s in into):
            return "ResidualBlock" if node.kind == "Add" else "DenseBlock"
        if node.kind == "Add" and len(entering) == 1:  # the shortcut has layers of its own
            return "ResidualBlock"
    return ""


_JOINS = ("Add", "Concat")


def _chain(network: Network, graph: Graph, selected: Sequence[Node]) -> str:
    """The kinds of a short chain in its order: ConvBNReLU."""
    inside = {n.name for n in selected}
    links = {
        w.source.node: w.target.node
        for n in selected
        for w in graph.out_of(n.name)
        if w.target.node in inside
    }
    starts = [n for n in inside if n not in links.values()]
    if not 2 <= len(selected) <= _CHAIN or len(starts) != 1 or len(links) != len(selected) - 1:
        return ""
    words, name = [], starts[0]
    while True:
        node = graph.by_name[name]
        words.append("" if node.enabled is False else _word(node.kind))  # bypassed: does nothing
        if name not in links or len(words) > len(selected):
            break
        name = links[name]
    return "".join(words) if len(words) == len(selected) else ""


def _word(kind: str) -> str:
    plain = _DIMENSIONS.sub("", kind)
    return _WORDS.get(plain, plain)


def _beginning(selected: Sequence[Node]) -> str:
    """What all names begin with, in the words of a class: stem_conv and stem_bn make Stem."""
    parts = [n.name.split("_")[:-1] for n in selected]
    common: list[str] = []
    for words in zip(*parts, strict=False):
        if len(set(words)) > 1:
            break
        common.append(words[0])
    return "".join(w[:1].upper() + w[1:] for w in common)
