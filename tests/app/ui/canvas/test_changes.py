"""The edits behind the gestures."""

from __future__ import annotations

import pytest

from app.ui.canvas import changes
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from nodes.errors import EditError
from nodes.network import ROOT, Node, wire
from tests.app.ui.canvas.conftest import network

CONV_NORM = wire("conv", "output", "norm", "input")


def test_inserting_makes_room_below() -> None:
    before = network()
    after = changes.inserted(ROOT, CONV_NORM, Node("bn1", "BatchNorm2d", position=(0, 200)))(before)
    at = {n.name: n.position for n in after.graph.nodes}
    assert at["bn1"][1] >= at["conv"][1] + CARD_HEIGHT
    assert at["norm"][1] >= at["bn1"][1] + CARD_HEIGHT
    shift = at["norm"][1] - 260
    assert at["output"] == (0, 520 + shift)
    assert at["conv"] == (0, 130)
    assert at["left"] == (230, 130)


def test_inserting_where_there_is_room_moves_nothing() -> None:
    gap = wire("norm", "output", "output", "input")
    after = changes.inserted(ROOT, gap, Node("bn1", "BatchNorm2d", position=(0, 390)))(network())
    moved = {n.name for n in after.graph.nodes} - {"bn1"}
    before = network().graph.by_name
    assert all(after.graph.by_name[n].position == before[n].position for n in moved)


def test_a_node_on_a_wire_beside_a_card_stands_aside() -> None:
    beside = wire("left", "output", "concat", "inputs")
    x, y = network().graph.by_name["left"].position
    node = Node("r", "ReLU", position=(x - 190, y + 20))
    after = changes.inserted(ROOT, beside, node)(network())
    cards = [n.position for n in after.graph.nodes]
    for k, (a, b) in enumerate(cards):
        for c, d in cards[:k]:
            assert abs(a - c) >= CARD_WIDTH or abs(b - d) >= CARD_HEIGHT


def test_deleting_nodes_and_a_wire_between_others() -> None:
    gone = [wire("left", "output", "concat", "inputs"), CONV_NORM]
    after = changes.deleted(ROOT, {"conv"}, gone)(network())
    assert "conv" not in after.graph.by_name
    assert not set(gone) & set(after.graph.wires)


def test_a_new_node_is_fed_by_the_one_above_where_it_can_be() -> None:
    after = changes.appended(ROOT, Node("x", "ReLU"), "lone")(network())
    assert wire("lone", "output", "x", "input") in after.graph.wires
    after = changes.appended(ROOT, Node("x", "ReLU"), "output")(network())
    assert after.graph.into("x") == ()
    after = changes.appended(ROOT, Node("x", "Input"), "lone")(network())
    assert after.graph.into("x") == ()


def test_free_place_is_beside_what_stands_there() -> None:
    graph = network().graph
    x, y = changes.free_place(network(), graph, (3, 128))
    assert (x % 10, y) == (0, 130)
    assert all(
        abs(x - n.position[0]) >= CARD_WIDTH or abs(y - n.position[1]) >= CARD_HEIGHT
        for n in graph.nodes
    )


def test_an_edit_that_cannot_be_made_raises() -> None:
    with pytest.raises(EditError):
        changes.rewired(ROOT, None, wire("norm", "output", "conv", "input"), None)(network())
