"""Results of twelve images of three classes, and somebody who answers questions about them."""

from __future__ import annotations

import numpy as np

from app.analysis.report import EMPTY
from app.runs.results import Kind, Results
from app.training.messages import About, Answer, Explain, Predict, Samples, Unanswered
from app.ui.results.pictures import Answered

CLASSES = ("cat", "dog", "emu")
SIDE = 4  # px of an image
_TAKEN = ((0, 0), (0, 0), (0, 1), (0, 1), (0, 2), (1, 1), (1, 1), (1, 0), (2, 2), (2, 2), (2, 2))
_SURE = (0.9, 0.8, 0.5, 0.7, 0.6, 0.9, 0.95, 0.55, 0.99, 0.85, 0.65)


def results(epoch: int = 3, kind: Kind = "softmax") -> Results:
    """Images 100 to 110 of the data; four are taken for something else."""
    labels, predicted = np.array(_TAKEN, np.int64).T
    scores = np.empty((len(labels), 3), np.float64)
    scores[:] = (1 - np.array(_SURE)[:, None]) / 2
    scores[np.arange(len(labels)), predicted] = _SURE
    losses = -np.log(scores[np.arange(len(labels)), labels])
    return Results(
        epoch,
        10 * epoch,
        CLASSES,
        kind,
        scores.astype(np.float16),
        labels,
        predicted,
        100 + np.arange(len(labels)),
        losses.astype(np.float32),
        np.ones(len(labels), np.bool_),
    )


class Answering:
    """Has an answer to everything at once, or a reason why not; keeps what was asked."""

    classes, certain, folder, report = CLASSES, True, None, EMPTY

    def __init__(self) -> None:
        self.asked: list[About] = []
        self.reason = ""
        self.peak = 2.0

    def ask(self, about: About, take: Answered) -> None:
        self.asked.append(about)
        if self.reason:
            take(Unanswered(1, self.reason), b"")
            return
        take(*answer(about, self.peak))

    def last(self) -> About:
        return self.asked[-1]


def answer(about: About, peak: float = 2.0, number: int = 1) -> tuple[Answer, bytes]:
    """Images are as grey as their number; overlays as bright as the label."""
    match about:
        case Samples(indices=indices):
            told = Answer(number, indices, 1, SIDE, SIDE, (0,) * len(indices))
            return told, b"".join(bytes([n % 256]) * SIDE**2 for n in indices)
        case Predict():
            told = Answer(number, (), 1, SIDE, SIDE, (), (1,), (0.6,), (0.3, 0.6, 0.1))
            return told, bytes([7]) * SIDE**2
        case Explain(image=image, label=label, file=file):
            numbers = () if file else (image,)
            scores = (0.3, 0.6, 0.1)
            told = Answer(
                *(number, numbers, 1, SIDE, SIDE, (), (1,), (0.6,), scores),
                overlaid=True,
                peak=peak,
            )
            return told, bytes([9]) * SIDE**2 + bytes([40 + label]) * SIDE**2
    raise AssertionError(about)
