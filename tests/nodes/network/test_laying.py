"""Layout, alignment and distribution as edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.errors import EditError
from nodes.network import ROOT, Frame, Network, Note, edits, wire
from nodes.network.edits import marks
from nodes.network.edits.aligning import Side, align, distribute
from nodes.network.edits.laying import lay_out
from nodes.network.layout import CARD, arrange
from nodes.network.marks import holds
from tests.nodes.network.samples import branches

NAMES = ("a", "b", "c")


def spread() -> Network:
    """The branches, standing anyhow."""
    places = {"a": (37.0, 512.0), "b": (411.0, 80.0), "c": (-205.0, 233.0), "cat": (900.0, 7.0)}
    return edits.move(branches(), ROOT, places)


def boxes(network: Network) -> list[tuple[float, float, float, float]]:
    return [(*n.position, *CARD) for n in network.graph.nodes]


def test_everything_is_laid_out_as_the_layout_says() -> None:
    network = lay_out(spread(), ROOT)
    assert {n.name: n.position for n in network.graph.nodes} == arrange(spread().graph)


def test_a_selection_stays_about_where_it_was_and_the_rest_stays() -> None:
    old, new = spread().graph, lay_out(spread(), ROOT, NAMES).graph
    for name in ("input", "cat", "output"):
        assert new.by_name[name].position == old.by_name[name].position
    assert min(new.by_name[n].position[1] for n in NAMES) == 80
    lefts = [new.by_name[n].position[0] for n in NAMES]
    assert (min(lefts) + max(lefts)) / 2 == pytest.approx((411 - 205) / 2, abs=5)
    assert new.wires == old.wires


def test_frames_stay_about_what_they_hold_and_take_notes_along() -> None:
    network = marks.add_frame(spread(), ROOT, Frame("All", (-225, 50, 856, 600)))
    network = marks.add_frame(network, ROOT, Frame("Elsewhere", (5000, 0, 100, 100)))
    network = marks.add_note(network, ROOT, Note("in it", (-220, 60, 50, 40)))
    assert all(
        holds(network.graph.frames[0].box, (*network.graph.by_name[n].position, *CARD))
        for n in NAMES
    )
    held = {
        n.name
        for n in network.graph.nodes
        if holds(network.graph.frames[0].box, (*n.position, *CARD))
    }
    laid = lay_out(network, ROOT, held).graph
    first, other = laid.frames
    assert all(holds(first.box, (*laid.by_name[n].position, *CARD)) for n in NAMES)
    assert first.box[3] < 600
    assert other.box == (5000, 0, 100, 100)
    assert laid.notes[0].box[0] - first.box[0] == 5
    assert laid.notes[0].box[1] - first.box[1] == 10


def test_wires_between_what_is_laid_out_run_by_themselves_again() -> None:
    inner, outer = wire("a", "output", "cat", "inputs"), wire("input", "output", "a", "input")
    network = marks.lead(marks.lead(spread(), ROOT, inner, [(1, 1)]), ROOT, outer, [(2, 2)])
    assert lay_out(network, ROOT, ["a", "cat"]).graph.bends == ((outer, ((2, 2),)),)
    assert lay_out(network, ROOT).graph.bends == ()


@pytest.mark.parametrize(
    ("side", "axis", "line"),
    [
        (Side.LEFT, 0, -205),
        (Side.RIGHT, 0, 411),
        (Side.CENTRE, 0, 103),
        (Side.TOP, 1, 80),
        (Side.BOTTOM, 1, 512),
        (Side.MIDDLE, 1, 296),
    ],
)
def test_nodes_are_aligned_along_one_axis(side: Side, axis: int, line: float) -> None:
    old, new = spread().graph, align(spread(), ROOT, NAMES, side).graph
    assert {new.by_name[n].position[axis] for n in NAMES} == {line}
    assert [new.by_name[n].position[1 - axis] for n in NAMES] == [
        old.by_name[n].position[1 - axis] for n in NAMES
    ]


def test_cards_of_other_sizes_are_aligned_by_their_edges() -> None:
    sizes = {"a": (100.0, 50.0), "b": (300.0, 50.0), "c": (200.0, 50.0)}
    network = align(spread(), ROOT, NAMES, Side.RIGHT, lambda n: sizes[n.name])
    assert {network.graph.by_name[n].position[0] + sizes[n][0] for n in NAMES} == {711}


@pytest.mark.parametrize("down", [False, True])
def test_gaps_become_alike(down: bool) -> None:
    axis = int(down)
    names = (*NAMES, "cat")
    old, new = spread().graph, distribute(spread(), ROOT, names, down=down).graph
    at = sorted(new.by_name[n].position[axis] for n in names)
    was = sorted(old.by_name[n].position[axis] for n in names)
    assert (at[0], at[-1]) == (was[0], was[-1])
    gaps = [b - a for a, b in pairwise(at)]
    assert max(gaps) - min(gaps) <= 1


def test_too_few_are_refused() -> None:
    with pytest.raises(EditError, match="Select 2 nodes"):
        align(spread(), ROOT, ["a"], Side.LEFT)
    with pytest.raises(EditError, match="Select 3 nodes"):
        distribute(spread(), ROOT, ["a", "b"], down=True)
    with pytest.raises(EditError, match="no node"):
        lay_out(spread(), ROOT, ["nobody"])


@given(
    st.lists(st.tuples(st.integers(-900, 900), st.integers(-900, 900)), min_size=3, max_size=3),
    st.sampled_from(list(Side)),
)
def test_aligning_twice_is_aligning_once(places: list[tuple[int, int]], side: Side) -> None:
    network = edits.move(branches(), ROOT, dict(zip(NAMES, places, strict=True)))
    once = align(network, ROOT, NAMES, side)
    assert align(once, ROOT, NAMES, side) == once
