"""A series in pieces against one array."""

from __future__ import annotations

import numpy as np
import pytest

from app.training.pieces import PIECE, Pieces

COUNT = 2 * PIECE + 1000
VALUES = np.arange(COUNT, dtype=np.float64)


def grown(portion: int) -> Pieces[np.float64]:
    made = Pieces(np.float64)
    for first in range(0, COUNT, portion):
        made.extend(VALUES[first : first + portion])
    return made


@pytest.mark.parametrize("portion", [997, PIECE, COUNT])
def test_what_was_added_is_there(portion: int) -> None:
    made = grown(portion)
    assert len(made) == COUNT
    assert made.last == VALUES[-1]
    np.testing.assert_array_equal(made.values, VALUES)


@pytest.mark.parametrize(
    "part",
    [
        slice(0, 0),
        slice(5, 3),
        slice(3, 40),
        slice(PIECE - 1, PIECE),
        slice(PIECE, PIECE + 1),
        slice(PIECE - 5, 2 * PIECE + 5),
        slice(-7, None),
        slice(None, COUNT + 9),
        slice(COUNT, None),
    ],
)
def test_parts(part: slice) -> None:
    np.testing.assert_array_equal(grown(COUNT)[part], VALUES[part])


def test_places_over_all_pieces() -> None:
    places = np.array([0, 0, 5, PIECE - 1, PIECE, PIECE, 2 * PIECE - 1, 2 * PIECE, COUNT - 1])
    np.testing.assert_array_equal(grown(COUNT).at(places), VALUES[places])
    assert not len(grown(COUNT).at(places[:0]))


def test_one_without_values() -> None:
    made = Pieces(np.float32)
    assert not len(made.values)
    assert not len(made[:5])


def test_growing_moves_nothing() -> None:
    made = grown(COUNT)
    before = made[3:9]
    made.extend(np.zeros(3 * PIECE))
    assert np.shares_memory(before, made[3:9])
