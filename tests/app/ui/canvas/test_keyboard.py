"""Keys on the canvas: walking along the wires, and moving what is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nodes.network import Node, edits
from tests.app.ui.canvas.conftest import Hand

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ("conv", [DOWN], "norm"),
        ("conv", [UP], "input"),
        ("conv", [RIGHT], "left"),  # the next of the branches of input
        ("right", [LEFT], "left"),
        ("left", [DOWN, UP], "left"),
        ("right", [DOWN, UP], "right"),  # back to where one came from, not along the first wire
        ("right", [UP, DOWN], "right"),
        ("output", [DOWN], "output"),
        ("input", [UP], "input"),
        ("norm", [RIGHT], "concat"),  # no branch is there: the nearest card
        ("input", [LEFT], "input"),
    ],
)
def test_arrows_walk_along_the_wires(hand: Hand, start: str, keys: list[Qt.Key], end: str) -> None:
    hand.editor.select([start])
    for key in keys:
        hand.key(key)
    assert hand.editor.selection == {end}
    assert hand.editor.undo_label is None


def test_the_first_arrow_selects_what_is_in_the_middle(hand: Hand) -> None:
    left, top, right, bottom = hand.canvas.layer.geometry.bounds(["concat"]) or (0, 0, 0, 0)
    hand.canvas.centerOn((left + right) / 2, (top + bottom) / 2)
    hand.key(DOWN)
    assert hand.editor.selection == {"concat"}


def test_shift_extends_and_a_step_back_takes_in(hand: Hand) -> None:
    hand.editor.select(["input"])
    hand.key(DOWN, SHIFT)
    hand.key(DOWN, SHIFT)
    assert hand.editor.selection == {"input", "conv", "norm"}
    hand.key(UP, SHIFT)
    assert hand.editor.selection == {"input", "conv"}
    hand.key(DOWN)
    assert hand.editor.selection == {"norm"}


def test_where_one_walks_to_is_in_view(hand: Hand) -> None:
    far = Node("far", "ReLU", position=(4000, 3000))
    hand.editor.apply("Add", lambda n: edits.add(n, "", far))
    hand.editor.select(["right"])
    hand.key(RIGHT)
    assert hand.editor.selection == {"far"}
    bounds = hand.canvas.layer.geometry.bounds(["far"])
    assert bounds is not None
    assert hand.canvas.navigator.sees(bounds)


def test_arrows_on_an_empty_canvas_do_nothing(hand: Hand) -> None:
    hand.canvas.select_all()
    hand.key(Qt.Key.Key_Delete)
    for key in (UP, DOWN, LEFT, RIGHT):
        hand.key(key)
    assert hand.editor.selection == frozenset()


def test_alt_arrows_move_what_is_selected_in_one_step(hand: Hand) -> None:
    before = hand.editor.network
    hand.editor.select(["conv"])
    hand.key(RIGHT, ALT)
    hand.key(DOWN, ALT)
    hand.key(DOWN, ALT | SHIFT)
    assert hand.editor.graph.by_name["conv"].position == (10, 240)
    hand.editor.undo()
    assert hand.editor.network == before
    assert hand.editor.undo_label is None


def test_other_nodes_or_a_pause_begin_another_step(hand: Hand, qtbot: QtBot) -> None:
    keyboard = hand.canvas.keyboard
    hand.editor.select(["conv"])
    hand.key(RIGHT, ALT)
    with qtbot.waitSignal(keyboard.pause.timeout):
        pass
    hand.key(RIGHT, ALT)
    hand.editor.select(["left"])
    hand.key(RIGHT, ALT)
    places = []
    while hand.editor.undo_label is not None:
        hand.editor.undo()
        by_name = hand.editor.graph.by_name
        places.append((by_name["conv"].position[0], by_name["left"].position[0]))
    assert places == [(20, 230), (10, 230), (0, 230)]


def test_enter_opens_a_block_and_asks_to_edit_a_layer(hand: Hand, qtbot: QtBot) -> None:
    hand.editor.select(["conv"])
    with qtbot.waitSignal(hand.editor.edit_requested):
        hand.key(Qt.Key.Key_Return)
    assert not hand.editor.trail
    hand.editor.select(["norm"])
    hand.key(Qt.Key.Key_Return)
    assert hand.editor.trail == ("norm",)
