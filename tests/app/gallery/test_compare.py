"""Two presets side by side: ratios, layers by kind, and stages that answer each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.gallery import BATCHES, compare, facts
from presets import PRESETS, preset
from presets.preset import Accuracy

SMALL, LARGE = preset("resnet18"), preset("resnet34")


def test_costs_and_their_ratios() -> None:
    lines = {line.title: line for line in compare.costs(SMALL, LARGE, 32)}
    parameters = lines["Parameters"]
    assert (parameters.left, parameters.right) == (11_689_512, 21_797_672)
    assert parameters.ratio == pytest.approx(1.8647, abs=1e-4)
    assert (lines["Depth"].left, lines["Depth"].right) == (18, 34)
    assert lines["Training step"].left == facts(SMALL).memory[BATCHES.index(32)]
    larger = {line.title: line for line in compare.costs(SMALL, LARGE, 64)}
    assert larger["Training step"].left > lines["Training step"].left  # type: ignore[operator]
    assert larger["MACs"] == lines["MACs"]


def test_accuracies_have_a_ratio_on_the_same_data_only() -> None:
    one, other = Accuracy(70.0, "ImageNet", "one crop"), Accuracy(91.0, "CIFAR-10", "its test set")
    pairs = ((one, one, 1.0), (one, other, None), (one, None, None), (None, None, None))
    for left, right, ratio in pairs:
        *_, line = compare.costs(
            replace(SMALL, accuracy=left), replace(LARGE, accuracy=right), BATCHES[0]
        )
        assert line.left == (left.top1 if left else None)
        assert line.ratio == ratio


def test_nothing_has_no_ratio() -> None:
    buffers = compare.costs(preset("lenet5"), SMALL, 1)[1]
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
