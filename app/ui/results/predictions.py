"""What was predicted of every validation image, as a table in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.runs.results import Results
from app.ui.plots.files import write_csv


def write_predictions(results: Results, path: Path) -> None:
    """One row an image, with the score of each class. Raises FileError."""
    scores = (f"score of {name}" for name in results.classes)
    write_csv(path, ("image", "actual", "predicted", "loss", *scores), _rows(results))


def _rows(results: Results) -> Iterator[tuple[object, ...]]:
    names = results.classes
    told = zip(results.indices, results.labels, results.predicted, results.losses, strict=True)
    for (number, actual, predicted, loss), scores in zip(told, results.scores, strict=True):
        shown = (f"{score:.4g}" for score in scores)
        yield int(number), names[actual], names[predicted], f"{loss:.6g}", *shown
