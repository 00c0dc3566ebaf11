"""What is frozen, by itself or by a block around it: what learns, and what memory it takes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import torch

from app.analysis import analyse
from app.analysis.memory import Memory, Optimiser, Precision
from nodes.errors import EditError
from nodes.learning import Learning
from nodes.network import ROOT, Block, Frozen, Network
from nodes.network.blocks import unpack
from nodes.network.edits import set_frozen, set_rate
from presets import preset
from tests.app.networks import ends, graph, network, node
from tests.networks.measured import module, most_alive_in_training, saved_bytes

BATCH, SIZE = 2, 64

UNIT = Block(
    "Unit",
    (),
    graph(
        [*ends(), node("conv", "Conv2d", out_channels=4, padding=1), node("bn", "BatchNorm2d"),
         node("relu", "ReLU")],
        "input conv bn relu output",
    ),
)  # fmt: skip
DRAWN = network(
    [*ends(), node("stem", "Conv2d", out_channels=4), node("one", "Unit"),
     node("many", "Unit", repeat=2), node("flat", "Flatten"), node("fc", "Linear")],
    "input stem one many flat fc output", blocks=(UNIT,),
)  # fmt: skip


def frozen(
    drawn: Network, names: Iterable[str], how: Frozen = Frozen.WEIGHTS, scope: str = ROOT
) -> Network:
    return set_frozen(drawn, scope, tuple(names), how)


# --- what holds where ----------------------------------------------------------------------------


def test_by_itself_everything_learns() -> None:
    report = analyse(DRAWN)
    assert report.learning == Learning()
    assert report.totals.learning == report.totals.parameters


def test_of_a_block_it_holds_for_all_inside() -> None:
    report = analyse(frozen(DRAWN, ["stem", "many"], Frozen.ALL))
    assert report.learning == Learning(frozen=("stem", "many"), still=("many",))
    nodes = report.nodes
    assert nodes["many.1.bn"].learns.frozen is nodes["many.0"].learns.frozen is Frozen.ALL
    assert nodes["many"].learning == nodes["many.1.conv"].learning == 0
    assert nodes["one"].learning == nodes["one"].parameters
    still = nodes["stem"].parameters + nodes["many"].parameters
    assert report.totals.learning == report.totals.parameters - still


def test_inside_a_block_it_holds_for_all_its_instances() -> None:
    report = analyse(frozen(DRAWN, ["bn"], Frozen.ALL, "Unit"))
    paths = ("one.bn", "many.0.bn", "many.1.bn")
    assert report.learning == Learning(frozen=paths, still=paths)
    assert report.nodes["many"].learning == report.nodes["many"].parameters - 2 * 8


@pytest.mark.parametrize("inner", [Frozen.WEIGHTS, Frozen.ALL])
@pytest.mark.parametrize("outer", [Frozen.WEIGHTS, Frozen.ALL])
def test_the_strongest_along_the_path_holds(inner: Frozen, outer: Frozen) -> None:
    report = analyse(frozen(frozen(DRAWN, ["one"], outer), ["bn"], inner, "Unit"))
    strongest = Frozen.ALL if Frozen.ALL in (inner, outer) else Frozen.WEIGHTS
    assert report.nodes["one.bn"].learns.frozen is strongest
    assert report.nodes["many.0.bn"].learns.frozen is inner
    assert report.learning.frozen == ("one", "many.0.bn", "many.1.bn")
    assert ("one" in report.learning.still) == (outer is Frozen.ALL)


def test_rates_multiply_along_the_path() -> None:
    drawn = set_rate(set_rate(DRAWN, ROOT, ["one", "many"], 0.1), "Unit", ["conv", "relu"], 0.1)
    report = analyse(frozen(drawn, ["one"]))
    assert report.nodes["many.1.conv"].learns.rate == 0.01
    assert report.nodes["many.1.bn"].learns.rate == 0.1
    assert report.learning == Learning(
        frozen=("one",),
        rates=(("many", 0.1), ("many.0.conv", 0.01), ("many.1.conv", 0.01)),
    )


def test_what_is_switched_off_or_has_no_weights_is_not_named() -> None:
    drawn = frozen(DRAWN, ["flat", "stem"], Frozen.ALL)
    assert analyse(drawn).learning == Learning(frozen=("stem",))
    off = network(
        [*ends(), node("a", "BatchNorm2d", enabled=False), node("b", "Conv2d")], "input a b output"
    )
    assert analyse(frozen(off, ["a"], Frozen.ALL)).learning == Learning()


def test_an_edit_inside_a_block_is_seen_in_what_was_known_of_it() -> None:
    analyse(DRAWN)
    assert analyse(frozen(DRAWN, ["conv"], scope="Unit")).nodes["one.conv"].learning == 0
    assert analyse(DRAWN).nodes["one.conv"].learning > 0


# --- edits ---------------------------------------------------------------------------------------


def test_edits_touch_only_the_nodes_they_name() -> None:
    drawn = set_rate(frozen(DRAWN, ["stem"]), ROOT, ["fc"], 10)
    changed = {n.name for n in drawn.graph.nodes if n != DRAWN.graph.by_name[n.name]}
    assert changed == {"stem", "fc"}
    assert frozen(drawn, ["stem"], Frozen.NO).graph.by_name["stem"] == DRAWN.graph.by_name["stem"]


@pytest.mark.parametrize("name", ["input", "output"])
def test_ends_have_nothing_to_learn(name: str) -> None:
    with pytest.raises(EditError, match=f"{name} has nothing to learn"):
        frozen(DRAWN, ["stem", name])
    with pytest.raises(EditError, match=f"{name} has nothing to learn"):
        set_rate(DRAWN, ROOT, [name], 0.5)


@pytest.mark.parametrize("rate", [-0.1, float("nan"), float("inf"), 1001])
def test_a_rate_is_a_number_within_bounds(rate: float) -> None:
    with pytest.raises(EditError, match="fc: rate"):
        set_rate(DRAWN, ROOT, ["fc"], rate)


def test_what_is_unpacked_learns_as_it_did() -> None:
    drawn = set_rate(frozen(DRAWN, ["one"], Frozen.ALL), ROOT, ["many"], 0.1)
    drawn = set_rate(drawn, "Unit", ["conv"], 0.1)
    drawn, names = unpack(drawn, ROOT, "one")
    drawn, more = unpack(drawn, ROOT, "many")
    report = analyse(drawn)
    assert {report.nodes[name].learns.frozen for name in names} == {Frozen.ALL}
    rates = [report.nodes[name].learns.rate for name in more if "conv" in name]
    assert rates == [0.01, 0.01]


def test_rates_that_are_out_of_bounds_together_are_not_unpacked() -> None:
    drawn = set_rate(set_rate(DRAWN, ROOT, ["one"], 1000), "Unit", ["conv"], 10)
    with pytest.raises(EditError, match="conv: rate"):
        unpack(drawn, ROOT, "one")


# --- memory --------------------------------------------------------------------------------------

RESNET = preset("resnet18").network(input_size=SIZE)
BODY = [n.name for n in RESNET.graph.nodes if n.kind not in ("Input", "Output")]
HEAD_ONLY = [name for name in BODY if name != "fc"]
EARLY = BODY[: BODY.index("layer3")]
HELD = {
    "a plain network, its first layer": frozen(DRAWN, ["stem", "one"]),
    "a plain network, in between": frozen(DRAWN, ["one"]),
    "a plain network, in between and still": frozen(DRAWN, ["one"], Frozen.ALL),
    "a plain network, at its end": frozen(DRAWN, ["many", "fc"]),
    "resnet18, all but the head": frozen(RESNET, HEAD_ONLY),
    "resnet18, all but the head, still": frozen(RESNET, HEAD_ONLY, Frozen.ALL),
    "resnet18, up to layer2": frozen(RESNET, EARLY),
    "resnet18, up to layer2, still": frozen(RESNET, EARLY, Frozen.ALL),
    "resnet18, in between": frozen(RESNET, ["layer2", "layer3"]),
    "resnet18, in between and still": frozen(RESNET, ["layer2", "layer3"], Frozen.ALL),
}
every_held = pytest.mark.parametrize("drawn", HELD.values(), ids=HELD)


@every_held
def test_training_keeps_what_torch_saves(drawn: Network) -> None:
    report = analyse(drawn)
    x = torch.rand(BATCH, *report.nodes["input"].outputs["output"])
    torchs = saved_bytes(module(drawn), x, still=report.learning.still)
    assert report.memory.kept(BATCH) == torchs > 0


@every_held
def test_a_training_step_needs_what_lives_at_once_in_torch(drawn: Network) -> None:
    report = analyse(drawn)
    ours = report.memory.training(BATCH, Optimiser.MOMENTUM).total
    shape = report.nodes["input"].outputs["output"]
    torchs = most_alive_in_training(module(drawn), BATCH, *shape, still=report.learning.still)
    assert ours == pytest.approx(torchs, rel=0.01)


@pytest.mark.parametrize("precision", Precision)
def test_a_network_of_which_only_the_head_learns_fits_larger_batches(precision: Precision) -> None:
    def most(memory: Memory) -> int:
        return memory.largest_batch(2**30, Optimiser.ADAM, precision)

    whole, head = analyse(RESNET).memory, analyse(HELD["resnet18, all but the head"]).memory
    assert head.learning == 4 * (512 * 1000 + 1000)
    assert head.kept(8) < whole.kept(8) / 100
    assert most(head) > 2 * most(whole)


def test_what_is_frozen_has_neither_gradients_nor_a_state() -> None:
    need = analyse(HELD["resnet18, all but the head"]).memory.training(1, Optimiser.ADAM)
    assert need.gradients <= 4 * (512 * 1000 + 1000)
    assert need.optimiser == 2 * 4 * (512 * 1000 + 1000)
