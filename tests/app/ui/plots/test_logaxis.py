"""A logarithmic axis can be read, however long it is and however much it shows."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from app.ui.plots.logaxis import LEAST, ticks


@pytest.mark.parametrize("pixels", [60, 100, 400])
@pytest.mark.parametrize(
    "limits", [(2.29, 2.31), (1.2, 1.8), (0.06, 2.4), (1e-3, 3.0), (1e-12, 1e9), (4.0, 4.001)]
)
def test_values_stand_apart_inside_the_axis(limits: tuple[float, float], pixels: float) -> None:
    low, high = map(math.log10, limits)
    found = ticks(low, high, pixels)
    assert len(found) > 1
    assert low <= found[0] < found[-1] <= high
    unit = pixels / (high - low)
    apart = [(b - a) * unit for a, b in pairwise(found)]
    assert min(apart) >= 0.9 * LEAST


def test_round_values_are_named() -> None:
    named = [round(10**v, 6) for v in ticks(math.log10(0.06), math.log10(2.4), 105)]
    assert named == [0.1, 0.2, 0.5, 1, 2]


@pytest.mark.parametrize("limits", [(0.0, 0.0), (1.0, 0.0), (math.nan, 1.0)])
def test_no_axis_has_no_values(limits: tuple[float, float]) -> None:
    assert ticks(*limits, 100) == []
