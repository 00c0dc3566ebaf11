"""The arguments with which a new layer or block keeps the shape of the wire that it is put on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.advice.place import locate
from app.analysis import Report, analyse
from nodes.errors import ExpressionError
from nodes.network import ROOT, Argument, Expression, Graph, Network, Node, Wire, wire
from nodes.spec import Kind, Param, Shape, Value

_SETS_WIDTH = ("channels", "out_channels", "features", "out_features", "hidden_size", "expand")
_WINDOWED = {"kernel_size", "padding"}
MOST = 500  # instances of a block that are looked at

Arguments = Mapping[str, Argument]


def adapted(network: Network, report: Report, scope: str, on: Wire, kind: str) -> Arguments:
    """Arguments for a node of this kind on a wire, so that what follows receives what it did.

    In a block whose instances differ in width an expression says it. Empty where the defaults do
    that already, where the shape is not known, and where no argument would.
    """
    places = _entering(network, report, scope, on)
    shapes = list(dict.fromkeys(shape for shape, _ in places))
    if not shapes or not all(shapes):
        return {}
    each = [_numbers(network, kind, shape) for shape in shapes]
    if all(found == each[0] for found in each):
        return each[0]
    needed = dict(zip(shapes, each, strict=True))
    alike = {name: v for name, v in each[0].items() if all(e.get(name) == v for e in each)}
    differing = set().union(*each) - alike.keys()
    if scope == ROOT or len(differing) != 1:
        return {}
    name = differing.pop()
    default = next(p.default for p in network.params(kind) if p.name == name)
    wanted = [(needed[shape].get(name, default), env) for shape, env in places]
    for candidate in _expressions(network, scope):
        if all(_equals(candidate, env, value) for value, env in wanted):
            return {**alike, name: candidate}
    return {}


def fits(network: Network, report: Report, scope: str, on: Wire, kind: str) -> bool:
    """Whether a node of this kind takes what flows in a wire, as far as it is known: its axes."""
    shapes = {shape for shape, _ in _entering(network, report, scope, on)} - {()}
    return all(
        problem.rule != "rank"
        for shape in shapes
        if (alone := _alone(network, kind, {}, shape)) is not None
        for problem in analyse(alone).problems
    )


def _entering(
    network: Network, report: Report, scope: str, on: Wire
) -> list[tuple[Shape, Mapping[str, Value]]]:
    """What flows in a wire at every place of it, and what expressions there may name."""
    found: list[tuple[Shape, Mapping[str, Value]]] = []
    for node in report.nodes.values():
        if node.scope != scope or node.name != on.source.node or len(found) == MOST:
            continue
        place = locate(network, node.path, report)
        if place is not None:
            found.append((node.outputs.get(on.source.port, ()), place.env))
    return found


def _expressions(network: Network, scope: str) -> Iterator[Expression]:
    """How widths are written in a block: of what enters it, and of its other nodes."""
    block = network.block(scope)
    texts = dict.fromkeys(
        [
            *block.channel_names.values(),
            *(p.name for p in block.parameters if p.kind is Kind.INT),
            *(
                value.text
                for node in block.graph.nodes
                for name, value in node.args.items()
                if name in _SETS_WIDTH and isinstance(value, Expression)
            ),
        ]
    )
    for text in texts:
        yield Expression(text)
    for text in texts:  # a bottleneck gives four times what it is told
        yield Expression(f"({text}) // 4" if " " in text else f"{text} // 4")


def _equals(expression: Expression, env: Mapping[str, Value], value: Argument) -> bool:
    try:
        return bool(expression.evaluate(env) == value)
    except ExpressionError:
        return False


# --- numbers for one shape ------------------------------------------------------------------------


def _numbers(network: Network, kind: str, entering: Shape) -> dict[str, Value]:
    """Widths, and the padding with which a window keeps the size."""
    args = _widths(network, kind, entering)
    params = {p.name: p for p in network.params(kind)}
    leaving = _leaving(network, kind, args, entering)
    if leaving is None or leaving[1:] == entering[1:] or not params.keys() >= _WINDOWED:
        return args
    kernel = params["kernel_size"].default
    assert isinstance(kernel, int)
    padded = {**args, "padding": kernel // 2}
    leaving = _leaving(network, kind, padded, entering)
    return padded if leaving is not None and leaving[1:] == entering[1:] else args


def _widths(network: Network, kind: str, entering: Shape) -> dict[str, Value]:
    params = network.params(kind)
    for param in params:
        if param.name not in _SETS_WIDTH or param.kind is not Kind.INT:
            continue
        for axis in (0, -1):
            value = _solved(network, kind, param.name, param.default, entering, axis)
            if value is not None and _gives(network, kind, {param.name: value}, entering, axis):
                return {} if value == param.default else {param.name: value}
        for value in (entering[0], entering[-1]):  # a shortcut may take no other at all
            if _leaving(network, kind, {param.name: value}, entering) == entering:
                return {} if value == param.default else {param.name: value}
    return _scaled(network, kind, params, entering)


def _solved(
    network: Network, kind: str, name: str, default: Value, entering: Shape, axis: int
) -> int | None:
    """The value with which an axis stays as long as it is, if its length follows in a line."""
    if not isinstance(default, int):
        return None
    # Powers of two: heads and groups divide what comes out of them.
    low, high = 64, 128
    at_low = _leaving(network, kind, {name: low}, entering)
    at_high = _leaving(network, kind, {name: high}, entering)
    if not at_low or not at_high or at_low[axis] == at_high[axis]:
        return None
    slope = (at_high[axis] - at_low[axis]) / (high - low)
    value = low + (entering[axis] - at_low[axis]) / slope
    return int(value) if value >= 1 and value.is_integer() else None


def _scaled(
    network: Network, kind: str, params: tuple[Param, ...], entering: Shape
) -> dict[str, Value]:
    """All widths of a block of several branches in proportion, so that they add up to the wire's.

    What rounding leaves over goes to the first of them that takes it.
    """
    widths = {p.name: p.default for p in params if p.unit == "maps" and isinstance(p.default, int)}
    leaving = _leaving(network, kind, {}, entering)
    if len(widths) < 2 or not leaving or leaving[0] == entering[0]:
        return {}
    ratio = entering[0] / leaving[0]
    scaled: dict[str, Value] = {n: max(1, round(w * ratio)) for n, w in widths.items()}
    if _gives(network, kind, scaled, entering, 0):
        return scaled
    if not (leaving := _leaving(network, kind, scaled, entering)):
        return {}
    rest = entering[0] - leaving[0]
    for name, width in scaled.items():
        assert isinstance(width, int)
        other = {**scaled, name: width + rest}
        if width + rest >= 1 and _gives(network, kind, other, entering, 0):
            return other
    return {}


def _gives(
    network: Network, kind: str, args: Mapping[str, Value], entering: Shape, axis: int
) -> bool:
    found = _leaving(network, kind, args, entering)
    return found is not None and found[axis] == entering[axis]


def _leaving(
    network: Network, kind: str, args: Mapping[str, Value], entering: Shape
) -> Shape | None:
    """What a node makes of a shape, if it takes it."""
    alone = _alone(network, kind, args, entering)
    if alone is None:
        return None
    found = analyse(alone)
    return found.outputs[0] if found.ok else None


def _alone(
    network: Network, kind: str, args: Mapping[str, Value], entering: Shape
) -> Network | None:
    """A node by itself between Input and Output, if it has one of each."""
    inputs, outputs = network.ports(kind, args)
    if len(inputs) != 1 or len(outputs) != 1:
        return None
    nodes = (
        Node("input", "Input", {"shape": entering}),
        Node("node", kind, args),
        Node("output", "Output"),
    )
    wires = (
        wire("input", "output", "node", inputs[0].name),
        wire("node", outputs[0], "output", "input"),
    )
    return Network("Alone", Graph(nodes, wires), network.blocks, network.custom)
