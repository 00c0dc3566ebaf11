"""The page of shortcuts: searched, recorded by real keys, taken over, reset, kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui import settings
from app.ui.actions import ACTIONS
from app.ui.actions.keys import in_force, tip
from app.ui.shortcuts import ShortcutPage
from app.ui.shortcuts.gestures import GESTURES

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPECS = {spec.id: spec for spec in ACTIONS}


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    settings.set_shortcuts({})
    yield
    settings.set_shortcuts({})


@pytest.fixture
def actions(qapp: object) -> Mapping[str, QAction]:
    made = {}
    for spec in ACTIONS:
        action = made[spec.id] = QAction(spec.text)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setToolTip(tip(action))
    return made


@pytest.fixture
def page(qtbot: QtBot, actions: Mapping[str, QAction]) -> ShortcutPage:
    page = ShortcutPage(actions)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.search.hasFocus)
    return page


def choose(page: ShortcutPage, name: str) -> None:
    page.tree.setCurrentItem(page.rows[name])


def record(page: ShortcutPage, name: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    choose(page, name)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    QTest.keyClick(page.recorder, key, held)


def test_every_action_and_every_gesture_is_listed_and_found(page: ShortcutPage) -> None:
    listed = [row for rows in page.groups.values() for row in rows]
    assert len(listed) == len(ACTIONS) + sum(map(len, GESTURES.values()))
    page.search.setText("ctrl+shift+z")
    assert [row.text(0) for row in listed if not row.isHidden()] == ["Redo"]
    page.search.setText("undo edit")
    assert [row.text(0) for row in listed if not row.isHidden()] == ["Undo"]
    assert page.tree.currentItem() is page.rows["edit.undo"]
    page.search.setText("cut wires")
    assert any("right button" in row.text(1) for row in listed if not row.isHidden())


def test_keys_that_are_pressed_hold_at_once_and_are_kept(
    page: ShortcutPage, actions: Mapping[str, QAction]
) -> None:
    record(page, "edit.duplicate", Qt.Key.Key_F9, CONTROL)
    assert actions["edit.duplicate"].shortcut() == QKeySequence("Ctrl+F9")
    assert "Ctrl+F9" in actions["edit.duplicate"].toolTip()
    assert page.rows["edit.duplicate"].text(1) == "Ctrl+F9"
    assert settings.shortcuts() == {"edit.duplicate": "Ctrl+F9"}
    assert in_force(ACTIONS)["edit.duplicate"] == QKeySequence("Ctrl+F9")


def test_keys_of_another_action_are_taken_over_only_when_told(
    page: ShortcutPage, actions: Mapping[str, QAction]
) -> None:
    record(page, "edit.duplicate", Qt.Key.Key_Z, CONTROL)
    assert settings.shortcuts() == {}
    assert "Undo" in page.told.text()
    QTest.keyClick(page.take_over, Qt.Key.Key_Space)
    assert actions["edit.duplicate"].shortcut() == QKeySequence("Ctrl+Z")
    assert actions["edit.undo"].shortcut().isEmpty()
    choose(page, "edit.undo")
    page.reset.click()  # asks again: its keys are another's now
    assert "Duplicate" in page.told.text()
    page.reset_all.click()
    assert settings.shortcuts() == {}
    for spec in ACTIONS:
        assert actions[spec.id].shortcut() == QKeySequence(spec.shortcut)


def test_one_is_taken_away_and_reset(page: ShortcutPage, actions: Mapping[str, QAction]) -> None:
    choose(page, "edit.undo")
    page.remove.click()
    assert actions["edit.undo"].shortcut().isEmpty()
    page.reset.click()
    assert actions["edit.undo"].shortcut() == QKeySequence(SPECS["edit.undo"].shortcut)
    assert settings.shortcuts() == {}


def test_esc_leaves_it_as_it_is(page: ShortcutPage) -> None:
    record(page, "edit.undo", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.isVisible()
    assert not page.recorder.isVisible()
    assert settings.shortcuts() == {}


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Left, SHIFT),
    ],
)
def test_some_keys_are_refused_with_the_reason(
    page: ShortcutPage, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    record(page, "edit.undo", key, held)
    assert settings.shortcuts() == {}
    assert "themselves" in page.told.text() or "canvas" in page.told.text()


@pytest.mark.parametrize(
    ("stored", "name", "keys"),
    [
        ({"edit.undo": "no such keys"}, "edit.undo", "Ctrl+Z"),
        ({"edit.gone": "Ctrl+Z"}, "edit.undo", "Ctrl+Z"),
        ({"edit.undo": ""}, "edit.undo", ""),
        ({"edit.duplicate": "Ctrl+Z"}, "edit.undo", ""),  # what the person set goes first
        ({"edit.duplicate": "Ctrl+F9", "edit.copy": "Ctrl+F9"}, "edit.copy", "Ctrl+C"),
    ],
)
def test_what_is_stored_never_leaves_two_with_the_same_keys(
    stored: Mapping[str, str], name: str, keys: str
) -> None:
    settings.set_shortcuts(stored)
    force = in_force(ACTIONS)
    assert force[name] == QKeySequence(keys)
    told = [k.toString() for k in force.values() if not k.isEmpty()]
    assert len(set(told)) == len(told)
