"""What is asked of all gradients at once, in the order of their tensors and of their types."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from app.worker.gradients import Finite, norm


def gradients() -> list[Tensor]:
    torch.manual_seed(0)
    return [
        torch.randn(3, 4),
        torch.randn(5).double(),
        torch.randn(2, 3, 4, 4).contiguous(memory_format=torch.channels_last),
        torch.randn(6).bfloat16(),
        torch.randn(3, dtype=torch.complex64),
    ]


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("number", range(len(gradients())))
def test_one_value_that_is_not_finite_is_found_and_the_next_time_is_judged_anew(
    number: int, bad: float
) -> None:
    finite, sound, sick = Finite("cpu"), gradients(), gradients()
    sick[number][(0,) * sick[number].dim()] = bad
    assert [finite(sound), finite(sick), finite(sound)] == [True, False, True]
    assert all(torch.equal(a, b) for a, b in zip(sound, gradients(), strict=True))


def test_without_gradients_nothing_is_wrong() -> None:
    assert Finite("cpu")([])


def test_the_norm_is_that_of_all_of_them() -> None:
    found = [*gradients()[:1], torch.ones(4)]
    assert float(norm(found)) == pytest.approx(
        float(torch.cat([*map(torch.flatten, found)]).norm())
    )
