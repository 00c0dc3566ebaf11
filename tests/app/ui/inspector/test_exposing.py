"""A value inside a block that becomes a parameter of the block."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.canvas import Breadcrumb, CanvasView
from app.ui.drag import parameter_data
from app.ui.editor import Editor
from app.ui.inspector import Inspector
from app.ui.inspector.exposing import Exposing
from app.ui.inspector.fields import TextField
from app.ui.inspector.form import Row
from app.ui.inspector.nodes_page import NodesPage
from app.ui.inspector.page import Page
from nodes.network import Expression
from nodes.network.document import Document
from tests.nodes.network.samples import nested


@pytest.fixture
def inside(qapp: object) -> Editor:
    """The convolution of Unit selected, whose padding is a plain number."""
    editor = Editor()
    editor.open(Document(nested(), editor.document.recipe))
    editor.enter("first")
    editor.select(["conv"])
    return editor


def drop(on: QWidget, name: str) -> None:
    mime, copy = parameter_data(name), Qt.DropAction.CopyAction
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, *keys)
    QApplication.sendEvent(on, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(on, QDropEvent(QPointF(5, 5), copy, mime, *keys))


def row_of(page: Page, name: str) -> Row:
    assert isinstance(page, NodesPage)
    return next(r for r in page.form.rows if r.param.name == name)


def ask(row: Row) -> None:
    exposing = row.name.findChild(Exposing)
    assert exposing is not None
    exposing.menu().actions()[0].trigger()


def exposed(editor: Editor) -> bool:
    conv = editor.network.scope("Unit").by_name["conv"]
    names = [p.name for p in editor.network.block("Unit").parameters]
    return conv.args.get("padding") == Expression("padding") and names[-1] == "padding"


def test_dropped_on_the_canvas_it_is_one_step(qtbot: QtBot, inside: Editor) -> None:
    before = inside.network
    canvas = CanvasView(inside)
    qtbot.addWidget(canvas)
    drop(canvas.viewport(), "padding")
    assert exposed(inside)
    inside.undo()
    assert inside.network == before


def test_dropped_on_the_place_it_is_the_same(qtbot: QtBot, inside: Editor) -> None:
    crumbs = Breadcrumb(inside)
    qtbot.addWidget(crumbs)
    drop(crumbs, "padding")
    assert exposed(inside)


def test_by_menu_and_the_page_shows_the_expression(qtbot: QtBot, inside: Editor) -> None:
    inspector = Inspector(inside)
    qtbot.addWidget(inspector)
    row = row_of(inspector.page, "padding")
    ask(row)
    assert exposed(inside)
    assert isinstance(row.field, TextField)
    assert row.field.line.text() == "=padding"


def test_why_not_is_said_beside_the_field(qtbot: QtBot, inside: Editor) -> None:
    inspector = Inspector(inside)
    qtbot.addWidget(inspector)
    before = inside.network
    row = row_of(inspector.page, "stride")
    ask(row)
    assert "=stride" in row.note.text()
    assert inside.network is before


def test_the_place_says_how_often_the_block_is_used(qtbot: QtBot, inside: Editor) -> None:
    crumbs = Breadcrumb(inside)
    qtbot.addWidget(crumbs)
    assert crumbs.used.text() == "Unit, used 2 times"
    crumbs.own.click()
    assert inside.scope == "Unit2"
    assert crumbs.used.text() == "Unit2, used once"
    assert crumbs.own.isHidden()
    inside.undo()
    assert inside.scope == "Unit"
