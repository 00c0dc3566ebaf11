"""Nodes deleted and healed take the room with them that they stood in."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pytest

from app.ui.canvas import changes
from app.ui.canvas.closing import healed
from app.ui.canvas.metrics import CARD_HEIGHT, ROOM
from app.ui.canvas.wire_commands import heal_selection
from nodes.network import ROOT, Frame, Graph, Network, Node, Note, Position, wire
from nodes.network.edits.marks import add_frame, add_note, lead
from nodes.network.interior import size
from presets import PRESETS
from tests.app.ui.canvas.conftest import Hand, network

CONV_NORM = wire("conv", "output", "norm", "input")


def column(*names: str, pitch: float = 130) -> Network:
    nodes = [Node(name, "ReLU", position=(0, k * pitch)) for k, name in enumerate(names)]
    wires = [wire(a, "output", b, "input") for a, b in pairwise(names)]
    return Network("Column", Graph(tuple(nodes), tuple(wires)))


def places(network: Network) -> Mapping[str, Position]:
    return {n.name: n.position for n in network.graph.nodes}


def overlaps(network: Network) -> int:
    """Pairs of cards that lie over each other."""
    boxes = np.array([(*n.position, *size(network, n)) for n in network.graph.nodes])
    x, y, wide, high = boxes.T
    across = (x[:, None] < x + wide) & (x < (x + wide)[:, None])
    down = (y[:, None] < y + high) & (y < (y + high)[:, None])
    return int((across & down).sum()) - len(boxes)


@pytest.mark.parametrize("dropped_at", [140.0, 200.0, 300.0])
def test_what_an_insertion_moved_comes_back(dropped_at: float) -> None:
    before = add_note(
        add_frame(column("a", "b", "c"), ROOT, Frame("all", (-20, -20, 240, 400))),
        ROOT,
        Note("below", (300, 400, 200, 100)),
    )
    before = lead(before, ROOT, wire("b", "output", "c", "input"), [(250, 240)])
    new = Node("new", "Sigmoid", position=(0, dropped_at))
    more = changes.inserted(ROOT, wire("a", "output", "b", "input"), new)(before)
    assert more.graph.frames[0].box[3] > 400  # it goes on holding all
    assert healed(ROOT, {"new"})(more) == before


@pytest.mark.parametrize("pitch", [110, 130, 250])
def test_rows_stay_as_far_apart_as_they_were(pitch: float) -> None:
    after = healed(ROOT, {"b", "c", "e"})(column(*"abcdef", pitch=pitch))
    gap = max(pitch - CARD_HEIGHT, ROOM)
    rows = [y for _, y in places(after).values()]
    assert all(gap <= b - a - CARD_HEIGHT < gap + CARD_HEIGHT / 2 for a, b in pairwise(rows))


def test_where_one_beside_is_in_the_way_only_what_was_led_to_moves_up(hand: Hand) -> None:
    hand.editor.select({"conv"})
    heal_selection(hand.canvas)
    at = places(hand.editor.network)
    assert (at["norm"], at["output"]) == ((0, 130), (0, 390))
    assert at["concat"] == (340, 260)
    hand.editor.undo()
    assert hand.editor.network == network()


def test_a_branch_alone_moves_up_where_it_meets_longer_ones() -> None:
    before = PRESETS["inception_module"].network()
    assert places(before)["conv1x1_relu"][1] == 260
    after = places(healed(ROOT, {"conv1x1"})(before))
    assert after["conv1x1_relu"][1] == 130
    assert after["concat"] == places(before)["concat"]


def test_a_node_that_fed_nothing_leaves_all_where_it_is() -> None:
    before = column("a", "b", "c")
    after = healed(ROOT, {"c"})(before)
    assert places(after) == {name: places(before)[name] for name in ("a", "b")}


@pytest.mark.parametrize(
    "preset",
    ["lenet5", "resnet18", "googlenet", "unet_classic", "inception_v3", "inception_module"],
)
def test_nothing_comes_to_lie_over_anything(preset: str) -> None:
    before = PRESETS[preset].network()
    rng = random.Random(preset)
    names = [n.name for n in before.graph.nodes]
    for count in (1, 1, 1, 3, len(names) // 3):
        after = healed(ROOT, rng.sample(names, count))(before)
        assert overlaps(after) <= overlaps(before)
