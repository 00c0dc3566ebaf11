"""The list of bookmarks in a real window, by keyboard and by its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.bookmarks import BookmarksDialog
from app.ui.window import MainWindow


def names(window: MainWindow) -> dict[int, str]:
    return {mark.number: mark.name for mark in window.editor.bookmarks}


def opened(window: MainWindow) -> BookmarksDialog:
    window.actions_by_id["bookmarks.edit"].trigger()
    dialog = window.findChild(BookmarksDialog)
    assert isinstance(dialog, BookmarksDialog)
    return dialog


def type_name(
    qtbot: QtBot, dialog: BookmarksDialog, text: str, key: Qt.Key = Qt.Key.Key_Return
) -> None:
    QTest.keyClick(dialog.rows, Qt.Key.Key_F2)
    line = dialog.rows.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text or " ")
    QTest.keyClick(line, key)
    qtbot.waitUntil(lambda: dialog.rows.findChild(QLineEdit) is None)


def test_bookmarks_are_renamed_removed_and_gone_to(qtbot: QtBot) -> None:
    window = MainWindow()
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    qtbot.addWidget(window)
    window.show()
    window.documents.open_preset("resnet18")
    empty = opened(window)
    assert not any(button.isEnabled() for button in (empty.go, empty.name, empty.remove))
    empty.reject()
    qtbot.waitUntil(lambda: window.findChild(BookmarksDialog) is None)

    window.actions_by_id["bookmarks.set_2"].trigger()
    window.editor.enter("layer1")
    window.actions_by_id["bookmarks.set_5"].trigger()
    before, steps = names(window), len(window.editor.sheet.history.steps)
    dialog = opened(window)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    type_name(qtbot, dialog, "The first stage")
    assert names(window) == {**before, 5: "The first stage"}
    assert window.editor.bookmarks[1].trail == ("layer1",), "it is the same place"
    assert len(window.editor.sheet.history.steps) == steps + 1, "one step"
    assert "The first stage" in window.actions_by_id["bookmarks.go_5"].text()

    type_name(qtbot, dialog, "", Qt.Key.Key_Return)
    type_name(qtbot, dialog, "nothing", Qt.Key.Key_Escape)
    assert names(window) == {**before, 5: "The first stage"}, "no name and Esc change nothing"
    window.editor.undo()
    assert dialog.rows.chosen() == window.editor.bookmarks[1], "the list follows"

    dialog.rows.choose(0)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Delete)
    assert names(window) == {5: before[5]}
    assert dialog.rows.topLevelItemCount() == 1

    window.editor.leave()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert window.editor.trail == ("layer1",)
    assert not dialog.isVisible()

    qtbot.waitUntil(lambda: window.findChild(BookmarksDialog) is None)
    last = opened(window)
    QTest.mouseClick(last.remove, Qt.MouseButton.LeftButton)
    assert names(window) == {}
    assert not last.remove.isEnabled()
    window.editor.undo()
    assert names(window) == {5: before[5]}
    last.reject()
