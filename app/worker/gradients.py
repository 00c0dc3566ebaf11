"""Gradients as one whole: how long it is, and whether all of it is finite."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

NORM_EVERY = 8  # steps; in short ones a norm costs several times what `Finite` does


def norm(gradients: Sequence[Tensor]) -> Tensor:
    """At once, as they lie on one device: `get_total_norm` sorts them first, and takes thrice as
    long, which is felt in short steps.
    """
    found: Tensor = torch.linalg.vector_norm(torch.stack(torch._foreach_norm([*gradients])))
    return found


class Finite:
    """The check that torch's own GradScaler makes, with a factor of 1, which changes no bit."""

    def __init__(self, device: str) -> None:
        self._found = torch.zeros(1, device=device)
        self._one = torch.ones(1, device=device)

    def __call__(self, gradients: Sequence[Tensor]) -> bool:
        """Whether there is neither NaN nor infinity in any of them; waits for the device."""
        real = [torch.view_as_real(g) if g.is_complex() else g for g in gradients]
        torch._amp_foreach_non_finite_check_and_unscale_(real, self._found, self._one)
        if not self._found.item():
            return True
        self._found.zero_()
        return False
