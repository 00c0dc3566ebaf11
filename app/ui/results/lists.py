"""Which images are listed, and in what order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from app.runs.results import Results, Rows
from app.ui.formats import counted
from app.ui.language import tr

By = Literal["loss", "entropy", "cell", "actual", "predicted"]
ORDERS: tuple[tuple[By, str], ...] = (
    ("loss", "Worst"),
    ("entropy", "Least certain"),
    ("cell", "One cell"),
    ("actual", "One class"),
    ("predicted", "Taken for one class"),
)


@dataclass(frozen=True)
class Listed:
    """All images, those of a cell of the matrix, of a class, or taken for a class.

    With no class it is that of the most frequent mistake.
    """

    by: By = "loss"
    actual: int = -1
    predicted: int = -1

    def complete(self, results: Results) -> Listed:
        """With classes that the results have."""
        known = range(len(results.classes))
        if self.actual in known and self.predicted in known:
            return self
        first = next(iter(results.confused(1)), None)
        most = (first.actual, first.predicted) if first is not None else (0, 0)
        return replace(
            self,
            actual=self.actual if self.actual in known else most[0],
            predicted=self.predicted if self.predicted in known else most[1],
        )

    def rows(self, results: Results) -> Rows:
        """None, where results tell nothing of it."""
        match self.by:
            case "entropy":
                return results.uncertain() if results.certain else np.zeros(0, np.int64)
            case "cell":
                return results.cell(self.actual, self.predicted)
        wanted = np.ones(len(results), np.bool_)
        match self.by:
            case "actual":
                wanted = results.labels == self.actual
            case "predicted":
                wanted = results.predicted == self.predicted
        worst: Rows = results.worst()
        found: Rows = worst[wanted[worst]]
        return found

    def title(self, results: Results, number: int) -> str:
        """What they are, and how many."""
        match self.by:
            case "loss":
                return tr("The greatest loss first")
            case "entropy":
                return tr("The least certain first")
        images = counted(number, "image")
        actual, predicted = results.classes[self.actual], results.classes[self.predicted]
        match self.by:
            case "actual":
                return tr("“{name}”: {images}, the greatest loss first", name=actual, images=images)
            case "predicted":
                told = "Taken for “{name}”: {images}, the greatest loss first"
                return tr(told, name=predicted, images=images)
        if self.actual == self.predicted:
            return tr("“{actual}” recognised: {images}", actual=actual, images=images)
        told = "“{actual}” taken for “{predicted}”: {images}"
        return tr(told, actual=actual, predicted=predicted, images=images)

    def nothing(self, results: Results) -> str:
        """Why there are none, where that is so."""
        if self.by == "entropy" and not results.certain:
            return tr(
                "The outputs of this run are no probabilities, so that none is more certain than "
                "another. Look at the worst instead."
            )
        return tr("There are no such images.")
