"""What validations make of every image, in the run's folder for the window to read."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from app.runs.results import RESULTS, Kind, Results, dumps, read
from app.training.messages import NotKept, Start, Validated
from app.training.recipe import Loss
from app.worker.outbox import Outbox
from app.worker.parts import Answers, Batch
from nodes.files import FileError, write_file

COST = 0.01  # of the time may be spent on telling
APART = 0.5  # seconds at least between two: nobody reads them faster
KINDS: Mapping[Loss, Kind] = {"cross-entropy": "softmax", "bce": "sigmoid", "mse": "outputs"}
_MOST = float(np.finfo(np.float16).max)


class Validations:
    """Told as often as `COST` and `APART` allow, and at last when the run pauses or ends.

    `latest` is what was told last: questions are about that.
    """

    def __init__(self, start: Start, classes: tuple[str, ...], outbox: Outbox) -> None:
        """Without a folder nothing is kept, and what is told goes out as it is."""
        self._kind = KINDS[start.recipe.loss]
        self._classes = classes
        self._path = Path(start.folder) / RESULTS if start.folder else None
        self._outbox = outbox
        self._rows: list[tuple[Tensor, ...]] = []  # of the batches so far, left on the device
        self._new: Results | None = None
        self._due = 0.0
        self._complained = False
        self.latest: Results | None = None

    def begin(self) -> None:
        """What a validation that was broken off has left is of no use."""
        self._rows.clear()

    def add(self, batch: Batch, answers: Answers) -> None:
        """What the network says of a batch."""
        scores = told_scores(self._kind, answers.logits)
        if self._kind == "outputs":
            scores = scores.clamp(-_MOST, _MOST)
        rows = scores.half(), batch.labels, answers.predicted, batch.indices
        self._rows.append((*rows, answers.losses, answers.among))

    def over(self, epoch: int, step: int) -> None:
        """All images have been seen."""
        self._new = self._made(epoch, step)
        if time.monotonic() >= self._due:
            self.tell()

    def tell(self) -> None:
        """What was not told yet."""
        if self._new is None:
            return
        begin = time.monotonic()
        self.latest, self._new = self._new, None
        data = dumps(self.latest)
        path = self._written(data)
        event = Validated(self.latest.epoch, self.latest.step, path)
        self._outbox.send(event, b"" if path else data)
        end = time.monotonic()
        self._due = end + max(APART, (end - begin) * (1 / COST - 1))

    def recall(self, step: int) -> None:
        """A run goes on from so many steps: what stands in its folder holds until it is validated.

        It does not where it was broken off after a later validation.
        """
        found = read(self._path) if self._path is not None else None
        if found is not None and found.step <= step and found.classes == self._classes:
            self.take_over(found, str(self._path))

    def take_over(self, results: Results, path: str) -> None:
        """Those that stand in a file hold."""
        self.latest = results
        self._outbox.send(Validated(results.epoch, results.step, path))

    def _made(self, epoch: int, step: int) -> Results:
        arrays: list[Any] = [torch.cat(t).cpu().numpy() for t in zip(*self._rows, strict=True)]
        self._rows.clear()
        return Results(epoch, step, self._classes, self._kind, *arrays)

    def _written(self, data: bytes) -> str:
        """The path of the file, or nothing where it cannot be written: that is told once."""
        if self._path is None:
            return ""
        try:
            write_file(self._path, lambda path: path.write_bytes(data))
        except FileError as error:
            if not self._complained:
                self._outbox.send(NotKept(f"The results of validation are not kept. {error}"))
            self._complained = True
            return ""
        return str(self._path)


def told_scores(kind: Kind, logits: Tensor) -> Tensor:
    """What is told of each class, in the last axis."""
    if kind == "softmax":
        return logits.softmax(-1)
    return logits.sigmoid() if kind == "sigmoid" else logits
