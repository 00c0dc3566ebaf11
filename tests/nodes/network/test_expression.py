"""Expressions: what they calculate, and that none can run code or hang."""

from __future__ import annotations

import re
from typing import Any

import pytest

from nodes.errors import ExpressionError
from nodes.network import Expression


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("64 * 2", 128),
        ("2 ** 3 // 3 - 7 % 4", -1),
        ("width * (i + 1)", 24),
        ("2 if i == 0 else 1", 1),
        ("min(width, 3) + max(1, i) + abs(-2) + round(2.6)", 10),
        ("(width, width // 2)", (8, 4)),
        ("not i or width > 3 and 1 < i <= 2", True),
        ("width / 2", 4.0),
    ],
)
def test_values(text: str, value: Any) -> None:
    assert Expression(text).evaluate({"width": 8, "i": 2}) == value


def test_names() -> None:
    assert Expression("max(width, i) + growth").names == {"width", "i", "growth"}
    assert str(Expression("width * 2")) == "=width * 2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2 *",
        "depth",
        "1 / 0",
        "0.0 ** -1",
        "(-8) ** 0.5",
        "9 ** 9 ** 9",
        "10 ** 12 * 10",
        "10.0 ** 400",
        "1e999",
        "'a' * 3",
        "(1, 2) * 1000000",
        "round(5, -100000000000)",
        "min()",
        "min(1, 'a')",
        "abs(x=1)",
        "width.real",
        "width[0]",
        "[i for i in (1, 2)]",
        "lambda: 1",
        "f'{width}'",
        "(width := 3)",
        "print(1)",
        "__import__('os')",
        "().__class__",
        "i is 1",
        "1j",
        "\x00",
        "-" * 199 + "1" * 2,
        "(" * 200,
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(ExpressionError) as refusal:
        Expression(text).evaluate({"width": 8, "i": 2})
    assert re.search(r"[^.!?][.!?]$", str(refusal.value)), "one mark at its end"


@pytest.mark.parametrize(
    ("text", "env", "says"),
    [
        ("foo", {}, "“foo” is not known, and there are no names here."),
        ("foo", {"a": 1, "b": 2}, "“foo” is not known, and the names here are a, b."),
        ("2 * foo", {"a": 1}, "“2 * foo” uses foo, and the names here are a."),
        ("2**40", {}, "“2**40” is larger than 1,000,000,000,000."),
        ("2**70", {}, "“2**70” has a power over 64."),
        ("min()", {}, "“min()” has no value: min expected at least 1 argument, got 0."),
    ],
)
def test_a_refusal_is_one_sentence(text: str, env: dict[str, int], says: str) -> None:
    with pytest.raises(ExpressionError) as refusal:
        Expression(text).evaluate(env)
    assert str(refusal.value) == says
