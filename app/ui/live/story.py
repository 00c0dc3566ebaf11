"""How the nodes of one run did over time: figures, histograms, running statistics; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.training.messages import Buffers, Histograms, Nodes, NodeStats

Floats = NDArray[np.float64]
T = TypeVar("T")
_LOOKS, _SPREADS = 256, 24  # kept at most: of figures, and of histograms


class Spread(NamedTuple):
    """One histogram: counts of equal bins."""

    low: float
    high: float
    counts: NDArray[np.uint32]


class Statistics(NamedTuple):
    """Of the channels of a BatchNorm, the least, the median and the greatest."""

    mean: tuple[float, float, float]
    variance: tuple[float, float, float]


class Looks(Generic[T]):
    """What was seen at some steps; of too many every second one is forgotten, never the last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen: list[tuple[int, T]] = []

    def add(self, step: int, what: T) -> None:
        if self._seen and self._seen[-1][0] >= step:
            self._seen = [each for each in self._seen if each[0] < step]  # it was gone back
        self._seen.append((step, what))
        if len(self._seen) > self._most:
            self._seen = self._seen[::-2][::-1]

    @property
    def steps(self) -> Floats:
        return np.array([step for step, _ in self._seen], float)

    @property
    def seen(self) -> list[T]:
        return [what for _, what in self._seen]


@dataclass(frozen=True)
class Curve:
    """A figure over the steps at which it was told."""

    steps: Floats
    values: Floats

    @property
    def last(self) -> float:
        return float(self.values[-1]) if len(self.values) else float("nan")


class Story:
    """Filled by events; what there is nothing of is empty."""

    def __init__(self, nodes: Nodes) -> None:
        self._rows = {path: row for row, path in enumerate(nodes.paths)}
        self._columns = nodes.columns
        self._figures: Looks[NDArray[np.float32]] = Looks(_LOOKS)
        self._spreads: dict[tuple[str, str], Looks[Spread]] = {}
        self._statistics: dict[str, Looks[Statistics]] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._rows

    def figures(self, event: NodeStats, payload: bytes) -> None:
        table = np.frombuffer(payload, np.float32).reshape(len(self._rows), len(self._columns))
        self._figures.add(event.step, table)

    def histograms(self, event: Histograms, payload: bytes) -> None:
        counts = np.frombuffer(payload, np.uint32).reshape(len(event.what), event.bins)
        for k, what in enumerate(event.what):
            spread = Spread(event.lows[k], event.highs[k], counts[k])
            self._spreads.setdefault((event.path, what), Looks(_SPREADS)).add(event.step, spread)

    def buffers(self, event: Buffers, payload: bytes) -> None:
        mean, variance = np.frombuffer(payload, np.float32).reshape(2, event.count)
        seen = Statistics(_ends(mean), _ends(variance))
        self._statistics.setdefault(event.path, Looks(_LOOKS)).add(event.step, seen)

    def curve(self, path: str, column: str) -> Curve:
        """Only where the figure is a number."""
        row, at = self._rows[path], self._columns.index(column)
        values = np.array([table[row, at] for table in self._figures.seen], float)
        there = np.isfinite(values)
        return Curve(self._figures.steps[there], values[there])

    def ratio(self, path: str) -> Curve:
        """The gradient's norm in that of the weight."""
        row = self._rows[path]
        over, under = (self._columns.index(name) for name in ("weight_gradient", "weight"))
        pairs = np.array([table[row, [over, under]] for table in self._figures.seen], float)
        pairs = pairs.reshape(-1, 2)
        there = np.isfinite(pairs).all(1) & (pairs[:, 1] > 0)
        return Curve(self._figures.steps[there], pairs[there, 0] / pairs[there, 1])

    def spreads(self, path: str, what: str) -> tuple[Floats, list[Spread]]:
        """Steps with histograms, the oldest first."""
        found = self._spreads.get((path, what), Looks(_SPREADS))
        return found.steps, found.seen

    def statistics(self, path: str) -> tuple[Floats, list[Statistics]]:
        """Steps with what a BatchNorm had gathered until then."""
        found = self._statistics.get(path, Looks(_LOOKS))
        return found.steps, found.seen


def _ends(values: NDArray[np.float32]) -> tuple[float, float, float]:
    least, median, greatest = np.quantile(values, (0.0, 0.5, 1.0)).tolist()
    return least, median, greatest
