"""Another kind for what is selected, chosen in the search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.canvas import CanvasView
from app.ui.finding.replacing import Replacing
from nodes.network import ROOT, edits
from tests.app.ui.canvas.conftest import network
from tests.app.ui.panels import editor_on


def test_all_selected_nodes_become_another_kind_in_one_step(qtbot: QtBot) -> None:
    view = CanvasView(editor_on(network()))
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    editor, replacing = view.editor, view.component(Replacing)

    def choose(typed: str) -> None:
        replacing.open()
        assert replacing.popup is not None
        QTest.keyClicks(replacing.popup.field, typed)
        QTest.keyClick(replacing.popup.field, Qt.Key.Key_Return)

    editor.select(["left", "right"])
    replacing.open()
    assert replacing.popup is not None
    asked = replacing.popup.field.placeholderText()
    assert asked == "Replace ReLU (2 nodes) with…"
    choose("gelu")
    assert {editor.graph.by_name[n].kind for n in ("left", "right")} == {"GELU"}
    assert editor.graph.wires == network().graph.wires
    assert editor.selection == {"left", "right"}
    assert not replacing.told
    editor.undo()
    assert editor.network == network()

    editor.select(["conv"])
    choose("leakyrelu")
    assert "padding" in replacing.told
    editor.apply("Rename", lambda n: edits.rename(n, ROOT, "conv", "act"))
    assert not replacing.told
