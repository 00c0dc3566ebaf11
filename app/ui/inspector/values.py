"""Values of parameters as people type and read them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.analysis.report import Report, join
from nodes.errors import ExpressionError, ParameterError, SkipwireError
from nodes.network import ROOT, Argument, Expression, Network
from nodes.network.resolve import arguments, channels
from nodes.spec import Kind, Param, Value

Names = Mapping[str, Any]
_NO_NAMES: Names = {}
_TIMES = re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)")
_WORDS = {"true": True, "yes": True, "false": False, "no": False}


def parse(param: Param, text: str, names: Names, local: Names = _NO_NAMES) -> Argument:
    """What was typed, as a node stores it.

    Arithmetic is worked out, with the values that names have here: those of `names`, and of
    `local` such as the channels that enter the node itself. Text that begins with “=” is kept as
    an expression over `names`.

    Raises:
        ParameterError, ExpressionError: it cannot be read, or the parameter refuses it.
    """
    text = text.strip()
    if not text:
        return param.check(None)
    if text.startswith("="):
        return _expression(param, Expression(text[1:].strip()), names)
    if param.kind in (Kind.CHOICE, Kind.INIT) or text in param.words:
        return param.check(text)
    if param.kind is Kind.BOOL:
        return param.check(_WORDS.get(text.lower(), text))
    return param.check(_number(param, text, {**local, **names}))


def _expression(param: Param, expression: Expression, names: Names) -> Argument:
    if expression.names:
        param.check(expression.evaluate(names))
        return expression
    return param.check(_whole(param, expression.evaluate({})))


def _number(param: Param, text: str, names: Names) -> Any:
    try:
        value = Expression(_TIMES.sub(", ", text)).evaluate(names)
    except ExpressionError:
        if any(name in names for name in re.findall(r"\w+", text)):
            raise  # it was meant so, and its own reason is the better one
        return text  # the parameter says what it needs instead
    if isinstance(value, int) and not isinstance(value, bool):
        value = int(value)  # and nothing that remembers where it comes from
    return _whole(param, value)


def _whole(param: Param, value: Any) -> Any:
    """A whole number as an integer where that is meant: 128 / 2 is 64."""
    if isinstance(value, float) and value.is_integer() and param.kind is not Kind.FLOAT:
        value = int(value)
    if (
        param.kind in (Kind.SHAPE, Kind.INTS)
        and isinstance(value, int)
        and not isinstance(value, bool)
    ):
        return (value,)
    return value


def text(value: Argument) -> str:
    """A value as it would be typed; empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(str(v) for v in value)
    return str(value)


def told(value: Value) -> str:
    """A value in a sentence."""
    return text(value) or "empty"


def reason(error: SkipwireError) -> str:
    """Why a value is refused, as a sentence; the parameter's name stands beside it already."""
    if isinstance(error, ParameterError):
        return f"{error.reason[:1].upper()}{error.reason[1:]}."
    return str(error)


def surroundings(network: Network, report: Report, trail: Sequence[str]) -> Names:
    """The parameters of the shown instance and the channels that enter it, with their values there.

    Of a repeated instance its first copy counts. Where an argument on the way has no value, the
    block's defaults stand in.
    """
    scope, names, prefix = ROOT, dict[str, Any](), ""
    for name in trail:
        node = network.scope(scope).by_name[name]
        known = report.at(prefix, name)
        prefix = join(prefix, name)
        if node.numbered:
            prefix = join(prefix, node.copy_name(0))
        try:
            names = arguments(network, node, names, 0 if node.numbered else None)
        except SkipwireError:
            names = {p.name: p.default for p in network.params(node.kind)}
        names |= channels(network.block(node.kind), known.inputs if known else ())
        scope = node.kind
    return names
