"""Putting values in the place of names: what remains of a block's expressions in one instance."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace

from nodes.errors import ExpressionError, ParameterError
from nodes.network.edits.arguments import ENABLED, REPEAT, check_value
from nodes.network.expression import Expression
from nodes.network.model import INDEX, Argument, Network, Node
from nodes.spec import Param


def bind(value: Argument, param: Param, values: Mapping[str, Argument]) -> Argument:
    """An argument with `values` in the place of names, as a plain value where nothing is left open.

    An expression without a sensible value stays as it is, for the analysis to point at.

    Raises:
        ExpressionError: an expression cannot be read, or becomes too long.
    """
    if not isinstance(value, Expression):
        return value
    bound = _substitute(value, values)
    if bound.names:
        return bound
    try:
        return check_value(param, bound.evaluate({}))
    except (ExpressionError, ParameterError):
        return bound


def bind_node(network: Network, node: Node, values: Mapping[str, Argument]) -> Node:
    """A node of a block as it is in an instance with these parameters.

    Its own repeat index stays open, unless it turns out that the node does not repeat.
    """
    repeat = bind(node.repeat, REPEAT, values)
    inner = {**values, INDEX: 0} if repeat == 1 and not node.first else values
    enabled = bind(node.enabled, ENABLED, inner)
    assert isinstance(repeat, int | Expression)
    assert isinstance(enabled, bool | Expression)
    args = {}
    for param in network.params(node.kind):
        if param.name in node.args:
            bound = bind(node.args[param.name], param, inner)
            if bound != param.default:
                args[param.name] = bound
    return replace(node, args=args, repeat=repeat, enabled=enabled)


def with_name(node: Node, old: str, new: str) -> Node:
    """The node with another name for what its expressions refer to."""

    def changed(value: Argument) -> Argument:
        if not isinstance(value, Expression):
            return value
        return _substitute(value, {old: Expression(new)})

    try:
        args = {name: changed(value) for name, value in node.args.items()}
        repeat, enabled = changed(node.repeat), changed(node.enabled)
    except ExpressionError:  # it cannot be read, and so refers to nothing
        return node
    if (args, repeat, enabled) == (dict(node.args), node.repeat, node.enabled):
        return node
    assert isinstance(repeat, int | Expression)
    assert isinstance(enabled, bool | Expression)
    return replace(node, args=args, repeat=repeat, enabled=enabled)


def names_in(node: Node) -> frozenset[str]:
    """The parameters of its scope that a node refers to; raises ExpressionError."""
    values = (*node.args.values(), node.repeat, node.enabled)
    names = (name for v in values if isinstance(v, Expression) for name in v.names)
    return frozenset(names) - {INDEX}


class _Names(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)


def _substitute(expression: Expression, values: Mapping[str, Argument]) -> Expression:
    used = {name: values[name] for name in expression.names if name in values}
    if not used:
        return expression
    # A value goes in as syntax, not as a constant: −1 is an operation, and needs its parentheses.
    parsed = {
        name: _parse(value.text if isinstance(value, Expression) else repr(value))
        for name, value in used.items()
    }
    return Expression(ast.unparse(_Names(parsed).visit(_parse(expression.text))))


def _parse(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body
