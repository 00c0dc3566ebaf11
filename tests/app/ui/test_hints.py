"""Hints: the third slow way tells the keys, once more much later; keys that are used end them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot

from app.ui import settings
from app.ui.hints import AFTER, _text
from app.ui.window import MainWindow
from nodes.network import ROOT, edits

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    settings.store().remove("slow")
    settings.set_flag("hints", True)
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=_let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    window.documents.open_template("residual")
    yield window
    settings.store().remove("slow")
    settings.set_flag("hints", True)


def _let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def by_button(window: MainWindow, name: str) -> None:
    bar = window.findChild(QToolBar, "toolbar")
    assert isinstance(bar, QToolBar)
    QTest.mouseClick(bar.widgetForAction(window.actions_by_id[name]), LEFT)


def test_the_slow_way_teaches_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    toast = window.hints.toast
    for _ in range(AFTER[0] - 1):
        by_button(window, "view.fit")
    window.canvas.setFocus()
    for _ in range(AFTER[0]):  # keys are never taught by keys
        QTest.keyClick(window.canvas, Qt.Key.Key_A, CONTROL)
    assert not toast.isVisible()
    assert settings.slow_count("view.fit") == AFTER[0] - 1

    # not during a drag: it waits for the end of it
    canvas = window.canvas.viewport()
    QTest.mousePress(canvas, LEFT, pos=QPoint(20, 300))
    QTest.mouseMove(canvas, QPoint(60, 340))
    window.actions_by_id["view.fit"].trigger()
    QTest.qWait(0)
    assert window.canvas.gesture is None or not toast.isVisible()
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(60, 340))
    qtbot.waitUntil(toast.isVisible)
    assert ": F" in toast.label.text()
    assert window.rect().contains(toast.geometry())
    centre = window.centralWidget()
    assert centre is not None
    assert centre.geometry().contains(toast.geometry())  # it lies on no button of a dock
    assert not toast.hasFocus()
    toast.hide()

    # by the name of the action, without what it is about just now
    window.editor.apply("Rename", lambda n: edits.rename(n, ROOT, "input", "image"))
    assert _text(window.actions_by_id["edit.undo"]).startswith("Next time for Undo: ")

    # once more much later, and not again
    told = []
    for _ in range(2 * AFTER[1]):
        by_button(window, "view.fit")
        window.hints._tell()
        if toast.isVisible():
            told.append(settings.slow_count("view.fit"))
            toast.hide()
    assert told == [AFTER[1]]

    # keys that were used are known; without keys there is nothing to teach
    window.canvas.select_all()
    QTest.keyClick(window.canvas, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    for name in ("edit.select_none", "arrange.left"):
        for _ in range(AFTER[0]):
            window.hints.slow(name)
    window.hints._tell()
    assert not toast.isVisible()

    # the button ends all hints
    for _ in range(AFTER[0]):
        window.hints.slow("view.zoom_out")
    qtbot.waitUntil(toast.isVisible)
    toast.button.click()
    assert not settings.flag("hints")
    assert not toast.isVisible()
    for _ in range(AFTER[0]):
        window.hints.slow("view.zoom_in")
    window.hints._tell()
    assert not toast.isVisible()


def test_a_damaged_count_is_none(qapp: object) -> None:
    stored = settings.store()
    assert isinstance(stored, QSettings)
    stored.setValue("slow/edit.copy", "many")
    assert settings.slow_count("edit.copy") == 0
    stored.remove("slow")
