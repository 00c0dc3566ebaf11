"""One step, one epoch and changes in mid-run, from the window to a real worker and back."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.training.history import RunHistory
from app.training.messages import Alert
from app.ui.window import MainWindow
from tests.app.ui.test_runs import LONG, epochs, trigger, window

__all__ = ["window"]


def history(window: MainWindow) -> RunHistory:
    found = window.runs.history
    assert found is not None
    return found


def stands(window: MainWindow, qtbot: QtBot) -> int:
    """How many steps are done once the run stands."""
    qtbot.waitUntil(lambda: window.runs.paused, timeout=LONG)
    return len(history(window).losses)


def test_a_run_goes_on_by_steps_and_epochs_and_is_changed(window: MainWindow, qtbot: QtBot) -> None:
    epochs(window, 500)
    trigger(window, "run.step")  # a run begins for it
    assert stands(window, qtbot) == 1
    trigger(window, "run.step")
    qtbot.waitUntil(lambda: len(history(window).losses) == 2, timeout=LONG)
    assert stands(window, qtbot) == 2
    trigger(window, "run.epoch")
    qtbot.waitUntil(lambda: len(history(window).epochs) == 1, timeout=LONG)
    started = history(window).started
    assert started is not None
    assert stands(window, qtbot) == started.steps_per_epoch

    panel = window.training.live
    window.training.tabs.setCurrentWidget(window.training.status)
    window.training.steering.unfold(True)
    assert panel.isVisible()
    line = panel.findChild(QLineEdit, "learning_rate")
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "0.0003")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.recipe.learning_rate == 0.0003, timeout=LONG)
    trigger(window, "run.step")
    qtbot.waitUntil(lambda: len(history(window).losses) > started.steps_per_epoch, timeout=LONG)
    latest = history(window).latest
    assert latest is not None
    assert latest.learning_rate < 0.0003 * 1.0001
    assert window.editor.recipe.learning_rate != 0.0003, "the drawing's own recipe stays"
    stands(window, qtbot)

    window.editor.select(["conv1", "act1"])
    assert not window.actions_by_id["run.unfreeze"].isEnabled()
    trigger(window, "run.freeze")
    qtbot.waitUntil(lambda: len(history(window).marks) == 2, timeout=LONG)
    assert history(window).marks[-1][1] == "Frozen from here on: conv1", "the other has no weights"
    assert not window.actions_by_id["run.freeze"].isEnabled()
    panel.back.click()
    qtbot.waitUntil(lambda: len(history(window).marks) == 3, timeout=LONG)
    assert history(window).marks[-1][1] == "Taken back: Frozen from here on: conv1"
    assert window.actions_by_id["run.freeze"].isEnabled()

    alerts = window.training.alerts
    alert = Alert("dead", "conv1", 3, "It answers nothing.", "Lower the learning rate.")
    window.runs.trainer._take(alert, b"")
    assert window.status.currentMessage() == "It answers nothing."
    rows = alerts.list
    assert rows.isVisible()
    rows.setCurrentIndex(rows.model().index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.editor.selection == {"conv1"}

    trigger(window, "run.stop")
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    assert not panel.isVisible()
    window.editor.set_recipe(msgspec.structs.replace(window.editor.recipe, data="photographs"))
    assert not window.actions_by_id["run.step"].isEnabled(), "nothing would be learned"
