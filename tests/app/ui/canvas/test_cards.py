"""What cards say."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.ui.canvas.cards import Card, Cards, Trouble, summary
from nodes.catalogue import CATALOGUE
from nodes.network import ROOT, Block, Expression, Graph, Network, Node, edits, wire
from tests.app.heads import two_heads
from tests.app.ui.canvas.conftest import network


def made(net: Network, scope: str = ROOT, prefix: str = "") -> dict[str, Card]:
    cards, _ = Cards().make(net, scope, prefix, analyse(net))
    return {card.name: card for card in cards}


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Node("n", "Conv2d", {"stride": 2}), "Conv2d 3×3/2, 64"),
        (Node("n", "Conv2d", {"kernel_size": (1, 7), "groups": 4}), "Conv2d 1×7, 64, groups=4"),
        (Node("n", "Conv2d", {"out_channels": Expression("2 * width")}), "Conv2d 3×3, 2 * width"),
        (Node("n", "MaxPool2d"), "MaxPool2d 2×2/2"),
        (Node("n", "MaxPool2d", {"kernel_size": 3, "stride": 1}), "MaxPool2d 3×3"),
        (Node("n", "MaxPool2d", {"kernel_size": (3, 2)}), "MaxPool2d 3×2/3×2"),
        (Node("n", "Conv1d", {"stride": 2}), "Conv1d 3/2, 64"),
        (Node("n", "Conv1d", {"padding": "same"}), "Conv1d 3, 64"),
        (Node("n", "MaxPool1d"), "MaxPool1d 2/2"),
        (Node("n", "Conv3d"), "Conv3d 3×3×3, 64"),
        (Node("n", "Conv3d", {"stride": (1, 1, 1)}), "Conv3d 3×3×3, 64"),
        (
            Node("n", "Conv3d", {"kernel_size": (1, 3, 3), "stride": (1, 2, 2)}),
            "Conv3d 1×3×3/1×2×2, 64",
        ),
        (Node("n", "MaxPool3d", {"stride": 11}), "MaxPool3d 2×2×2/11"),
        (Node("n", "Linear", {"out_features": 10}), "Linear, 10"),
        (Node("n", "Dropout", {"p": 0.25}), "Dropout, p=0.25"),
        (Node("n", "ReLU"), "ReLU"),
    ],
)
def test_summary_of_a_layer(node: Node, text: str) -> None:
    assert summary(node, CATALOGUE[node.kind]) == text


def test_every_layer_has_a_summary_that_begins_with_its_kind() -> None:
    for kind, spec in CATALOGUE.items():
        assert summary(Node("n", kind), spec).startswith(kind)


def test_summary_of_a_block_shows_its_arguments() -> None:
    assert summary(Node("n", "Stage", {"width": 8}), Block("Stage")) == "Stage width=8"


def test_what_is_for_training_only_says_so_and_an_output_its_weight() -> None:
    cards = made(two_heads())
    assert cards["head1"].state == "10 · training only"
    assert "training only" in cards["head1"].tip
    assert (cards["aux1"].times, cards["output"].times) == ("× 0.3", "")
    assert cards["conv1"].state == "4×8×8"
    assert "training" not in cards["conv1"].tip
    kept = made(two_heads(auxiliary=False))
    assert (kept["aux1"].state, kept["aux1"].times) == ("10", "× 0.3")


def test_shapes_families_and_ports() -> None:
    cards = made(network())
    assert cards["conv"].shape_text == "8×32×32"
    assert cards["norm"].family == "Block"
    assert cards["norm"].block
    assert cards["concat"].inputs[0].variadic
    assert cards["output"].outputs == ()
    assert cards["lone"].shape_text == "?"


def test_a_repeated_block_says_how_often() -> None:
    net = edits.set_repeat(network(), ROOT, "norm", 3)
    assert made(net)["norm"].times == "×3"
    assert made(network())["norm"].times == ""


def test_culprit_involved_and_consequence() -> None:
    net = edits.set_argument(network(), ROOT, ["conv"], "kernel_size", 50)
    cards = made(net)
    assert cards["conv"].trouble is Trouble.CULPRIT
    assert cards["norm"].trouble is Trouble.CONSEQUENCE
    assert cards["conv"].problems[0].message in cards["conv"].tip
    assert cards["conv"].problems[0].cure in cards["conv"].tip


def test_branches_that_disagree_are_involved_and_their_wires_in_trouble() -> None:
    net = edits.add(network(), ROOT, Node("pool", "MaxPool2d"))
    left = wire("left", "output", "concat", "inputs")
    net = edits.disconnect(net, ROOT, [left])
    net = edits.connect(net, ROOT, wire("left", "output", "pool", "input"))
    net = edits.connect(net, ROOT, wire("pool", "output", "concat", "inputs"))
    cards, pairs = Cards().make(net, ROOT, "", analyse(net))
    trouble = {card.name: card.trouble for card in cards}
    assert trouble["concat"] is Trouble.CULPRIT
    assert trouble["pool"] is Trouble.INVOLVED
    assert {("pool", "concat"), ("right", "concat")} <= pairs


def test_a_problem_inside_a_block_marks_the_block_and_the_node_in_it() -> None:
    inner = Graph(
        (
            Node("input", "Input"),
            Node("fc", "Conv2d", {"kernel_size": 99}),
            Node("output", "Output"),
        ),
        (wire("input", "output", "fc", "input"), wire("fc", "output", "output", "input")),
    )
    net = Network(
        "N",
        Graph(
            (Node("input", "Input"), Node("a", "B", repeat=2), Node("output", "Output")),
            (wire("input", "output", "a", "input"), wire("a", "output", "output", "input")),
        ),
        (Block("B", (), inner),),
    )
    assert made(net)["a"].trouble is Trouble.CULPRIT
    assert made(net, "B", "a.0")["fc"].trouble is Trouble.CULPRIT
    assert made(net, "B", "a.1")["fc"].trouble is Trouble.CULPRIT


def test_cards_of_unchanged_nodes_are_kept() -> None:
    maker, before = Cards(), network()
    first = {c.name: c for c in maker.make(before, ROOT, "", analyse(before))[0]}
    after = edits.set_argument(before, ROOT, ["conv"], "out_channels", 16)
    second = {c.name: c for c in maker.make(after, ROOT, "", analyse(after))[0]}
    assert second["left"] is first["left"]
    assert second["conv"] is not first["conv"]
    assert second["norm"].shape_text == "16×32×32"
