"""Runs that went on without a window: found when one opens, and shown as if it had been there."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.runs.folder import DOOR, LOG, RunFolder
from app.runs.listing import listing
from app.runs.overview import Overview, overview
from app.runs.place import runs_folder
from app.training.frames import ProtocolError
from app.training.messages import Welcome
from app.ui import settings
from app.ui.formats import counted, percent
from app.ui.language import tr
from app.ui.pastruns.details import called
from app.ui.queue.waiting import lost, sheet_of
from app.ui.run import Run
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow


_MANY = 3  # of which not each is told
_ELSEWHERE = (
    "The run cannot be shown here",
    "It is being trained in another window. Close that window and let the run go on.",
)


class Found(QObject):
    """Gets at workers that have no window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sought: RunFolder | None = None
        trainer = window.runs.trainer
        trainer.found.connect(self._take)
        trainer.died.connect(self._fail)
        stranded = window.runs.queue.stranded
        stranded.connect(lambda: self._tell_of_lost([*listing(runs_folder())]))

    def look(self) -> bool:
        """At the start: have the run that goes on in the background, if there is one."""
        folders, elsewhere = [*listing(runs_folder())], list[RunFolder]()
        for folder in folders:
            if not folder.alive():
                if os.path.exists(door := folder.path / DOOR):
                    door.unlink(missing_ok=True)  # its worker was killed
            elif folder.door() is not None:
                self.attach(folder)
                return True
            else:
                elsewhere.append(folder)
        if elsewhere:
            name = overview(elsewhere[0]).name
            self._window.tell(tr("{run} is being trained in another window.", run=name))
        self._tell_of_left()
        self._tell_of_lost(folders)
        return False

    def attach(self, folder: RunFolder) -> None:
        """Have the worker of a run in the place of ours, which is at none."""
        door = folder.door()
        if door is None:
            self._window.warn(*_ELSEWHERE)
            return
        self._sought = folder
        self._window.runs.trainer.attach(door, folder.path / LOG)

    def _take(self, welcome: Welcome) -> None:
        self._sought = None
        if not welcome.folder:
            return
        settings.set_left([])
        folder = RunFolder(Path(welcome.folder))
        self._window.runs.follow(self._run(folder), folder.history(welcome.events))
        self._window.show_canvas()
        self._window.docks.front("training")
        self._window.tell(tr("{run} went on in the background.", run=overview(folder).name))

    def _run(self, folder: RunFolder) -> Run:
        """In the tab that has its network, or in one of its own."""
        window = self._window
        try:
            document, source = folder.present()
            for tab in window.tabs.tabs:
                drawn = tab.sheet.source
                if drawn is not None and drawn.text == source:
                    window.tabs.activate(tab)
                    return window.runs.of_sheet(tab.sheet, folder)
            window.documents.show(document, None)
        except (SkipwireError, ProtocolError):  # it can be watched and stopped all the same
            return window.runs.of_sheet(sheet_of(folder), folder)
        return window.runs.of_sheet(window.editor.sheet, folder)

    def _fail(self, reason: str) -> None:
        sought, self._sought = self._sought, None
        if sought is None:
            return
        if not sought.alive():
            (sought.path / DOOR).unlink(missing_ok=True)
        elif sought.door() is None:  # it was quicker
            self._window.warn(*_ELSEWHERE)
        else:
            self._window.warn("The run in the background cannot be reached", reason)
        self._window.runs.trainer.prepare()

    def _tell_of_left(self) -> None:
        """What has come of the runs that were let go on, once."""
        left = settings.left()
        if not left:
            return
        settings.set_left([])
        runs = [overview(RunFolder(Path(folder))) for folder in left]
        over = [run for run in runs if run.state in ("finished", "stopped", "failed")]
        if over:
            self._window.notice.show_notice(
                _outcomes(over),
                [(tr("Show Past Runs"), lambda: self._window.pages.front("pastruns"))],
            )

    def _tell_of_lost(self, folders: Sequence[RunFolder]) -> None:
        """Runs that waited for a worker which was killed."""
        found = lost(folders)
        if not found:
            return
        queue = self._window.runs.queue
        self._window.notice.add_offer(
            tr(
                "{runs} waited in a queue that was broken off.",
                runs=counted(len(found), "run"),
            ),
            [
                (tr("Train Them Now"), lambda: queue.add_kept(found)),
                (tr("Show Past Runs"), lambda: self._window.pages.front("pastruns")),
            ],
        )


def _outcomes(runs: Sequence[Overview]) -> str:
    """One sentence, in which runs of one network are told apart."""
    if len(runs) == 1:
        return _outcome(runs[0])
    number = counted(len(runs), "run")
    if len(runs) > _MANY:
        return tr("{runs} have ended in the background.", runs=number)
    each = (
        tr("{run} ({what})", run=name, what=_in_short(run))
        for name, run in zip(called(runs), runs, strict=True)
    )
    told = ", ".join(each)
    return tr("{runs} have ended in the background: {told}.", runs=number, told=told)


def _outcome(run: Overview) -> str:
    if run.state == "failed":
        return tr("{run} failed in the background: {why}", run=run.name, why=tr(run.why))
    if math.isnan(run.accuracy):
        return tr("{run} has ended in the background, before it was validated.", run=run.name)
    return tr(
        "{run} has ended in the background, with an accuracy of {accuracy}.",
        run=run.name,
        accuracy=percent(run.accuracy),
    )


def _in_short(run: Overview) -> str:
    if run.state == "failed":
        return tr("failed")
    return percent(run.accuracy) if not math.isnan(run.accuracy) else tr("not validated")
