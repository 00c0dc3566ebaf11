"""What the small files of a run hold."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.training.recipe import Recipe

RunState = Literal["queued", "running", "paused", "interrupted", "finished", "stopped", "failed"]
FORMAT = 1


class RunRecord(msgspec.Struct, frozen=True):
    """run.json: written once, when the folder is made; `parent` is the run it was made from."""

    id: str  # the name of the folder
    created: str  # ISO 8601, UTC
    network: str
    parameters: int
    recipe: Recipe
    host: str
    skipwire: str
    torch: str = ""
    parent: str = ""
    format: int = FORMAT
    moment: int = 0  # it was created at, in ns since 1970: tells those of one second apart


class Notes(msgspec.Struct, frozen=True):
    """notes.json: the one file that is not the worker's once the run has begun."""

    star: bool = False
    title: str = ""
    text: str = ""


class Position(msgspec.Struct, frozen=True):
    """Where a run stands at a checkpoint, in the metadata of its state.safetensors.

    `events_bytes` is the size of events.jsonl: what follows is not true any more after a resume.
    `grown` is how many Adapts of the journal are in these weights. Threads, torch's version, the
    machine's instructions and the data's fingerprint tell whether a resume is exact.
    """

    step: int  # done
    epoch: int  # 1-based
    batch: int  # the next one, 0-based in the epoch
    events_bytes: int
    grown: int
    seconds: float
    threads: int
    torch: str
    machine: str
    fingerprint: str
    format: int = FORMAT


class Door(msgspec.Struct, frozen=True):
    """door.json, for its owner only: how to reach a worker that has no window."""

    port: int
    token: str
    process: int
