"""The numbers that a run's health is judged by."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.training.messages import DeviceUse, Epoch, Shares

WINDOW = 100  # steps
FIRST = 20  # steps that tell where the loss began


@dataclass(frozen=True)
class Window:
    """So many steps in succession: mean and deviation of the loss, median of the finite norms."""

    loss: float
    deviation: float
    norm: float


@dataclass
class Vitals:
    """What a run has told so far, of which no more is kept than the rules look at.

    `warmup` is how many steps the learning rate rises for; `chance` is the loss of guessing, where
    the loss is a cross-entropy. `gradients` are of the nodes with weights, in the network's order.
    """

    classes: int
    val_samples: int
    warmup: int = 0
    chance: float | None = None
    step: int = 0
    begun: float | None = None  # the loss of the first steps
    windows: list[Window] = field(default_factory=list)
    epochs: list[Epoch] = field(default_factory=list)
    gradients: Mapping[str, float] = field(default_factory=dict)
    dead: Mapping[str, float] = field(default_factory=dict)
    shares: Shares | None = None
    use: DeviceUse | None = None
    _losses: list[float] = field(default_factory=list)
    _norms: list[float] = field(default_factory=list)

    def add(self, losses: Sequence[float], norms: Sequence[float]) -> int:
        """Take in more steps; returns how many windows they have filled."""
        self.step += len(losses)
        self._losses += losses
        self._norms += [*norms, *[math.nan] * (len(losses) - len(norms))]
        if self.begun is None and len(self._losses) >= FIRST:
            self.begun = statistics.fmean(self._losses[:FIRST])
        before = len(self.windows)
        while len(self._losses) >= WINDOW:
            part, norm = self._losses[:WINDOW], [*filter(math.isfinite, self._norms[:WINDOW])]
            del self._losses[:WINDOW], self._norms[:WINDOW]
            middle = statistics.median(norm) if norm else 0.0
            self.windows.append(Window(statistics.fmean(part), statistics.pstdev(part), middle))
        return len(self.windows) - before
