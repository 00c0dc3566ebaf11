"""The bar that finds nodes: lit while typing, stepped through, selected, also within blocks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.canvas import CanvasView
from app.ui.finding.bar import FindBar
from app.ui.finding.finding import Finding
from tests.app.ui.canvas.conftest import network
from tests.app.ui.panels import editor_on

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    view = CanvasView(editor_on(network()))
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


@pytest.fixture
def bar(canvas: CanvasView) -> FindBar:
    canvas.component(Finding).open()
    found = canvas.component(Finding).bar
    assert found is not None
    return found


def names(canvas: CanvasView) -> list[str]:
    return [name for _, name in canvas.component(Finding).hits]


def test_typing_finds_and_lights(canvas: CanvasView, bar: FindBar) -> None:
    before = canvas.grab().toImage()
    QTest.keyClicks(bar.field, "relu")
    assert names(canvas) == ["left", "right"]
    assert bar.count.text() == "2 found"
    assert canvas.grab().toImage() != before
    assert not canvas.editor.selection
    assert canvas.editor.undo_label is None


def test_enter_steps_round_and_selects(canvas: CanvasView, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "relu")
    seen = []
    for keys in (Qt.KeyboardModifier.NoModifier,) * 3 + (SHIFT,):
        QTest.keyClick(bar.field, ENTER, keys)
        seen += list(canvas.editor.selection)
    assert seen == ["left", "right", "left", "right"]
    assert bar.count.text() == "2 of 2"
    assert bar.field.hasFocus()


def test_what_is_shown_is_not_under_the_bar_and_has_a_ring(
    canvas: CanvasView, bar: FindBar
) -> None:
    canvas.navigator.zoom_to(1.0)
    left, top, right, bottom = canvas.layer.geometry.bounds(["right"]) or (0.0,) * 4
    half = canvas.viewport().width() / 2, canvas.viewport().height() / 2
    canvas.navigator.centre_on(QPointF(right - half[0] + 40, top + half[1] - 20), glides=False)
    QTest.keyClicks(bar.field, "name = right")
    plain = canvas.viewport().grab().toImage()
    QTest.keyClick(bar.field, ENTER)
    corners = QPointF(left, top), QPointF(right, bottom)
    card = canvas.viewportTransform().mapRect(QRectF(*corners))
    assert not card.toRect().intersects(bar.geometry())
    canvas.editor.select(())
    assert plain != canvas.viewport().grab().toImage()


def test_all_are_selected_and_the_keyboard_goes_on_there(canvas: CanvasView, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "relu or conv2d")
    QTest.keyClick(bar.field, ENTER, ALT)
    assert canvas.editor.selection == {"left", "right", "conv"}
    assert canvas.hasFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.component(Finding).bar is None
    assert canvas.component(Finding).hits == []


def test_within_blocks(canvas: CanvasView, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "kind:batchnorm")
    assert names(canvas) == []
    bar.everywhere.click()
    assert canvas.component(Finding).hits == [(("norm",), "bn")]
    QTest.keyClick(bar.field, ENTER)
    assert canvas.editor.trail == ("norm",)
    assert canvas.editor.selection == {"bn"}


def test_a_wrong_question_is_explained(canvas: CanvasView, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "out_chanels > 3")
    assert "Did you mean out_channels" in bar.note.text()
    assert names(canvas) == []


def test_tab_completes(canvas: CanvasView, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "out_c")
    assert bar.note.text().startswith("Tab: out_channels")
    QTest.keyClick(bar.field, Qt.Key.Key_Tab)
    QTest.keyClicks(bar.field, "= 8")
    assert bar.field.text() == "out_channels = 8"
    assert names(canvas) == ["conv"]


def test_what_is_found_follows_edits(qtbot: QtBot, canvas: CanvasView, bar: FindBar) -> None:
    QTest.keyClicks(bar.field, "relu")
    QTest.keyClick(bar.field, ENTER)
    canvas.delete_selection()
    qtbot.waitUntil(lambda: names(canvas) == ["right"])
    canvas.editor.undo()
    qtbot.waitUntil(lambda: names(canvas) == ["left", "right"])
