"""The page of the queue: what it shows, and what keys and buttons do with the runs that wait."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.runs.folder import RunFolder
from app.training.messages import Dequeue, Enqueue, Hasten, Queue, Start, Steps
from app.ui.pastruns.bin import Binned
from app.ui.queue.page import QueuePage
from tests.app.ui.queue.room import STARTED, Room

ALT = Qt.KeyboardModifier.AltModifier
ACTIONS = ("run.pause", "run.stop", "run.queue")


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Room:
    return Room(tmp_path / "runs", monkeypatch)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> QueuePage:
    page = QueuePage(room.runs, {name: QAction(name) for name in ACTIONS})
    qtbot.addWidget(page)
    page.resize(900, 220)
    page.show()
    return page


def choose(page: QueuePage, row: int) -> None:
    item = page.rows.topLevelItem(row)
    assert item is not None
    page.rows.setCurrentItem(item)


def filled(room: Room, number: int = 3) -> list[str]:
    """So many wait behind one that is under way."""
    room.runs.train()
    (start,) = room.asked(Start)
    assert isinstance(start, Start)
    for _ in range(number):
        room.queue.add()
    room.tell(Queue(tuple(room.folders()), start.folder), STARTED)
    room.sent.clear()
    return list(room.queue.folders)


def test_it_tells_what_to_do_what_is_under_way_and_what_waits(
    room: Room, page: QueuePage, qtbot: QtBot
) -> None:
    assert "Nothing is under way" in page._nothing.text()
    assert not page.under_way.isVisible()
    folders = filled(room)
    room.tell(Steps(0, (0.5, 0.4, 0.3), 1, 0.1, 10.0, 60.0, 0.0))
    assert page.name.text() == "LeNet-5"
    qtbot.waitUntil(lambda: "1 min" in page.state.text())
    assert page.progress.value() == 3
    assert page.number.text() == "3 runs waiting"
    assert page.rows.folders == folders
    assert [page.rows.topLevelItem(0).text(k) for k in (0, 1, 3)] == ["1", "LeNet-5", "digits"]  # type: ignore[union-attr]
    room.tell(Queue((), folders[-1]))
    assert "Add to Queue" in page._nothing.text()


def test_keys_change_the_order_and_what_is_selected_stays(room: Room, page: QueuePage) -> None:
    first, second, third = filled(room)
    choose(page, 1)
    QTest.keyClick(page.rows, Qt.Key.Key_Up, ALT)
    assert room.sent == [Hasten(second)]
    room.tell(Queue((second, first, third)))
    assert page.rows.chosen == [second]
    assert not page.buttons["up"].isEnabled()
    QTest.keyClick(page.rows, Qt.Key.Key_Up, ALT)
    assert room.sent == [Hasten(second)], "it is the first"
    QTest.keyClick(page.rows, Qt.Key.Key_Down, ALT)
    assert room.sent[1:] == [Hasten(first)]
    room.tell(Queue((first, second, third)))
    choose(page, 2)
    page.buttons["first"].click()
    assert room.sent[2:] == [Hasten(third)]


def test_one_that_is_removed_goes_into_the_bin_once_the_worker_has_let_go(
    room: Room, page: QueuePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = filled(room)
    place = tmp_path / "bin"
    place.mkdir()

    def take(self: Binned, folders: Iterable[Path]) -> None:
        for folder in folders:
            self._moved.append((folder, Path(shutil.move(folder, place))))

    monkeypatch.setattr(Binned, "take", take)
    choose(page, 1)
    QTest.keyClick(page.rows, Qt.Key.Key_Delete)
    assert room.sent == [Dequeue(second)]
    assert Path(second).exists(), "it may have begun meanwhile"
    assert not page.buttons["undo"].isVisible()
    room.tell(Queue((first, third)))
    assert os.listdir(place) == [Path(second).name]
    page.buttons["undo"].click()
    (asked,) = room.asked(Enqueue)
    assert isinstance(asked, Enqueue)
    assert asked.start.folder == second
    assert RunFolder(Path(second)).state() == "queued"
    assert not page.buttons["undo"].isVisible()


def test_one_that_began_before_it_could_be_removed_stays(
    room: Room, page: QueuePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *rest = filled(room)
    monkeypatch.setattr(Binned, "take", lambda *_: pytest.fail("it is under way"))
    held = RunFolder(Path(first)).hold()
    assert held is not None
    choose(page, 0)
    QTest.keyClick(page.rows, Qt.Key.Key_Delete)
    room.tell(Queue(tuple(rest), first))
    held.release()
    assert page.rows.folders == rest


@pytest.mark.parametrize(
    ("chosen", "row", "below", "order"),
    [
        ((2,), 0, False, (2, 0, 1)),
        ((0,), 1, True, (1, 0, 2)),
        ((0,), 2, True, (1, 2, 0)),
        ((1, 2), 0, False, (1, 2, 0)),
        ((1,), 1, True, ()),
    ],
)
def test_rows_are_dragged_into_another_order(
    room: Room,
    page: QueuePage,
    chosen: tuple[int, ...],
    row: int,
    below: bool,
    order: tuple[int, ...],
) -> None:
    folders = filled(room)
    rows = page.rows
    for each in range(3):
        item = rows.topLevelItem(each)
        assert item is not None
        item.setSelected(each in chosen)
    place = rows.visualRect(rows.model().index(row, 1)).center()
    at = QPointF(place.x(), place.y() + (4 if below else -4))
    data = rows.model().mimeData(rows.selectedIndexes())
    action, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(at, action, data, left, Qt.KeyboardModifier.NoModifier)
    rows.dropEvent(drop)  # which no drag from elsewhere comes to
    assert drop.dropAction() is Qt.DropAction.IgnoreAction
    assert rows.folders == [folders[k] for k in order or (0, 1, 2)]
    assert rows.chosen == [folders[k] for k in chosen]
    room.tell(Queue(tuple(rows.folders)))
    assert bool(room.asked(Hasten)) is bool(order)
