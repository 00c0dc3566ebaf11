"""Networks as plain JSON values and back, one way for the document file and the clipboard.

What is well-formed can be read, even where the network is wrong: names used twice, wires to
nowhere and cycles are for the analysis to show. What no analysis could make sense of is refused:
unknown kinds and parameters, values out of bounds, blocks that contain themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import Any

from nodes.custom import CustomLayer
from nodes.errors import DocumentError, ExpressionError, ParameterError, UnknownKindError
from nodes.network.edits.arguments import ENABLED, RATE, REPEAT, check_first, check_value
from nodes.network.edits.custom import custom_problem
from nodes.network.edits.definitions import block_name_problem, parameter_problem
from nodes.network.expression import Expression
from nodes.network.marks import Colour, Frame, Note
from nodes.network.model import (
    Argument,
    Bend,
    Block,
    Endpoint,
    Frozen,
    Graph,
    Network,
    Node,
    Position,
    Wire,
)
from nodes.network.records import CustomRecord, GraphRecord, NetworkRecord, NodeRecord, ParamRecord
from nodes.network.strictjson import short
from nodes.spec import Param, Value

_Params = Callable[[str], Mapping[str, Param]]


def write_network(network: Network) -> dict[str, Any]:
    """Graph and definitions of a network as plain values, in the order of the document."""
    custom = [{"source": layer.source.split("\n")} for layer in network.custom]
    return {
        **_write_graph(network.graph),
        **({"custom": custom} if custom else {}),
        "blocks": [_write_block(b) for b in network.blocks],
    }


def write_param(param: Param) -> dict[str, Any]:
    """What differs from the defaults of a declaration."""
    found: dict[str, Any] = {}
    for declared in fields(param):
        value = getattr(param, declared.name)
        if declared.name in ("name", "kind", "default") or value != declared.default:
            bound = declared.name in ("minimum", "maximum", "above")
            found[declared.name] = _number(value) if bound else _write_argument(value)
    return found


def read_network(record: NetworkRecord, name: str) -> Network:
    """The network of a record.

    Raises:
        DocumentError: with the place, such as “node 4 “conv1”: kernel_size must be at least 1”.
    """
    definitions = []
    for k, block in enumerate(record.blocks):
        where = f"block {k + 1} “{short(block.name)}”"
        if problem := block_name_problem(block.name):
            raise DocumentError(f"{where}: the name {problem}.")
        parameters = tuple(
            read_param(p, f"{where}, parameter {n + 1} “{short(p.name)}”")
            for n, p in enumerate(block.parameters)
        )
        if twice := _twice([p.name for p in parameters]):
            raise DocumentError(f"{where}: two parameters are named “{twice}”.")
        definitions.append(Block(block.name, parameters, summary=block.summary))
    if twice := _twice([b.name for b in definitions]):
        raise DocumentError(f"Two blocks are named “{twice}”.")
    known = _with_custom(Network(name, blocks=tuple(definitions)), record.custom)

    @cache
    def params(kind: str) -> Mapping[str, Param]:
        return {p.name: p for p in known.params(kind)}

    network = replace(
        known,
        graph=_read_graph(record, known, params, ""),
        blocks=tuple(
            replace(b, graph=_read_graph(r, known, params, f"block {k + 1} “{short(b.name)}”, "))
            for k, (b, r) in enumerate(zip(definitions, record.blocks, strict=True))
        ),
    )
    _refuse_recursion(network)
    return network


def _with_custom(network: Network, records: Iterable[CustomRecord]) -> Network:
    for k, record in enumerate(records):
        if any("\n" in line or "\r" in line for line in record.source):
            raise DocumentError(f"custom layer {k + 1}: a line of its source holds a line break.")
        layer = CustomLayer("\n".join(record.source))
        if problem := custom_problem(network, layer):
            raise DocumentError(f"custom layer {k + 1}: {problem}")
        network = replace(network, custom=(*network.custom, layer))
    return network


def read_param(record: ParamRecord, where: str) -> Param:
    """One parameter of a block; raises DocumentError."""
    values = {f: getattr(record, f) for f in record.__struct_fields__}
    values["choices"] = tuple(record.choices)
    try:
        values["default"] = _value(Param(**{**values, "default": None}), record.default)
    except ParameterError as error:
        raise DocumentError(f"{where}: the default of {_cut(error)}.") from None
    param = Param(**values)
    if problem := parameter_problem(param):
        raise DocumentError(f"{where}: {problem}.")
    return param


def lay_out(plain: Mapping[str, Any]) -> str:
    """JSON text with one line for each node, wire, parameter and recipe entry.

    Raises:
        ValueError: a number is not finite.
    """
    return _object(plain, "") + "\n"


def _object(plain: Mapping[str, Any], pad: str) -> str:
    inner = f"{pad}  "
    rows = []
    for key, value in plain.items():
        if key in ("custom", "blocks") and value:
            text = _rows((_object(each, f"{inner}  ") for each in value), "[]", inner)
        elif isinstance(value, Mapping) and value:
            text = _rows((f"{_line(k)}: {_line(v)}" for k, v in value.items()), "{}", inner)
        elif isinstance(value, list) and value:
            text = _rows(map(_line, value), "[]", inner)
        else:
            text = _line(value)
        rows.append(f"{_line(key)}: {text}")
    return _rows(rows, "{}", pad)


def _rows(rows: Iterable[str], brackets: str, pad: str) -> str:
    body = ",\n".join(f"{pad}  {row}" for row in rows)
    return f"{brackets[0]}\n{body}\n{pad}{brackets[1]}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write_graph(graph: Graph) -> dict[str, Any]:
    found: dict[str, Any] = {
        "nodes": [_write_node(n) for n in graph.nodes],
        "wires": [_write_wire(w) for w in graph.wires],
    }
    if graph.frames:
        found["frames"] = [_write_frame(f) for f in graph.frames]
    if graph.notes:
        found["notes"] = [{"text": n.text, "box": _numbers(n.box)} for n in graph.notes]
    if graph.bends:
        found["bends"] = [[*_write_wire(w), [_numbers(p) for p in ps]] for w, ps in graph.bends]
    return found


def _write_wire(wire: Wire) -> list[str]:
    return [wire.source.node, wire.source.port, wire.target.node, wire.target.port]


def _write_frame(frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = {"title": frame.title, "box": _numbers(frame.box)}
    return found if frame.colour is Colour.GREY else {**found, "colour": frame.colour}


def _write_block(block: Block) -> dict[str, Any]:
    head: dict[str, Any] = {"name": block.name}
    if block.summary:
        head["summary"] = block.summary
    if block.parameters:
        head["parameters"] = [write_param(p) for p in block.parameters]
    return {**head, **_write_graph(block.graph)}


def _write_node(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"name": node.name, "kind": node.kind}
    if node.args:
        found["args"] = {name: _write_argument(value) for name, value in node.args.items()}
    if node.repeat != 1:
        found["repeat"] = _write_argument(node.repeat)
    if node.enabled is not True:
        found["enabled"] = _write_argument(node.enabled)
    if node.first:
        found["first"] = node.first
    if node.frozen is not Frozen.NO:
        found["frozen"] = node.frozen
    if node.rate != 1:
        found["rate"] = _number(node.rate)
    if node.unfolded:
        found["unfolded"] = True
    found["position"] = _numbers(node.position)
    return found


def _number(value: float) -> float:
    """Whole numbers without a decimal point, as people write them."""
    return int(value) if float(value).is_integer() else value


def _numbers(values: Iterable[float]) -> list[float]:
    return [_number(value) for value in values]


def _write_argument(value: Argument) -> Any:
    if isinstance(value, Expression):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _read_graph(record: GraphRecord, known: Network, params: _Params, where: str) -> Graph:
    wires = tuple(Wire(Endpoint(a, b), Endpoint(c, d)) for a, b, c, d in record.wires)
    return Graph(
        tuple(
            _read_node(n, known, params, f"{where}node {k + 1} “{short(n.name)}”")
            for k, n in enumerate(record.nodes)
        ),
        wires,
        tuple(Frame(f.title, f.box, f.colour) for f in record.frames),
        tuple(Note(n.text, n.box) for n in record.notes),
        _read_bends(record, frozenset(wires), where) if record.bends else (),
    )


def _read_bends(record: GraphRecord, wires: frozenset[Wire], where: str) -> tuple[Bend, ...]:
    found: dict[Wire, tuple[Position, ...]] = {}
    for k, (a, b, c, d, points) in enumerate(record.bends):
        wire = Wire(Endpoint(a, b), Endpoint(c, d))
        if wire in found or wire not in wires:
            why = "is bent twice" if wire in found else "is not there"
            raise DocumentError(f"{where}bend {k + 1}: the wire {short(str(wire))} {why}.")
        found[wire] = tuple(points)
    return tuple(found.items())


def _read_node(record: NodeRecord, known: Network, params: _Params, where: str) -> Node:
    try:
        declared = params(record.kind)
        args: dict[str, Argument] = {}
        for name, value in record.args.items():
            if name not in declared:
                raise ParameterError(short(name), f"is not a parameter of {record.kind}")
            args[name] = _argument(declared[name], value)
        repeat = _argument(REPEAT, record.repeat)
        if repeat != 1 and record.kind not in known.block_by_name:
            raise ParameterError("repeat", "is for blocks only")
        enabled = _argument(ENABLED, record.enabled)
        first = check_first(record.first, record.kind in known.block_by_name)
        rate = check_value(RATE, record.rate)
    except (UnknownKindError, ExpressionError) as error:
        raise DocumentError(f"{where}: {error}") from None
    except ParameterError as error:
        raise DocumentError(f"{where}: {_cut(error)}.") from None
    assert isinstance(repeat, int | Expression)
    assert isinstance(enabled, bool | Expression)
    assert isinstance(rate, int | float)
    return Node(
        record.name,
        record.kind,
        args,
        record.position,
        repeat,
        enabled,
        first,
        record.frozen,
        rate,
        record.unfolded and record.kind in known.block_by_name,
    )


def _argument(param: Param, value: object) -> Argument:
    if isinstance(value, str) and value.startswith("="):
        expression = Expression(value[1:])
        _ = expression.names  # raises where it cannot be read; who knows the names is the analysis
        return expression
    return _value(param, value)


def _value(param: Param, value: object) -> Value:
    elements = value if isinstance(value, list) else [value]
    if any(isinstance(element, dict | list) for element in elements):
        raise ParameterError(param.name, "needs one value or a flat list, not a nest of them")
    return check_value(param, value)


def _cut(error: ParameterError) -> str:
    """Its message, without the length that a hostile value can give it."""
    text = str(error)
    return text if len(text) <= 300 else f"{text[:299]}…"


def _twice(names: Sequence[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return short(name)
        seen.add(name)
    return None


def _refuse_recursion(network: Network) -> None:
    used = {
        b.name: {n.kind for n in b.graph.nodes} & network.block_by_name.keys()
        for b in network.blocks
    }
    try:
        TopologicalSorter(used).prepare()
    except CycleError as error:
        trail = " → ".join(short(name) for name in reversed(error.args[1][:6]))
        raise DocumentError(f"Block {short(error.args[1][0])} contains itself: {trail}.") from None
