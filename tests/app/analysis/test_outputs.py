"""Auxiliary Outputs: what inference does without, in the figures and in the rules."""

from __future__ import annotations

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from app.advice import repairs
from app.analysis import Report, analyse
from nodes.network import Block, Network, edits
from presets import PRESETS
from tests.app.heads import CLASSES, HEAD, two_heads, two_kept_and_one_auxiliary, without_heads
from tests.app.networks import ends, graph, network, node
from tests.networks.measured import module, saved_bytes

BATCH = 2
PUBLISHED = {  # the multiply-adds of the forward pass in evaluation and in training
    "googlenet": (1_582_671_872, 1_591_044_096),
    "googlenet_bn": (1_498_376_192, 1_506_748_416),
    "inception_v3": (5_713_216_096, 5_718_899_296),
}


def counted(drawn: Network, *, train: bool) -> int:
    """Multiply-adds of one sample, as torch counts them."""
    model = module(drawn, "meta").train(train)
    (entering,) = drawn.graph.of_kind("Input")
    shape = analyse(drawn).nodes[entering.name].outputs["output"]
    with FlopCounterMode(display=False) as counter:
        model(torch.empty(BATCH, *shape, device="meta"))
    return counter.get_total_flops() // (2 * BATCH)


def training_only(report: Report) -> set[str]:
    return {path for path, r in report.nodes.items() if r.training}


def test_what_only_auxiliary_outputs_need_is_for_training_only() -> None:
    report = analyse(two_heads())
    assert report.ok
    inner = {f"head1.{n.name}" for n in HEAD.graph.nodes}
    heads = {"head1", "aux1", "head2_flatten", "head2_drop", "head2_fc", "aux2"}
    assert training_only(report) == heads | inner
    assert training_only(analyse(two_heads(auxiliary=False))) == set()
    assert training_only(analyse(two_kept_and_one_auxiliary())) == {"add", "trained"}


def test_it_runs_as_soon_as_its_inputs_are_there() -> None:
    order = [path for path in analyse(two_heads()).nodes if "." not in path]
    assert order.index("head1") == order.index("act1") + 1
    assert order.index("head2_flatten") == order.index("act2") + 1
    assert order[-1] == "output"


def test_totals_are_those_of_inference_and_weights_those_of_all() -> None:
    with_heads, without = analyse(two_heads()), analyse(without_heads())
    ours, plain = with_heads.totals, without.totals
    head = sum(r.parameters for p, r in with_heads.nodes.items() if r.training and "." not in p)
    assert head > 0
    assert ours.parameters == plain.parameters + head
    assert (ours.macs, ours.activations) == (plain.macs, plain.activations)
    assert ours.training_macs > ours.macs
    assert plain.training_macs == plain.macs
    assert with_heads.outputs == without.outputs == ((CLASSES,),)
    assert len(analyse(two_heads(auxiliary=False)).outputs) == 3


@pytest.mark.parametrize("drawn", [two_heads(), two_kept_and_one_auxiliary()], ids=["1", "2"])
@pytest.mark.parametrize("train", [False, True])
def test_multiply_adds_are_torchs_in_both_modes(drawn: Network, train: bool) -> None:
    totals = analyse(drawn).totals
    assert counted(drawn, train=train) == (totals.training_macs if train else totals.macs)


@pytest.mark.parametrize(("name", "figures"), PUBLISHED.items(), ids=PUBLISHED)
def test_published_networks_with_heads(name: str, figures: tuple[int, int]) -> None:
    drawn = PRESETS[name].network()
    totals = analyse(drawn).totals
    assert (totals.macs, totals.training_macs) == figures
    assert (counted(drawn, train=False), counted(drawn, train=True)) == figures


def test_memory_of_inference_is_without_the_heads_and_of_training_with_them() -> None:
    ours, plain = analyse(two_heads()).memory, analyse(without_heads()).memory
    assert ours.inference(BATCH).transient == plain.inference(BATCH).transient
    assert ours.training(BATCH).total > plain.training(BATCH).total
    assert ours.kept(BATCH) == saved_bytes(module(two_heads()), torch.rand(BATCH, 1, 8, 8))


def test_fields_are_those_of_the_network_without_heads() -> None:
    ours, plain = analyse(two_heads()).nodes, analyse(without_heads()).nodes
    assert all(ours[path].field == r.field for path, r in plain.items())


def test_a_sum_of_both_branches_keeps_neither_at_inference() -> None:
    report = analyse(two_kept_and_one_auxiliary())
    assert [*report.nodes] == ["input", "left", "output", "right", "add", "trained", "other"]
    assert report.outputs == ((4, 6, 6), (4, 6, 6))


# --- rules ---------------------------------------------------------------------------------------


def only_auxiliary(count: int) -> Network:
    nodes = [node(f"aux{k}", "Output", auxiliary=True) for k in range(count)]
    chains = [f"input act aux{k}" if not k else f"act aux{k}" for k in range(count)]
    return network([node("input", "Input"), node("act", "ReLU"), *nodes], *chains)


def in_a_block(**args: object) -> Network:
    inner = [node("input", "Input"), node("act", "ReLU"), node("output", "Output", **args)]
    block = Block("Act", (), graph(inner, "input act output"))
    return network([*ends(), node("act", "Act")], "input act output", blocks=(block,))


@pytest.mark.parametrize(
    ("drawn", "rule", "says"),
    [
        (only_auxiliary(1), "all-auxiliary", "aux0 is the only Output and auxiliary"),
        (only_auxiliary(2), "all-auxiliary", "aux0 and aux1: no Output is left at inference"),
        (in_a_block(auxiliary=True), "block-output", "In the block Act: output has auxiliary,"),
        (in_a_block(auxiliary=True, loss_weight=0.5), "block-output", "loss_weight and auxiliary"),
    ],
    ids=["one", "two", "block", "block with weight"],
)
def test_what_cannot_be_is_told_and_mended(drawn: Network, rule: str, says: str) -> None:
    report = analyse(drawn)
    (problem,) = report.problems
    assert problem.rule == rule
    assert says in problem.message
    repair = repairs(drawn, report, problem)[0]
    assert analyse(repair.edit(drawn)).ok


def test_an_output_becomes_auxiliary_by_an_edit() -> None:
    drawn = edits.set_argument(two_heads(auxiliary=False), "", ["aux1"], "auxiliary", True)
    assert training_only(analyse(drawn)) >= {"head1", "aux1"}
    assert "head2_fc" not in training_only(analyse(drawn))
