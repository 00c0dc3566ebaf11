"""The folder of one run. Of a damaged one what is sound is read, and nothing is raised for it."""

from __future__ import annotations

import dataclasses
import os
import platform
import re
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from app import __version__
from app.recovery.lock import Lock, held, lock
from app.runs.log import RunLog, changes, events, last
from app.runs.maps import (
    epochs_with_maps,
    images_with_maps,
    read_few,
    read_filters,
    read_image,
    read_maps,
)
from app.runs.record import Door, Notes, RunRecord, RunState
from app.runs.results import RESULTS, Results
from app.runs.results import read as read_results
from app.training.frames import CommandReader, ProtocolError, encode
from app.training.history import RunHistory
from app.training.messages import (
    PROTOCOL,
    Adapt,
    Epoch,
    Failed,
    Filters,
    Finished,
    Maps,
    Paused,
    ProbeImage,
    Resumed,
    Start,
    Started,
    Steps,
)
from app.training.recipe import Recipe
from nodes.files import FileError, reason, write_folder, write_text
from nodes.network import document as documents
from nodes.network.document import Document

RECORD = "run.json"
DOCUMENT = "network.skipwire"
START = "start.msgpack"
EVENTS = "events.jsonl"
JOURNAL = "journal.jsonl"
NOTES = "notes.json"
ALIVE = "alive.lock"
QUEUED = "queued.lock"
LOG = "log.txt"  # what a worker without a window prints
DOOR = "door.json"
CHECKPOINTS = "checkpoints"
BEFORE = "before-"  # begins the name of one from before the network became another, by a number
BEST = "best"  # beside the checkpoints: weights alone
MAPS = "maps"
FILTERS = "filters"
STATE = "state.safetensors"  # of a checkpoint; the last of its files
WEIGHTS = "weights.safetensors"

T = TypeVar("T")
_CHECKPOINT = re.compile(r"(\d+)(?:-(\d+))?")
_LONGEST = 40  # of a network's name in that of a folder
_TRIES = 100  # those who only ask whether a run is alive hold its lock for a moment,
_MOMENT = 0.002  # which may be one of some milliseconds on a busy machine


