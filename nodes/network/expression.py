"""Argument expressions over a block's parameters and the repeat index, such as `2 * width`.

Read with Python's parser and evaluated over a whitelist of syntax: no names but the given ones, no
attributes, no subscripts, no calls but min, max, abs and round; sizes are bounded, so that a
hostile document can neither run code nor hang.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nodes.errors import ExpressionError

MAX_LENGTH = 200
MAX_MAGNITUDE = 10**12
MAX_POWER = 64

_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_UNARY: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "min": lambda *values: _chosen("min", min, values),
    "max": lambda *values: _chosen("max", max, values),
    "abs": abs,
    "round": lambda value: round(value),  # its second argument could take for ever
}


@dataclass(frozen=True)
class Expression:
    """An expression as it was typed. In documents it stands as text that begins with `=`."""

    text: str

    def __str__(self) -> str:
        return f"={self.text}"

    @property
    def names(self) -> frozenset[str]:
        """The parameters it refers to; raises ExpressionError where it cannot be read."""
        return frozenset(
            n.id
            for n in ast.walk(_parse(self.text))
            if isinstance(n, ast.Name) and n.id not in FUNCTIONS
        )

    def evaluate(self, env: Mapping[str, Any]) -> Any:
        """Its value, with the names of `env`.

        Raises:
            ExpressionError: it cannot be read, names something unknown, or has no sensible value.
        """
        return _evaluate(_parse(self.text), env, self.text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> ast.expr:
    if len(text) > MAX_LENGTH:
        raise ExpressionError(
            f"An expression may have {MAX_LENGTH} characters; this has {len(text)}."
        )
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else str(error)
        raise ExpressionError(f"“{text}” is not an expression: {_stopped(reason)}") from None


def _evaluate(node: ast.expr, env: Mapping[str, Any], text: str) -> Any:
    def go(node: ast.expr) -> Any:
        match node:
            case ast.Constant(value=bool() | int() | float() | str() | None):
                return _bounded(node.value, text)
            case ast.Name(id=name):
                if name in env:
                    return env[name]
                uses = f"“{name}” is not known" if text == name else f"“{text}” uses {name}"
                known = f"the names here are {', '.join(env)}" if env else "there are no names here"
                raise ExpressionError(f"{uses}, and {known}.")
            case ast.Tuple(elts=elements):
                return tuple(go(e) for e in elements)
            case ast.UnaryOp(op=op, operand=operand) if type(op) in _UNARY:
                return _UNARY[type(op)](go(operand))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
                a, b = go(left), go(right)
                if not (isinstance(a, int | float) and isinstance(b, int | float)):
                    raise ExpressionError(f"“{text}” calculates with something not a number.")
                if isinstance(op, ast.Pow) and abs(b) > MAX_POWER:
                    raise ExpressionError(f"“{text}” has a power over {MAX_POWER}.")
                return _bounded(_BINARY[type(op)](a, b), text)
            case ast.BoolOp(op=ast.And(), values=values):
                return all(go(v) for v in values)
            case ast.BoolOp(op=ast.Or(), values=values):
                return any(go(v) for v in values)
            case ast.Compare(left=left, ops=ops, comparators=others):
                a = go(left)
                for comparison, other in zip(ops, others, strict=True):
                    if type(comparison) not in _COMPARE:
                        break
                    b = go(other)
                    if not _COMPARE[type(comparison)](a, b):
                        return False
                    a = b
                else:
                    return True
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return go(body) if go(test) else go(orelse)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
                return FUNCTIONS[name](*(go(a) for a in args))
        raise ExpressionError(
            f"“{text}” uses {type(node).__name__}, which expressions do not have. They have "
            "numbers, parameters, + - * / // % **, comparisons, and, or, not, if else, min, max."
        )

    try:
        return go(node)
    except ExpressionError:  # which is a ValueError, and says already what is wrong
        raise
    except ZeroDivisionError:
        raise ExpressionError(f"“{text}” divides by zero.") from None
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ExpressionError(f"“{text}” has no value: {_stopped(str(error))}") from None


def _chosen(name: str, choose: Callable[..., Any], values: tuple[Any, ...]) -> Any:
    """One of the values; numbers that remember their origin say of which it is one."""
    remembering = next((v for v in values if hasattr(v, "among")), None)
    found = choose(*values)
    return found if remembering is None else remembering.among(name, values, found)


def _stopped(reason: str) -> str:
    """Python's words with one mark at their end."""
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."


def _bounded(value: Any, text: str) -> Any:
    if isinstance(value, complex):
        raise ExpressionError(f"“{text}” is not a real number.")
    if isinstance(value, int | float) and abs(value) > MAX_MAGNITUDE:
        raise ExpressionError(f"“{text}” is larger than {MAX_MAGNITUDE:,}.")
    return value
