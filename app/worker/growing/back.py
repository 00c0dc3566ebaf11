"""A run goes back to what it was before its network became another."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from app.runs.folder import BEST, CHECKPOINTS, EVENTS, RunFolder
from app.runs.log import events
from app.training.messages import Adapt, Change, Kept, Start
from app.worker.checkpoint import Checkpoint, CheckpointError
from app.worker.diary import Diary
from app.worker.errors import RunError

Entry = tuple[int, Change | Adapt]


def go_back(folder: RunFolder, diary: Diary, start: Start) -> str:
    """Leaves the checkpoint from before as the newest, and returns the network's document then.

    Broken off anywhere, the run can be resumed: what was made since goes ahead of what tells how.

    Raises:
        RunError: that checkpoint is not there, or cannot be used.
    """
    path = folder.before(start.before)
    if path is None:
        raise RunError("What was learned before that change is not there any more.")
    try:
        step = Checkpoint.read(path).position.step
        path.rename(folder.next_checkpoint(step))
        for newer in folder.checkpoints():
            if Checkpoint.read(newer).position.grown >= start.before:
                shutil.rmtree(newer)
    except (CheckpointError, OSError) as error:
        raise RunError(f"The run cannot go back: {error}.") from None
    kept = events(folder.path / EVENTS, Kept)
    if any(isinstance(event, Kept) and event.best and event.step > step for event in kept):
        shutil.rmtree(folder.path / CHECKPOINTS / BEST, ignore_errors=True)
    diary.forget_adapts(start.before)
    adapts, _ = parted(diary.changes(), start.before - 1)
    return (adapts[-1].start if adapts else start).document


def parted(entries: Sequence[Entry], grown: int) -> tuple[list[Adapt], list[Entry]]:
    """Of a journal the Adapts that were made already, so many, and what comes after these."""
    places = [n for n, (_, change) in enumerate(entries) if isinstance(change, Adapt)][:grown]
    rest = entries[places[-1] + 1 :] if places else entries
    return [adapt for n in places if isinstance(adapt := entries[n][1], Adapt)], list(rest)
