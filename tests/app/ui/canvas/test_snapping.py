"""Snapping: into line with neighbours, as far apart, and on the grid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui import settings
from app.ui.canvas.snapping import Snapping
from nodes.network import edits
from tests.app.ui.canvas.conftest import LEFT, PLAIN, Hand

ALT = Qt.KeyboardModifier.AltModifier
STILL = np.array([[3.0, 0, 103, 50], [303, 0, 403, 50], [1000, 900, 1100, 950]])
BOX = (0.0, 207.0, 100.0, 257.0)


def snapping(reach: float = 6.0) -> Snapping:
    return Snapping(STILL, reach)


def test_an_edge_comes_into_line() -> None:
    snap = snapping().moved(BOX, 0, 0, (0, 207))
    assert snap.dx == 3
    assert (3, 0, 3, 260) in snap.lines


def test_centres_come_into_line() -> None:
    narrow = (20.0, 300.0, 80.0, 350.0)
    snap = snapping().moved(narrow, 0, 0, (20, 300))
    assert snap.dx == 3  # 53 is the middle of the first
    assert snap.lines == ((53, 0, 53, 350),)


def test_what_is_near_nothing_stands_on_the_grid() -> None:
    snap = snapping().moved(BOX, 148, 1, (0, 207))
    assert (0 + snap.dx, 207 + snap.dy) == (150, 210)
    assert snap.lines == ()


@pytest.mark.parametrize(
    ("still", "left"),
    [
        ([[0, 0, 50, 50], [252, 0, 302, 50]], 126.0),  # in the middle
        ([[0, 0, 50, 50], [81, 0, 131, 50]], 162.0),  # behind two
        ([[300, 0, 350, 50], [381, 0, 431, 50]], 219.0),  # before two
    ],
)
def test_gaps_become_alike(still: list[list[float]], left: float) -> None:
    snap = Snapping(np.array(still, dtype=float), 6.0).moved(
        (left - 4, 7.0, left + 46, 57.0), 0, 0, (0, 0)
    )
    assert left - 4 + snap.dx == left
    lengths = {round(x1 - x0, 6) for x0, y0, x1, y1 in snap.gaps if y0 == y1}
    assert len(snap.gaps) == 2
    assert len(lengths) == 1


def test_alone_there_is_the_grid() -> None:
    snap = Snapping(np.empty((0, 4)), 6.0).moved(BOX, 12, 12, (0, 207))
    assert (snap.dx, snap.dy) == (10, 13)


def test_an_edge_that_is_dragged_comes_into_line() -> None:
    edges, lines = snapping().resized((200.0, 100.0, 401.0, 200.0), frozenset({2}))
    assert edges == (200, 100, 403, 200)
    assert lines == ((403, 0, 403, 200),)


@given(
    boxes=st.lists(st.tuples(*[st.floats(-500, 500)] * 2), max_size=12),
    by=st.tuples(st.floats(-400, 400), st.floats(-400, 400)),
)
def test_nothing_is_pulled_farther_than_within_reach(
    boxes: list[tuple[float, float]], by: tuple[float, float]
) -> None:
    still = np.array([(x, y, x + 190, y + 96) for x, y in boxes]).reshape(-1, 4)
    snap = Snapping(still, 6.0).moved((0.0, 0.0, 190.0, 96.0), *by, (0.0, 0.0))
    assert abs(snap.dx - by[0]) <= 6.001
    assert abs(snap.dy - by[1]) <= 6.001
    for x0, y0, x1, y1 in (*snap.lines, *snap.gaps):
        assert x0 == x1 or y0 == y1


# --- with the pointer ----------------------------------------------------------------------------


def dragged(hand: Hand, keys: Qt.KeyboardModifier = PLAIN) -> tuple[float, float]:
    """Where `lone` comes to stand, a little beside the column of `right`."""
    x, y = hand.card("lone")
    hand.press((x, y))
    hand.move((x + 60, y + 20))
    port = hand.canvas.viewport()
    QTest.mouseRelease(port, LEFT, keys, hand.at(x + 117, y + 23))
    return hand.editor.graph.by_name["lone"].position


def test_a_card_comes_into_line_with_another(hand: Hand) -> None:
    hand.editor.apply("Aside", lambda n: edits.move(n, "", {"right": (453, 133)}))
    assert dragged(hand)[0] == 453  # of `right`, which stands off the grid


def test_with_alt_it_stands_anywhere(hand: Hand) -> None:
    x, y = dragged(hand, ALT)
    assert (x, y) == (457, 543)


def test_so_it_does_where_snapping_is_off(hand: Hand) -> None:
    settings.set_flag("snap", False)
    try:
        assert dragged(hand) == (457, 543)
    finally:
        settings.set_flag("snap", True)
