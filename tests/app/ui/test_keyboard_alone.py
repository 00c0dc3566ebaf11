"""A network is built, edited and run with the keyboard alone: no pointer, no call of a method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.window import MainWindow
from nodes.network import wire

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
LENET = (
    "conv2d 6 5x5",
    "tanh",
    "avgpool2d 2",
    "conv2d 16 5x5",
    "tanh",
    "avgpool2d 2",
    "flatten",
    "linear 120",
    "tanh",
    "linear 84",
    "tanh",
    "linear 10",
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def focused() -> QWidget:
    """Where the keys go; there is such a place at any time."""
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.isVisible()
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(focused(), key, keys)


def enter(text: str) -> None:
    QTest.keyClicks(focused(), text)
    press(ENTER)


def test_lenet_from_nothing(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    editor = window.editor

    # walk to the input, and type what comes in
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert editor.selection == {"input"}
    press(ENTER)
    press(Qt.Key.Key_A, CONTROL)
    enter("1x32x32")
    assert editor.graph.by_name["input"].args["shape"] == (1, 32, 32)
    press(Qt.Key.Key_0, ALT)
    assert window.canvas.hasFocus()

    # each layer after the one before
    for typed in LENET:
        press(TAB)
        enter(typed)
        assert window.canvas.hasFocus()
    last = editor.selected_node
    assert last is not None

    # a wire to a named port
    press(Qt.Key.Key_Up)
    before = editor.selected_node
    assert before is not None
    press(Qt.Key.Key_C)
    enter("output")
    assert wire(before.name, "output", "output", "input") in editor.graph.wires
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Down)
    assert editor.selected_node == last

    # each went into the wire on to the output
    assert wire(last.name, "output", "output", "input") in editor.graph.wires
    assert editor.report.ok
    assert editor.report.totals.parameters == 61_706

    # names, places, and what is done is undone
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_A, CONTROL)
    enter("classes")
    press(Qt.Key.Key_0, ALT)
    assert "classes" in editor.graph.by_name
    x, y = editor.graph.by_name["classes"].position
    press(Qt.Key.Key_Right, ALT)
    assert editor.graph.by_name["classes"].position == (x + 10, y)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    assert not editor.report.ok
    press(Qt.Key.Key_Z, CONTROL)
    assert editor.report.ok

    # and run
    assert window.actions_by_id["run.train"].isEnabled()
