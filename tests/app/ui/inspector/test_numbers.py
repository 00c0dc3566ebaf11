"""Numbers by dragging, by steps and by the wheel: one step for undo each, within their bounds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.editor import Editor
from app.ui.inspector.inspector import Inspector
from app.ui.inspector.nodes_page import NodesPage
from app.ui.inspector.numbers import dragged, stepped
from nodes.network import ROOT, Argument, Expression, Graph, Network, Node, edits, wire
from nodes.network.edits import set_argument
from nodes.spec import Kind, Param
from tests.app.ui.inspector.test_form import inspect, line
from tests.app.ui.panels import editor_on

INT = Param("n", Kind.INT, 1, "", 1, 1000)
FLOAT = Param("x", Kind.FLOAT, 0.5, "", 0, 1)
OPEN = Param("e", Kind.FLOAT, 1e-5, "", above=0)
PAIR = Param("k", Kind.PAIR, 3, "", 1, 100)
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("param", "start", "pixels", "keys", "value"),
    [
        (INT, 64, 40, "", 74),
        (INT, 64, -40, "", 54),
        (INT, 64, 40, "fine", 66),
        (INT, 64, 50, "coarse", 256),
        (INT, 96, 25, "coarse", 128),
        (INT, 96, -25, "coarse", 64),
        (INT, 3, -400, "", 1),
        (INT, 3, -400, "coarse", 1),
        (INT, 900, 4000, "", 1000),
        (PAIR, (3, 5), 8, "", (5, 7)),
        (FLOAT, 0.5, 8, "", 0.52),
        (FLOAT, 0.5, 8, "fine", 0.502),
        (FLOAT, 0.5, 4000, "", 1.0),
        (FLOAT, 0, 4, "", 0.01),
        (OPEN, 1e-5, 25, "coarse", 1e-4),
        (OPEN, 1e-5, -4000, "", 1e-5),
        (INT, None, 40, "", None),
        (INT, Expression("width"), 40, "", Expression("width")),
    ],
)
def test_dragged(param: Param, start: Argument, pixels: int, keys: str, value: Argument) -> None:
    found = dragged(param, start, pixels, fine=keys == "fine", coarse=keys == "coarse")
    assert found == value


def test_stepped() -> None:
    assert stepped(INT, 64, 1, coarse=True) == 128
    assert stepped(INT, 1000, 10) == 1000
    assert stepped(PAIR, 3, -1) == 2


@pytest.fixture
def editor() -> Editor:
    nodes = (
        Node("input", "Input", {"shape": (3, 8, 8)}),
        Node("a", "Conv2d", {"out_channels": 64}),
        Node("b", "Conv2d", {"out_channels": 64}),
        Node("act", "ReLU"),
    )
    return editor_on(Network("Test", Graph(nodes)))


def start_from(editor: Editor, value: int) -> None:
    """From a value that is not the default, which is left out of a document."""
    editor.apply("Start", lambda n: set_argument(n, "", ["a"], "out_channels", value))


def channels(editor: Editor, name: str = "a") -> Argument:
    return editor.graph.by_name[name].args["out_channels"]


def drag(widget: QWidget, pixels: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    at = QPoint(6, widget.height() // 2)
    QTest.mousePress(widget, LEFT, keys, at)
    for part in (1, 2, 3, 4):
        QTest.mouseMove(widget, at + QPoint(pixels * part // 4, 0))


def names_of(inspector: Inspector) -> dict[str, QWidget]:
    page = inspector.page
    assert isinstance(page, NodesPage)
    return {row.param.name: row.name for row in page.form.rows}


@pytest.mark.parametrize("by_name", [False, True])
def test_a_drag_is_shown_at_once_and_is_one_step(
    qtbot: QtBot, editor: Editor, by_name: bool
) -> None:
    inspector = inspect(qtbot, editor, "a", "b")
    field = line(inspector, "out_channels")
    widget = names_of(inspector)["out_channels"] if by_name else field
    seen = []
    editor.changed.connect(lambda: seen.append(channels(editor)))
    drag(widget, 80)
    assert channels(editor) == channels(editor, "b") == 84
    assert field.text() == "84"
    assert len(seen) > 1
    QTest.mouseRelease(widget, LEFT, pos=QPoint(86, 5))
    assert editor.undo_label == "Set out_channels"
    editor.undo()
    assert channels(editor) == 64
    assert editor.undo_label is None


def test_two_drags_are_two_steps(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "a")
    for _ in range(2):
        drag(line(inspector, "out_channels"), 40)
        QTest.mouseRelease(line(inspector, "out_channels"), LEFT)
    assert channels(editor) == 84
    editor.undo()
    assert channels(editor) == 74


def test_esc_takes_a_drag_back(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "a")
    field = line(inspector, "out_channels")
    drag(field, 80)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.mouseMove(field, QPoint(120, 5))
    QTest.mouseRelease(field, LEFT)
    assert channels(editor) == 64
    assert field.text() == "64"
    assert editor.undo_label is None


def test_a_drag_back_to_where_it_began_is_no_step(qtbot: QtBot, editor: Editor) -> None:
    start_from(editor, 32)
    inspector = inspect(qtbot, editor, "a")
    field, before = line(inspector, "out_channels"), editor.snapshot
    drag(field, 80)
    assert channels(editor) != 32
    QTest.mouseMove(field, QPoint(6, field.height() // 2))
    QTest.mouseRelease(field, LEFT)
    assert editor.snapshot is before
    assert editor.undo_label == "Start"
    assert editor.redo_label is None


def test_esc_at_the_start_of_a_drag_takes_back_nothing_else(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "a")
    field = line(inspector, "out_channels")
    drag(field, 40)
    QTest.mouseRelease(field, LEFT)
    drag(field, 80)
    QTest.mouseMove(field, QPoint(6, field.height() // 2))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.mouseRelease(field, LEFT)
    assert channels(editor) == 74
    assert editor.undo_label == "Set out_channels"
    assert editor.redo_label is None


def test_steps_up_and_down_again_are_no_step(qtbot: QtBot, editor: Editor) -> None:
    start_from(editor, 32)
    inspector = inspect(qtbot, editor, "a")
    field = line(inspector, "out_channels")
    field.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    assert channels(editor) == 32
    assert editor.undo_label == "Start"


def test_a_click_is_for_typing(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "a")
    field = line(inspector, "out_channels")
    QTest.mouseClick(field, LEFT)
    assert field.hasFocus()
    assert field.selectedText() == "64"
    drag(field, 80)
    QTest.mouseRelease(field, LEFT)
    assert channels(editor) == 64


def test_steps_of_one_visit_are_one_step(qtbot: QtBot, editor: Editor) -> None:
    inspector = inspect(qtbot, editor, "a")
    field = line(inspector, "out_channels")
    field.setFocus()
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert channels(editor) == 67
    QTest.keyClick(field, Qt.Key.Key_Up, CTRL)
    assert channels(editor) == 128
    editor.undo()
    assert channels(editor) == 64
    assert editor.undo_label is None


def test_arithmetic_with_the_channels_that_enter(qtbot: QtBot, editor: Editor) -> None:
    w = wire("input", "output", "a", "input")
    editor.apply("Wire", lambda n: edits.connect(n, ROOT, w))
    inspector = inspect(qtbot, editor, "a")
    field = line(inspector, "out_channels")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "in_channels * 64 // 4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert channels(editor) == 48
