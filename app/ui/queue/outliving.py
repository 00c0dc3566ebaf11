"""Runs and windows: what goes on when one closes, and is found when the next one opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.ui import settings
from app.ui.formats import counted
from app.ui.language import tr
from app.ui.queue.found import Found

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Outliving:
    """Asks before a window closes, unless the person has said what is to be done every time."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.found = Found(window)
        window.runs.queue.changed.connect(self._name_queue)
        self._goes_on = False

    def settle(self) -> bool:
        """Decides what is to be done; false where the window is to stay open."""
        self._goes_on = False
        runs = self._window.runs
        live = runs.live
        if live is None and not runs.queue.folders:
            return True
        if live is not None and not live.folder and not runs.queue.folders:
            return self._window.documents.may_stop()  # nobody could find it again
        chosen = settings.leaving() or self._ask()
        self._goes_on = chosen == settings.GO_ON
        return chosen in (settings.GO_ON, settings.STOP)

    def carry_out(self) -> None:
        """The window closes now."""
        runs = self._window.runs
        if not self._goes_on:
            runs.trainer.shutdown()
            return
        live = runs.live
        settings.set_left([*([live.folder] if live is not None else []), *runs.queue.folders])
        if live is not None and live.paused:
            runs.trainer.resume()
        runs.trainer.leave()

    def _name_queue(self) -> None:
        number = len(self._window.runs.queue.folders)
        title = tr("Queue ({number})", number=number) if number else tr("Queue")
        self._window.pages.name("queue", title)

    def _ask(self) -> str:
        runs = self._window.runs
        live = runs.live
        lines = []
        if live is not None:
            lines.append(tr("{document} is being trained.", document=live.sheet.title))
        if waiting := len(runs.queue.folders):
            lines.append(tr("{runs} in the queue.", runs=counted(waiting, "run")))
        lines.append(
            tr(
                "Without the window training goes on in the background, and is shown again when "
                "Skipwire is opened. What is stopped can go on from its last checkpoint."
            )
        )
        always = QCheckBox(tr("Do the same every time"))
        choices = [tr("Go On in the Background"), tr("Stop")]
        answer = self._window.offer(
            tr("A run is under way"), "\n".join(lines), choices, check=always
        )
        if answer is None:
            return settings.ASK
        chosen = (settings.GO_ON, settings.STOP)[answer]
        if always.isChecked():
            settings.set_leaving(chosen)
        return chosen
