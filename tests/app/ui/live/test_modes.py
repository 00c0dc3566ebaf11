"""Figures of nodes become levels and texts on one scale for the whole network."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.training.messages import COLUMNS, Nodes, NodeStats
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.live import STEPS, Live
from app.ui.live.figures import Figures
from app.ui.live.modes import MODES
from tests.app.runs.played import NAMES, told

BY_ID = {mode.id: mode for mode in MODES}


def played(name: str) -> Figures:
    """As they were told last."""
    figures: Figures | None = None
    for event, payload in told(name):
        if isinstance(event, Nodes):
            figures = Figures(event)
        elif isinstance(event, NodeStats):
            assert figures is not None
            figures.take(payload)
    assert figures is not None
    return figures


def made(column: str, values: dict[str, float]) -> Figures:
    figures = Figures(Nodes(tuple(values)))
    table = np.full((len(values), len(COLUMNS)), math.nan, np.float32)
    table[:, COLUMNS.index(column)] = list(values.values())
    figures.take(table.tobytes())
    return figures


def live(id: str, figures: Figures) -> Live:
    make = BY_ID[id].figures
    assert make is not None
    return make(figures)


def test_a_gradient_that_fades_on_its_way_back_fades_on_the_wires() -> None:
    found = live("gradients", played("vanishing"))
    levels = [found.wires[f"fc{at}"] for at in range(1, 9)]
    assert levels == sorted(levels)
    assert (levels[0], found.wires["output"]) == (1, STEPS)
    assert len(set(levels)) >= 6


def test_where_nothing_fades_the_wires_are_alike() -> None:
    levels = [*live("gradients", played("healthy")).wires.values()]
    assert max(levels) - min(levels) <= STEPS // 2
    flat = made("gradient", {"a": 2.0, "b": 2.5, "c": 3.0})
    assert len(set(live("gradients", flat).wires.values())) == 1
    assert live("gradients", flat).span == "1.5 : 1"
    apart = made("gradient", {"a": 0.036, "b": 900.0, "c": 0.0})
    assert live("gradients", apart).span == "25,000 : 1"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("id", [mode.id for mode in MODES if mode.figures])
def test_every_run_can_be_shown_in_every_way(id: str, name: str) -> None:
    found = live(id, played(name))
    assert all(1 <= level <= STEPS for level in found.wires.values())
    assert all(1 <= level <= LEVELS for level in found.cards.values())
    assert found.wires.keys() <= found.texts.keys()
    assert all(found.texts.values())
    assert not (found.wires and found.cards)


def test_the_scale_of_wires_says_what_its_shades_stand_for() -> None:
    values = {"a": 1e-6, "b": 1e-3, "c": 1.0}
    found = live("gradients", made("gradient", values))
    assert found.scale == ("1e−6", "0.001", "1")
    assert found.texts["a"] == "1e−6"
    assert [found.wires[path] for path in values] == [1, STEPS // 2, STEPS]


def test_no_gradient_at_all_is_the_least_and_an_endless_one_the_greatest() -> None:
    found = live("gradients", made("gradient", {"a": 0.0, "b": 1.0, "c": math.inf}))
    assert (found.wires["a"], found.wires["c"], found.texts["c"]) == (1, STEPS, "∞")
    nothing = live("gradients", made("gradient", {"a": 0.0, "b": math.nan}))
    assert (nothing.wires, nothing.texts) == ({"a": 1}, {"a": "0"})


def test_repeated_blocks_give_what_their_last_copy_gives() -> None:
    inside = {"block.0.a": 1e-4, "block.0": 1e-3, "block.1.a": 1e-2, "block.1": 1.0}
    found = live("gradients", made("gradient", inside))
    assert found.texts["block"] == "1"
    assert found.strips["block"] == (found.wires["block.0.a"], found.wires["block.1.a"])


def test_time_is_summed_up_over_what_is_in_a_block() -> None:
    times = {"a": 1.0, "block.0.a": 2.0, "block.0": 2.0, "block.1.a": 1.0, "block.1": 1.0}
    found = live("time", made("forward_ms", times))
    assert found.texts["block"] == "3 ms   75.0 %"
    assert (found.texts["a"], found.cards["block"]) == ("1 ms   25.0 %", LEVELS)


def test_of_a_block_the_layer_with_most_dead_units_is_told() -> None:
    found = live("dead", made("dead", {"block.a": 0.25, "block.b": 0.75, "c": 0.0, "d": math.nan}))
    assert found.texts["block"] == found.texts["block.b"] == "75.0 % dead"
    assert found.cards.keys() == {"block", "block.a", "block.b"}
    assert "d" not in found.texts
