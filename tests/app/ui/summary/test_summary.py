"""The summary dock: rows follow the network, sort by figure, show their node and can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.analysis.summary import FORMATS, TITLES
from app.ui.editor import Editor
from app.ui.summary import SummaryView
from nodes.network import ROOT, edits
from nodes.network.document import Document
from presets import PRESETS


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(Document(PRESETS["resnet18"].network()))
    return editor


@pytest.fixture
def view(qtbot: QtBot, editor: Editor) -> SummaryView:
    view = SummaryView(editor)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_row_a_block_and_on_request_a_row_a_layer(view: SummaryView) -> None:
    assert "layer1" in [r.path for r in view.rows]
    view.grouping.setCurrentText("By node")
    paths = [r.path for r in view.rows]
    assert "layer1" not in paths
    assert "layer1.0.conv1" in paths


def test_figures_are_sorted_as_numbers(view: SummaryView) -> None:
    column = TITLES.index("MACs")
    view.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    figures = [r.cells[column] for r in view.rows]
    assert figures == sorted(figures, reverse=True)  # type: ignore[type-var]
    view.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [r.path for r in view.rows][:2] == ["input", "conv1"]


def test_outputs_are_sorted_by_their_elements(qtbot: QtBot, view: SummaryView) -> None:
    qtbot.waitUntil(lambda: view.table.model().rowCount() > 0)
    head, column = view.table.horizontalHeader(), TITLES.index("Output")
    at = QPoint(head.sectionViewportPosition(column) + 10, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    outputs = [r.output for r in view.rows]
    if outputs[0] == "64×112×112":  # the first click may sort the other way
        outputs.reverse()
    assert outputs[0] == "512×1×1"
    assert outputs[-1] == "64×112×112"
    assert outputs.index("512×7×7") < outputs.index("3×224×224")


def test_rows_follow_an_edit(qtbot: QtBot, view: SummaryView, editor: Editor) -> None:
    before = view.totals.text()
    editor.apply("Less", lambda n: edits.set_argument(n, ROOT, ["conv1"], "out_channels", 32))
    qtbot.waitUntil(lambda: view.totals.text() != before)


def test_a_row_shows_its_node_on_the_canvas(
    qtbot: QtBot, view: SummaryView, editor: Editor
) -> None:
    view.grouping.setCurrentText("By node")
    at = [r.path for r in view.rows].index("layer2.0.conv2")
    table = view.table
    spot = table.visualRect(table.model().index(at, 0)).center()
    table.scrollTo(table.model().index(at, 0))
    spot = table.visualRect(table.model().index(at, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert editor.prefix == "layer2.0"
    assert editor.selection == {"conv2"}


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_table_is_copied_as_shown(qtbot: QtBot, view: SummaryView, form: str) -> None:
    view.table.sortByColumn(TITLES.index("Parameters"), Qt.SortOrder.DescendingOrder)
    (action,) = [a for a in view.copy.menu().actions() if a.text() == form]
    with qtbot.waitSignal(view.told) as told:
        action.trigger()
    assert told.args == [f"{len(view.rows)} rows copied as {form}"]
    text = QGuiApplication.clipboard().text()
    assert text == FORMATS[form](view.rows)
    assert text.index("layer4") < text.index("conv1")
