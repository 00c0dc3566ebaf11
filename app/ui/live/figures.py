"""The figures of all nodes that a worker has told of, by path; no Qt."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from app.training.messages import Nodes

Values = NDArray[np.float64]


class Figures:
    """A table of nodes; blocks without figures of their own have those of what is in them."""

    def __init__(self, nodes: Nodes) -> None:
        self._columns = nodes.columns
        rows = {path: row for row, path in enumerate(nodes.paths)}
        holders: list[int] = []
        held: list[int] = []
        for row, path in enumerate(nodes.paths):
            while path := path.rpartition(".")[0]:
                holders.append(rows.setdefault(path, len(rows)))
                held.append(row)
        self.paths = tuple(rows)
        self._told = len(nodes.paths)
        blocks = np.zeros(len(rows), bool)
        blocks[holders] = True
        leaf = ~blocks[held]
        self._blocks = blocks
        self._holders, self._held = np.array(holders, np.intp), np.array(held, np.intp)
        self._leaf_holders, self._leaves = self._holders[leaf], self._held[leaf]
        self._values = np.full((self._told, len(nodes.columns)), np.nan, np.float32)

    def take(self, payload: bytes) -> None:
        """The newest figures, as NodeStats has them."""
        found = np.frombuffer(payload, np.float32)
        self._values = found.reshape(self._told, len(self._columns))

    def last(self, column: str) -> Values:
        """By path; a block gives what the last node in it gives."""
        found = self._own(column)
        without = self._blocks & np.isnan(found)
        of = without[self._holders]
        found[self._holders[of]] = found[self._held[of]]  # of several the last one counts
        return found

    def total(self, *columns: str) -> Values:
        """The sum of some columns, by path; of a block that of the layers in it."""
        parts = np.array([self._own(column) for column in columns])
        found = np.where(np.isnan(parts).all(0), np.nan, np.nansum(parts, 0))
        sums = np.zeros(len(found))
        np.add.at(sums, self._leaf_holders, np.nan_to_num(found[self._leaves]))
        found[self._blocks] = sums[self._blocks]
        return found

    def most(self, column: str) -> Values:
        """By path; of a block that of the layer in it that has most."""
        found = self._own(column)
        np.fmax.at(found, self._leaf_holders, found[self._leaves])
        return found

    def whole(self, values: Values) -> float:
        """The sum over all layers."""
        return float(np.nansum(values[~self._blocks]))

    def strips(self, levels: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
        """By path of a block, the levels of the layers in it, in their order."""
        found: dict[str, list[int]] = {}
        for holder, leaf in zip(self._leaf_holders.tolist(), self._leaves.tolist(), strict=True):
            if level := levels.get(self.paths[leaf], 0):
                found.setdefault(self.paths[holder], []).append(level)
        return {path: tuple(inside) for path, inside in found.items()}

    def _own(self, column: str) -> Values:
        found = np.full(len(self.paths), np.nan)
        if column in self._columns:
            found[: self._told] = self._values[:, self._columns.index(column)]
        return found
