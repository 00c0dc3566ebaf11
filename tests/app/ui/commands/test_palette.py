"""The command palette in a real window, and the bookmarks that it also offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import settings
from app.ui.actions import ACTIONS
from app.ui.commands.matching import Matcher
from app.ui.commands.offers import offered, words
from app.ui.commands.palette import CommandPalette
from app.ui.window import MainWindow
from nodes.network import edits

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.documents.open_preset("resnet18")
    window.canvas.setFocus()
    return window


def palette(window: MainWindow) -> CommandPalette:
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    found = window.findChild(CommandPalette)
    assert isinstance(found, CommandPalette)
    assert found.isVisible()
    assert found.field.hasFocus()
    return found


def do(window: MainWindow, query: str) -> None:
    """Type it and take the first row."""
    field = palette(window).field
    QTest.keyClicks(field, query)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_palette_does_what_it_offers(window: MainWindow, qtbot: QtBot) -> None:
    """One window for all of it, for a window takes long."""
    editor = window.editor

    # every action is found by its name, and told why not where it cannot be given
    everything = Matcher(offered(window, ""))
    by_id = {command.id: command for command in everything.find((), ())}
    assert {spec.id for spec in ACTIONS} <= by_id.keys()
    for spec in ACTIONS:
        found = [*everything.find(words(by_id[spec.id].title), ())]
        assert spec.id in [c.id for c in found if c.title == found[0].title]
        assert by_id[spec.id].off is not spec.enabled(window)
        assert bool(by_id[spec.id].missing) is by_id[spec.id].off
    assert by_id["edit.rename"].missing == "Select a node first"
    shown = by_id["view.fit"].where
    assert "View" in shown
    assert shown.endswith("F")

    # by what others call it
    for word, known in (
        ("theme", "view.theme"), ("language", "edit.preferences"), ("chinese", "language.chinese"),
        ("中文", "language.chinese"), ("bigger", "appearance.larger"), ("recent", "file.start"),
    ):  # fmt: skip
        assert known in [c.id for c in everything.find(words(word), ())][:3], word

    # Enter does it, and it comes first the next time
    do(window, "select all")
    assert editor.selection == editor.graph.by_name.keys()
    assert window.canvas.hasFocus()
    again = Matcher(offered(window, "")).find((), settings.recent_commands())
    assert next(again).id == "edit.select_all"

    # what cannot be done does nothing, and the palette stays
    editor.select(())
    over = palette(window)
    QTest.keyClicks(over.field, "unpack block")
    QTest.keyClick(over.field, Qt.Key.Key_Return)
    assert over.isVisible()
    QTest.keyClick(over.field, Qt.Key.Key_Escape)
    assert not over.isVisible()
    assert window.canvas.hasFocus()

    # the same keys put it away
    palette(window)
    QTest.keyClick(over.field, Qt.Key.Key_K, CONTROL)
    assert not over.isVisible()

    # Tab completes
    palette(window)
    QTest.keyClicks(over.field, "select n")
    QTest.keyClick(over.field, Qt.Key.Key_Tab)
    assert over.field.text() == "Select None"
    QTest.keyClick(over.field, Qt.Key.Key_Escape)

    # nodes of all blocks, those in sight first
    names = [row.title for row in Matcher(offered(window, "@")).find(words("@conv1"), ())]
    assert names.count("conv1") == 2
    do(window, "@layer1.0 conv2")
    assert editor.trail == ("layer1",)
    assert editor.selection == {"conv2"}
    QTest.keyClick(window, Qt.Key.Key_BracketLeft, CONTROL)
    assert not editor.trail
    QTest.keyClick(window, Qt.Key.Key_BracketRight, CONTROL)
    assert window.canvas.places.here.trail == ("layer1",)

    # blocks, where they are first used
    editor.show_place(())
    do(window, "#basic")
    assert editor.scope == "BasicBlock"

    # bookmarks: set here, gone to from elsewhere, followed through a new name, saved, undone
    QTest.keyClick(window, Qt.Key.Key_3, CONTROL)
    here = window.canvas.navigator.look
    editor.show_place(())
    editor.apply("Rename", lambda n: edits.rename(n, "", "layer1", "stage"))
    QTest.keyClick(window, Qt.Key.Key_3)
    assert editor.trail == ("stage",)
    assert window.canvas.navigator.look == pytest.approx(here, abs=0.5)
    action = window.actions_by_id["bookmarks.go_3"]
    assert action.isEnabled()
    assert action.text().startswith("&3: layer1 › ")
    assert not window.actions_by_id["bookmarks.go_4"].isEnabled()
    editor.show_place(())
    editor.select(["stage"])
    window.canvas.delete_selection()
    assert not action.isEnabled()
    editor.undo()
    assert action.isEnabled()
    editor.undo()
    assert editor.bookmarks[0].trail == ("layer1",)
    editor.undo()
    assert editor.bookmarks == ()
    assert action.text() == "Go to Bookmark &3"

    # networks and files
    do(window, "open lenet 5")
    assert editor.network.name == "LeNet-5"
    do(window, "show resnet 18")
    assert editor.network.name == "ResNet-18"
    QApplication.processEvents()
