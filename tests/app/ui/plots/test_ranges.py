"""An axis stays as it is while that will do."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.plots import style
from app.ui.plots.ranges import fit


@pytest.mark.parametrize(
    ("least", "most", "stays"),
    [
        (5.0, 6.0, True),
        (5.05, 6.05, True),
        (5.0, 5.9, True),
        (5.0, 6.2, False),
        (4.8, 6.0, False),
        (5.3, 5.9, False),
    ],
)
def test_what_still_fits_moves_nothing(
    least: float, most: float, stays: bool, qtbot: QtBot
) -> None:
    plot = style.plot("loss", "step")
    qtbot.addWidget(plot)
    fit(plot, 5.0, 6.0)
    before = plot.getViewBox().viewRange()[1]
    assert before[0] < 5 < 6 < before[1]
    fit(plot, least, most)
    after = plot.getViewBox().viewRange()[1]
    assert (after == before) is stays
    assert after[0] <= least < most <= after[1]


@pytest.mark.parametrize("value", [0.0, 1e-3, -4.0])
def test_what_is_always_the_same_stands_in_the_middle(value: float, qtbot: QtBot) -> None:
    plot = style.plot("learning rate", "step")
    qtbot.addWidget(plot)
    fit(plot, value, value)
    before = plot.getViewBox().viewRange()[1]
    assert sum(before) / 2 == pytest.approx(value)
    fit(plot, value, value)
    assert plot.getViewBox().viewRange()[1] == before
