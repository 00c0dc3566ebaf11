"""Texts in another language: looked up, filled, said again to the widgets that show them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from app.ui.language import texts, tr
from app.ui.language.retelling import retell

TABLE = {
    "Delete {what}": "删除 {what}",
    "node": "节点",
    "{node} has no input.": "{node} 没有输入。",
    "Layer": "层",
}


@pytest.fixture
def chinese() -> Iterator[None]:
    texts.use_table(TABLE)
    yield
    texts.use_table({})


def test_english_needs_no_table() -> None:
    assert tr("Delete {what}", what="conv1") == "Delete conv1"
    assert tr("An odd {brace") == "An odd {brace"


@pytest.mark.usefixtures("chinese")
def test_a_text_is_given_in_the_language_in_force() -> None:
    assert tr("Delete {what}", what="conv1") == "删除 conv1"
    assert tr("Not translated") == "Not translated"


@pytest.mark.usefixtures("qapp", "chinese")
def test_a_template_that_says_one_of_its_values_only(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel(tr("{state}{where}", state="Layer", where=""))
    qtbot.addWidget(label)
    retell(qapp)
    assert label.text() == "层"


@pytest.mark.usefixtures("chinese")
def test_what_a_widget_shows_is_known_however_much_else_is_told(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """A run tells of each step; its sentences do not drive out those of others."""
    label = QLabel(tr("Delete {what}", what="conv1"))
    qtbot.addWidget(label)
    for step in range(30_000):
        tr("{node} has no input.", node=f"conv{step}")
    texts.use_table({})
    retell(qapp)
    assert label.text() == "Delete conv1"


@pytest.mark.usefixtures("chinese")
def test_a_finished_sentence_is_recognised() -> None:
    assert tr("fc has no input.") == "fc 没有输入。"
    assert tr("Layer has no input. Delete fc") == "Layer 没有输入。删除 fc"
    assert tr("Of the person: 3 things") == "Of the person: 3 things"


def test_widgets_say_the_same_again(qtbot: QtBot, qapp: QApplication) -> None:
    label, combo, tree = QLabel(tr("Delete {what}", what="x")), QComboBox(), QTreeWidget()
    line = QLineEdit("Layer")
    action = QAction(tr("Layer"), label)
    label.addAction(action)
    label.setToolTip("Of the person: Layer")
    combo.addItem(tr("Layer"))
    tree.setHeaderLabels([tr("Layer")])
    QTreeWidgetItem(QTreeWidgetItem(tree, [tr("Layer")]), [tr("node")])
    for widget in (label, combo, tree, line):
        qtbot.addWidget(widget)

    def shown() -> tuple[str, ...]:
        header, top = tree.headerItem(), tree.topLevelItem(0)
        assert header is not None
        assert top is not None
        inner = top.child(0)
        assert inner is not None
        return (
            *(label.text(), label.toolTip(), action.text(), combo.itemText(0), line.text()),
            *(header.text(0), top.text(0), inner.text(0)),
        )

    before = shown()
    texts.use_table(TABLE)
    retell(qapp)
    assert shown() == ("删除 x", "Of the person: Layer", "层", "层", "Layer", "层", "层", "节点")
    texts.use_table({})
    retell(qapp)
    assert shown() == before
