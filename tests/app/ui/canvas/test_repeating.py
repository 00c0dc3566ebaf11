"""How often a block repeats, set on its card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.canvas import CanvasView
from app.ui.canvas.repeating import Repeating
from app.ui.editor import Editor
from nodes.network import ROOT, edits
from tests.app.ui.canvas.conftest import PLAIN, Hand


@pytest.fixture
def repeating(editor: Editor, canvas: CanvasView) -> Repeating:
    editor.apply("Repeat", lambda n: edits.set_repeat(n, ROOT, "norm", 3))
    return canvas.component(Repeating)


def number(repeating: Repeating) -> tuple[float, float]:
    area = repeating.area("norm")
    assert area is not None
    return area.center().x(), area.center().y()


def turn(hand: Hand, place: tuple[float, float], notches: int) -> None:
    at = QPointF(hand.at(*place))
    view = hand.canvas.viewport()
    event = QWheelEvent(
        *(at, QPointF(view.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches)),
        *(Qt.MouseButton.NoButton, PLAIN, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(view, event)


def test_a_click_on_the_number_opens_a_line_and_enter_applies_it(
    editor: Editor, hand: Hand, repeating: Repeating
) -> None:
    hand.click(number(repeating))
    assert repeating.line is not None
    assert repeating.line.hasFocus()
    QTest.keyClicks(repeating.line, "5")
    QTest.keyClick(repeating.line, Qt.Key.Key_Return)
    assert repeating.line is None
    assert editor.graph.by_name["norm"].repeat == 5
    assert hand.canvas.hasFocus()
    editor.undo()
    assert editor.graph.by_name["norm"].repeat == 3


def test_escape_forgets_and_arrows_step(editor: Editor, hand: Hand, repeating: Repeating) -> None:
    editor.select(["norm"])
    repeating.edit()
    assert repeating.line is not None
    QTest.keyClick(repeating.line, Qt.Key.Key_Up)
    assert repeating.line.text() == "4"
    QTest.keyClick(repeating.line, Qt.Key.Key_Escape)
    assert repeating.line is None
    assert editor.graph.by_name["norm"].repeat == 3


def test_what_is_refused_stays_in_the_line(editor: Editor, repeating: Repeating) -> None:
    repeating.edit("norm")
    assert repeating.line is not None
    before = editor.network
    QTest.keyClicks(repeating.line, "0")
    QTest.keyClick(repeating.line, Qt.Key.Key_Return)
    assert repeating.line is not None
    assert editor.network is before


def test_leaving_the_line_applies_it(editor: Editor, hand: Hand, repeating: Repeating) -> None:
    repeating.edit("norm")
    assert repeating.line is not None
    QTest.keyClicks(repeating.line, "7")
    hand.canvas.setFocus()
    assert repeating.line is None
    assert editor.graph.by_name["norm"].repeat == 7


def test_the_wheel_steps_over_the_number_of_a_selected_block_as_one_step(
    editor: Editor, hand: Hand, repeating: Repeating
) -> None:
    place, zoom = number(repeating), hand.canvas.navigator.zoom
    editor.select(["norm"])
    for _ in range(3):
        turn(hand, place, 1)
    assert editor.graph.by_name["norm"].repeat == 6
    assert hand.canvas.navigator.zoom == zoom
    editor.undo()
    assert editor.graph.by_name["norm"].repeat == 3
    editor.select(())
    turn(hand, place, 1)
    assert editor.graph.by_name["norm"].repeat == 3
    assert hand.canvas.navigator.zoom > zoom


def test_a_layer_cannot_repeat_and_a_drag_on_the_number_moves_the_card(
    editor: Editor, hand: Hand, repeating: Repeating
) -> None:
    repeating.edit("conv")
    assert repeating.line is None
    x, y = number(repeating)
    old = editor.graph.by_name["norm"].position
    hand.drag((x, y), (x + 100, y + 50))
    assert repeating.line is None
    assert editor.graph.by_name["norm"].position == (old[0] + 100, old[1] + 50)


def test_an_edit_of_the_block_closes_the_line(editor: Editor, repeating: Repeating) -> None:
    repeating.edit("norm")
    editor.apply("Delete", lambda n: edits.remove(n, ROOT, ["norm"]))
    assert repeating.line is None
