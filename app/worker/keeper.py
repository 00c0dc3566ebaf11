"""Keeping a run, so that it can go on after it was broken off as if it had not been."""

from __future__ import annotations

import os
import platform
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from msgspec.structs import replace
from torch import Tensor

from app.runs.folder import BEFORE, BEST, CHECKPOINTS, DOCUMENT, RunFolder
from app.runs.record import Position
from app.training.messages import Adapt, Change, Kept, Start
from app.worker import generators
from app.worker.checkpoint import Checkpoint, newest, write_weights
from app.worker.diary import Diary
from app.worker.growing.back import go_back, parted
from app.worker.outbox import Outbox
from app.worker.parts import At, Keeper, Learner
from nodes.files import FileError, remove_strays, write_text

COST = 0.01  # of the time may be spent on keeping after epochs
KEPT = 2  # checkpoints: the one before the newest, too, as disks fail
_BUFFER = "n."  # begins the names of buffers that are not part of a state_dict
LEARNER = "learner"  # names what a learner has, beside the tensors
_SUMS, _RANDOM = "sums", "random"


class NoKeeper:
    """For a run that has no folder: nothing is kept."""

    step = 0
    threads = 0
    inexact = ""

    def start(self, start: Start) -> Start:
        return start

    def changes(self, first: int, end: int | None = None) -> Sequence[tuple[int, Change | Adapt]]:
        return ()

    def change(self, step: int, change: Change) -> None:
        """It acts, and is not noted."""

    def adapt(self, step: int, adapt: Adapt, *, again: bool) -> None:
        """So does this."""

    def due(self, *, epoch_over: bool = False) -> bool:
        return False

    def best(self, step: int, learner: Learner) -> None:
        """Nothing is kept."""

    def keep(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> None:
        """Nothing is kept."""

    def resume(self, learner: Learner, fingerprint: str) -> tuple[At, Mapping[str, Any]] | None:
        return None

    def close(self) -> None:
        """There is nothing to close."""


def keeper_of(start: Start, outbox: Outbox) -> Keeper:
    """What keeps a run; raises RunError: another worker is at it."""
    return FolderKeeper(start, outbox) if start.folder else NoKeeper()


class FolderKeeper:
    """Keeps a run in its folder: all events that last, and checkpoints every so often.

    Where a checkpoint lies never changes a number of the run.
    """

    def __init__(self, start: Start, outbox: Outbox) -> None:
        """Raises RunError: another worker is at this run, or there is nothing to go back to."""
        self._folder = RunFolder(Path(start.folder))
        self._document = start.document
        self._wait = 60 * start.recipe.checkpoint_minutes
        self._outbox = outbox
        self._diary = Diary(self._folder, outbox.send, tensorboard=start.recipe.tensorboard)
        remove_strays(self._folder.path / CHECKPOINTS)
        if start.before:
            self._describe(go_back(self._folder, self._diary, start))
        self._found = newest(self._folder) if start.resume else None
        self._at: tuple[int, int, int] | None = None
        self._kept = time.monotonic()
        self._cost = 0.0  # seconds of the last checkpoint
        self._fingerprint = ""  # of the data
        self._best: tuple[int, Mapping[str, Tensor]] | None = None
        if start.resume:
            self._diary.cut(self._found.position.events_bytes if self._found is not None else 0)
        self._grown = self._found.position.grown if self._found is not None else 0
        self._adapts, self._planned = parted(self._diary.changes(), self._grown)
        outbox.keep(self._diary)

    @property
    def step(self) -> int:
        return self._found.position.step if self._found is not None else 0

    @property
    def threads(self) -> int:
        """How many it has to go on with, to be exact; 0 before it has begun."""
        return self._found.position.threads if self._found is not None else 0

    @property
    def inexact(self) -> str:
        """Why a resumed run will not end as one that was never broken off, or nothing."""
        if self._found is None:
            return ""
        then, reasons = self._found.position, []
        if then.torch != (here := str(torch.__version__)):
            reasons.append(f"The run began with PyTorch {then.torch} and goes on with {here}.")
        if then.machine != (here := machine()):
            reasons.append(f"The run began on a processor {then.machine}, and this one is {here}.")
        if then.fingerprint != self._fingerprint:
            reasons.append("The data is not what it was when the run began.")
        if reasons:
            reasons.append("It may end with other weights than if it had not been broken off.")
        return " ".join(reasons)

    def due(self, *, epoch_over: bool = False) -> bool:
        since = time.monotonic() - self._kept
        if epoch_over:
            return not self._wait or since * COST >= self._cost
        return 0 < self._wait <= since

    def best(self, step: int, learner: Learner) -> None:
        """Written with the next checkpoint: going on from one before it leads here once more."""
        self._best = step, learner.kept()

    def keep(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> None:
        place = at.step, at.epoch, at.batch
        if place == self._at:
            return
        begin = time.monotonic()
        try:
            self._diary.sync()
            self._keep_best()
            path = self._folder.next_checkpoint(at.step)
            self._checkpoint(at, learner, sums).write(path, self._document)
            self._at = place
            self._drop_old()
        except FileError as error:
            self._diary.complain(error)
        else:
            self._diary.well()
            self._outbox.send(Kept(at.step, str(path)))
        self._kept = time.monotonic()
        self._cost = self._kept - begin

    def resume(self, learner: Learner, fingerprint: str) -> tuple[At, Mapping[str, Any]] | None:
        self._fingerprint = fingerprint
        found = self._found
        if found is None:
            return None
        learner.raw.load_state_dict(found.weights)
        load_buffers(learner, found.tensors)
        learner.load(found.tensors, found.plain[LEARNER])
        generators.load(found.tensors, found.plain[_RANDOM])
        position = found.position
        at = At(position.step, position.epoch, position.batch, position.seconds)
        self._at = at.step, at.epoch, at.batch
        return at, found.plain[_SUMS]

    def start(self, start: Start) -> Start:
        if not self._adapts:
            return start
        self._document = self._adapts[-1].start.document
        return replace(
            self._adapts[-1].start, folder=start.folder, resume=True, threads=start.threads
        )

    def changes(self, first: int, end: int | None = None) -> Sequence[tuple[int, Change | Adapt]]:
        return [
            (step, change)
            for step, change in self._planned
            if step >= first and (end is None or step < end)
        ]

    def change(self, step: int, change: Change) -> None:
        self._diary.change(step, change)

    def adapt(self, step: int, adapt: Adapt, *, again: bool) -> None:
        self._grown += 1
        self._leave_behind(step)
        if not again:
            self._diary.change(step, adapt)
        self._describe(adapt.start.document)
        self._at = None  # there is more to keep, at the same step

    def close(self) -> None:
        self._outbox.keep(None)
        self._diary.close()

    def _keep_best(self) -> None:
        if self._best is None:
            return
        step, weights = self._best
        path = self._folder.path / CHECKPOINTS / BEST
        write_weights(path, weights, self._document)
        self._best = None
        self._outbox.send(Kept(step, str(path), best=True))

    def _leave_behind(self, step: int) -> None:
        """What was kept last is there to go back to, for as long as the run.

        It is what a run goes on from, too, that is killed before more is kept.
        """
        last = self._folder.checkpoint()
        if self._at is None or self._at[0] != step or last is None:
            return
        before = last.with_name(f"{BEFORE}{self._grown}")
        with suppress(OSError):  # then there is no way back
            shutil.rmtree(before, ignore_errors=True)
            made = last.with_name(f".{before.name}")  # which is no checkpoint
            shutil.rmtree(made, ignore_errors=True)
            shutil.copytree(last, made, copy_function=_link)
            made.rename(before)

    def _describe(self, document: str) -> None:
        """The folder holds the network as it is now."""
        self._document = document
        try:
            if document:
                write_text(self._folder.path / DOCUMENT, document)
        except FileError as error:
            self._diary.complain(error)

    def _checkpoint(self, at: At, learner: Learner, sums: Mapping[str, Any]) -> Checkpoint:
        tensors, plain = learner.state()
        drawn, random = generators.state()
        position = Position(
            step=at.step,
            epoch=at.epoch,
            batch=at.batch,
            events_bytes=self._diary.size,
            grown=self._grown,
            seconds=at.seconds,
            threads=torch.get_num_threads(),
            torch=str(torch.__version__),
            machine=machine(),
            fingerprint=self._fingerprint,
        )
        return Checkpoint(
            position,
            learner.raw.state_dict(),
            {**tensors, **_buffers(learner), **drawn},
            {_SUMS: sums, LEARNER: plain, _RANDOM: random},
        )

    def _drop_old(self) -> None:
        ways_back = (f"{BEFORE}{number}" for number in range(1, self._grown + 1))
        kept = {BEST, *ways_back, *(path.name for path in self._folder.checkpoints()[:KEPT])}
        folder = self._folder.path / CHECKPOINTS
        for name in set(os.listdir(folder)) - kept:
            shutil.rmtree(folder / name, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """A file under a second name, where the disk knows that."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def machine() -> str:
    """What of the processor decides the last bits of sums: its kind and its instructions."""
    return f"{platform.machine()} {torch.backends.cpu.get_cpu_capability()}"


def _buffers(learner: Learner) -> dict[str, Tensor]:
    weights = learner.raw.state_dict().keys()
    return {f"{_BUFFER}{k}": v for k, v in learner.raw.named_buffers() if k not in weights}


def load_buffers(learner: Learner, tensors: Mapping[str, Tensor]) -> None:
    """Puts back those that are not part of a state_dict."""
    for name, buffer in learner.raw.named_buffers():
        if (found := tensors.get(f"{_BUFFER}{name}")) is not None:
            buffer.copy_(found)
