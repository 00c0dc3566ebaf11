"""What looks at a network: one figure, or one kind of picture, each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.training.messages import Watch
from app.worker.parts import Batch, Marks

UNSEEN, ON_SCREEN = 1.0, 4.0  # shares of the time that is there for watching
OFF = 0.0


@dataclass(frozen=True)
class Moment:
    """When it is looked: so many steps are done, of which this was the last one's batch.

    `rate` is its learning rate and `marks` what its parts took.
    """

    step: int
    watch: Watch
    batch: Batch
    rate: float
    marks: Marks


class Instrument(Protocol):
    """Leaves weights, gradients, buffers, modes and generators of random numbers as they are."""

    apart: float  # seconds at least between two looks

    def weight(self, watch: Watch) -> float:
        """Its share of the time, against those of the others; OFF where it is not wanted."""

    def look(self, moment: Moment) -> None:
        """Take the figures, and send them."""
