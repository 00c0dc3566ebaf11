"""Breaks long calls over lines the way the common formatters do, so that none has work left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 88
STEP = "    "


@dataclass(frozen=True)
class Call:
    """`head(arguments)`, with calls among the arguments."""

    head: str
    arguments: tuple[Item, ...] = ()

    def __str__(self) -> str:
        return f"{self.head}({', '.join(str(a) for a in self.arguments)})"


@dataclass(frozen=True)
class Choice:
    """`call if test else other`."""

    call: Call
    test: str
    other: Call | str

    def __str__(self) -> str:
        return f"{self.call} if {self.test} else {self.other}"


Item = str | Call | Choice


def statement(left: str, right: Call, indent: str, closing: str = "") -> list[str]:
    """The lines of `left`, a call and what closes it, indented."""
    return _item(left, right, indent, closing)


def assignment(left: str, right: Item, indent: str) -> list[str]:
    """The lines of `left` and a value; a choice that is too long goes between brackets."""
    line = f"{indent}{left}{right}"
    if isinstance(right, Choice) and len(line) > WIDTH:
        return [f"{indent}{left}(", *argument(right, indent + STEP, ""), f"{indent})"]
    return _item(left, right, indent, "")


def argument(item: Item, indent: str, closing: str) -> list[str]:
    """The lines of one argument on lines of its own."""
    if isinstance(item, Choice) and len(f"{indent}{item}{closing}") > WIDTH:
        return _choice(item, indent, closing)
    return _item("", item, indent, closing)


def values(left: str, names: Sequence[str], indent: str) -> list[str]:
    """One variable after `left`, or several with commas between them."""
    line = f"{indent}{left}{', '.join(names)}"
    if len(line) <= WIDTH or len(names) == 1:
        return [line]
    return [f"{indent}{left}(", *(f"{indent}{STEP}{name}," for name in names), f"{indent})"]


def _item(left: str, item: Item, indent: str, closing: str) -> list[str]:
    line = f"{indent}{left}{item}{closing}"
    if len(line) <= WIDTH or not isinstance(item, Call) or not item.arguments:
        return [line]
    inner = indent + STEP
    opening, end = f"{indent}{left}{item.head}(", f"{indent}){closing}"
    joined = inner + ", ".join(str(a) for a in item.arguments)
    if len(joined) <= WIDTH:
        return [opening, joined, end]
    comma = "" if len(item.arguments) == 1 else ","
    return [opening, *(t for a in item.arguments for t in argument(a, inner, comma)), end]


def _choice(item: Choice, indent: str, closing: str) -> list[str]:
    first = _item("", item.call, indent, "")
    return [*first, f"{indent}if {item.test}", f"{indent}else {item.other}{closing}"]
