"""Breaks a long assignment over lines the way the common formatters do, whatever it assigns."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from app.codegen.layout import STEP, WIDTH


@dataclass(frozen=True)
class _Line:
    """A place to break at: this text where its group stays on one line."""

    flat: str = ""


@dataclass(frozen=True)
class _Comma:
    """A comma where its group is broken."""


@dataclass(frozen=True)
class _Indent:
    parts: tuple[_Doc, ...]


@dataclass(frozen=True)
class _Group:
    """What stays on one line, or else is broken at every place of its own."""

    parts: tuple[_Doc, ...]


_Doc = str | _Line | _Comma | _Indent | _Group
_SOFT = _Line()
_SUM, _PRODUCT = (ast.Add, ast.Sub), (ast.Mult, ast.Div, ast.MatMult)
_SIGNS = dict(zip((*_SUM, *_PRODUCT), "+-*/@", strict=True))


def long_expression(targets: Sequence[str], right: str, indent: str) -> list[str]:
    """The lines of an assignment that is too long for one line."""
    left, before = f"{', '.join(targets)} = ", list[str]()
    if len(targets) > 1 and len(f"{indent}{left}(") > WIDTH:
        before = [f"{indent}(", *(f"{indent}{STEP}{each}," for each in targets)]
        left = ") = "
    if len(f"{indent}{left}{right}") <= WIDTH:
        return [*before, f"{indent}{left}{right}"]
    tree = ast.parse(right, mode="eval").body
    doc = _doc(tree, right)
    # An operator begins a line only within brackets.
    unbroken = (part.flat if isinstance(part, _Line) else part for part in doc)
    bare = _printed((f"{indent}{left}", *unbroken), indent)
    if _has_brackets(tree) and len(bare[0]) <= WIDTH:
        return [*before, *bare]
    within = (f"{indent}{left}(", _Indent((_SOFT, _Group(doc))), _SOFT, ")")
    bracketed = _printed(within, indent)
    if _has_brackets(tree) and max(map(len, bracketed[:2])) > WIDTH:
        return [*before, *bare]  # brackets would not help
    return [*before, *bracketed]


def _has_brackets(tree: ast.expr) -> bool:
    """Whether an expression can be broken within brackets of its own."""
    if isinstance(tree, ast.BinOp):
        return _is_bracketed(tree.left, tree.op)
    return isinstance(tree, ast.Call | ast.Subscript)


def _is_bracketed(operand: ast.expr, op: ast.operator) -> bool:
    return (
        isinstance(operand, ast.BinOp) and isinstance(operand.op, _SUM) and isinstance(op, _PRODUCT)
    )


# --- from an expression to its groups -------------------------------------------------------------


def _doc(tree: ast.expr, source: str) -> tuple[_Doc, ...]:
    match tree:
        case ast.Call(func=function, args=args, keywords=keywords):
            given = [_doc(a, source) for a in args]
            given += [(f"{k.arg}=", *_doc(k.value, source)) for k in keywords]
            return (*_doc(function, source), *_call(given))
        case ast.Attribute(value=value, attr=name):
            return (*_doc(value, source), f".{name}")
        case ast.Subscript(value=value, slice=index):
            inside = ast.get_source_segment(source, index) or ""
            return (*_doc(value, source), _Group(("[", _Indent((_SOFT, inside)), _SOFT, "]")))
        case ast.Tuple(elts=elements) if elements:
            inner = [_doc(e, source) for e in elements]
            comma = "," if len(inner) == 1 else _Comma()
            return (_Group(("(", _Indent((_SOFT, *_joined(inner), comma)), _SOFT, ")")),)
        case ast.BinOp(op=op) if type(op) in _SIGNS:
            return _chain(tree, source)
        case ast.IfExp(test=test, body=body, orelse=other):
            made, tests, others = (_Group(_doc(each, source)) for each in (body, test, other))
            return (made, _Line(" "), "if ", tests, _Line(" "), "else ", others)
        case ast.BoolOp(op=ast.And(), values=values):
            first, *rest = (_Group(_doc(value, source)) for value in values)
            return (first, *(part for each in rest for part in (_Line(" "), "and ", each)))
    return (ast.get_source_segment(source, tree) or "",)


def _call(given: Sequence[tuple[_Doc, ...]]) -> tuple[_Doc, ...]:
    """Arguments in brackets: on one line, on one line of their own, or one a line."""
    if not given:
        return ("()",)
    comma = () if len(given) == 1 else (_Comma(),)
    return (_Group(("(", _Indent((_SOFT, _Group((*_joined(given), *comma)))), _SOFT, ")")),)


def _joined(items: Sequence[tuple[_Doc, ...]]) -> tuple[_Doc, ...]:
    first, *others = items
    return (*first, *(part for item in others for part in (",", _Line(" "), *item)))


def _chain(tree: ast.BinOp, source: str) -> tuple[_Doc, ...]:
    """Operands of one rank, to be broken before each operator."""
    left = _doc(tree.left, source)
    if _is_bracketed(tree.left, tree.op):
        left = (_Group(("(", _Indent((_SOFT, _Group(left))), _SOFT, ")")),)
    return (*left, _Line(" "), f"{_SIGNS[type(tree.op)]} ", *_doc(tree.right, source))


# --- from groups to lines -------------------------------------------------------------------------

_Waiting = list[tuple[_Doc, str, bool]]  # part, its indent, whether its group is broken


def _printed(parts: tuple[_Doc, ...], indent: str) -> list[str]:
    lines = [""]
    waiting: _Waiting = [(part, indent, True) for part in reversed(parts)]
    while waiting:
        part, indent, broken = waiting.pop()
        match part:
            case str():
                lines[-1] += part
            case _Line() if broken:
                lines.append(indent)
            case _Line(flat=flat):
                lines[-1] += flat
            case _Comma():
                lines[-1] += "," if broken else ""
            case _Indent(parts=inner):
                waiting += [(p, indent + STEP, broken) for p in reversed(inner)]
            case _Group(parts=inner):
                flat = _flat(inner)
                fits = len(lines[-1] + flat + _up_to_a_break(waiting)) <= WIDTH
                waiting += [(p, indent, broken and not fits) for p in reversed(inner)]
    return lines


def _flat(parts: Sequence[_Doc]) -> str:
    shown = ""
    for part in parts:
        match part:
            case str():
                shown += part
            case _Line(flat=flat):
                shown += flat
            case _Indent(parts=inner) | _Group(parts=inner):
                shown += _flat(inner)
    return shown


def _up_to_a_break(waiting: _Waiting) -> str:
    """What follows on the same line whatever else is broken."""
    shown = ""
    ahead = [part for part, _, _ in waiting]
    while ahead:
        part = ahead.pop()
        match part:
            case str():
                shown += part
            case _Line():
                break
            case _Comma():
                shown += ","
            case _Indent(parts=inner) | _Group(parts=inner):
                ahead += reversed(inner)
    return shown
