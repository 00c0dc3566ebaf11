"""The mosaic of maps: scaling, grid and the way back."""

from __future__ import annotations

import numpy as np
import pytest

from app.training.messages import Maps
from app.ui.plots.mosaic import GAP, Grid, fitting, levels, pixels, value, values
from tests.app.ui.plots.runs import maps


def test_pixels_of_a_payload_of_another_length() -> None:
    event, payload = maps()
    with pytest.raises(ValueError, match="reshape"):
        pixels(event, payload[:-1])


def test_values_run_from_low_to_high() -> None:
    event, payload = maps(count=3)
    numbers = values(event, pixels(event, payload))
    for k in range(3):
        assert (numbers[k].min(), numbers[k].max()) == (-k, k + 1)
    assert value(event, pixels(event, payload), 2, 3, 4) == 3
    assert value(event, pixels(event, payload), 2, 0, 0) == -2


def test_own_range_uses_all_levels_but_the_gap() -> None:
    event, payload = maps()
    shown = levels(event, pixels(event, payload), common=False, diverging=False)
    assert {(m.min(), m.max()) for m in shown} == {(0, GAP - 1)}


@pytest.mark.parametrize("common", [False, True])
@pytest.mark.parametrize("diverging", [False, True])
def test_levels_against_the_values(common: bool, diverging: bool) -> None:
    event, payload = maps()
    raw = pixels(event, payload)
    numbers = values(event, raw)
    shown = levels(event, raw, common=common, diverging=diverging)
    for k in range(event.count):
        seen = numbers if common else numbers[k]
        low, high = seen.min(), seen.max()
        if diverging:
            low, high = -max(abs(low), abs(high)), max(abs(low), abs(high))
        expected = (numbers[k] - low) / (high - low) * (GAP - 1)
        np.testing.assert_allclose(shown[k], expected, atol=1.01)


@pytest.mark.parametrize("diverging", [False, True])
def test_constant_maps(diverging: bool) -> None:
    flat = Maps("a", 1, 1, 4, 5, 1, False, lows=(0.0,), highs=(0.0,))
    shown = levels(flat, pixels(flat, bytes(20)), common=True, diverging=diverging)
    assert len(np.unique(shown)) == 1


@pytest.mark.parametrize("common", [False, True])
def test_a_plain_red_image_is_red(common: bool) -> None:
    red = Maps("input", 1, 3, 4, 5, 3, False, lows=(1.0, 0.0, 0.0), highs=(1.0, 0.0, 0.0))
    shown = levels(red, pixels(red, bytes(60)), common=common, diverging=False)
    assert [np.unique(one).tolist() for one in shown] == [[GAP - 1], [0], [0]]


@pytest.mark.parametrize("diverging", [False, True])
def test_constants_stand_among_the_others_by_their_value(diverging: bool) -> None:
    """The second differs from a constant by rounding alone."""
    mixed = Maps("a", 1, 3, 1, 2, 3, False, lows=(-4, 2, 2), highs=(4, 2 + 2e-7, 2))
    raw = np.array([[0, 255], [0, 255], [0, 0]], np.uint8).tobytes()
    shown = levels(mixed, pixels(mixed, raw), common=False, diverging=diverging)
    assert shown.tolist()[0] == [[0, GAP - 1]]
    np.testing.assert_allclose(shown[1:], 0.75 * (GAP - 1), atol=1)


@pytest.mark.parametrize(("value", "level"), [(0.0, 0), (0.5, GAP - 1), (-0.5, 0)])
def test_a_single_constant_is_told_from_zero(value: float, level: int) -> None:
    one = Maps("a", 1, 1, 1, 1, 1, False, lows=(value,), highs=(value,))
    shown = levels(one, pixels(one, bytes(1)), common=False, diverging=False)
    assert shown.tolist() == [[[level]]]


@pytest.mark.parametrize("columns", [1, 3, 5, 7])
def test_every_pixel_is_found_again(columns: int) -> None:
    grid = Grid(count=7, height=3, width=2, columns=columns, gap=1)
    raw = np.arange(7 * 3 * 2, dtype=np.uint8).reshape(7, 3, 2)
    picture = grid.draw(raw)
    assert picture.shape == grid.shape
    found = set()
    for y in range(picture.shape[0]):
        for x in range(picture.shape[1]):
            at = grid.at(x + 0.5, y + 0.5)
            assert picture[y, x] == (GAP if at is None else raw[at])
            found.add(at)
    assert len(found - {None}) == raw.size


@pytest.mark.parametrize("point", [(-0.1, 0), (0, -0.1), (1000, 0), (0, 1000)])
def test_nothing_stands_outside(point: tuple[float, float]) -> None:
    assert Grid(4, 3, 3, 2, 1).at(*point) is None


@pytest.mark.parametrize("count", [1, 2, 6, 64, 512])
@pytest.mark.parametrize(("height", "width"), [(28, 28), (1, 1), (10, 40)])
@pytest.mark.parametrize("aspect", [0.3, 1, 5])
def test_fitting_is_the_best_of_all_columns(
    count: int, height: int, width: int, aspect: float
) -> None:
    def scale(grid: Grid) -> float:
        rows, columns = grid.shape
        return min(aspect / columns, 1 / rows)

    chosen = fitting(count, height, width, aspect)
    best = max(scale(Grid(count, height, width, c, chosen.gap)) for c in range(1, count + 1))
    assert scale(chosen) == pytest.approx(best)


def test_what_is_zero_everywhere_has_the_colour_of_zero() -> None:
    nothing = Maps("a", 1, 2, 3, 3, 2, False, (0.0, 0.0), (0.0, 0.0))
    shown = levels(nothing, pixels(nothing, bytes(18)), common=True, diverging=True)
    assert (shown == (GAP - 1) // 2).all()
