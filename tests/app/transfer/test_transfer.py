"""A network for other classes: every preset's heads, what learns, and shared definitions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
import torch

from app.analysis import Report, analyse
from app.transfer import Learn, TransferError, find_heads, for_my_data
from app.weights.manifest import manifest
from app.weights.match import match
from nodes.errors import EditError
from nodes.learning import Learning
from nodes.network import ROOT, Block, Expression, Frozen, Network
from nodes.network.document import How
from nodes.network.edits import set_frozen, set_rate
from nodes.spec import Kind, Param
from presets import PRESETS, preset
from tests.app.networks import ends, graph, network, node
from tests.networks.measured import module

HEADLESS = ("inception_module", "residual_module", "line_filters")
CLASSES = 7
every_classifier = pytest.mark.parametrize("id", [name for name in PRESETS if name not in HEADLESS])


def shapes(report: Report) -> Mapping[str, tuple[int, ...]]:
    """Of all tensors of the `state_dict`, by their keys."""
    return {t.key(r.path): t.shape for r in report.nodes.values() for t in r.tensors}


def layers(report: Report) -> list[str]:
    return [path for path, r in report.nodes.items() if r.tensors and r.parameters]


def learns(report: Report) -> set[str]:
    return {path for path in layers(report) if report.nodes[path].learning}


# --- every preset --------------------------------------------------------------------------------


@cache
def for_head_only(id: str) -> tuple[Network, Network, Report]:
    """A preset, the network for other classes of which the head learns, and the report of that."""
    drawn = preset(id).network()
    changed = for_my_data(drawn, CLASSES)
    return drawn, changed, analyse(changed)


@every_classifier
def test_of_a_preset_what_depends_on_the_classes_is_new_and_learns(id: str) -> None:
    drawn, changed, after = for_head_only(id)
    assert after.ok, after.problems
    before = analyse(drawn)
    for output in drawn.graph.of_kind("Output"):
        was, given = (r.nodes[output.name].outputs["output"] for r in (before, after))
        assert given == (CLASSES, *was[1:])
    assert [*shapes(before)] == [*shapes(after)]
    new = {p for p in layers(after) if before.nodes[p].tensors != after.nodes[p].tensors}
    assert {head.path for head in find_heads(drawn, before)} <= new
    assert learns(after) == new
    assert {after.nodes[path].learns.frozen for path in layers(after)} == {Frozen.NO, Frozen.ALL}
    # what there is of weights for the former network begins with them
    found = match(manifest(changed, after), manifest(drawn, before), How.NAME)
    assert {pair.ours.path for pair in found.mismatched} == new
    assert not found.missing
    assert not found.unexpected


@every_classifier
def test_the_last_stage_is_less_than_all_and_at_the_end(id: str) -> None:
    drawn, _, narrow = for_head_only(id)
    changed = for_my_data(drawn, CLASSES, Learn.STAGE, still=False, factor=0.25)
    report = analyse(changed)
    head = learns(narrow)
    stage, all_ = learns(report), layers(report)
    assert head <= stage
    if id not in ("nin_d2l", "batch_norm"):  # the head is the stage; there is but one stage
        assert head < stage < {*all_}
    for path in all_:
        known = report.nodes[path]
        slower = path in stage - head
        assert known.learns.rate == (0.25 if slower else 1.0)
        assert known.learns.frozen in (Frozen.NO, Frozen.WEIGHTS)
    main = [path for path in all_ if not report.nodes[path].training]
    first = next(at for at, path in enumerate(main) if path in stage)
    assert {*main[first:]} <= stage


@every_classifier
def test_everything_can_learn_the_body_slower(id: str) -> None:
    drawn, _, narrow = for_head_only(id)
    report = analyse(for_my_data(drawn, CLASSES, Learn.ALL, factor=0.5))
    assert report.totals.learning == report.totals.parameters
    rates = {path: report.nodes[path].learns.rate for path in layers(report)}
    assert {path for path, rate in rates.items() if rate == 1} == learns(narrow)
    assert {*rates.values()} == {1.0, 0.5}


# --- heads ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id", "path"),
    [
        ("resnet18", "fc"),
        ("vgg16", "classifier.6"),
        ("squeezenet1_0", "classifier.1"),
        ("unet_classic", "outc"),
        ("nin_d2l", "block4.cccp2"),
        ("lenet5_1998", "rbf"),
        ("convnext_tiny", "classifier.2"),
    ],
)
def test_where_the_head_is(id: str, path: str) -> None:
    drawn = preset(id).network()
    (head,) = find_heads(drawn, analyse(drawn))
    assert head.path == path


def test_auxiliary_heads_are_replaced_too() -> None:
    drawn = preset("googlenet").network()
    found = [head.path for head in find_heads(drawn, analyse(drawn))]
    assert sorted(found) == ["aux1.fc2", "aux2.fc2", "fc"]
    report = analyse(for_my_data(drawn, CLASSES))
    assert learns(report) == {*found}


@pytest.mark.parametrize("id", HEADLESS)
def test_a_network_without_a_head_is_refused(id: str) -> None:
    with pytest.raises(TransferError, match="output has no head to replace"):
        for_my_data(preset(id).network(), CLASSES)


def test_a_convolution_of_3x3_is_no_head() -> None:
    drawn = network([*ends(), node("conv", "Conv2d", out_channels=10)], "input conv output")
    with pytest.raises(TransferError, match=r"comes from conv \(Conv2d\)"):
        for_my_data(drawn, CLASSES)


def test_a_network_with_problems_is_refused() -> None:
    with pytest.raises(TransferError, match="Mend the network first"):
        for_my_data(network([*ends(), node("fc", "Linear")], "fc output"), CLASSES)


def test_classes_that_lead_to_a_problem_are_refused() -> None:
    nodes = [*ends(8), node("fc", "Linear", out_features=8), node("add", "Add"),
             node("other", "Output")]  # fmt: skip
    drawn = network(nodes, "input fc output", "input add other", "fc add")
    with pytest.raises(TransferError, match="no head"):
        for_my_data(drawn, CLASSES)
    drawn = network(
        [*ends(8), node("fc", "Linear", out_features=8), node("second", "Linear", out_features=8),
         node("other", "Output"), node("add", "Add")],
        "input fc output", "fc add second other", "input add",
    )  # fmt: skip
    with pytest.raises(TransferError, match="With another number of classes"):
        for_my_data(drawn, CLASSES)


@pytest.mark.parametrize("classes", [0, -1, 10**9])
def test_a_number_of_classes_is_within_bounds(classes: int) -> None:
    with pytest.raises(EditError, match="out_features"):
        for_my_data(preset("resnet18").network(), classes)


@pytest.mark.parametrize("factor", [-1.0, float("nan")])
def test_a_factor_is_within_bounds(factor: float) -> None:
    with pytest.raises(EditError, match="rate"):
        for_my_data(preset("resnet18").network(), CLASSES, Learn.ALL, factor=factor)


@pytest.mark.parametrize("learn", Learn)
def test_nothing_of_former_marks_is_left(learn: Learn) -> None:
    drawn = preset("resnet18").network()
    marked = set_rate(set_frozen(drawn, ROOT, ["fc"], Frozen.ALL), "BasicBlock", ["conv1"], 3.0)
    once = for_my_data(drawn, CLASSES, learn)
    assert for_my_data(marked, CLASSES, learn) == once
    assert for_my_data(for_my_data(marked, 12, Learn.ALL), CLASSES, learn) == once


def test_the_same_number_of_classes_leaves_the_head_as_it_is() -> None:
    drawn = preset("vgg11").network()
    changed = for_my_data(drawn, 1000)
    assert shapes(analyse(changed)) == shapes(analyse(drawn))
    assert learns(analyse(changed)) == {"classifier.6"}


def test_what_was_frozen_is_told_of_nodes_of_the_network() -> None:
    drawn = for_my_data(preset("resnet18").network(), CLASSES)
    assert drawn.blocks == preset("resnet18").network().blocks
    frozen = {n.name for n in drawn.graph.nodes if n.frozen is Frozen.ALL}
    assert frozen == {"conv1", "bn1", "layer1", "layer2", "layer3", "layer4"}
    assert analyse(drawn).learning == Learning(
        frozen=("conv1", "bn1", "layer1", "layer2", "layer3", "layer4"),
        still=("bn1", "layer1", "layer2", "layer3", "layer4"),
    )


# --- definitions that are shared -----------------------------------------------------------------

FEATURES = Param("features", Kind.INT, 8, "Outputs", 1, 1000)


def dense(out_features: int | Expression, *more: Param) -> Block:
    nodes = [*ends(), node("wide", "Linear", out_features=16),
             node("fc", "Linear", out_features=out_features), node("act", "Tanh")]  # fmt: skip
    return Block("Dense", more, graph(nodes, "input wide fc act output"))


def chained(block: Block, *instances: dict[str, object]) -> Network:
    nodes = [*ends(12), *(node(f"d{k}", "Dense", **args) for k, args in enumerate(instances))]
    names = " ".join(f"d{k}" for k in range(len(instances)))
    return network(nodes, f"input {names} output", blocks=(block,))


def test_a_parameter_of_the_block_is_set_at_the_last_instance() -> None:
    drawn = chained(dense(Expression("features"), FEATURES), {}, {"features": 5})
    changed = for_my_data(drawn, CLASSES, Learn.ALL)
    assert changed.graph.by_name["d1"].args == {"features": CLASSES}
    assert changed.graph.by_name["d0"].args == {}
    # the last instance learns at two rates, and so has a definition of its own
    assert [n.kind for n in changed.graph.nodes if n.name in ("d0", "d1")] == ["Dense", "Dense2"]
    rates = {path: analyse(changed).nodes[path].learns.rate for path in ("d0.fc", "d1.wide")}
    assert rates == {"d0.fc": 0.1, "d1.wide": 0.1}
    assert analyse(changed).nodes["d1.fc"].learns.rate == 1


def test_the_definition_stays_shared_where_the_others_are_frozen() -> None:
    drawn = chained(dense(Expression("features"), FEATURES), {}, {"features": 5})
    changed = for_my_data(drawn, CLASSES)
    assert [b.name for b in changed.blocks] == ["Dense"]
    assert learns(analyse(changed)) == {"d1.fc"}


def test_a_number_in_a_shared_definition_gets_one_of_its_own() -> None:
    changed = for_my_data(chained(dense(8), {}, {}), CLASSES)
    report = analyse(changed)
    assert report.outputs == ((CLASSES,),)
    assert report.nodes["d0"].outputs["output"] == (8,)
    assert learns(report) == {"d1.fc"}
    assert [b.name for b in changed.blocks] == ["Dense", "Dense2"]
    assert module(changed)(torch.zeros(2, 12)).shape == (2, CLASSES)


def test_a_definition_of_heads_only_is_changed_itself() -> None:
    block = dense(8)
    drawn = network(
        [*ends(12), node("d0", "Dense"), node("d1", "Dense"), node("other", "Output")],
        "input d0 output", "input d1 other", blocks=(block,),
    )  # fmt: skip
    changed = for_my_data(drawn, CLASSES)
    assert [b.name for b in changed.blocks] == ["Dense"]
    assert learns(analyse(changed)) == {"d0.fc", "d1.fc"}


def test_through_blocks_in_blocks() -> None:
    inner = dense(Expression("2 * features"), FEATURES)
    outer = Block("Outer", (), graph([*ends(), node("d", "Dense", features=3)], "input d output"))
    drawn = network(
        [*ends(12), node("first", "Outer"), node("last", "Outer")],
        "input first last output", blocks=(inner, outer),
    )  # fmt: skip
    changed = for_my_data(drawn, CLASSES)
    report = analyse(changed)
    assert report.outputs == ((CLASSES,),)
    assert report.nodes["first"].outputs["output"] == (6,)
    assert learns(report) == {"last.d.fc"}


def test_a_block_behind_the_head_and_one_that_is_off_are_passed() -> None:
    end = Block("End", (), graph([*ends(), node("act", "ReLU")], "input act output"))
    drawn = network(
        [*ends(12), node("fc", "Linear", out_features=3), node("norm", "BatchNorm1d"),
         node("end", "End"), node("off", "Linear", out_features=3, enabled=False)],
        "input fc norm end off output", blocks=(end,),
    )  # fmt: skip
    report = analyse(for_my_data(drawn, CLASSES))
    assert report.outputs == ((CLASSES,),)
    assert learns(report) == {"fc", "norm"}  # both have another shape


def test_a_repeated_block_at_the_end_is_no_head() -> None:
    drawn = network([*ends(8), node("d", "Dense", repeat=2)], "input d output", blocks=(dense(8),))
    with pytest.raises(TransferError, match=r"d \(Dense\)"):
        for_my_data(drawn, CLASSES)
