"""What a table tells of a run, read without the figures of its steps."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path

from app.runs.folder import EVENTS, NOTES, RECORD, RunFolder
from app.runs.listing import listing
from app.runs.log import events
from app.runs.record import Notes, RunRecord, RunState
from app.training.messages import Epoch, Failed, Finished, Started

_OVER = ("finished", "stopped", "failed")
Stamp = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True)
class Overview:
    """`accuracy` and `loss` are the best of the validation, NaN where there was none yet.

    `record` is None where the folder is damaged; `why` is the reason of a run that failed.
    """

    folder: RunFolder
    record: RunRecord | None
    notes: Notes
    state: RunState
    epochs: int = 0
    steps: int = 0
    accuracy: float = math.nan
    loss: float = math.nan
    seconds: float = 0.0  # of training
    device: str = ""
    fingerprint: str = ""  # of the data
    why: str = ""

    @property
    def id(self) -> str:
        return self.folder.path.name

    @property
    def name(self) -> str:
        """The title that the person gave it, else the network's name, else that of the folder."""
        return self.notes.title or (self.record.network if self.record else "") or self.id

    @property
    def can_go_on(self) -> bool:
        """Whether there is more to train, and no window is at it."""
        if self.record is None:
            return False
        if self.state == "queued":
            return not self.folder.waits()
        if self.state in ("running", "paused"):
            return self.folder.door() is not None
        return self.state in ("interrupted", "stopped")


def overview(folder: RunFolder) -> Overview:
    """Of a damaged folder what is sound."""
    started: Started | None = None
    ended: Finished | Failed | None = None
    epochs: list[Epoch] = []
    for event in events(folder.path / EVENTS, Started, Epoch, Finished, Failed):
        match event:
            case Started():
                started, ended = event, None
            case Epoch():
                epochs.append(event)
            case Finished() | Failed():
                ended = event
    told = [epoch.val_loss for epoch in epochs if not math.isnan(epoch.val_loss)]
    finished = ended if isinstance(ended, Finished) else None
    return Overview(
        folder,
        folder.record(),
        folder.notes(),
        folder.state(),
        epochs=epochs[-1].epoch if epochs else 0,
        steps=finished.steps if finished else epochs[-1].step if epochs else 0,
        accuracy=max((epoch.val_accuracy for epoch in epochs), default=math.nan),
        loss=min(told, default=math.nan),
        seconds=finished.seconds if finished else sum(epoch.seconds for epoch in epochs),
        device=started.device if started else "",
        fingerprint=started.fingerprint if started else "",
        why=ended.reason if isinstance(ended, Failed) else "",
    )


class Overviews:
    """Of all runs in a folder; read again is only what has changed since."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[Path, tuple[Stamp, Overview]] = {}

    def folders(self) -> list[RunFolder]:
        """The newest first."""
        return [*listing(self.root)]

    def of(self, folder: RunFolder) -> Overview:
        stamp = _stamp(folder.path)
        known = self._known.get(folder.path)
        if known is not None and known[0] == stamp and known[1].state in _OVER:
            return known[1]
        found = overview(folder)
        self._known[folder.path] = stamp, found
        return found


def _stamp(path: Path) -> Stamp:
    return tuple(_of_file(path / name) for name in (RECORD, EVENTS, NOTES))


def _of_file(path: Path) -> tuple[int, int, int]:
    """Two writes within one tick of the clock differ: each makes a new file, or a longer one."""
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
