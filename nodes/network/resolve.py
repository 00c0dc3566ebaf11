"""The values a node really has at one place: expressions evaluated, everything checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nodes.errors import ParameterError
from nodes.network.expression import Expression
from nodes.network.model import INDEX, MAX_REPEAT, Block, Network, Node
from nodes.spec import Shape, Value

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
    # Most nodes hold no expression and are the same value before and after an edit: what was
    # checked once is kept with them.
    if (known := node.__dict__.get(_CHECKED)) is not None and known[0] is declared:
        return dict(known[1])
    params = {p.name: p for p in declared}
    for name in node.args:
        if name not in params:
            raise ParameterError(name, f"is not a parameter of {node.kind}")
    if index is not None:
        env = {**env, INDEX: index}
    found = {}
    for name, param in params.items():
        value = node.args.get(name, param.default)
        if isinstance(value, Expression):
            value = value.evaluate(env)
        found[name] = param.check(value)
    if not any(isinstance(value, Expression) for value in node.args.values()):
        node.__dict__[_CHECKED] = declared, found
        return dict(found)
    return found


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
