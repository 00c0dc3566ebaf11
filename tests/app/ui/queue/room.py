"""Runs over a document, with a worker that only listens."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.runs.place import VARIABLE
from app.training.messages import Command, Enqueue, Event, Finished, Started
from app.ui.editor import Editor
from app.ui.queue.waiting import Waiting
from app.ui.runs import Runs
from app.ui.training.trainer import Trainer
from nodes.network.document import Document
from presets import PRESETS

STARTED = Started("cpu", ("a", "b"), 80, 20, 10, 100, "80 images to train")
FINISHED = Finished(1, 10, False, 0.5, 0.5, 0.5, 1.0, 0.0)


class Room:
    """LeNet-5 is open in it."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sent: list[Command] = []
        monkeypatch.setattr(Trainer, "prepare", lambda trainer: None)
        monkeypatch.setattr(Trainer, "send", lambda trainer, command: self.sent.append(command))
        monkeypatch.setenv(VARIABLE, str(root))
        self.editor = Editor()
        self.editor.open(Document(PRESETS["lenet5"].network()))
        self.runs = Runs(self.editor, lambda sheet: None, self.editor)

    @property
    def queue(self) -> Waiting:
        return self.runs.queue

    def asked(self, kind: type[Command]) -> list[Command]:
        return [command for command in self.sent if isinstance(command, kind)]

    def folders(self) -> list[str]:
        """Of all that were queued, in order."""
        return [command.start.folder for command in self.sent if isinstance(command, Enqueue)]

    def tell(self, *events: Event) -> None:
        for event in events:
            self.runs.trainer._take(event, b"")
