"""The network as drawn, put into the queue, as the button of the training does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.formats import counted
from app.ui.language import tr
from app.ui.training import fitting

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def add(window: MainWindow) -> None:
    """With the recipe as it is now; where nothing is under way it begins at once."""
    window.training.commit()  # a number that is still being typed counts
    if not fitting.settle(window.editor, window.offer):
        return
    before = len(window.runs.queue.folders) + (window.runs.live is not None)
    run = window.runs.queue.add()
    if run is None:  # the person knows why
        return
    if not before:
        window.docks.front("training")
        return
    window.tell(
        tr(
            "{document} is in the queue, behind {runs}.",
            document=run.sheet.title,
            runs=counted(before, "run"),
        )
    )
