"""The way back out of a block."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.ui.canvas import Breadcrumb
from app.ui.editor import Editor
from nodes.network import ROOT, edits


def buttons(crumbs: Breadcrumb) -> list[QToolButton]:
    return [b for b in crumbs.findChildren(QToolButton) if not b.isHidden()]


def test_it_follows_the_place_and_leads_back(qtbot: QtBot, editor: Editor) -> None:
    crumbs = Breadcrumb(editor)
    qtbot.addWidget(crumbs)
    assert [b.text() for b in buttons(crumbs)] == ["Test"]
    editor.enter("norm")
    assert [b.text() for b in buttons(crumbs)] == ["Test", "norm"]
    buttons(crumbs)[0].click()
    assert editor.trail == ()
    assert [b.text() for b in buttons(crumbs)] == ["Test"]


def test_it_follows_a_new_name(qtbot: QtBot, editor: Editor) -> None:
    crumbs = Breadcrumb(editor)
    qtbot.addWidget(crumbs)
    editor.apply("Rename", lambda n: edits.rename_network(n, "Mine"))
    assert [b.text() for b in buttons(crumbs)] == ["Mine"]
    assert editor.scope == ROOT
