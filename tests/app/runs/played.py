"""Runs that were recorded with a worker: for views and rules to be tried on, without one.

`recorded/` has their folders, each with every event as it was sent, payloads too, in `frames.bin`.
They were made by `python -m tests.app.runs.recording`: healthy is LeNet-5 on the digits, vanishing
eight layers with sigmoids, and broken a learning rate of 100, at which the loss is soon no number.
"""

from __future__ import annotations

from pathlib import Path

from app.runs.folder import RunFolder
from app.training.frames import EventReader
from app.training.messages import Event

RECORDED = Path(__file__).parent / "recorded"
FRAMES = "frames.bin"
NAMES = ("healthy", "vanishing", "broken")


def folder(name: str) -> RunFolder:
    return RunFolder(RECORDED / name)


def told(name: str) -> list[tuple[Event, bytes]]:
    """All events of a run with their payloads, in order."""
    return [*EventReader().read((RECORDED / name / FRAMES).read_bytes())]
