"""What people type, as values: arithmetic, pairs, shapes, expressions."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.ui.inspector.values import parse, surroundings, text
from nodes.errors import SkipwireError
from nodes.network import Argument, Expression
from nodes.spec import Kind, Param, Value
from presets import PRESETS

INT = Param("n", Kind.INT, 1, "", 1, 1000)
FLOAT = Param("x", Kind.FLOAT, 0.5, "", 0, 1)
PAIR = Param("k", Kind.PAIR, 3, "", 1, 100)
SHAPE = Param("s", Kind.SHAPE, (1,), "", 1)
BOOL = Param("b", Kind.BOOL, True, "")
CHOICE = Param("c", Kind.CHOICE, "a", "", choices=("a", "b"))
OPTIONAL = Param("o", Kind.PAIR, None, "", 1, optional=True)


@pytest.mark.parametrize(
    ("param", "typed", "value"),
    [
        (INT, "64*2", 128),
        (INT, " 128 / 2 ", 64),
        (INT, "2**8 + 1", 257),
        (FLOAT, "1e-5", 1e-5),
        (FLOAT, "1/4", 0.25),
        (PAIR, "3", 3),
        (PAIR, "3, 5", (3, 5)),
        (PAIR, "3x5", (3, 5)),
        (PAIR, "(3, 2*2)", (3, 4)),
        (SHAPE, "3, 32, 32", (3, 32, 32)),
        (SHAPE, "3 × 32 × 32", (3, 32, 32)),
        (SHAPE, "784", (784,)),
        (BOOL, "True", True),
        (CHOICE, "b", "b"),
        (OPTIONAL, "  ", None),
        (INT, "=width", Expression("width")),
        (PAIR, "= 2 if i else 1", Expression("2 if i else 1")),
        (BOOL, "=i > 0", Expression("i > 0")),
        (INT, "=2*32", 64),
        (INT, "width // 2", 8),
        (PAIR, "i + 1, width", (1, 16)),
    ],
)
def test_typed(param: Param, typed: str, value: Argument) -> None:
    read = parse(param, typed, {"width": 16, "i": 0})
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("param", "typed", "says"),
    [
        (INT, "", "has no value"),
        (INT, "abc", "a whole number, not 'abc'"),
        (INT, "2.5", "a whole number"),
        (INT, "0", "at least 1"),
        (INT, "9**9", "at most 1000"),
        (INT, "1/0", "a whole number"),
        (INT, "width - 16", "at least 1"),
        (INT, "=height", "“height” is not known"),
        (INT, "=width - 16", "at least 1"),
        (INT, "=width +", "not an expression"),
        (FLOAT, "2", "at most 1"),
        (PAIR, "1, 2, 3", "a pair"),
        (PAIR, "0, 3", "at least 1"),
        (BOOL, "maybe", "true or false"),
        (CHOICE, "z", "one of a, b"),
    ],
)
def test_refused_with_the_reason(param: Param, typed: str, says: str) -> None:
    with pytest.raises(SkipwireError, match=says.replace("(", r"\(")):
        parse(param, typed, {"width": 16})


@pytest.mark.parametrize(
    ("param", "value"),
    [(INT, 7), (FLOAT, 1e-05), (PAIR, (3, 5)), (SHAPE, (3, 32, 32)), (SHAPE, (784,)),
     (OPTIONAL, None), (BOOL, False), (CHOICE, "b"), (INT, Expression("2*width"))],
)  # fmt: skip
def test_what_is_shown_can_be_typed_again(param: Param, value: Value) -> None:
    assert parse(param, text(value), {"width": 1}) == value


def test_surroundings_follow_the_instances() -> None:
    network = PRESETS["resnet18"].network()
    assert surroundings(network, analyse(network), ()) == {}
    assert surroundings(network, analyse(network), ("layer2",))["channels"] == 128
    assert surroundings(network, analyse(network), ("layer2", "downsample"))["channels"] == 128


def test_plain_arithmetic_may_name_what_enters_the_node_itself() -> None:
    assert parse(INT, "in_channels//2", {}, {"in_channels": 64}) == 32
    with pytest.raises(SkipwireError, match="no names here"):
        parse(INT, "=in_channels//2", {}, {"in_channels": 64})
