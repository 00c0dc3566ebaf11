"""Curves of several runs in one plot, over steps, epochs or time."""

from __future__ import annotations

import math

import msgspec
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.training.history import RunHistory
from app.training.recipe import Recipe
from app.ui.pastruns.overlay import Overlay
from tests.app.ui.plots.runs import history, started, steps
from tests.app.ui.plots.test_curves import timed


@pytest.fixture
def overlay(qtbot: QtBot) -> Overlay:
    widget = Overlay()
    qtbot.addWidget(widget)
    widget.quantity.setCurrentIndex(
        next(i for i in range(9) if widget.quantity.itemText(i) == "validation loss")
    )
    return widget


def over(overlay: Overlay, kind: str) -> dict[str, list[float]]:
    overlay.across.setCurrentIndex(overlay.across.findData(kind))
    return {name: np.round(x, 6).tolist() for name, (x, _) in overlay.lines.items()}


def test_runs_of_other_epochs_and_speeds_can_be_compared(overlay: Overlay) -> None:
    short, long = history(2, per_epoch=10), history(2, per_epoch=40)
    overlay.show_runs((("short", short), ("long", long)))
    assert over(overlay, "step") == {"short": [10, 20], "long": [40, 80]}
    assert over(overlay, "epoch") == {"short": [1, 2], "long": [1, 2]}
    assert overlay.plot.getAxis("bottom").labelText == "epoch"
    assert over(overlay, "time") == {"short": [1, 2], "long": [1, 2]}, "a second an epoch"


def test_all_have_the_one_unit_of_time(overlay: Overlay) -> None:
    runs: tuple[tuple[str, RunHistory], ...] = (
        ("hours", timed(seconds=3600.0)),
        ("minutes", timed(seconds=60.0)),
    )
    overlay.show_runs(runs)
    found = over(overlay, "time")
    assert found["hours"] == [10, 30, 60]
    assert found["minutes"] == pytest.approx([1 / 6, 0.5, 1], abs=1e-5)
    assert overlay.plot.getAxis("bottom").labelText == "time (h)"
    overlay.show_runs(runs[1:])
    assert over(overlay, "time")["minutes"] == [10, 30, 60]
    assert overlay.plot.getAxis("bottom").labelText == "time (min)"


def test_norms_that_are_not_of_every_step_are_one_line(overlay: Overlay) -> None:
    norms = tuple(2.0 if step % 8 == 0 else math.nan for step in range(40))
    told = msgspec.structs.replace(steps(0, (1.0,) * 40), gradient_norms=norms)
    overlay.show_runs((("run", RunHistory(Recipe()).extend(started()).extend(told)),))
    overlay.quantity.setCurrentIndex(overlay.quantity.findText("gradient norm, mean"))
    x, y = overlay.lines["run"]
    np.testing.assert_array_equal(x, [1, 9, 17, 25, 33])
    np.testing.assert_array_equal(y, [2] * 5)


def test_names_stand_beside_the_curves_and_not_over_them(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.resize(600, 110)  # as low as the dock is at first
    with qtbot.waitExposed(overlay):
        overlay.show()
    overlay.show_runs((("short", history(2)), ("long", history(3))))
    names = overlay.names
    assert [names.item(k).text() for k in range(names.count())] == ["short", "long"]
    assert overlay.plot.getPlotItem().legend is None
    plot, beside = overlay.plot, names.mapTo(overlay, names.rect().topLeft())
    assert beside.x() >= plot.geometry().right()
    assert plot.height() == overlay.height(), "nothing stands above it"