@dataclass(frozen=True)
class RunFolder:
    path: Path

    @classmethod
    def create(
        cls,
        root: Path,
        start: Start,
        document: Document,
        *,
        parameters: int = 0,
        torch: str = "",
        parent: str = "",
    ) -> RunFolder:
        """A new folder with all that a worker needs to begin, whole or not at all.

        The start that it holds names the folder, and carries the document for files of weights,
        which is without the name of the file that the network began with.

        Raises:
            FileError: it cannot be made, as on a full disk.
            DocumentError: the document cannot be written.
        """
        now = datetime.now(UTC)
        name = f"{now.astimezone():%Y%m%d-%H%M%S}-{_slug(document.network.name)}"
        made = cls(root / f"{name}-{secrets.token_hex(2)}")
        text = documents.dumps(document)
        record = RunRecord(
            id=made.path.name,
            created=now.isoformat(timespec="seconds"),
            network=document.network.name,
            parameters=parameters,
            recipe=start.recipe,
            host=platform.node(),
            skipwire=__version__,
            torch=torch,
            parent=parent,
            moment=time.time_ns(),
        )
        carried = documents.dumps(dataclasses.replace(document, weights=None))
        whole = replace(start, folder=str(made.path), document=carried)

        def fill(path: Path) -> None:
            (path / START).write_bytes(encode(whole))
            (path / DOCUMENT).write_text(text, encoding="utf-8", newline="\n")
            (path / RECORD).write_bytes(_pretty(record))

        write_folder(made.path, fill)
        return made

    # --- the small files -------------------------------------------------------------------------

    def record(self) -> RunRecord | None:
        return self._json(RECORD, RunRecord)

    def notes(self) -> Notes:
        return self._json(NOTES, Notes) or Notes()

    def keep_notes(self, notes: Notes) -> None:
        """Raises FileError."""
        write_text(self.path / NOTES, _pretty(notes).decode())

    def door(self) -> Door | None:
        """How to reach its worker, where that has no window."""
        return self._json(DOOR, Door)

    def start(self) -> Start:
        """What a worker is sent to begin the run, or to go on with it.

        Raises:
            FileError: it cannot be read.
            ProtocolError: it is damaged, or of another version.
        """
        path = self.path / START
        try:
            found = [*CommandReader().read(path.read_bytes())]
        except OSError as error:
            raise FileError(f"“{path}” cannot be read: {reason(error)}.") from None
        match found:
            case [Start(protocol=protocol) as start] if protocol == PROTOCOL:
                return replace(start, folder=str(self.path))  # it may have been moved since
        raise ProtocolError(f"“{path}” is of another version of Skipwire, or not whole.")

    def document(self) -> Document:
        """The network as it was; raises DocumentError."""
        return documents.read(self.path / DOCUMENT)

    def present(self) -> tuple[Document, str]:
        """The network that it has come to, and its source: other ones where it grew.

        Raises:
            DocumentError, FileError: they cannot be read.
            ProtocolError: they are damaged, or of another version.
        """
        grown = [c.start for _, c in changes(self.path / JOURNAL) if isinstance(c, Adapt)]
        if grown:
            return documents.loads(grown[-1].document), grown[-1].source
        return self.document(), self.start().source

    # --- how it went -----------------------------------------------------------------------------

    def history(self, size: int | None = None) -> RunHistory:
        """What happened so far, or up to so many bytes of its log; without any it has begun."""
        record = self.record()
        history = RunHistory(record.recipe if record is not None else Recipe())
        for event in events(self.path / EVENTS, size=size):
            history = history.extend(event)
        return history

    def started(self) -> Started | None:
        """What was told first of the run, once it had begun."""
        return next((e for e in events(self.path / EVENTS) if isinstance(e, Started)), None)

    def log(self) -> RunLog:
        """To add events, which is for the worker alone; raises FileError."""
        return RunLog(self.path / EVENTS)

    def state(self) -> RunState:
        if self.waits():
            return "queued"
        kinds = Started, Steps, Epoch, Paused, Resumed, Finished, Failed
        match last(self.path / EVENTS, *kinds):
            case Finished(stopped=stopped):
                return "stopped" if stopped else "finished"
            case Failed():
                return "failed"
            case found:
                if self.alive():
                    return "paused" if isinstance(found, Paused) else "running"
                return "interrupted" if self.begun() else "queued"

    def begun(self) -> bool:
        """Whether anything has happened in it."""
        try:
            return (self.path / EVENTS).stat().st_size > 0
        except OSError:
            return False

    def checkpoint(self) -> Path | None:
        """The folder of the newest complete one."""
        return next(iter(self.checkpoints()), None)

    def checkpoints(self) -> tuple[Path, ...]:
        """Those of all complete ones, the newest first."""
        try:
            names = os.listdir(self.path / CHECKPOINTS)
        except OSError:
            return ()
        # by the steps that were done, and where there are several of a step, by their numbers
        ordered = sorted(
            (tuple(map(int, found.groups(default="0"))), name)
            for name in names
            if (found := _CHECKPOINT.fullmatch(name))
        )
        folders = (self.path / CHECKPOINTS / name for _, name in reversed(ordered))
        return tuple(f for f in folders if all((f / n).is_file() for n in (STATE, WEIGHTS)))

    def best(self) -> Path | None:
        """The folder of the best weights, where they are kept."""
        path = self.path / CHECKPOINTS / BEST
        return path if (path / WEIGHTS).is_file() else None

    def best_epoch(self) -> int | None:
        """The one that was validated best, by what was told; None where none was."""
        told = events(self.path / EVENTS, Epoch)
        return max((e.epoch for e in told if isinstance(e, Epoch) and e.best), default=None)

    def results(self) -> Results | None:
        """What the last validation made of every image, where that was kept."""
        return read_results(self.path / RESULTS)

    def next_checkpoint(self, step: int) -> Path:
        """Where the next one is made; there may be others of the same step."""
        names = (f"{step:08}{f'-{number}' if number else ''}" for number in count())
        paths = (self.path / CHECKPOINTS / name for name in names)
        return next(path for path in paths if not path.exists())

    def before(self, number: int) -> Path | None:
        """That from before its network became another for the n-th time, where it is there."""
        path = self.path / CHECKPOINTS / f"{BEFORE}{number}"
        return path if all((path / name).is_file() for name in (STATE, WEIGHTS)) else None

    def epochs_with_maps(self) -> tuple[int, ...]:
        return epochs_with_maps(self.path / MAPS)

    def maps(self, epoch: int, path: str, image: int = 0) -> tuple[Maps, bytes] | None:
        """Those of a node after an epoch, where they were kept."""
        return read_maps(self.path / MAPS, epoch, path, image)

    def few_maps(
        self, epoch: int, paths: Iterable[str], image: int, most: int
    ) -> list[tuple[Maps, bytes]]:
        """The first ones of several nodes, as far as they were kept."""
        return read_few(self.path / MAPS, epoch, paths, image, most)

    def images_with_maps(self, epoch: int) -> tuple[int, ...]:
        """The numbers of the images that maps were kept of after an epoch."""
        return images_with_maps(self.path / MAPS, epoch)

    def filters(self, epoch: int, path: str, *, change: bool) -> tuple[Filters, bytes] | None:
        """Those of a convolution after an epoch, or how far they had come, where that was kept."""
        return read_filters(self.path / MAPS, epoch, path, change=change)

    def image(self, epoch: int, number: int) -> tuple[ProbeImage, bytes] | None:
        """One of them, where it was kept."""
        return read_image(self.path / MAPS, epoch, number)

    # --- its worker ------------------------------------------------------------------------------

    def alive(self) -> bool:
        """Whether a worker is at it."""
        return _held(self.path / ALIVE)

    def hold(self) -> Lock | None:
        """The lock of a worker on its run, for as long as it lives; None while another has it.

        Raises OSError: there can be none.
        """
        return _hold(self.path / ALIVE)

    def waits(self) -> bool:
        """Whether it is in the queue of a worker."""
        return _held(self.path / QUEUED)

    def reserve(self) -> Lock | None:
        """The lock of a worker on a run in its queue; None where it is in that of another.

        Raises OSError: there can be none.
        """
        return _hold(self.path / QUEUED)

    def _json(self, name: str, kind: type[T]) -> T | None:
        try:
            return msgspec.json.decode((self.path / name).read_bytes(), type=kind)
        except (OSError, msgspec.MsgspecError):
            return None


def _held(path: Path) -> bool:
    """Whether another process has a lock."""
    try:
        return held(path)
    except OSError:  # there was none yet, or none of ours
        return False


def _hold(path: Path) -> Lock | None:
    for _ in range(_TRIES):
        if (taken := lock(path)) is not None:
            return taken
        time.sleep(_MOMENT)
    return None


def _slug(name: str) -> str:
    """A network's name as part of a file's: ResNet-18 (CIFAR) -> resnet-18-cifar."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LONGEST].strip("-") or "network"


def _pretty(value: msgspec.Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
