"""Two presets side by side: ratios, layers by kind, and stages that answer each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.gallery import BATCHES, Choice, compare, facts
from presets import PRESETS, preset
from presets.preset import Accuracy

SMALL, LARGE = preset("resnet18"), preset("resnet34")


def test_costs_and_their_ratios() -> None:
    lines = {line.title: line for line in compare.costs(Choice(SMALL), Choice(LARGE), 32)}
    parameters = lines["Parameters"]
    assert (parameters.left, parameters.right) == (11_689_512, 21_797_672)
    assert parameters.ratio == pytest.approx(1.8647, abs=1e-4)
    assert (lines["Depth"].left, lines["Depth"].right) == (18, 34)
    assert lines["Training step with Adam"].left == facts(SMALL).memory[BATCHES.index(32)]
    larger = {line.title: line for line in compare.costs(Choice(SMALL), Choice(LARGE), 64)}
    step = "Training step with Adam"
    assert larger[step].left > lines[step].left  # type: ignore[operator]
    assert larger["MACs"] == lines["MACs"]


def test_accuracies_on_the_same_data_differ_by_points() -> None:
    one, other = Accuracy(70.0, "ImageNet", "one crop"), Accuracy(91.0, "CIFAR-10", "its test set")
    more = Accuracy(72.5, "ImageNet", "one crop")
    pairs = ((one, more, 2.5), (one, other, None), (one, None, None), (None, None, None))
    for left, right, points in pairs:
        *_, line = compare.costs(
            Choice(replace(SMALL, accuracy=left)), Choice(replace(LARGE, accuracy=right)), 1
        )
        assert line.left == (left.top1 if left else None)
        assert line.points == points
        assert line.ratio is None


def test_nothing_has_no_ratio() -> None:
    buffers = compare.costs(Choice(preset("lenet5")), Choice(SMALL), 1)[1]
    assert (buffers.title, buffers.left, buffers.ratio) == ("Buffers", 0, None)


def test_kinds_are_counted_and_those_of_one_only_are_seen() -> None:
    kinds = {kind: (a, b) for kind, a, b in compare.kinds(facts(SMALL), facts(LARGE))}
    assert kinds["Conv2d"] == (20, 36)
    assert kinds["Linear"] == (1, 1)
    apart = {k: (a, b) for k, a, b in compare.kinds(facts(preset("lenet5")), facts(SMALL))}
    assert apart["Add"] == (0, 8)


def test_stages_of_relatives_are_aligned_with_their_repeats() -> None:
    pairs = compare.stages(facts(SMALL), facts(LARGE))
    assert all(a is not None and b is not None and a.name == b.name for a, b in pairs)
    repeats = {a.name: (a.repeat, b.repeat) for a, b in pairs if a and b and a.repeat > 1}
    assert repeats == {"layer1": (2, 3), "layer2": (2, 4), "layer3": (2, 6), "layer4": (2, 3)}


def test_places_in_a_chain_are_aligned_by_what_stands_there() -> None:
    pairs = compare.stages(facts(preset("vgg16")), facts(preset("vgg19")))
    assert all(a is not None and b is not None and compare.answer(a, b) for a, b in pairs)
    repeats = [(a.repeat, b.repeat) for a, b in pairs if a and b and a.kind == "Conv2d"]
    assert repeats == [(2, 2), (2, 2), (3, 4), (3, 4), (3, 4)]


@pytest.mark.parametrize("id", PRESETS)
def test_a_preset_beside_itself_differs_in_nothing(id: str) -> None:
    found = facts(PRESETS[id])
    assert all(a == b for a, b in compare.stages(found, found))
    assert all(a == b for _, a, b in compare.kinds(found, found))
    assert compare.insides(found, found) == ()


def test_parameters_of_auxiliary_heads_stand_apart() -> None:
    heads = Choice(preset("googlenet_bn"))
    none = heads.with_value("auxiliary", False)
    line = compare.costs(heads, none, 1)[1]
    assert (line.title, line.right) == ("Of them for training only", 0)
    assert line.left == heads.facts.parameters - none.facts.parameters
    assert [s.name for s in heads.facts.stages if s.training] == ["aux1", "aux2"]
    plain = compare.costs(Choice(SMALL), Choice(LARGE), 1)
    assert "Of them for training only" not in [line.title for line in plain]


def test_the_order_inside_blocks_that_answer_each_other() -> None:
    left, right = facts(preset("resnet56_cifar")), facts(preset("preact_resnet56_cifar"))
    ((one, other),) = compare.insides(left, right)
    assert one is not None
    assert other is not None
    assert (one.kind, other.kind) == ("PaddedBlock", "PreActivationBlock")
    assert one.layers[0] == ("Conv2d 3×3", False)
    assert one.layers[-1] == ("ReLU", True)
    assert other.layers[:2] == (("BatchNorm2d", True), ("ReLU", True))


def test_a_block_of_branches_stays_one_stage() -> None:
    old = facts(preset("lenet5_1998"))
    assert [s.name for s in old.stages] == ["c1", "s2", "c3", "s4", "c5", "f6", "rbf"]
