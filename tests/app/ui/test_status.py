"""The status bar: what passes in it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.status import StatusBar
from nodes.network import ROOT, edits
from tests.app.ui.canvas.conftest import network
from tests.app.ui.panels import editor_on


def test_a_refusal_goes_with_the_next_edit(qtbot: QtBot) -> None:
    editor = editor_on(network())
    bar = StatusBar(editor)
    qtbot.addWidget(bar)
    editor.refuse("This would close a cycle.")
    assert bar.currentMessage() == "This would close a cycle."
    editor.select(["conv"])
    assert bar.currentMessage()
    editor.apply("Rename", lambda n: edits.rename(n, ROOT, "conv", "first"))
    assert not bar.currentMessage()
