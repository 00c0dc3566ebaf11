"""The output ports of a node follow from its arguments, and are there whatever these hold."""

from __future__ import annotations

import pytest

from nodes.catalogue import CATALOGUE
from nodes.network import Expression, Network


@pytest.mark.parametrize(
    ("kind", "args", "count"),
    [
        ("Split", {}, 2),
        ("Split", {"sizes": (1, 2, 3)}, 3),
        ("Split", {"sizes": (5,)}, 1),
        ("Split", {"sizes": Expression("(width, 2 * width, 1)")}, 3),
        ("Split", {"sizes": Expression("sizes")}, 2),
        ("Split", {"sizes": Expression("((")}, 2),
        ("Split", {"sizes": Expression("()")}, 1),
        ("Split", {"sizes": Expression("\0" + "(" * 5000)}, 2),
        ("Chunk", {}, 2),
        ("Chunk", {"chunks": 5}, 5),
        ("Chunk", {"chunks": -3}, 1),
        ("Chunk", {"chunks": 10**9}, 64),
        ("Chunk", {"chunks": Expression("4")}, 4),
        ("Chunk", {"chunks": Expression("many")}, 2),
        ("Chunk", {"chunks": Expression("1.5")}, 2),
        ("Chunk", {"chunks": Expression("")}, 2),
    ],
)
def test_the_ports_of_a_cut(kind: str, args: dict[str, object], count: int) -> None:
    names = tuple(str(k) for k in range(count))
    assert CATALOGUE[kind].output_names(args) == names
    assert Network().outputs(kind, args) == names  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", list(CATALOGUE))
@pytest.mark.parametrize("value", [None, True, "text", 0.5, (), [1, "x"], Expression("%"), -1])
def test_no_argument_breaks_the_ports(kind: str, value: object) -> None:
    spec = CATALOGUE[kind]
    names = spec.output_names({p.name: value for p in spec.params})
    assert len(names) == len(set(names)) >= 1
