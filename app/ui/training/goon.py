"""The way on for a run that was killed, or stopped: from its last checkpoint, where it is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.runs.folder import RunFolder
from app.training.frames import ProtocolError
from app.training.history import RunHistory
from app.ui.language import tr
from app.ui.pastruns import resuming
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_BROKEN = ("interrupted", "stopped")


class GoOn(QPushButton):
    """Not there but for such a run; its folder is looked at once, when the run has ended."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("go_on")
        self.folder: RunFolder | None = None
        self._ended: object = None
        self.setText(tr("Go On"))
        self.setToolTip(tr("Train on from the last checkpoint of this run"))
        self.hide()

    def show_history(self, history: RunHistory | None) -> None:
        ended = (history.failed or history.finished) if history is not None else None
        if ended is self._ended:
            return
        self._ended = ended
        kept = RunFolder(Path(history.folder)) if history is not None and history.folder else None
        broken = ended is not None and kept is not None and kept.state() in _BROKEN
        self.folder = kept if broken else None
        self.setVisible(broken)


def take_up(window: MainWindow, folder: RunFolder) -> None:
    """Train on in the document that is shown, or in one of its own if the drawing is another now.

    Raises:
        SkipwireError, ProtocolError: it cannot be read, or a worker is at it.
    """
    runs = window.runs
    if not runs.outdated and runs.idle:
        runs.go_on(folder)
    else:
        resuming.go_on(window, folder)


def offer(window: MainWindow, button: GoOn) -> None:
    """Have the button follow the run that is shown, and take it up again."""

    def go_on() -> None:
        if button.folder is None:
            return
        try:
            take_up(window, button.folder)
        except (SkipwireError, ProtocolError) as error:
            window.warn("The run cannot go on", str(error))

    window.runs.changed.connect(lambda: button.show_history(window.runs.history))
    button.clicked.connect(go_on)
