"""The values a node really has at one place: expressions evaluated, everything checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nodes.errors import ParameterError
from nodes.network.expression import Expression
from nodes.network.model import INDEX, MAX_REPEAT, Block, Network, Node
from nodes.spec import Param, Shape, Value

Environment = Mapping[str, Any]
_CHECKED = "_checked_arguments"


def arguments(
    network: Network, node: Node, env: Environment, index: int | None = None
) -> dict[str, Value]:
    """Every parameter of the node's layer or block, by name.

    `env` holds the parameters of the surrounding block; `index` is the copy's number where the
    node repeats.

    Raises:
        UnknownKindError: the node's kind does not exist.
        ParameterError: an argument is unknown, of the wrong kind or out of bounds.
        ExpressionError: an expression has no value here.
    """
    declared = network.params(node.kind)
    # Most nodes are the same value before and after an edit, and most of their arguments hold no
    # expression: what was checked once is kept with them.
    known = node.__dict__.get(_CHECKED)
    if known is None or known[0] is not declared:
        known = node.__dict__[_CHECKED] = declared, *_checked(node, declared)
    found = dict(known[1])
    if known[2] and index is not None:
        env = {**env, INDEX: index}
    for param, expression in known[2]:
        found[param.name] = param.check(expression.evaluate(env))
    return found


def _checked(
    node: Node, declared: Sequence[Param]
) -> tuple[dict[str, Value], tuple[tuple[Param, Expression], ...]]:
    """Every parameter in its order, and those that an expression is yet to give."""
    params = {p.name: p for p in declared}
    for name in node.args:
        if name not in params:
            raise ParameterError(name, f"is not a parameter of {node.kind}")
    given = {name: node.args.get(name, p.default) for name, p in params.items()}
    waiting = tuple((params[n], v) for n, v in given.items() if isinstance(v, Expression))
    values = {
        n: None if isinstance(v, Expression) else params[n].check(v) for n, v in given.items()
    }
    return values, waiting


def channels(block: Block, inputs: Sequence[Shape | None]) -> dict[str, int]:
    """What expressions in a block may name beside its parameters: the channels that enter.

    One whose shape is not known, or has no axes, has no value.
    """
    names = block.channel_names.values()
    return {name: s[0] for name, s in zip(names, inputs, strict=False) if s}


def repeat(node: Node, env: Environment) -> int:
    """How many copies the node stands for."""
    value = node.repeat.evaluate(env) if isinstance(node.repeat, Expression) else node.repeat
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_REPEAT:
        raise ParameterError(
            "repeat", f"must be a whole number from 1 to {MAX_REPEAT:,}, not {value!r}"
        )
    return value


def enabled(node: Node, env: Environment, index: int | None = None) -> bool:
    """Whether the node acts, or only passes its input on."""
    if not isinstance(node.enabled, Expression):
        return node.enabled
    value = node.enabled.evaluate(env if index is None else {**env, INDEX: index})
    if not isinstance(value, bool | int):
        raise ParameterError("enabled", f"must be true or false, not {value!r}")
    return bool(value)
