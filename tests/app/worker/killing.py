"""Runs in processes of their own, forked from this one, that may be killed at any moment."""

from __future__ import annotations

import io
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from safetensors.torch import load_file
from torch import Tensor

from app.runs.folder import BEST, CHECKPOINTS, EVENTS, WEIGHTS, RunFolder
from app.runs.log import events
from app.training.messages import Command, Epoch, Event, Finished, Start, Steps
from app.worker.checkpoint import Checkpoint
from app.worker.commands import Commands
from app.worker.outbox import Outbox
from app.worker.server import conduct
from nodes.network.document import Document
from presets import PRESETS

KILLED = -signal.SIGKILL
WRITERS = ("write", "fsync", "rename", "ftruncate", "mkdir", "rmdir", "unlink", "open")
React = Callable[[Event], Command | None]


class Reacting(Outbox):
    """Nobody reads it; a run may be answered with a command."""

    def __init__(self, react: React, commands: Commands) -> None:
        super().__init__(io.BytesIO())
        self._react = react
        self._commands = commands
        self.told: list[Event] = []

    def send(self, event: Event, payload: bytes = b"") -> None:
        super().send(event, payload)
        self.told.append(event)
        if (command := self._react(event)) is not None:
            self._commands.take(command)


def new(root: Path, start: Start) -> RunFolder:
    return RunFolder.create(root, start, Document(PRESETS["lenet5"].network()))


def silent(event: Event) -> None:
    """Nothing is asked for."""


def go_on(
    run: RunFolder,
    arm: Callable[[], None] | None = None,
    react: React = silent,
    seconds: float | None = None,
) -> int:
    """A run from where it stands, in a process of its own; its exit code, negative for a signal.

    `arm` is called in that process and may have it killed. It is killed after so many `seconds`,
    where they are given, wherever it is then.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    ended, lives = os.pipe()  # the one end closes when the process ends
    process = os.fork()
    if process == 0:
        code = 1
        try:
            os.close(ended)
            if arm is not None:
                arm()
            in_process(run, react)
            code = 0
        except BaseException:  # pytest must not go on in here
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(lives)
    if seconds is not None:
        select.select([ended], [], [], seconds)
        os.kill(process, signal.SIGKILL)
    os.close(ended)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def in_process(run: RunFolder, react: React = silent, before: int = 0) -> list[Event]:
    """A run from where it stands, or from before it grew; all that is told."""
    commands = Commands()
    commands.take(replace(run.start(), resume=True, before=before))
    job = commands.wait_for_job()
    assert job is not None
    outbox = Reacting(react, commands)
    conduct(job, commands, outbox)
    return outbox.told


def at_write(number: int) -> Callable[[], None]:
    """Kills the process as it is about to write to the disk for the so manieth time, from 0."""

    def arm() -> None:
        left = number

        def counted(real: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object, **named: object) -> object:
                nonlocal left
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                left -= 1
                return real(*arguments, **named)

            return call

        for name in WRITERS:
            setattr(os, name, counted(getattr(os, name)))

    return arm


@dataclass(frozen=True)
class End:
    """All that a run has come to, but for the time it took."""

    weights: dict[str, bytes]
    best: dict[str, bytes]
    state: dict[str, bytes]
    plain: dict[str, Any]
    losses: tuple[float, ...]
    epochs: tuple[Epoch, ...]
    finished: Finished


def end(run: RunFolder) -> End:
    last = run.checkpoint()
    assert last is not None
    kept = Checkpoint.read(last)
    told = [*events(run.path / EVENTS)]
    finished = told[-1]
    assert isinstance(finished, Finished), finished
    return End(
        _bytes(kept.weights),
        _bytes(load_file(run.path / CHECKPOINTS / BEST / WEIGHTS)),
        _bytes(kept.tensors),
        {name: kept.plain[name] for name in ("learner", "random")},
        tuple(loss for event in told if isinstance(event, Steps) for loss in event.losses),
        tuple(replace(event, seconds=0.0) for event in told if isinstance(event, Epoch)),
        replace(finished, seconds=0.0, probe_share=0.0),
    )


def _bytes(tensors: Mapping[str, Tensor]) -> dict[str, bytes]:
    return {name: tensor.numpy().tobytes() for name, tensor in tensors.items()}
