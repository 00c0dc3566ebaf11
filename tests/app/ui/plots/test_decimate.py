"""Extremes and moving averages against brute force."""

from __future__ import annotations

import numpy as np
import pytest

from app.training.history import Losses
from app.ui.plots.decimate import Series


def series(values: np.ndarray, portions: int = 1) -> Series:
    made = Series()
    for end in np.linspace(0, len(values), portions + 1).astype(int)[1:]:
        made.update(values[:end])
    return made


def noise(count: int) -> np.ndarray:
    return np.random.default_rng(count).standard_normal(count).astype(np.float32)


RANGES = [(0, 5000), (0, 100_000), (17, 61_003), (40_000, 40_900), (99_990, 100_000), (3, 90_000)]


@pytest.mark.parametrize(("first", "last"), RANGES)
@pytest.mark.parametrize("points", [100, 2000])
def test_extremes_of_every_bucket_are_kept(first: int, last: int, points: int) -> None:
    values = noise(100_000)
    x, y = series(values, 7).extremes(first, last, points)
    assert 0 < len(x) == len(y) <= points
    assert np.all(np.diff(x) >= 0)
    # what is drawn covers the range, and each pair of points tells its bucket's extremes
    if last - first <= points:
        np.testing.assert_array_equal(y, values[first:last])
        np.testing.assert_array_equal(x, np.arange(first, last) + 1)
        return
    starts = x[0::2].astype(int) - 1
    bucket = starts[1] - starts[0]
    assert starts[0] <= first
    assert min(starts[-1] + bucket, len(values)) >= last
    for start, low, high in zip(starts, y[0::2], y[1::2], strict=True):
        part = values[start : start + bucket]
        assert (low, high) == (part.min(), part.max())


def test_single_spike_survives() -> None:
    values = np.zeros(1_000_000, np.float32)
    values[654_321] = 9
    values[123_456] = -9
    _, y = series(values).extremes(0, len(values))
    assert y.max() == 9
    assert y.min() == -9


def test_buckets_stay_where_they_are_while_the_series_grows() -> None:
    values = noise(70_000)
    x1, y1 = series(values[:66_000]).extremes(0, 66_000, 500)
    x2, y2 = series(values).extremes(0, 70_000, 500)
    whole = len(x1) - 2  # the last bucket was not complete
    np.testing.assert_array_equal(x1[:whole], x2[:whole])
    np.testing.assert_array_equal(y1[:whole], y2[:whole])


@pytest.mark.parametrize("portions", [1, 3, 50])
def test_growth_in_portions_changes_nothing(portions: int) -> None:
    values = noise(20_000)
    for got, expected in zip(
        series(values, portions).extremes(5, 19_000, 60),
        series(values).extremes(5, 19_000, 60),
        strict=True,
    ):
        np.testing.assert_array_equal(got, expected)


def test_of_losses_only_what_was_taken_is_told() -> None:
    values, losses, s = noise(70_000), Losses(), Series()
    for end in (1000, 69_000):
        losses.extend(values[len(losses) : end])
        s.update(losses)
    losses.extend(values[69_000:])
    for got, expected in zip(
        s.extremes(0, 70_000, 500), series(values[:69_000]).extremes(0, 70_000, 500), strict=True
    ):
        np.testing.assert_array_equal(got, expected)
    assert len(s) == 69_000


def test_what_is_not_finite_is_left_out() -> None:
    values = noise(10_000)
    values[100:8000] = np.nan
    values[9000] = np.inf
    s = series(values, 4)
    _, y = s.extremes(0, 10_000, 100)
    assert np.isnan(y).any()
    assert np.nanmax(y) == np.max(values[np.isfinite(values)])
    _, raw = s.extremes(8999, 9002)
    np.testing.assert_array_equal(raw, [values[8999], np.nan, values[9001]])


@pytest.mark.parametrize("window", [1, 20, 1000])
@pytest.mark.parametrize(("first", "last"), [(0, 50), (0, 1500), (900, 1000)])
def test_means_against_brute_force(window: int, first: int, last: int) -> None:
    values = noise(1500)
    x, y = series(values, 5).means(first, last, window)
    np.testing.assert_array_equal(x, np.arange(first, last) + 1)
    expected = [values[max(0, i + 1 - window) : i + 1].mean() for i in range(first, last)]
    np.testing.assert_allclose(y, expected, atol=1e-5)


@pytest.mark.parametrize(("first", "last"), RANGES)
def test_thinned_means_are_means_at_their_places(first: int, last: int) -> None:
    values = noise(100_000)
    x, y = series(values).means(first, last, 5, points=200)
    assert 0 < len(x) <= 200
    assert x[-1] == last
    window = max(5, int(np.diff(x).max())) if len(x) < last - first else 5
    for end, mean in zip(x.astype(int)[1:-1], y[1:-1], strict=True):
        np.testing.assert_allclose(mean, values[max(0, end - window) : end].mean(), atol=1e-5)


def test_means_leave_out_what_is_not_finite() -> None:
    values = np.array([np.nan, 1, 3, np.inf], np.float32)
    _, y = series(values).means(0, 4, 2)
    np.testing.assert_array_equal(y, [np.nan, 1, 2, 3])


def test_empty() -> None:
    s = Series()
    for x, y in (s.extremes(-5, 10), s.means(-5, 10, 3)):
        assert len(x) == len(y) == 0
