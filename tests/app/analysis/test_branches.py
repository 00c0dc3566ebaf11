"""What is said of branches that do not fit."""

from __future__ import annotations

import pytest

from app.analysis.branches import difference
from nodes.spec import Shape


@pytest.mark.parametrize(
    ("shapes", "free", "said"),
    [
        (((16, 8, 8), (32, 8, 8), (8, 4, 4)), 0, "c (4×4) differs from the others (8×8) in height "
         "and width."),
        (((16, 8, 8), (16, 7, 8)), None, "b (7) differs from a (8) in height."),
        (((16, 8, 8), (32, 8, 8)), None, "a (16) differs from b (32) in channels."),
        (((8, 4), (8, 5), (8, 5)), None, "a (4) differs from the others (5) in axis 2."),
        (((3, 9, 9), (4, 8, 8), (5, 7, 7)), 0, "b (8×8) and c (7×7) differ from a (9×9) in height "
         "and width."),
        (((128,), (8, 4, 4), (8, 4, 4)), 0, "a (1 axis) differs from the others (3 axes)."),
        (((8, 4, 4), (9, 4, 4)), 0, ""),
    ],
)  # fmt: skip
def test_the_branches_that_differ_are_named(
    shapes: tuple[Shape, ...], free: int | None, said: str
) -> None:
    assert difference("abc"[: len(shapes)], shapes, free).strip() == said


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        (((8, 30, 30), (64, 1, 1)), "b (64) differs from a (8) in channels."),
        (((64, 1, 1), (8, 30, 30), (8, 1, 1)), "a (64) differs from the others (8) in channels."),
        (((8, 30, 30), (1, 15, 30)), "b (15) differs from a (30) in height."),
        (((8, 4, 1), (8, 2, 4), (1, 4, 4)), "b (2) differs from the others (4) in height."),
        (((8, 30, 30), (8, 1, 1)), ""),
        (((16,), (8, 4, 4)), "a (1 axis) differs from the others (3 axes)."),
    ],
)
def test_a_size_of_one_fits_any_other_where_it_is_repeated(
    shapes: tuple[Shape, ...], said: str
) -> None:
    assert difference("abc"[: len(shapes)], shapes, repeats=True).strip() == said
