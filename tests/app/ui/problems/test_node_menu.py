"""The menu of a node comes up once repairs are known, unless something else is done by then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.ui.canvas import CanvasView
from app.ui.problems import NodeMenu
from app.ui.problems.work import Work
from tests.app.ui.panels import editor_on
from tests.app.ui.problems.test_repairs import point_of, shown
from tests.nodes.network.samples import textbook_inception


@pytest.mark.parametrize("what", ["another menu is open", "another tab is in front"])
def test_a_menu_that_is_late_does_not_come_up(qtbot: QtBot, what: str) -> None:
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
    if what == "another menu is open":
        other.popup(canvas.mapToGlobal(canvas.rect().center()))
    else:
        canvas.hide()
    looking = next(each for each in canvas.children() if isinstance(each, Work))
    qtbot.waitUntil(lambda: not looking.busy)
    assert QApplication.activePopupWidget() in (None, other)
    other.close()
    del menus
