"""Names, literals and calls as they stand in the generated text."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Sequence
from typing import Any

from app.codegen.layout import STEP, WIDTH, Call, statement
from app.codegen.traced import Traced, text
from nodes.network.expression import Expression
from nodes.network.model import INDEX, Block, Node
from nodes.spec import Args, Kind, LayerSpec, ModuleCode, Param, Shape, Style, Value

_TYPES = {
    Kind.INT: "int",
    Kind.FLOAT: "float",
    Kind.BOOL: "bool",
    Kind.CHOICE: "str",
    Kind.PAIR: "int | tuple[int, int]",
    Kind.SHAPE: "tuple[int, ...]",
}


def class_name(name: str) -> str:
    """A class name made of a title: ResNet-18 -> ResNet18."""
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in name).split()
    joined = "".join(w[0].upper() + w[1:] for w in words)
    if not joined or joined[0].isdigit() or joined in ("None", "True", "False"):
        joined = f"Net{joined}"
    return joined


def expression_text(expression: Expression) -> str:
    return ast.unparse(ast.parse(expression.text.strip(), mode="eval"))


def value_text(value: Any, index: int | None = None) -> str:
    """A literal or expression as code; with the repeat index put in where one is given."""
    if isinstance(value, Expression):
        shown = expression_text(value)
        return shown if index is None else re.sub(rf"\b{INDEX}\b", str(index), shown)
    return f'"{value}"' if isinstance(value, str) else repr(value)


def batch(shape: Shape) -> str:
    """A shape with its batch axis, as comments show it."""
    return f"(N, {', '.join(map(str, shape))})"


def signature(channels: Sequence[str], parameters: Sequence[Param]) -> list[str]:
    """The first lines of a constructor."""
    given = [f"{c}: int" for c in channels]
    given += [f"{p.name}: {_TYPES[p.kind]}{_optional(p)}" for p in parameters]
    return statement("", Call("def __init__", ("self", *given)), STEP, " -> None:")


def constructed(node: Node, spec: LayerSpec, args: Args, inputs: Sequence[Shape]) -> Call:
    assert isinstance(spec.code, ModuleCode)
    given = [text(n) for n in spec.code.lead(args, inputs)]
    for p in spec.params:
        value = node.args.get(p.name, p.default)
        if p.style is Style.POSITIONAL:
            given.append(value_text(value))
        elif p.style is Style.ALWAYS or value != p.default:
            given.append(f"{p.name}={value_text(value)}")
    return Call(spec.code.torch_name, tuple(given))


def uses_index(shown: str) -> bool:
    return any(isinstance(n, ast.Name) and n.id == INDEX for n in ast.walk(ast.parse(shown)))


def channel_names(block: Block, ports: Sequence[str]) -> dict[str, str]:
    taken = {p.name for p in block.parameters}
    if len(ports) == 1 and "in_channels" not in taken:
        return {ports[0]: "in_channels"}
    return {p: f"{p}_channels" if f"{p}_channels" not in taken else f"{p}_in" for p in ports}


def named(param: Param, value: Value) -> Value:
    if param.kind is Kind.INT and isinstance(value, int) and not isinstance(value, bool):
        return Traced.named(int(value), param.name)
    return value


def _optional(param: Param) -> str:
    return (" | None" if param.optional else "") + f" = {value_text(param.default)}"


def sentence(block: Block) -> str:
    return (block.summary or f"The block {block.name}").rstrip(".") + "."


def docstring(words: str, indent: str = "") -> list[str]:
    """Words as a docstring; nothing in them can end it early."""
    plain = " ".join(words.replace("\\", " ").replace('"', "'").split())
    if len(indent + plain) + 6 <= WIDTH:
        return [f'{indent}"""{plain}"""']
    first, *others = textwrap.wrap(plain, WIDTH - 16)
    return [f'{indent}"""{first}', *(indent + line for line in others), f'{indent}"""']
