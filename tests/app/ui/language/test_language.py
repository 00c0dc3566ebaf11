"""Texts in another language: looked up, filled, said again to the widgets that show them."""

from __future__ import annotations

import pickle
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
from nodes.said import say

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
    sentence = say("Delete {what}", what=say("{node} has no input.", node="fc"))
    assert sentence == "Delete fc has no input."
    assert tr(sentence) == tr(pickle.loads(pickle.dumps(sentence))) == "删除 fc 没有输入。"


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
        return (
            *(label.text(), label.toolTip(), action.text(), combo.itemText(0), line.text()),
            *(header.text(0), top.text(0), top.child(0).text(0)),
        )

    before = shown()
    texts.use_table(TABLE)
    retell(qapp)
    assert shown() == ("删除 x", "Of the person: Layer", "层", "层", "Layer", "层", "层", "节点")
    texts.use_table({})
    retell(qapp)
    assert shown() == before
