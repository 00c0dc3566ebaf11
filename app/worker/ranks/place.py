"""Which of several processes one is, and what of a batch is its own."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Place:
    """Which of so many processes this one is."""

    rank: int = 0
    count: int = 1

    def part(self, group: Tensor) -> Tensor:
        """Its part of the samples of a batch; none is empty where there are enough."""
        return group.tensor_split(self.count)[self.rank]

    def alike(self, group: Tensor) -> Tensor:
        """A part as long as those of all others: the last sample fills up what is lacking."""
        long = -(-len(group) // self.count)
        places = torch.arange(self.rank * long, (self.rank + 1) * long)
        return group[places.clamp_max(len(group) - 1)]


WHOLE = Place()
