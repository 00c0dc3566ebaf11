"""The states of all generators of random numbers that a network may draw from."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor

_TORCH, _CUDA = "rng.torch", "rng.cuda."


def seed(number: int) -> None:
    """Begins all of them anew."""
    torch.manual_seed(number)
    random.seed(number)
    np.random.seed(number)


def state() -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Where they stand: tensors, and plain values."""
    tensors = {_TORCH: torch.get_rng_state()}
    if torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
        cuda = torch.cuda.get_rng_state_all()
        tensors |= {f"{_CUDA}{number}": found for number, found in enumerate(cuda)}
    kind, words, *rest = np.random.get_state()
    return tensors, {"python": random.getstate(), "numpy": [kind, list(map(int, words)), *rest]}


def load(tensors: Mapping[str, Tensor], plain: Mapping[str, Any]) -> None:
    """Puts them back; those of cards that are not here are passed over."""
    torch.set_rng_state(tensors[_TORCH].clone())
    for number in range(torch.cuda.device_count()):
        if (found := tensors.get(f"{_CUDA}{number}")) is not None:
            torch.cuda.set_rng_state(found.clone(), number)
    version, words, gauss = plain["python"]
    random.setstate((version, tuple(words), gauss))
    kind, words, *rest = plain["numpy"]
    np.random.set_state((kind, np.array(words, np.uint32), *rest))
