"""The way back of a run that ended in what is no number: to its last checkpoint, more slowly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.runs.folder import JOURNAL, RunFolder
from app.runs.log import forget_changes
from app.training.controls import Standing
from app.training.frames import ProtocolError
from app.training.history import NOT_FINITE, RunHistory
from app.training.messages import Alert, Change
from app.ui.formats import count, number
from app.ui.going import go_to_node
from app.ui.language import tr
from app.ui.training.fields import change_words
from app.ui.training.goon import take_up
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow

SLOWER = 10.0  # times


class GoBack(QPushButton):
    """Not there but for such a run; it is asked once, when the run has ended."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("go_back")
        self.folder: RunFolder | None = None
        self.step = 0  # of the checkpoint
        self.change = Change()
        self.hide()

    def show_history(self, history: RunHistory | None) -> None:
        folder = _broken(history)
        if folder == self.folder:
            return
        self.folder = folder
        self.setVisible(folder is not None)
        if folder is None or history is None:
            return
        checkpoint = folder.checkpoint()
        self.step = int(checkpoint.name.partition("-")[0]) if checkpoint is not None else 0
        before = [change for step, change in history.changes if step < self.step]
        old = Standing(history.recipe).after(before).recipe.learning_rate
        new = float(f"{old / SLOWER:.3g}")
        words = change_words("learning_rate", history.recipe, number(new), number(old))
        self.change = Change(recipe={"learning_rate": new}, words=words)
        self.setText(
            tr("Go Back to Step {step}, at a Tenth of the Rate", step=count(self.step))
            if self.step
            else tr("Begin Again at a Tenth of the Rate")
        )
        self.setToolTip(
            tr(
                "The run goes on from its last checkpoint, with a learning rate of {rate}; that "
                "can be changed again in mid-run.",
                rate=number(new),
            )
        )


class ShowNode(QPushButton):
    """Leads to the node where it came up first, if it was in one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("show_node")
        self.path = ""
        self.hide()

    def show_history(self, history: RunHistory | None) -> None:
        alert = _alert(history)
        self.path = alert.path if alert is not None else ""
        self.setVisible(bool(self.path))
        self.setText(tr("Show {node}", node=self.path))


def _alert(history: RunHistory | None) -> Alert | None:
    """What ended a run that has failed so."""
    if history is None or history.failed is None:
        return None
    return next((alert for alert in history.alerts if alert.rule == NOT_FINITE), None)


def _broken(history: RunHistory | None) -> RunFolder | None:
    """The folder of a run that ended so."""
    if history is None or not history.folder or _alert(history) is None:
        return None
    return RunFolder(Path(history.folder))


def offer(window: MainWindow, button: GoBack, where: ShowNode) -> None:
    """Have the buttons follow the run that is shown, take it up again, and lead to the node."""
    runs = window.runs

    def go_back() -> None:
        folder, change = button.folder, button.change
        if folder is None:
            return
        try:
            forget_changes(folder.path / JOURNAL, button.step)  # which led there
            take_up(window, folder)
        except (SkipwireError, ProtocolError) as error:
            window.warn("The run cannot go on", str(error))
            return
        if runs.live is not None:  # and was not refused
            runs.trainer.send(change)

    # while another is at work the change would be of that
    runs.changed.connect(lambda: button.setEnabled(runs.idle))
    for each in (button, where):
        runs.changed.connect(lambda each=each: each.show_history(runs.history))
    where.clicked.connect(lambda: go_to_node(window, where.path))
    button.clicked.connect(go_back)
