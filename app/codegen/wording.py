"""Names, literals and calls as they stand in the generated text."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from app.codegen.layout import STEP, WIDTH, Call, statement
from app.codegen.traced import Traced, text
from nodes.network.expression import Expression
from nodes.network.model import INDEX, Node
from nodes.spec import (
    LEFT_OUT,
    Args,
    Kind,
    LayerSpec,
    ModuleCode,
    Param,
    Shape,
    Style,
    Support,
    Value,
)

_TYPES = {
    Kind.INT: "int",
    Kind.FLOAT: "float",
    Kind.BOOL: "bool",
    Kind.CHOICE: "str",
    Kind.PAIR: "int | tuple[int, int]",
    Kind.TRIPLE: "int | tuple[int, int, int]",
    Kind.SHAPE: "tuple[int, ...]",
    Kind.INTS: "tuple[int, ...]",
    Kind.INIT: "str",
}


def class_name(name: str) -> str:
    """A class name made of a title: ResNet-18 -> ResNet18."""
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in name).split()
    joined = "".join(w[0].upper() + w[1:] for w in words)
    if not joined or joined[0].isdigit() or joined in ("None", "True", "False"):
        joined = f"Net{joined}"
    return joined


class _AsFormatted(ast.NodeTransformer):
    """Gives an expression the spelling of the common formatters, where `ast` has another.

    What is spelled differently goes in as a name, which comes out as it is.
    """

    def __init__(self, index: int | None) -> None:
        self._index = index

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return node if self._index is None or node.id != INDEX else ast.Constant(self._index)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.Name(string_text(node.value)) if isinstance(node.value, str) else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self.visit(node.left), self.visit(node.right)
        if not isinstance(node.op, ast.Pow):
            return ast.BinOp(left, node.op, right)
        signless = node.right.operand if isinstance(node.right, ast.UnaryOp) else node.right
        if isinstance(node.left, _ATOMS) and isinstance(signless, _ATOMS):
            return ast.Name(f"{ast.unparse(left)}**{ast.unparse(right)}")
        if isinstance(node.left, ast.BinOp):
            left = ast.Name(f"({ast.unparse(left)})")  # a power of a power would lose it
        return ast.BinOp(left, node.op, right)


_ATOMS = (ast.Name, ast.Constant)


@lru_cache(maxsize=4096)
def expression_text(expression: Expression, index: int | None = None) -> str:
    """An expression as code; with the repeat index put in where one is given."""
    tree = ast.parse(expression.text.strip(), mode="eval").body
    return ast.unparse(_AsFormatted(index).visit(tree))


def condition_text(condition: Expression) -> str:
    """An expression as it stands between `if` and `else`."""
    shown = expression_text(condition)
    return f"({shown})" if isinstance(ast.parse(shown, mode="eval").body, ast.IfExp) else shown


def string_text(value: str) -> str:
    """A literal in the quotes that need fewer escapes, double ones if that is equal."""
    quote = "'" if value.count('"') > value.count("'") else '"'
    inner = repr(value + "\"'")[1:-4].replace("\\'", "'")  # escaped but for quotes
    return quote + inner.replace(quote, "\\" + quote) + quote


def value_text(value: Any, index: int | None = None) -> str:
    """A literal or expression as code; with the repeat index put in where one is given."""
    if isinstance(value, Expression):
        return expression_text(value, index)
    if isinstance(value, Traced):
        return text(value)
    return string_text(value) if isinstance(value, str) else repr(value)


def batch(shape: Shape) -> str:
    """A shape with its batch axis, as comments show it."""
    return f"(N, {', '.join(map(str, shape))})"


def signature(channels: Sequence[str], parameters: Sequence[Param]) -> list[str]:
    """The first lines of a constructor."""
    given = [f"{c}: int" for c in channels]
    given += [f"{p.name}: {_type(p)}{_default(p)}" for p in parameters]
    return statement("", Call("def __init__", ("self", *given)), STEP, " -> None:")


def constructed(node: Node, spec: LayerSpec, args: Args, inputs: Sequence[Shape]) -> Call:
    """The call that makes a layer's module: what leads, then its parameters as declared."""
    assert isinstance(spec.code, ModuleCode)
    made = spec.code.constructor(args)
    written = dict(spec.code.given(args, inputs))
    given = [text(n) for n in spec.code.lead(args, inputs)]
    args_given = node.args
    for p in spec.params:
        if p.style is Style.KEYWORD and p.name not in args_given and p.name not in written:
            continue  # by far the most: the default holds
        value = written.pop(p.name, args_given.get(p.name, p.default))
        if value is LEFT_OUT or p.kind is Kind.INIT:  # that is written at the end of __init__
            continue
        if p.style is Style.POSITIONAL:
            given.append(value_text(value))
        elif p.style is Style.ALWAYS or value != p.default:
            given.append(f"{p.name}={value_text(value)}")
    given += [f"{name}={value_text(value)}" for name, value in written.items()]
    return Call(made.name if isinstance(made, Support) else made, tuple(given))


def uses_index(shown: str) -> bool:
    return any(isinstance(n, ast.Name) and n.id == INDEX for n in ast.walk(ast.parse(shown)))


def named(param: Param, value: Value) -> Value:
    if param.kind is Kind.INT and isinstance(value, int) and not isinstance(value, bool):
        return Traced.named(int(value), param.name)
    return value


def _type(param: Param) -> str:
    return _TYPES[param.kind] + (" | str" if param.words else "")


def _default(param: Param) -> str:
    if param.style is Style.ALWAYS:
        return ""
    return (" | None" if param.optional else "") + f" = {value_text(param.default)}"


@lru_cache(maxsize=1024)
def docstring(words: str, indent: str = "") -> tuple[str, ...]:
    """Words as a docstring; nothing in them can end it early."""
    words = "".join(c if c.isprintable() else " " for c in words)
    plain = " ".join(words.replace("\\", " ").replace('"', "'").split())
    if len(indent + plain) + 6 <= WIDTH:
        return (f'{indent}"""{plain}"""',)
    first, *others = textwrap.wrap(plain, WIDTH - 16)
    return (f'{indent}"""{first}', *(indent + line for line in others), f'{indent}"""')
