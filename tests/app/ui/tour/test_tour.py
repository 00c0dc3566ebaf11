"""The tour: six steps that are done by real deeds, left at any time, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import settings, tour
from app.ui.tour.steps import STEPS
from app.ui.window import MainWindow
from nodes.network import Node
from nodes.network.edits import set_enabled
from tests.app.ui.canvas.conftest import Hand

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=_let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    return window


def _let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def the_tour(window: MainWindow) -> tour.Tour:
    found = window.findChild(tour.Tour)
    assert isinstance(found, tour.Tour)
    return found


def test_the_deeds_lead_through_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_by_id["help.tour"].trigger()
    led, editor = the_tour(window), window.editor
    assert len(STEPS) == 6
    assert settings.toured()

    def reaches(step: int) -> None:
        qtbot.waitUntil(lambda: led.at == step)
        assert window.rect().contains(led.bubble.geometry())
        assert led.bubble.title.text() == STEPS[step].title

    reaches(0)
    place = STEPS[0].place(window)
    assert place is not None
    assert not place.intersects(led.bubble.geometry())
    under = window.childAt(place.center())
    assert isinstance(under, QWidget)
    assert window.canvas.isAncestorOf(under)  # the shade lets the mouse through
    scope = editor.scope
    wire = editor.graph.wires[0]
    canvas = window.canvas
    from app.ui.canvas.changes import inserted

    editor.apply("Insert", inserted(scope, wire, Node("drop", "Dropout2d")))
    editor.apply("Switch off", lambda n: set_enabled(n, scope, ["drop"], False))
    editor.undo()
    led.look()
    assert led.at == 0  # its next edit would take away what was undone
    editor.redo()

    reaches(1)
    assert not editor.report.ok
    problems = window.problems
    qtbot.waitUntil(lambda: bool(problems.pane.buttons))
    QTest.mouseClick(problems.pane.buttons[0], LEFT)
    assert editor.report.ok

    reaches(2)
    hand = Hand(canvas)
    canvas.show_node("inception1")
    at = canvas.mapFromScene(QPointF(*hand.card("inception1")))
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=at)
    assert editor.trail == ("inception1",)

    reaches(3)
    monkeypatch.setattr(type(window.runs), "active", property(lambda _: True))
    reaches(4)
    monkeypatch.undo()
    window.actions_by_id["view.code"].trigger()
    reaches(5)
    monkeypatch.setattr(window.documents, "ask_path", lambda *_: tmp_path / "a.skipwire")
    window.actions_by_id["file.save"].trigger()
    qtbot.waitUntil(lambda: window.findChild(tour.Tour) is None)
    assert editor.path == tmp_path / "a.skipwire"


def test_it_is_left_and_survives_what_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    led = tour.start(window)
    for step in range(1, len(STEPS)):
        QTest.mouseClick(led.bubble.next, LEFT)
        assert led.at == step
        assert window.editor.report.ok is (step != 1)  # else mended before it is trained
    QTest.mouseClick(led.bubble.before, LEFT)
    assert led.at == len(STEPS) - 2
    for dock in window.docks.values():
        dock.close()
    led.look()
    assert window.rect().contains(led.bubble.geometry())

    window.documents.new()  # another tab is in front: nothing is pointed at
    led.look()
    assert led.bubble.isVisible()
    QTest.mouseClick(led.bubble.before, LEFT)  # leads back to its own
    assert window.editor.network.name == led._sheet.network.name

    led.bubble.skip.setFocus()
    QTest.keyClick(led.bubble.skip, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(tour.Tour) is None)
    assert QApplication.activeModalWidget() is None

    led = tour.start(window)
    tab = window.tabs.tab_of(window.editor.sheet)
    assert tab is not None
    window.tabs.close_tab(tab)
    qtbot.waitUntil(lambda: window.findChild(tour.Tour) is None)


def test_only_the_very_first_start_has_it(qtbot: QtBot) -> None:
    stored = settings.store()
    for first in (True, False):
        stored.setValue("toured", not first)
        settings.read_again()
        window = MainWindow()
        qtbot.addWidget(window, before_close_func=_let_go)
        tour.at_first_start(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        assert (window.findChild(tour.Tour) is not None) is first
    assert settings.toured()
