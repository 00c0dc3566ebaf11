"""The menu of a node comes up once repairs are known, unless something else is done by then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.ui.canvas import CanvasView
from app.ui.problems import NodeMenu
from app.ui.problems.work import Work
from tests.app.advice.samples import textbook_inception
from tests.app.ui.panels import editor_on
from tests.app.ui.problems.test_repairs import point_of, shown


@pytest.mark.parametrize("hidden", [False, True])
def test_it_does_not_come_up_late_over_another_or_from_behind(qtbot: QtBot, hidden: bool) -> None:
    editor = editor_on(textbook_inception())
    view = shown(qtbot, editor)
    canvas = CanvasView(editor)
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    with qtbot.waitExposed(canvas):
        canvas.show()
    menus = NodeMenu(canvas, view)
    canvas.customContextMenuRequested.emit(point_of(canvas, "concat"))
    other = QMenu()
    other.addAction("Something else")
    if hidden:
        canvas.hide()
    else:
        other.popup(canvas.mapToGlobal(canvas.rect().center()))
    works = [each for each in canvas.children() if isinstance(each, Work)]
    assert any(each.busy for each in works)
    qtbot.waitUntil(lambda: not any(each.busy for each in works))
    assert QApplication.activePopupWidget() is (None if hidden else other)
    other.close()
    assert menus.menu_for("concat") is not None
