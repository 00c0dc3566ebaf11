"""An exponential moving average of a network's weights, which is validated in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch
from torch import Tensor, nn


class Average:
    """Of all parameters and of running statistics; counts are not averaged.

    While few steps are behind it, it forgets faster, as the weights of the beginning are random:
    the n-th step, from 0, keeps (1 + n) / (10 + n), at most what is asked for. Source: the same
    rule in TensorFlow's ExponentialMovingAverage.
    """

    def __init__(self, network: nn.Module, kept: float) -> None:
        tensors = (*network.named_parameters(), *network.named_buffers())
        averaged = {name: t.detach() for name, t in tensors if t.is_floating_point()}
        self._kept = kept
        self._names = [*averaged]
        self._now = [*averaged.values()]
        self._mean = [tensor.clone() for tensor in self._now]
        self._steps = 0

    def update(self) -> None:
        """After a step."""
        kept = min(self._kept, (1 + self._steps) / (10 + self._steps))
        torch._foreach_lerp_(self._mean, self._now, 1 - kept)
        self._steps += 1

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """The network computes with the average meanwhile."""
        now = [tensor.clone() for tensor in self._now]
        torch._foreach_copy_(self._now, self._mean)
        try:
            yield
        finally:
            torch._foreach_copy_(self._now, now)

    def settle(self) -> None:
        """The network has the average for good."""
        torch._foreach_copy_(self._now, self._mean)

    def state(self) -> tuple[Mapping[str, Tensor], int]:
        """The averages by name, and of how many steps they are."""
        return dict(zip(self._names, self._mean, strict=True)), self._steps

    def load(self, tensors: Mapping[str, Tensor], steps: int) -> None:
        for name, mean in zip(self._names, self._mean, strict=True):
            mean.copy_(tensors[name])
        self._steps = steps
