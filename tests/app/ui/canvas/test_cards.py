"""What cards say."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from app.analysis import analyse
from app.ui.canvas.cards import Card, Cards
from app.ui.canvas.labels import Labels
from app.ui.canvas.metrics import CARD_WIDTH, MARGIN
from app.ui.canvas.summary import JOIN, fitted, items, values
from app.ui.canvas.troubles import Trouble
from nodes.catalogue import CATALOGUE
from nodes.network import ROOT, Block, Expression, Graph, Network, Node, edits, wire
from nodes.spec import Kind, Param
from presets import PRESETS
from tests.app.heads import two_heads
from tests.app.ui.canvas.conftest import network


def made(net: Network, scope: str = ROOT, prefix: str = "") -> dict[str, Card]:
    cards, _ = Cards().make(net, scope, prefix, analyse(net))
    return {card.name: card for card in cards}


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Node("n", "Conv2d", {"stride": 2}), "64, 3×3 /2"),
        (Node("n", "Conv2d", {"kernel_size": (1, 7), "groups": 4}), "64, 1×7, groups=4"),
        (Node("n", "Conv2d", {"out_channels": Expression("2 * width")}), "2 * width, 3×3"),
        (Node("n", "MaxPool2d"), "2×2 /2"),
        (Node("n", "MaxPool2d", {"kernel_size": 3, "stride": 1}), "3×3"),
        (Node("n", "MaxPool2d", {"kernel_size": (3, 2)}), "3×2 /3×2"),
        (Node("n", "Conv1d", {"stride": 2}), "64, 3 /2"),
        (Node("n", "Conv1d", {"padding": "same"}), "64, 3"),
        (Node("n", "MaxPool1d"), "2 /2"),
        (Node("n", "Conv3d"), "64, 3×3×3"),
        (Node("n", "Conv3d", {"stride": (1, 1, 1)}), "64, 3×3×3"),
        (
            Node("n", "Conv3d", {"kernel_size": (1, 3, 3), "stride": (1, 2, 2)}),
            "64, 1×3×3 /1×2×2",
        ),
        (Node("n", "MaxPool3d", {"stride": 11}), "2×2×2 /11"),
        (Node("n", "AdaptiveAvgPool2d"), "1×1"),
        (Node("n", "AdaptiveAvgPool2d", {"output_size": (7, 6)}), "7×6"),
        (Node("n", "Linear", {"out_features": 10}), "10"),
        (Node("n", "Dropout", {"p": 0.25}), "p=0.25"),
        (Node("n", "ReLU"), ""),
    ],
)
def test_values_of_a_layer(node: Node, text: str) -> None:
    assert ", ".join(items(CATALOGUE[node.kind], node.args)) == text


def test_every_layer_can_say_its_values() -> None:
    for spec in CATALOGUE.values():
        assert all(items(spec, {}, 2)), spec.id


WIDE = Block(
    "Wide",
    (
        Param("channels", Kind.INT, 64, "", unit="maps"),
        Param("bias", Kind.BOOL, True, ""),
        Param("kernel_size", Kind.INT, 1, ""),
        Param("stride", Kind.INT, 1, ""),
        Param("reduced", Kind.INT, 16, "", unit="maps"),
        Param("begins", Kind.INIT, None, "", optional=True),
    ),
    Graph((Node("input", "Input"), Node("output", "Output"))),
)


@pytest.mark.parametrize(
    ("args", "text"),
    [
        ({}, "64, 16, 1×1"),
        ({"reduced": 8}, "64, 8, 1×1"),
        ({"stride": 2, "kernel_size": 3, "channels": 128}, "128, 16, 3×3 /2"),
        ({"bias": False, "begins": "zeros"}, "64, 16, 1×1, bias=False"),
    ],
)
def test_values_of_a_block_are_widths_then_the_window_then_what_needs_its_name(
    args: dict[str, object], text: str
) -> None:
    assert ", ".join(items(WIDE, args, axes=2)) == text


def test_expressions_are_shown_as_they_come_to_here() -> None:
    net = Network("N", blocks=(WIDE,))
    node = Node("n", "Wide", {"channels": Expression("2 * width")})
    assert items(WIDE, values(net, node, {"width": 24}), 2)[0] == "48"
    assert items(WIDE, values(net, node, {}), 2)[0] == "2 * width"
    growing = {"channels": Expression("8 + 8 * i"), "stride": Expression("2 if i == 0 else 1")}
    repeated = Node("n", "Wide", growing, repeat=4)
    assert items(WIDE, values(net, repeated, {}), 2) == ("8–32", "16", "1×1 /2")


@pytest.mark.parametrize(
    ("listed", "room", "text"),
    [
        ((), 3, "Kind"),
        (("64", "3×3 /2"), 15, "Kind 64, 3×3 /2"),
        (("64", "3×3 /2"), 14, "Kind 64, …"),
        (("128", "3×3"), 9, "Kind …"),
        (("64·128·256",), 15, "Kind 64·128·256"),
        (("64·128·256",), 14, "64·128·256"),
        (("64·128·256",), 9, "64·128·…"),
    ],
)
def test_no_item_is_cut(listed: tuple[str, ...], room: int, text: str) -> None:
    assert fitted("Kind", listed, lambda shown: len(shown) <= room) == text


def test_a_long_kind_gives_way_to_the_numbers() -> None:
    shown = fitted("InvertedResidual", ("128", "/2"), lambda text: len(text) <= 16)
    assert shown == "Inverted… 128, …"


@pytest.mark.parametrize("preset", PRESETS)
def test_on_no_card_of_a_preset_a_value_is_cut(preset: str, qapp: object) -> None:
    network = PRESETS[preset].network()
    report, labels, room = analyse(network), Labels(QFont()), CARD_WIDTH - 2 * MARGIN
    for scope in (ROOT, *network.block_by_name):
        for card in Cards().make(network, scope, "", report)[0]:
            shown = fitted(card.node.kind, card.items, lambda t: labels.width(t, "text") <= room)
            said = shown.replace(f"{card.node.kind} ", "").split("… ")[-1]
            told = {*card.items, *card.items[:1], "…", card.node.kind}
            whole = all(part in told for part in said.split(", "))
            assert whole or JOIN in said, f"{card.detail}: {shown}"


def test_a_block_without_numbers_says_what_is_in_it() -> None:
    features = made(PRESETS["vgg16"].network())["features"]
    assert features.items[0] == "64·128·256·512·512"
    assert features.state == "512×7×7 · 31 layers"
    assert made(network())["norm"].state == "8×32×32"  # one layer


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
    report = analyse(before)
    first = {c.name: c for c in maker.make(before, ROOT, "", report)[0]}
    after = edits.set_argument(before, ROOT, ["conv"], "out_channels", 16)
    second = {c.name: c for c in maker.make(after, ROOT, "", analyse(after, report))[0]}
    assert second["left"] is first["left"]
    assert second["conv"] is not first["conv"]
    assert second["norm"].shape_text == "16×32×32"
