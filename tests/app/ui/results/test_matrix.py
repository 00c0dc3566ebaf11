"""The confusion matrix and the tables beside it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.results import tables
from app.ui.results.matrix import MatrixModel, MatrixView
from app.ui.results.overview import OverviewTabs
from app.ui.theme import current
from tests.app.ui.results.answering import CLASSES, results

TEXT = Qt.ItemDataRole.AccessibleTextRole


def made() -> MatrixModel:
    model = MatrixModel()
    model.show_counts(results().matrix, CLASSES)
    return model


@pytest.mark.parametrize(
    ("way", "text", "share"), [(0, "2", 2 / 5), (1, "40", 2 / 5), (2, "50", 2 / 4)]
)
def test_a_cell_tells_its_count_or_its_share(way: int, text: str, share: float) -> None:
    model = made()
    model.show_way(way)
    cell = model.index(0, 1)
    assert cell.data() == text
    assert model.shares[0, 1] == pytest.approx(share)
    assert model.index(1, 2).data() == ""


def test_a_cell_is_told_in_a_sentence() -> None:
    model = made()
    assert model.index(0, 1).data(TEXT) == ("2 of 5 images of “cat” were taken for “dog” (40.0 %)")
    assert model.index(2, 2).data(TEXT) == "3 of 3 images of “emu” were recognised (100.0 %)"
    told = model.headerData(1, Qt.Orientation.Horizontal, TEXT)
    assert told == "Predicted: dog"
    assert model.headerData(1, Qt.Orientation.Vertical, TEXT) == "Actual: dog"


def test_cells_are_walked_to_and_chosen_by_keys_and_mouse(qtbot: QtBot) -> None:
    view = MatrixView(made())
    qtbot.addWidget(view)
    view.resize(300, 220)
    view.show()
    chosen: list[tuple[int, int]] = []
    view.chosen.connect(lambda a, p: chosen.append((a, p)))
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    at = view.visualRect(view.model().index(0, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [(1, 1), (0, 2)]


@pytest.mark.parametrize("part", [False, True], ids=["whole", "one cell"])
def test_a_cell_is_painted_by_what_it_counts(qtbot: QtBot, part: bool) -> None:
    model = MatrixModel()
    model.show_counts(np.array([[4, 0, 0], [0, 2, 2], [0, 0, 4]]), CLASSES)
    view = MatrixView(model)
    qtbot.addWidget(view)
    view.resize(300, 220)
    view.show()

    def painted(actual: int, predicted: int) -> str:
        cell = view.visualRect(model.index(actual, predicted))
        area = cell if part else view.viewport().rect()
        at = cell.topLeft() - area.topLeft() + QPoint(2, 2)
        return view.viewport().grab(area).toImage().pixelColor(at).name()

    theme = current()
    assert painted(0, 0) == painted(2, 2) == theme.accent
    assert painted(0, 1) == painted(2, 0) == theme.base
    assert len({painted(0, 0), painted(1, 1), painted(1, 2), painted(0, 1)}) == 4


@pytest.mark.parametrize("number", [3, 10, 1000])
def test_all_cells_are_seen_where_there_is_room(qtbot: QtBot, number: int) -> None:
    model = MatrixModel()
    model.show_counts(np.eye(number, dtype=np.int64), [f"class {k}" for k in range(number)])
    view = MatrixView(model)
    qtbot.addWidget(view)
    view.resize(420, 420)
    view.show()
    assert view.rowHeight(0) <= view.columnWidth(0) <= 2 * view.rowHeight(0)
    seen = view.visualRect(model.index(number - 1, number - 1))
    assert view.viewport().rect().contains(seen) == (number <= 10)
    assert not view.grab().isNull()


def test_names_stand_upright_where_columns_are_narrow(qtbot: QtBot) -> None:
    view = MatrixView(made())
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    flat = view.horizontalHeader().height()
    model = view.model()
    assert isinstance(model, MatrixModel)
    model.show_counts(results().matrix, ("automobile", "aeroplane", "locomotive"))
    assert view.horizontalHeader().height() > 2 * flat


def test_classes_have_their_figures() -> None:
    rows = tables.classes(results())
    told = [[column.text(row) for column in tables.CLASSES] for row in rows]
    assert told == [
        ["cat", "66.7 %", "40.0 %", "50.0 %", "5"],
        ["dog", "50.0 %", "66.7 %", "57.1 %", "3"],
        ["emu", "75.0 %", "100.0 %", "85.7 %", "3"],
    ]


def test_what_is_confused_most_comes_first() -> None:
    rows = tables.confused(results())
    told = [[column.text(row) for column in tables.CONFUSED] for row in rows]
    assert told[0] == ["cat", "dog", "2", "40.0 %"]
    assert {(row[0], row[1]) for row in told[1:]} == {("cat", "emu"), ("dog", "cat")}


def test_tables_are_sorted_and_their_rows_lead_to_a_cell(qtbot: QtBot) -> None:
    tabs = OverviewTabs()
    qtbot.addWidget(tabs)
    tabs.resize(400, 300)
    tabs.show_results(results())
    tabs.show()
    chosen: list[tuple[int, int]] = []
    tabs.chosen.connect(lambda a, p: chosen.append((a, p)))
    table = tabs.classes
    tabs.setCurrentIndex(1)
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    names = [table.model().index(row, 0).data() for row in range(3)]
    assert names == ["cat", "dog", "emu"]
    table.selectRow(0)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    names = [table.model().index(row, 0).data() for row in range(3)]
    assert names == ["dog", "cat", "emu"]
    assert table.currentIndex().row() == 1, "the row that is chosen goes along"
    assert {index.row() for index in table.selectedIndexes()} == {1}
    table.selectRow(0)
    with qtbot.waitSignal(tabs.actual) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]
    assert chosen == []
    tabs.show_results(results(epoch=4))
    assert table.currentIndex().row() == 0
    tabs.setCurrentIndex(2)
    at = tabs.confused.visualRect(tabs.confused.model().index(0, 0)).center()
    qtbot.mouseClick(tabs.confused.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [(0, 1)]
    tabs.setCurrentIndex(0)
    for head, signal in (
        (tabs.matrix.verticalHeader(), tabs.actual),
        (tabs.matrix.horizontalHeader(), tabs.predicted),
    ):
        place = head.sectionViewportPosition(2) + head.sectionSize(2) // 2
        down = head.orientation() is Qt.Orientation.Vertical
        at = QPoint(4, place) if down else QPoint(place, 4)
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert told.args == [2]
    tabs.matrix.setCurrentIndex(tabs.model.index(0, 2))
    assert tabs.told.text().startswith("1 of 5 images")


def test_calibration_tells_how_sure_and_how_right_it_is(qtbot: QtBot) -> None:
    tabs = OverviewTabs()
    qtbot.addWidget(tabs)
    tabs.show_results(results())
    tabs.setCurrentIndex(3)
    told = tabs.calibration.note.text()
    assert told.startswith("On average it is 76.3 % sure and 63.6 % right")
    tabs.show_results(results(kind="outputs"))
    assert tabs.calibration.note.text() == "The outputs of this run are no probabilities."
