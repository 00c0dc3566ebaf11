"""The page of past runs, through the widget."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.runs.folder import RECORD, RunFolder
from app.runs.record import Notes
from app.ui import theme
from app.ui.pastruns.columns import COLUMNS, STAR
from app.ui.pastruns.page import PastRuns
from app.ui.pastruns.quantities import QUANTITIES
from nodes.network.document import Document
from tests.app.runs.played import RECORDED

RUNS = {
    "20261101-100000-lenet-5-0001": "healthy",
    "20261102-100000-test-0002": "vanishing",
    "20261103-100000-lenet-5-0003": "broken",
}
HEALTHY, VANISHING, BROKEN = RUNS
TITLES = [column.title for column in COLUMNS]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, recorded in RUNS.items():
        shutil.copytree(RECORDED / recorded, tmp_path / "Runs" / name)
    return tmp_path / "Runs"


@pytest.fixture
def page(root: Path, qtbot: QtBot) -> PastRuns:
    return shown(PastRuns(root), qtbot)


def shown(page: PastRuns, qtbot: QtBot) -> PastRuns:
    theme.apply(theme.LIGHT)
    qtbot.addWidget(page)
    page.resize(1200, 300)
    with qtbot.waitSignal(page.reading.read):
        page.show()
    return page


def cells(page: PastRuns, title: str) -> list[str]:
    at = TITLES.index(title)
    return [page.rows.index(row, at).data() for row in range(page.rows.rowCount())]


def test_of_how_many_epochs_is_told_where_these_decide(root: Path, qtbot: QtBot) -> None:
    path = RunFolder(root / HEALTHY).path / RECORD
    path.write_text(path.read_text().replace('"steps": 0', '"steps": 100'))
    assert cells(shown(PastRuns(root), qtbot), "Epochs") == ["0 of 1", "2 of 2", "3"]


def click(page: PastRuns, row: int, column: int, *, double: bool = False) -> None:
    page.table.scrollTo(page.rows.index(row, column))
    at = page.table.visualRect(page.rows.index(row, column)).center()
    view = page.table.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    if double:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)


def test_all_runs_are_there_the_newest_first(page: PastRuns) -> None:
    assert cells(page, "Run") == ["LeNet-5", "Test", "LeNet-5"]
    assert cells(page, "State") == ["Failed", "Finished", "Finished"]
    assert cells(page, "Epochs") == ["0 of 1", "2 of 2", "3 of 3"]
    assert cells(page, "Accuracy")[0] == "–"
    assert page.number.text() == "3 runs"
    assert "NaN" in page.rows.index(0, TITLES.index("State")).data(Qt.ItemDataRole.ToolTipRole)


def test_they_are_sorted_and_filtered(page: PastRuns) -> None:
    page.table.sortByColumn(TITLES.index("Accuracy"), Qt.SortOrder.DescendingOrder)
    assert [run.id for run in page.rows.runs()] == [HEALTHY, VANISHING, BROKEN]
    QTest.keyClicks(page.search, "lenet adam")
    assert [run.id for run in page.rows.runs()] == [HEALTHY]
    assert page.number.text() == "1 of 3 runs"
    page.search.clear()
    click(page, 0, STAR)
    page.starred.click()
    assert [run.id for run in page.rows.runs()] == [HEALTHY]


def test_star_name_and_notes_are_kept_in_the_folder(
    page: PastRuns, root: Path, qtbot: QtBot
) -> None:
    click(page, 2, STAR)
    page.choose([HEALTHY])
    page.do("name")
    _type(page, "The good one")
    qtbot.waitUntil(lambda: RunFolder(root / HEALTHY).notes() == Notes(True, "The good one"))
    page.do("note")
    _type(page, "Keep it")
    kept = Notes(True, "The good one", "Keep it")
    qtbot.waitUntil(lambda: RunFolder(root / HEALTHY).notes() == kept)
    assert cells(page, "Run")[2] == "The good one"
    assert cells(page, "★")[2] == "★"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert not RunFolder(root / HEALTHY).notes().star


def _type(page: PastRuns, text: str) -> None:
    (editor,) = (e for e in page.table.viewport().findChildren(QLineEdit) if e.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_note_that_cannot_be_written_is_told(page: PastRuns, root: Path, qtbot: QtBot) -> None:
    (root / HEALTHY / "notes.json").mkdir()
    page.choose([HEALTHY])
    with qtbot.waitSignal(page.refused) as told:
        page.do("star")
    assert "cannot be written" in told.args[1]
    assert cells(page, "★")[2] == "☆"


def test_the_network_is_opened_as_it_was(page: PastRuns, qtbot: QtBot) -> None:
    page.choose([VANISHING])
    with qtbot.waitSignal(page.opened) as opened:
        click(page, 1, TITLES.index("Recipe"), double=True)
    folder, document = opened.args
    assert folder == page.chosen[0].folder
    assert isinstance(document, Document)
    assert document.network.name == "Test"
    page.choose([HEALTHY, VANISHING])
    assert not page.buttons["open"].isEnabled()


def test_what_was_deleted_comes_back(page: PastRuns, root: Path, qtbot: QtBot) -> None:
    Path(os.environ["XDG_DATA_HOME"]).mkdir(parents=True, exist_ok=True)  # where the bin is
    page.choose([HEALTHY, BROKEN])
    with qtbot.waitSignal(page.reading.read):
        page.buttons["delete"].click()
    assert os.listdir(root) == [VANISHING]
    assert cells(page, "Run") == ["Test"]
    told: list[str] = []
    page.told.connect(told.append)
    with qtbot.waitSignal(page.reading.read):
        page.buttons["undo"].click()
    assert told == ["2 runs taken out of the bin"]
    assert {*os.listdir(root)} == {*RUNS}
    assert cells(page, "Run") == ["LeNet-5", "Test", "LeNet-5"]
    assert not page.buttons["undo"].isVisible()
    assert [run.name for run in page.model.rows] == ["LeNet-5", "Test", "LeNet-5"]


def test_what_cannot_be_deleted_is_told(page: PastRuns, root: Path, qtbot: QtBot) -> None:
    held = RunFolder(root / HEALTHY).hold()
    assert held is not None
    page.choose([HEALTHY])
    with qtbot.waitSignal(page.refused) as told:
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert "is being trained" in told.args[1]
    held.release()
    shutil.rmtree(root / HEALTHY)
    with qtbot.waitSignal(page.refused) as told:
        page.do("delete")
    assert "cannot be moved to the bin" in told.args[1]
    assert len(os.listdir(root)) == 2


def test_curves_lie_over_one_another_and_recipes_are_differenced(
    page: PastRuns, qtbot: QtBot
) -> None:
    page.choose([HEALTHY, VANISHING])
    qtbot.waitUntil(lambda: len(page.details.overlay.lines) == 2)
    for at, quantity in enumerate(QUANTITIES):
        page.details.overlay.quantity.setCurrentIndex(at)
        told = [run.folder.history() for run in page.chosen]
        shown = 0 if "top-5" in quantity.title and not told[0].epochs[0].val_top5 else 2
        assert len(page.details.overlay.lines) == shown
    x, y = page.details.overlay.lines["LeNet-5"]
    assert len(x) == len(y) > 1
    recipe = page.details.recipes.toPlainText()
    assert "Learning rate" in recipe
    assert "Batch size" not in recipe, "that is the same"
    assert "LeNet-5 against Test" in page.details.networks.toPlainText()


def test_the_split_is_where_it_was_left(page: PastRuns, root: Path, qtbot: QtBot) -> None:
    handle = page.split.handle(1)
    at = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(handle, at - QPoint(200, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    moved = page.split.sizes()
    assert moved[0] < moved[1]
    assert shown(PastRuns(root), qtbot).split.sizes() == moved


def test_damaged_folders_break_nothing(root: Path, qtbot: QtBot) -> None:
    for name in ("run.json", "network.skipwire", "events.jsonl", "start.msgpack"):
        (root / BROKEN / name).write_bytes(b"\xff{")
        (root / VANISHING / name).write_bytes(b"")
    (root / "unfinished").mkdir()
    page = shown(PastRuns(root), qtbot)
    assert cells(page, "State") == ["Damaged", "Damaged", "Finished"]
    for ids in ([BROKEN], [BROKEN, HEALTHY], [VANISHING, BROKEN]):
        page.choose(ids)
    page.choose([BROKEN])
    with qtbot.waitSignal(page.refused):
        page.do("open")
    page.do("tensorboard")
    assert not page.grab().isNull()


def test_without_runs_it_says_what_will_be_here(tmp_path: Path, qtbot: QtBot) -> None:
    page = shown(PastRuns(tmp_path / "none"), qtbot)
    assert not page.table.isVisible()
    assert not page.buttons["delete"].isEnabled()


def test_a_run_that_comes_meanwhile_is_shown(page: PastRuns, root: Path, qtbot: QtBot) -> None:
    page.choose([HEALTHY])
    with qtbot.waitSignal(page.reading.read):
        shutil.copytree(RECORDED / "healthy", root / "20261104-100000-lenet-5-0004")
    qtbot.waitUntil(lambda: len(cells(page, "Run")) == 4)
    assert [run.id for run in page.chosen] == [HEALTHY], "what was chosen stays so"


def test_a_report_is_written_with_the_network_in_it(
    page: PastRuns, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "it"), ""))
    page.choose([HEALTHY])
    page.buttons["report"].click()
    text = (tmp_path / "it.html").read_text("utf-8")
    assert "conv1" in text[text.index("<h2>Network") : text.index("<h2>Recipe")]


def test_several_runs_are_compared_in_one_report(
    page: PastRuns, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all"), ""))
    page.choose([*RUNS])
    page.buttons["report"].click()
    text = (tmp_path / "all.html").read_text("utf-8")
    heads = re.findall("<th>(.*?)</th>", text)[1:4]
    assert heads[1] == "Test"
    assert heads[0] != heads[2], "both are LeNet-5"
    assert all(head.startswith("LeNet-5 · 20") for head in heads[::2])


def test_a_run_that_was_broken_off_can_go_on(page: PastRuns, root: Path, qtbot: QtBot) -> None:
    page.choose([HEALTHY])
    assert not page.buttons["resume"].isEnabled(), "it is finished"
    events = root / HEALTHY / "events.jsonl"
    lines = events.read_bytes().splitlines(keepends=True)
    events.write_bytes(b"".join(lines[:20]))
    with qtbot.waitSignal(page.reading.read):
        page.look_again()
    assert cells(page, "State")[2] == "Broken off"
    assert page.buttons["resume"].isEnabled()
    with qtbot.waitSignal(page.resumed) as resumed:
        page.buttons["resume"].click()
    assert resumed.args[0] == RunFolder(root / HEALTHY)
