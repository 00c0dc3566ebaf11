"""What the window says of a network whose auxiliary Outputs are left out at inference."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.analysis import analyse
from app.ui.editor import Editor
from app.ui.formats import count, si
from app.ui.inspector.facts import of_network, of_node
from app.ui.status import StatusBar
from app.ui.summary import SummaryView
from nodes.network.document import Document
from tests.app.heads import two_heads, without_heads


@pytest.fixture
def editor() -> Editor:
    editor = Editor()
    editor.open(Document(two_heads()))
    return editor


def tips(bar: StatusBar) -> str:
    return "\n".join(label.toolTip() for label in bar.findChildren(QLabel))


def test_the_status_bar_tells_both_figures_where_they_differ(qtbot: QtBot, editor: Editor) -> None:
    bar = StatusBar(editor)
    qtbot.addWidget(bar)
    figure = count(editor.report.totals.training_macs)
    assert f"{figure} in training, with the auxiliary outputs" in tips(bar)
    editor.open(Document(without_heads()))
    assert "in training" not in tips(bar)


def test_the_summary_tells_both(qtbot: QtBot, editor: Editor) -> None:
    view = SummaryView(editor)
    qtbot.addWidget(view)
    assert view.rows
    assert "kMACs in training)" in view.totals.text()


def test_the_inspector_tells_both_and_what_runs_in_training_only() -> None:
    report = analyse(two_heads())
    assert ("", f"{si(report.totals.training_macs, 'MACs')} in training") in of_network(report)
    assert ("Runs", "in training only") in of_node(report.nodes["head1"])
    assert "Runs" not in dict(of_node(report.nodes["conv1"]))
