"""What a run was of before its network became another one, each time that it did."""

from __future__ import annotations

from dataclasses import dataclass

from app.runs.folder import EVENTS, JOURNAL, RunFolder
from app.runs.log import changes, grown
from app.training.frames import ProtocolError
from app.training.messages import Adapt, Start
from nodes.files import FileError


@dataclass(frozen=True)
class Before:
    """A place in a run that can be gone back to; `start` is what the run was trained with then."""

    number: int  # of the change, from 1
    step: int  # done
    words: str  # of the change
    start: Start
    size: int  # bytes of the events until then


def befores(folder: RunFolder) -> tuple[Before, ...]:
    """Those whose checkpoint is there, the oldest first; none where the folder cannot be read."""
    adapts = [entry for _, entry in changes(folder.path / JOURNAL) if isinstance(entry, Adapt)]
    if not adapts:
        return ()
    try:
        first = folder.start()
    except (FileError, ProtocolError):
        return ()
    starts = [first, *(adapt.start for adapt in adapts)]
    told = grown(folder.path / EVENTS)
    return tuple(
        Before(number, event.step, event.words, start, size)
        for number, (start, (size, event)) in enumerate(zip(starts, told, strict=False), 1)
        if folder.before(number) is not None
    )
