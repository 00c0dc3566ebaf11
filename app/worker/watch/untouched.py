"""Running a network without leaving a trace in it, or in what it learns next."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from torch import nn


@contextmanager
def untouched(network: nn.Module, *, evaluating: bool) -> Iterator[None]:
    """Modes, buffers and generators are put back afterwards.

    The network computes as in evaluation meanwhile, or in the mode that it is in.
    """
    training = [module for module in network.modules() if module.training]
    buffers = [] if evaluating else list(network.buffers())
    kept = [buffer.clone() for buffer in buffers]
    python, numpy = random.getstate(), np.random.get_state()
    if evaluating:
        network.eval()
    try:
        with torch.random.fork_rng(_devices(network)):
            yield
    finally:
        random.setstate(python)
        np.random.set_state(numpy)
        with torch.no_grad():
            for buffer, value in zip(buffers, kept, strict=True):
                buffer.copy_(value)
        for module in training:  # each by itself: some are never in training
            module.training = True


def _devices(network: nn.Module) -> list[torch.device]:
    """The card of the network, whose generator is its own."""
    first = next(network.parameters(), None)
    return [first.device] if first is not None and first.is_cuda else []
