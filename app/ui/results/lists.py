"""Which images are listed, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from app.runs.results import Results, Rows
from app.ui.formats import counted
from app.ui.language import tr


@dataclass(frozen=True)
class Listed:
    """The worst, the least certain, or those of a cell of the matrix."""

    by: Literal["loss", "entropy", "cell"] = "loss"
    actual: int = -1
    predicted: int = -1

    def rows(self, results: Results) -> Rows:
        """None, where results tell nothing of it."""
        match self.by:
            case "loss":
                return results.worst()
            case "entropy" if results.certain:
                return results.uncertain()
            case "cell" if max(self.actual, self.predicted) < len(results.classes):
                return results.cell(self.actual, self.predicted)
        return np.zeros(0, np.int64)

    def title(self, results: Results, number: int) -> str:
        """What they are, and how many."""
        match self.by:
            case "loss":
                return tr("The greatest loss first")
            case "entropy":
                return tr("The least certain first")
        actual, predicted = results.classes[self.actual], results.classes[self.predicted]
        images = counted(number, "image")
        if self.actual == self.predicted:
            return tr("“{actual}” recognised: {images}", actual=actual, images=images)
        told = "“{actual}” taken for “{predicted}”: {images}"
        return tr(told, actual=actual, predicted=predicted, images=images)
