"""Layout and alignment on the canvas: one step each, and cards that glide to their places."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui import motion
from app.ui.canvas import arranging
from app.ui.canvas.gliding import Gliding
from nodes.network import edits
from nodes.network.edits.aligning import Side
from nodes.network.layout import arrange
from tests.app.ui.canvas.conftest import Hand


@pytest.fixture
def moving(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """With motion, so slow that it does not end by itself."""
    monkeypatch.setattr(motion, "duration", lambda: 100_000)
    return hand


def drawn(hand: Hand) -> dict[str, tuple[float, ...]]:
    """Where the cards are seen."""
    geometry = hand.canvas.layer.geometry
    return dict(zip(geometry.names, map(tuple, geometry.places.tolist()), strict=True))


def stands(hand: Hand) -> dict[str, tuple[float, float]]:
    """Where the document has them."""
    return {n.name: n.position for n in hand.editor.graph.nodes}


def test_layout_changes_the_document_at_once_and_the_picture_by_and_by(
    moving: Hand, qtbot: QtBot
) -> None:
    before = stands(moving)
    arranging.lay_out_all(moving.canvas)
    assert stands(moving) == arrange(moving.editor.graph)
    assert moving.canvas.component(Gliding).gliding
    qtbot.waitUntil(lambda: drawn(moving) != stands(moving))
    assert drawn(moving) != stands(moving)
    moving.editor.undo()
    assert stands(moving) == before
    assert drawn(moving) == before
    assert not moving.canvas.component(Gliding).gliding


def test_it_comes_to_an_end(hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motion, "duration", lambda: 1)
    courses = hand.canvas.layer.geometry.courses
    arranging.lay_out_all(hand.canvas)
    gliding = hand.canvas.component(Gliding)
    qtbot.waitUntil(lambda: not gliding.gliding)
    assert drawn(hand) == stands(hand)
    hand.editor.undo()
    assert np.array_equal(hand.canvas.layer.geometry.courses, courses)


@pytest.mark.parametrize("what", ["edit", "press", "key", "place"])
def test_whatever_is_done_meanwhile_finds_the_cards_at_their_places(
    moving: Hand, what: str
) -> None:
    arranging.lay_out_all(moving.canvas)
    if what == "edit":
        moving.editor.apply("Move", lambda n: edits.move(n, "", {"lone": (5.0, 5.0)}))
    elif what == "press":
        moving.press((3000, 3000))
    elif what == "key":
        moving.key(Qt.Key.Key_Right)
    else:
        moving.editor.enter("norm")
        assert drawn(moving) == stands(moving)
        moving.editor.leave()
    assert drawn(moving) == stands(moving)
    assert not moving.canvas.component(Gliding).gliding


def test_without_motion_they_are_there_at_once(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motion, "duration", lambda: 0)
    arranging.lay_out_all(hand.canvas)
    assert drawn(hand) == stands(hand) == arrange(hand.editor.graph)


def test_a_selection_is_laid_out_alone(hand: Hand) -> None:
    before = stands(hand)
    hand.editor.select({"conv", "norm", "lone"})
    arranging.lay_out_selection(hand.canvas)
    after = stands(hand)
    assert {n for n in after if after[n] != before[n]} <= {"conv", "norm", "lone"}
    assert after != before
    hand.editor.undo()
    hand.editor.select({"conv"})
    arranging.lay_out_selection(hand.canvas)  # of one there is nothing to lay out: all
    assert stands(hand) == arrange(hand.editor.graph)


def test_aligning_and_distributing_are_one_step_each(hand: Hand) -> None:
    before = hand.editor.network
    hand.editor.select({"conv", "left", "concat"})
    arranging.align_selection(hand.canvas, Side.RIGHT)
    assert {stands(hand)[n][0] for n in ("conv", "left", "concat")} == {340}
    hand.editor.undo()
    arranging.distribute_selection(hand.canvas, down=False)
    assert stands(hand)["left"][0] == 170
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None
