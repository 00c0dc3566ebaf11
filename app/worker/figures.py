"""Losses and hits of an epoch, summed up over its batches."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from app.worker.parts import Told


class Figures:
    """What batches told, left on the device until it is read."""

    def __init__(self, weights: Sequence[float] = (1.0,), auxiliary: int = 0) -> None:
        """`weights` are of the losses; the last `auxiliary` outputs are for training only."""
        self._weights = weights
        self._auxiliary = auxiliary
        self._waiting: list[Told] = []
        self._losses = [0.0] * len(weights)
        self._hits = 0
        self._top5: int | None = None
        self._count = 0
        # of the gradients, of the batches read last; NaN where others were still to be added
        self.norms: tuple[float, ...] = ()

    def add(self, told: Told) -> None:
        self._waiting.append(told)

    def read(self) -> tuple[float, ...]:
        """The loss of every batch since the last reading, as `loss` has it; waits for the device.

        It is not finite either where that of an auxiliary output is not.
        """
        self.norms = ()
        if not self._waiting:
            return ()
        rows: list[list[float]] = _values([told.losses for told in self._waiting])
        for row, told in zip(rows, self._waiting, strict=True):
            for number, loss in enumerate(row):
                self._losses[number] += loss * told.size
            self._count += told.size
        self._hits += sum(_values([told.hits for told in self._waiting]))
        if top5 := [told.top5 for told in self._waiting if told.top5 is not None]:
            self._top5 = (self._top5 or 0) + sum(_values(top5))
        if norms := [t.gradient_norm for t in self._waiting if t.gradient_norm is not None]:
            found = iter(_values(norms))
            self.norms = tuple(
                math.nan if told.gradient_norm is None else next(found) for told in self._waiting
            )
        self._waiting.clear()
        return tuple(map(self._told, rows))

    def state(self) -> Mapping[str, Any]:
        """The sums so far, as plain values, once all was read."""
        return {"losses": [*self._losses], "hits": self._hits, "count": self._count}

    def load(self, state: Mapping[str, Any]) -> None:
        """Go on from such sums."""
        self._losses = list(state["losses"])
        self._hits, self._count = state["hits"], state["count"]

    @property
    def losses(self) -> tuple[float, ...]:
        """The mean loss of each output, without its weight."""
        return tuple(loss / self._count for loss in self._losses)

    @property
    def loss(self) -> float:
        """That of the outputs that stay at inference, to be compared with validation."""
        return self._total(self._staying(self.losses))

    @property
    def learned(self) -> float | None:
        """The sum that is learned from, where there are auxiliary outputs too."""
        return self._total(self.losses) if self._auxiliary else None

    @property
    def accuracy(self) -> float:
        return self._hits / self._count

    @property
    def top5(self) -> float | None:
        """The share of which the right class is among the best five, where that is counted."""
        return None if self._top5 is None else self._top5 / self._count

    def _total(self, losses: Sequence[float]) -> float:
        return sum(w * loss for w, loss in zip(self._weights, losses, strict=False))

    def _staying(self, losses: Sequence[float]) -> Sequence[float]:
        return losses[: len(losses) - self._auxiliary]

    def _told(self, losses: Sequence[float]) -> float:
        total = self._total(losses)
        return self._total(self._staying(losses)) if math.isfinite(total) else total


def _values(tensors: Sequence[Tensor]) -> list[Any]:
    """All in one reading where it waits for another device; here that would only take longer."""
    if tensors[0].is_cpu:
        return [tensor.tolist() for tensor in tensors]
    return torch.stack([*tensors]).tolist()
