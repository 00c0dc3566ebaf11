"""The queue as the window knows it: the worker has it, and tells whenever it is another."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.history import History, Snapshot
from app.runs.folder import RunFolder
from app.training.frames import ProtocolError
from app.training.history import State
from app.training.messages import Dequeue, Enqueue, Event, Hasten, Queue, Start
from app.ui.sheet import Sheet
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.run import Run
    from app.ui.runs import Runs


class Waiting(QObject):
    """Runs that are trained one after another, as `folders`, the next one first.

    `changed` follows whenever they are others. When the worker dies they are `stranded`: no worker
    has them, until they are sent to another one.
    """

    changed = Signal()
    stranded = Signal()

    def __init__(self, runs: Runs) -> None:
        super().__init__(runs)
        self._runs = runs
        self._drawn: dict[str, Run] = {}  # those that come from a tab of this window
        self.folders: tuple[str, ...] = ()
        runs.trainer.arrived.connect(self._take)
        runs.trainer.died.connect(self._lose)

    def add(self) -> Run | None:
        """The network as drawn, by its recipe, behind all others; None where that is refused."""
        drawn = self._runs.drawn()
        if drawn is None:
            return None
        run, start = drawn
        if not start.folder:  # which the person is told
            return None
        self._drawn[start.folder] = run
        self._send(start)
        return run

    def add_kept(self, folders: Sequence[RunFolder]) -> None:
        """Runs whose folders are there: those that begun go on from their checkpoints.

        Raises:
            FileError: one cannot be read.
            ProtocolError: it is damaged, or of another version.
            SkipwireError: a worker has it.
        """
        starts = [replace(folder.start(), resume=folder.begun()) for folder in folders]
        if any(folder.waits() or folder.alive() for folder in folders):
            raise SkipwireError("This run is being trained already.")
        for start in starts:
            self._send(start)

    def _send(self, start: Start) -> None:
        self._runs.trainer.prepare()
        self._runs.trainer.send(Enqueue(start))

    def remove(self, folder: str) -> None:
        self._runs.trainer.send(Dequeue(folder))

    def arrange(self, folders: Sequence[str]) -> None:
        """These first, in this order."""
        order = [*folders, *(f for f in self.folders if f not in folders)]
        # what follows them may be in order already
        moved = next(k for k in range(len(order) + 1) if order[k:] == self._less(order[:k]))
        for folder in reversed(order[:moved]):
            self._runs.trainer.send(Hasten(folder))

    def _less(self, folders: Sequence[str]) -> list[str]:
        return [folder for folder in self.folders if folder not in folders]

    def _take(self, event: Event, payload: bytes) -> None:
        if not isinstance(event, Queue):
            return
        live = self._runs.latest
        if event.at and (live is None or live.folder != event.at):
            self._begin(RunFolder(Path(event.at)))
        if event.folders != self.folders:
            self.folders = event.folders
            self.changed.emit()

    def _begin(self, folder: RunFolder) -> None:
        """The worker has taken the first."""
        run = self._drawn.pop(str(folder.path), None)
        if run is None or run.document is not run.sheet.history:
            run = self._runs.of_sheet(sheet_of(folder), folder)
        history = folder.history()  # what it did before, if it goes on with that
        self._runs.follow(
            run, dataclasses.replace(history, state=State.STARTING, finished=None, failed=None)
        )

    def _lose(self, reason: str) -> None:
        if self.folders:
            self.stranded.emit()
            self.folders = ()
            self.changed.emit()


def sheet_of(folder: RunFolder) -> Sheet:
    """The document of a run, in no tab; an empty one where it cannot be read."""
    try:
        snapshot = Snapshot.of(folder.present()[0])
    except (SkipwireError, ProtocolError):
        return Sheet()
    return Sheet(History("Open", snapshot), blank=False)


def lost(folders: Sequence[RunFolder]) -> list[RunFolder]:
    """Those that were to wait for their turn, and no worker has, the oldest first.

    One whose turn comes while this looks is alive before it waits no more. Most have begun, which
    is soon known.
    """
    found = [f for f in folders if not (f.begun() or f.waits() or f.alive())]
    return sorted(found, key=_made)


def _made(folder: RunFolder) -> tuple[str, int]:
    record = folder.record()
    return ("", 0) if record is None else (record.created, record.moment)
