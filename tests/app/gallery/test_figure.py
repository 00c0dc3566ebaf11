"""The small figures: bars in order, wires between neighbours, arcs for shortcuts, all within."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.gallery import Bar, Figure, facts
from app.gallery.figure import LANE, MORE, ROOM, draw
from nodes.network import Network
from nodes.network.builder import Builder
from presets import PRESETS, Preset, preset


def figure_of(network: Network) -> Figure:
    return draw(analyse(network))


@pytest.mark.parametrize("published", PRESETS.values(), ids=PRESETS)
def test_every_figure_is_whole(published: Preset) -> None:
    figure = facts(published).figure
    assert figure.length <= 10 * ROOM
    for bar in figure.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= figure.length + 1
        assert bar.y - bar.height / 2 >= -1
        assert bar.y + bar.height / 2 <= 101
    for source, target in (*figure.wires, *figure.arcs):
        assert figure.bars[source].x < figure.bars[target].x
    joined = {end for wire in figure.wires for end in wire}
    assert joined == set(range(len(figure.bars))), "a bar hangs in the air"


@pytest.mark.parametrize("published", PRESETS.values(), ids=PRESETS)
def test_no_bar_covers_another(published: Preset) -> None:
    figure = facts(published).figure
    bars = [bar for bar in figure.bars if bar.family != LANE]
    for k, a in enumerate(bars):
        for b in bars[k + 1 :]:
            apart = a.x + a.width <= b.x or b.x + b.width <= a.x
            assert apart or abs(a.y - b.y) >= (a.height + b.height) / 2 - 1


def test_a_chain_shrinks_with_its_maps_and_has_no_arc() -> None:
    figure = facts(preset("lenet5")).figure
    heights = [bar.height for bar in figure.bars]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] == 100
    assert figure.wires == tuple((k, k + 1) for k in range(len(figure.bars) - 1))
    assert figure.arcs == ()


def test_shortcuts_are_arcs() -> None:
    assert len(facts(preset("resnet18")).figure.arcs) == 5  # three of eight are projected


def test_what_is_switched_off_makes_no_arc() -> None:
    g = Builder("Off")
    x = g.add("stem", "Conv2d", g.input(3, 32, 32), out_channels=8, kernel_size=1)
    y = g.add("conv", "Conv2d", x, out_channels=8, kernel_size=1)
    g.output(g.add("add", "Add", [y, x], enabled=False))
    figure = figure_of(g.network())
    assert figure.arcs == ()
    assert [bar.family for bar in figure.bars][1:] == ["Convolution"] * 2


def test_a_linear_layer_over_the_last_axis_is_as_high_as_the_maps() -> None:
    g = Builder("Last")
    x = g.add("conv", "Conv2d", g.input(3, 32, 32), out_channels=8, kernel_size=1)
    x = g.add("last", "Permute", x, dims=(2, 3, 1))
    g.output(g.add("linear", "Linear", x, out_features=500))
    assert [bar.height for bar in figure_of(g.network()).bars if bar.family == "Linear"] == [100]


def chain(blocks: int) -> Network:
    inner = Builder("Pair")
    x = inner.input()
    y = inner.add("conv", "Conv2d", x, out_channels=8, kernel_size=3, padding=1)
    inner.output(inner.add("add", "Add", [x, y]))
    pair = inner.block()
    g = Builder("Chain")
    x = g.add("stem", "Conv2d", g.input(3, 32, 32), out_channels=8, kernel_size=1)
    g.output(g.add("body", pair, x, repeat=blocks))
    return g.network(blocks=(pair,))


def test_of_many_copies_the_first_and_the_last_are_shown() -> None:
    few, many = figure_of(chain(5)), figure_of(chain(300))
    assert len(few.arcs) == 5
    assert not any(bar.family == MORE for bar in few.bars)
    ((mark, left_out),) = many.more
    assert [at for at, bar in enumerate(many.bars) if bar.family == MORE] == [mark]
    assert len(many.arcs) + left_out == 300
    assert few.more == ()
    assert many.length <= 10 * ROOM


def test_branches_share_the_height() -> None:
    g = Builder("Branches")
    x = g.input(3, 32, 32)
    sides = [g.add(f"conv{k}", "Conv2d", x, out_channels=4, kernel_size=1) for k in range(3)]
    g.output(g.add("concat", "Concat", sides))
    figure = figure_of(g.network())
    convolutions = [bar for bar in figure.bars if bar.family == "Convolution"]
    assert len({bar.x for bar in convolutions}) == 1
    assert [bar.y for bar in convolutions] == sorted(bar.y for bar in convolutions)
    assert sum(bar.height for bar in convolutions) <= 100


def test_a_long_wire_that_is_no_shortcut_runs_in_a_lane() -> None:
    g = Builder("Uneven")
    x = g.input(3, 32, 32)
    short = g.add("short", "Conv2d", x, out_channels=4, kernel_size=1)
    long = g.add("first", "Conv2d", x, out_channels=4, kernel_size=1)
    long = g.add("second", "Conv2d", long, out_channels=4, kernel_size=1)
    g.output(g.add("add", "Add", [short, long]))
    figure = figure_of(g.network())
    (lane,) = (bar for bar in figure.bars if bar.family == LANE)
    assert lane == Bar(LANE, lane.x, 0, lane.y, lane.height)
    assert figure.arcs == ()
