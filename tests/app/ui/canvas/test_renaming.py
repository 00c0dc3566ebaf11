"""Names are typed anew on the card; wires follow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.canvas import CanvasView
from app.ui.canvas.renaming import Renaming
from nodes.network import ROOT, edits
from tests.app.ui.canvas.conftest import LEFT, Hand, network
from tests.app.ui.panels import editor_on


def test_a_double_click_on_the_name_edits_it_there(qtbot: QtBot) -> None:
    view = CanvasView(editor_on(network()))
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.zoom_reset()
    view.show_node("conv")
    renaming, editor, hand = view.component(Renaming), view.editor, Hand(view)

    def open_on(name: str) -> None:
        x, y = view.layer.geometry.places[view.layer.geometry.index[name]].tolist()
        QTest.mouseDClick(view.viewport(), LEFT, pos=hand.at(x + 24, y + 14))
        assert renaming.field is not None

    def type_in(text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        assert renaming.field is not None
        QTest.keyClicks(renaming.field.field, text)
        QTest.keyClick(renaming.field.field, key)
        assert renaming.field is None

    open_on("conv")
    type_in("stem")
    assert editor.network == edits.rename(network(), ROOT, "conv", "stem")
    assert editor.selection == {"stem"}
    assert view.hasFocus()
    editor.undo()
    assert editor.network == network()

    open_on("conv")
    type_in("other", Qt.Key.Key_Escape)
    assert editor.network == network()

    open_on("conv")
    with qtbot.waitSignal(editor.refused):
        type_in("left")  # which another node is called
    assert editor.network == network()

    view.show_node("norm")
    open_on("norm")  # of a block, which a double click elsewhere enters
    assert not editor.trail
