"""A run that became another network is led back by a window that was not there when it did."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.runs.folder import JOURNAL, RunFolder
from app.runs.log import changes
from app.ui.growth.dialog import GrowthDialog
from app.ui.growth.earlier import EarlierDialog
from app.ui.window import MainWindow
from nodes.network import edits
from nodes.network.model import ROOT
from tests.app.ui.queue.test_outliving import LONG, answer, found, root, trained, window_in
from tests.app.ui.test_steering import history

__all__ = ["root"]


def grown(window: MainWindow, qtbot: QtBot) -> int:
    """The run in a window goes on with a wider layer; at which step that began."""
    window.editor.apply(
        "Wider", lambda n: edits.set_argument(n, ROOT, ["conv2"], "out_channels", 20)
    )
    qtbot.waitUntil(lambda: window.growing.can_ask, timeout=LONG)
    window.actions_by_id["run.grow"].trigger()
    dialog = window.findChild(GrowthDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=LONG)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(history(window).marks), timeout=LONG)
    return history(window).marks[0][0]


def test_a_window_leads_a_run_back_that_it_found(
    root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, 0)
    first = window_in(qtbot)
    run: RunFolder = trained(first, qtbot, 5000)
    before = first.editor.network
    step = grown(first, qtbot)
    wide = first.editor.network
    assert first.growing.earlier.can_ask
    first.close()
    qtbot.waitUntil(lambda: run.door() is not None, timeout=LONG)

    second = window_in(qtbot)
    second.show()
    found(second, qtbot)
    assert second.editor.network.graph == wide.graph
    action = second.actions_by_id["run.earlier"]
    assert action.isEnabled()
    assert not second.training.earlier.isHidden()
    action.trigger()
    dialog = second.findChild(EarlierDialog)
    assert dialog is not None
    (told,) = (dialog.list.item(k).text() for k in range(dialog.list.count()))
    assert f"step {step:,}" in told
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert second.editor.network.graph == before.graph
    qtbot.waitUntil(lambda: len(history(second).losses) > step, timeout=LONG)
    started = history(second).started
    assert started is not None
    assert started.resumed_at == step
    assert history(second).failed is None
    assert not second.runs.outdated
    assert not action.isEnabled()
    assert second.training.earlier.isHidden()
    assert changes(run.path / JOURNAL) == ()
    second.editor.undo()
    assert second.editor.network.graph == wide.graph, "the drawing of now is not lost"
    second.runs.stop()
    qtbot.waitUntil(lambda: not second.runs.active, timeout=LONG)
