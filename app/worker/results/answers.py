"""The answer to each kind of question, made in parts between which training may go on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from app.runs.results import Results, Rows
from app.training.messages import Answer, Ask, Cell, Explain, Extreme, Predict, Samples
from app.worker.results.explaining import gradcam, occlusion, saliency
from app.worker.results.subject import RefusedError, Subject

AT_ONCE = 16  # images that are read together
UNKNOWN = -1
Replying = Generator[None, None, tuple[Answer, bytes]]
_HOW = {"gradcam": gradcam, "saliency": saliency, "occlusion": occlusion}


def reply(ask: Ask, subject: Subject, latest: Callable[[], Results | None]) -> Replying:
    """What a question is answered with; `latest` is what was told of the last validation.

    Raises:
        RefusedError: it has no answer.
        DataError: an image cannot be read.
        Exception: whatever the network raises.
    """
    match ask.about:
        case Cell(actual=actual, predicted=predicted, first=first, count=count):
            results = _validated(subject, latest())
            rows = results.cell(actual, predicted)[first : first + count]
            return _of_rows(ask, subject, results, rows)
        case Extreme(by=by, count=count):
            results = _validated(subject, latest())
            if by == "entropy" and not results.certain:
                raise RefusedError(
                    "A network that learns by the squared error gives no probabilities, so that "
                    "none of its answers is more certain than another. Look at the greatest "
                    "losses instead."
                )
            rows = results.worst() if by == "loss" else results.uncertain()
            return _of_rows(ask, subject, results, rows[:count])
        case Samples(indices=indices):
            for number in indices:
                subject.require_image(number)
            return _pictures(ask, subject, latest(), indices)
        case Predict(file=file):
            return _predicted(ask, subject, file)
        case Explain():
            return _explained(ask, subject, ask.about)


def _validated(subject: Subject, results: Results | None) -> Results:
    if results is None and subject.start.recipe.looks:
        raise RefusedError(
            "These images have no classes, so that no answer is right or wrong. Choose other data "
            "to learn from in the recipe."
        )
    if results is None:
        raise RefusedError("Nothing has been validated yet. The first epoch has to end for that.")
    return results


def _of_rows(ask: Ask, subject: Subject, results: Results, rows: Rows) -> Replying:
    return _pictures(ask, subject, results, results.indices[rows].tolist())


def _pictures(
    ask: Ask, subject: Subject, results: Results | None, indices: Sequence[int]
) -> Replying:
    """Images as they are, with what was validated of them."""
    pixels: list[bytes] = []
    labels: list[int] = []
    for begin in range(0, len(indices), AT_ONCE):
        yield
        found, batch = subject.feed.samples(indices[begin : begin + AT_ONCE])
        pixels.append(_bytes(found))
        labels += batch.labels.tolist()
    told = [_validated_as(results, number) for number in indices]
    size = subject.feed.size
    answer = Answer(
        ask.number,
        tuple(indices),
        size.channels,
        size.height,
        size.width,
        tuple(labels),
        tuple(predicted for predicted, _ in told),
        tuple(confidence for _, confidence in told),
    )
    return answer, b"".join(pixels)


def _validated_as(results: Results | None, number: int) -> tuple[int, float]:
    """What an image was taken for, and how surely."""
    row = results.row_of(number) if results is not None else None
    if results is None or row is None:
        return UNKNOWN, 0.0
    return int(results.predicted[row]), float(results.confidence[row])


def _predicted(ask: Ask, subject: Subject, file: str) -> Replying:
    yield
    pixels, inputs = subject.feed.picture(Path(file))
    with subject.looking():
        logits = subject.logits(inputs)
    return _told(ask, subject, (), (), logits), _bytes(pixels)


def _explained(ask: Ask, subject: Subject, about: Explain) -> Replying:
    subject.require_class(about.label)
    yield
    images: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    if about.file:
        pixels, inputs = subject.feed.picture(Path(about.file))
    else:
        subject.require_image(about.image)
        images = (about.image,)
        pixels, batch = subject.feed.samples(images)
        inputs, labels = batch.inputs, tuple(batch.labels.tolist())
    picture, logits = yield from _HOW[about.how](subject, inputs, about.path, about.label)
    picture = picture.nan_to_num(0.0, 0.0, 0.0)
    peak = float(picture.max())
    overlay = (picture * (255 / peak)).round() if peak > 0 else picture
    answer = _told(ask, subject, images, labels, logits, peak=peak)
    return answer, _bytes(pixels) + _bytes(overlay.to(torch.uint8))


def _told(
    ask: Ask,
    subject: Subject,
    images: tuple[int, ...],
    labels: tuple[int, ...],
    logits: Tensor,
    peak: float | None = None,
) -> Answer:
    """Of one image; with a `peak` it has an overlay."""
    scores = subject.scores(logits)
    predicted = int(np.argmax(scores))
    size = subject.feed.size
    return Answer(
        ask.number,
        images,
        size.channels,
        size.height,
        size.width,
        labels,
        (predicted,),
        (scores[predicted],),
        scores,
        overlaid=peak is not None,
        peak=peak or 0.0,
    )


def _bytes(pixels: Tensor) -> bytes:
    data: bytes = pixels.cpu().contiguous().numpy().tobytes()
    return data
