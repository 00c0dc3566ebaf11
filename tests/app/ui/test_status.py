"""The status bar: what passes in it."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.training.history import RunHistory
from app.training.recipe import Recipe
from app.ui.status import StatusBar
from app.ui.training.status import RunStatus
from nodes.network import ROOT, edits
from tests.app.ui.canvas.conftest import network
from tests.app.ui.panels import editor_on
from tests.app.ui.plots.runs import started, steps


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


def test_a_run_of_so_many_steps_is_as_long_as_these(qtbot: QtBot) -> None:
    """Of 10 an epoch, 25 steps are two and a half; the epochs of the recipe do not count."""
    run = RunHistory(Recipe(steps=25, epochs=100)).extend(started(10))
    run = run.extend(steps(0, (1.0,) * 15, epoch=2))
    bar, page = StatusBar(editor_on(network())), RunStatus()
    qtbot.addWidget(bar)
    qtbot.addWidget(page)
    bar.show_run(run)
    page.show_history(run)
    assert any("epoch 2 of 3" in button.text() for button in bar.findChildren(QToolButton))
    assert (page.progress.value(), page.progress.maximum()) == (15, 25)
    assert page.figures["Epoch"].text() == "2 / 3"
    assert page.figures["Step"].text() == "15 / 25"
