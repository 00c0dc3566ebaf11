"""When a run tells that it has changed: steps that come together once, all else at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.training.history import RunHistory
from app.training.messages import Paused, Steps
from app.ui.editor import Editor
from app.ui.run import Run
from app.ui.runs import Runs
from tests.app.runs.played import folder


def test_steps_that_come_together_are_told_once(qtbot: QtBot) -> None:
    editor, holder = Editor(), QWidget()
    qtbot.addWidget(holder)
    editor.open(folder("healthy").document())
    runs = Runs(editor, lambda sheet: None, holder)
    run = Run(editor.sheet, editor.sheet.history)
    runs.follow(run, history := RunHistory(editor.recipe))
    told: list[int] = []
    runs.changed.connect(lambda: told.append(len(history.losses)))
    for first in range(3):
        history = history.extend(Steps(first, (0.5,), 1, 1e-3, 100.0, 9.0, 0.0))
        runs.trainer.history_changed.emit(history)
    assert not told
    assert runs.history is history, "what is asked for is as it is now"
    qtbot.waitUntil(lambda: bool(told))
    assert told == [3]
    runs.trainer.history_changed.emit(history.extend(Paused()))
    assert told == [3, 3], "another state is told at once"
    assert runs.paused
