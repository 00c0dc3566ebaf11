"""What the button that trains goes on with, or what must be mended before it can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import actions
from app.ui.language import tr
from app.ui.training import fitting
from app.ui.training.status import OF_BEFORE

if TYPE_CHECKING:
    from app.ui.runs import Runs
    from app.ui.window import MainWindow


def name(runs: Runs) -> str:
    """What the button is called."""
    resume = "&Resume Old Drawing" if runs.outdated else "&Resume"
    return tr(resume if runs.paused else "&Train")


def tip(window: MainWindow) -> str:
    """The tool tip of the button."""
    told, runs = actions.tip(window.actions_by_id["run.train"]), window.runs
    if (other := runs.elsewhere) is not None:
        return tr(
            "{document} is being trained. Stop that first, or add this one to the queue.",
            document=other.sheet.title,
        )
    if runs.paused and runs.outdated:
        return tr(
            "Go on with the run {which}. To train the new one, stop that run first.",
            which=tr(OF_BEFORE),
        )
    if not window.shows_canvas or runs.active:
        return told
    editor = window.editor
    if not editor.report.ok:
        problem = min(editor.report.problems, key=lambda p: p.consequence)
        return tr("Not yet: {message}", message=tr(problem.message))
    if why := fitting.reason(editor):
        return tr("{tip}. Asks first what is to be done: {why}", tip=told, why=tr(why))
    return told
