"""Tabs: documents side by side, closed and reopened, on one side or two."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.origins import made_of
from app.ui.canvas.navigator import Look
from app.ui.editor import Change, Editor
from app.ui.sheet import Sheet
from app.ui.tabs import Tab, Workspace
from nodes.network import ROOT
from nodes.network.edits import move
from presets import preset


@pytest.fixture
def editor() -> Editor:
    return Editor()


@pytest.fixture
def tabs(qtbot: QtBot, editor: Editor) -> Workspace:
    made = Workspace(editor)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def opened(tabs: Workspace, id: str) -> Tab:
    tab = tabs.free()
    tab.editor.open(made_of(preset(id), {}))
    return tab


def nudge(editor: Editor, x: float, grows: str = "") -> None:
    editor.apply("Move", lambda n: move(n, ROOT, {"input": (x, 0)}), grows=grows)


def test_a_document_opens_in_a_tab_of_its_own_and_an_untouched_one_gives_way(
    tabs: Workspace, editor: Editor
) -> None:
    first = opened(tabs, "lenet5")
    assert [*tabs.tabs] == [first]
    second = opened(tabs, "alexnet")
    assert [*tabs.tabs] == [first, second]
    assert tabs.active is second
    assert editor.network.name == "AlexNet"
    assert tabs.canvas is second.canvas


def test_the_docks_look_at_the_active_tab_and_each_canvas_at_its_own(
    tabs: Workspace, editor: Editor
) -> None:
    first, second = opened(tabs, "lenet5"), opened(tabs, "alexnet")
    seen: list[Change] = []
    editor.changed.connect(seen.append)
    report = first.editor.report
    tabs.activate(first)
    assert editor.report is report, "nothing is analysed anew"
    assert seen[-1].fresh
    assert seen[-1].new is first.editor.snapshot
    first.editor.select(["input"])
    assert editor.selection == {"input"}
    nudge(editor, 500)
    assert not seen[-1].fresh
    assert first.canvas.layer.geometry.bounds(["input"])[0] == 500
    count = len(seen)
    nudge(second.editor, 700)
    assert len(seen) == count, "an edit elsewhere is not told here"
    tabs.activate(second)
    editor.undo()
    assert not second.editor.modified
    assert first.editor.modified


def test_steps_in_a_row_are_one(tabs: Workspace, editor: Editor) -> None:
    opened(tabs, "lenet5")
    before = editor.network
    for x in (1, 2, 3):
        nudge(editor, x, "nudge")
    editor.undo()
    assert editor.network is before


def test_a_closed_tab_comes_back_with_all_its_steps(
    qtbot: QtBot, tabs: Workspace, editor: Editor
) -> None:
    first, second = opened(tabs, "lenet5"), opened(tabs, "alexnet")
    nudge(second.editor, 300)
    drawn, look = second.editor.network, Look(1.6, 20.0, 400.0)
    second.canvas.navigator.go(look)
    with qtbot.waitSignal(tabs.closed) as told:
        tabs.close_tab(second)
    assert told.args == [second.sheet]
    assert tabs.active is first
    assert editor.sheet is first.sheet
    tabs.reopen()
    assert editor.network is drawn
    assert tabs.canvas.look == pytest.approx(look, abs=1.5), "where one was"
    editor.undo()
    assert editor.network != drawn
    for tab in [*tabs.tabs]:
        tabs.close_tab(tab)
    assert len(tabs.tabs) == 1
    assert tabs.active.sheet.untouched


def test_closing_is_asked_for_by_the_cross_and_by_the_middle_button(
    qtbot: QtBot, tabs: Workspace
) -> None:
    tab = opened(tabs, "lenet5")
    bar = tabs.groups[0].bar
    cross = bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    with qtbot.waitSignal(tabs.close_requested) as asked:
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert asked.args == [tab]
    with qtbot.waitSignal(tabs.close_requested):
        qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())


def test_marks_tell_what_is_not_saved_and_what_is_trained(tabs: Workspace, editor: Editor) -> None:
    tab, bar = opened(tabs, "lenet5"), tabs.groups[0].bar
    assert bar.tabText(0) == "LeNet-5"
    assert bar.tabIcon(0).isNull()
    nudge(editor, 100)
    assert "unsaved" in bar.accessibleTabName(0)
    tabs.mark_running(tab.sheet)
    assert not bar.tabIcon(0).isNull()
    assert "trained" in bar.tabToolTip(0)
    tabs.mark_running(tab.sheet, paused=True)
    assert "paused" in bar.tabToolTip(0)
    tabs.mark_running(None)
    assert bar.tabIcon(0).isNull()


def test_tabs_are_moved_by_dragging_and_stepped_through(tabs: Workspace) -> None:
    made = [opened(tabs, name) for name in ("lenet5", "alexnet", "vgg11")]
    tabs.groups[0].bar.moveTab(0, 2)
    assert [*tabs.tabs] == [made[1], made[2], made[0]]
    assert tabs.active is made[2]
    tabs.step(1)
    assert tabs.active is made[0]
    tabs.step(1)
    assert tabs.active is made[1]
    tabs.groups[0].bar.setCurrentIndex(1)
    assert tabs.active is made[2]


def test_two_sides_of_which_the_touched_one_is_active(qtbot: QtBot, tabs: Workspace) -> None:
    first, second = opened(tabs, "lenet5"), opened(tabs, "alexnet")
    tabs.toggle_split()
    assert [group.tabs for group in tabs.groups] == [[first], [second]]
    assert first.canvas.isVisible()
    assert second.canvas.isVisible()
    assert tabs.active is second
    qtbot.mouseClick(first.canvas.viewport(), Qt.MouseButton.LeftButton)
    assert tabs.active is first
    tabs.move_across(first)
    assert not tabs.split, "a side without tabs goes"
    assert [*tabs.tabs] == [second, first]
    tabs.toggle_split()
    tabs.toggle_split()
    assert not tabs.split
    assert {*tabs.tabs} == {first, second}


def test_splitting_one_tab_gives_an_empty_one_beside_it(tabs: Workspace) -> None:
    first = opened(tabs, "lenet5")
    tabs.toggle_split()
    assert len(tabs.groups) == 2
    assert tabs.active.sheet.untouched
    tabs.close_tab(tabs.active)
    assert tabs.active is first
    assert not tabs.split


def test_nothing_holds_a_closed_tab_that_was_met_before_it_was_deleted(tabs: Workspace) -> None:
    opened(tabs, "lenet5")
    closed = weakref.ref(tabs.add(Sheet()))
    tabs.close_tab(tabs.active)
    tabs.findChildren(QWidget)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()
    gc.collect()
    assert closed() is None


def test_what_is_closed_is_told_nothing_more(tabs: Workspace) -> None:
    sheet = Sheet()
    tab = tabs.add(sheet)
    tabs.close_tab(tab)
    assert sheet.editors == []
