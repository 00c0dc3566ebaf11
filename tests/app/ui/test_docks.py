"""What is in a dock is visible to Qt only while nothing is before it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from app.ui.docks import Docks

NAMES = ("palette", "inspector", "problems", "training", "maps", "steps")


@pytest.fixture
def docks(qtbot: QtBot) -> Docks:
    window = QMainWindow()
    qtbot.addWidget(window)
    drawing = QLabel("drawing")
    window.setCentralWidget(drawing)
    window.resize(900, 600)
    made = Docks(window, [(name, name, QLabel(name)) for name in NAMES], drawing.setFocus)
    window.show()
    qtbot.waitExposed(window)
    return made


def seen(docks: Docks) -> set[str]:
    shown = {name for name, dock in docks.items() if dock.widget().isVisible()}
    assert shown == {name for name in docks if docks.in_front(name)}
    return shown


def test_only_what_is_in_front_is_visible(docks: Docks) -> None:
    assert seen(docks) == {"palette", "inspector", "problems"}
    docks.front("maps")
    assert seen(docks) == {"palette", "inspector", "maps"}
    docks.front("steps")
    docks.front("training")
    assert seen(docks) == {"palette", "steps", "training"}


def test_nothing_is_lost_of_what_is_put_away_or_taken_out(docks: Docks, qtbot: QtBot) -> None:
    docks.front("maps")
    docks.put_away()
    assert not seen(docks)
    docks.bring_back()
    docks.front("maps")
    assert "maps" in seen(docks)
    docks["training"].setFloating(True)  # from behind
    qtbot.waitUntil(docks["training"].widget().isVisible)
    docks["training"].setFloating(False)
    qtbot.waitUntil(lambda: docks.in_front("training"))
    docks.front("problems")
    assert seen(docks) == {"palette", "inspector", "problems"}
    docks.reset()
    assert seen(docks) == {"palette", "inspector", "problems"}


def test_docks_keep_their_height_whatever_is_in_front(docks: Docks) -> None:
    docks["maps"].widget().setMinimumHeight(260)
    docks.front("maps")
    height = docks["maps"].height()
    docks.front("problems")
    docks.front("training")
    assert docks["training"].height() == height


def test_the_keys_of_what_goes_behind_another_are_the_drawings(qtbot: QtBot) -> None:
    window, drawing = QMainWindow(), QLineEdit("drawing")
    qtbot.addWidget(window)
    window.setCentralWidget(drawing)
    docks = Docks(window, [(name, name, QLineEdit(name)) for name in NAMES], drawing.setFocus)
    window.show()
    qtbot.waitExposed(window)
    docks.front("maps")
    docks["maps"].widget().setFocus()
    docks.front("training")
    assert window.focusWidget() is drawing, "and not the field of another dock, to be typed over"
    docks["inspector"].widget().setFocus()
    docks.front("maps")
    assert window.focusWidget() is docks["inspector"].widget(), "what stays in sight keeps them"


def test_what_needs_more_room_has_it(docks: Docks, qtbot: QtBot) -> None:
    docks.front("training")
    docks.have_room("training", 60)  # the bar of the tabs is among these
    qtbot.waitUntil(lambda: docks["training"].height() > 230)
    high = docks["training"].height()
    docks.have_room("training")
    assert docks["training"].height() == high, "it is never made lower"
