"""The figures of all nodes, told as one table whenever an instrument has filled its columns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from app.training.messages import COLUMNS, Nodes, NodeStats
from app.worker.outbox import Outbox


class Table:
    """Rows are nodes, by path; NaN stands where there is no such figure."""

    def __init__(self, paths: Sequence[str], outbox: Outbox) -> None:
        """Tells which nodes there are."""
        self.paths = tuple(dict.fromkeys(paths))
        self._rows = {path: row for row, path in enumerate(self.paths)}
        self._values = np.full((len(self.paths), len(COLUMNS)), math.nan, np.float32)
        self._outbox = outbox
        self.flows = 0  # how often the gradients were taken
        outbox.send(Nodes(self.paths))

    def fill(self, step: int, columns: Mapping[str, Mapping[str, float]]) -> None:
        """Take over figures by column and path, and tell the whole of them."""
        self.flows += "gradient" in columns
        for name, figures in columns.items():
            column = self._values[:, COLUMNS.index(name)]
            column[:] = math.nan
            for path, value in figures.items():
                column[self._rows[path]] = value
        self._outbox.offer([(NodeStats(step), self._values.tobytes())])

    def figures(self, column: str) -> dict[str, float]:
        """Those of a column that are there."""
        found = self._values[:, COLUMNS.index(column)].tolist()
        return {p: v for p, v in zip(self.paths, found, strict=True) if not math.isnan(v)}

    @cached_property
    def blocks(self) -> dict[str, list[str]]:
        """The nodes inside of each block, copies included."""
        found: dict[str, list[str]] = {}
        for path in self.paths:
            outer = path.rpartition(".")[0]
            while outer:
                found.setdefault(outer, []).append(path)
                outer = outer.rpartition(".")[0]
        return {path: inner for path, inner in found.items() if path in self._rows}
