"""Whether a network fits its data, told before a run, and the offers that mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.analysis import analyse
from app.origins import made_of
from app.training.misfit import classes_of, cures, misfit
from app.training.recipe import Recipe
from nodes.network import Network
from nodes.spec import Value
from presets import PRESETS, preset

MADE_UP = "Use Random Patterns"


def look(network: Network, data: str) -> tuple[str, dict[str, int], list[str]]:
    """The reason, what is wanted, and the offers; each of which then fits."""
    report, recipe = analyse(network), Recipe(data=data)
    found = misfit(network, report, recipe)
    if found is None:
        return "", {}, []
    offered = [*cures(network, report, recipe, found)]
    for cure in offered:
        after = analyse(cure.network)
        assert after.ok
        assert misfit(cure.network, after, cure.recipe) is None
    return found.reason, dict(found.wanted), [cure.words for cure in offered]


@pytest.mark.parametrize("id", [i for i, p in PRESETS.items() if i != "resnet1202_cifar"])
def test_every_classifier_is_ready_as_it_is_opened(id: str) -> None:
    document = made_of(PRESETS[id], {})
    report, recipe = analyse(document.network), Recipe.read(document.recipe)
    found = misfit(document.network, report, recipe)
    classifier = len(report.outputs[0]) == 1 or recipe.data == "photographs"
    assert (found is None) == classifier
    if found is not None:
        assert "Only classifiers" in found.reason
        assert not [*cures(document.network, report, recipe, found)]


@pytest.mark.parametrize(
    ("id", "values", "data", "words", "offers"),
    [
        ("lenet5", {}, "digits", "", []),
        ("lenet5", {"classes": 7}, "digits", "gives 7 numbers for a sample, and the digits have 10",
         ["Give It 10 Classes", "Take the First 7 Classes", MADE_UP]),
        ("resnet18", {"input_size": 32, "channels": 4}, "digits", "has 4 channels",
         ["Give It 1 Channel and 10 Classes", MADE_UP]),
        ("googlenet", {}, "digits", "1,000 numbers",
         ["Give It 10 Classes", "Leave 990 Outputs Without a Class", MADE_UP]),
        ("residual_module", {"classes": 10}, "digits", "128 channels",
         ["Give It 1 Channel", MADE_UP]),
        ("residual_module", {"classes": 1}, "synthetic", "gives one number",
         ["Give It 2 Classes"]),
        ("unet_same_bn_rgb1", {"input_size": 32}, "digits", "gives 1×32×32", []),
        ("line_filters", {"channels": 2}, "photographs", "2 channels", ["Give It 3 Channels"]),
    ],
)  # fmt: skip
def test_what_does_not_fit_and_what_is_offered(
    id: str, values: dict[str, Value], data: str, words: str, offers: list[str]
) -> None:
    reason, _, offered = look(preset(id).network(**values), data)
    assert words in reason
    assert bool(words) == bool(reason)
    assert offered == offers


def test_all_heads_get_the_classes_at_once() -> None:
    network = preset("googlenet").network()
    report, recipe = analyse(network), Recipe()
    found = misfit(network, report, recipe)
    assert found is not None
    given, *_ = cures(network, report, recipe, found)
    assert {s for n in given.network.graph.of_kind("Output")
            for s in analyse(given.network).nodes[n.name].outputs.values()} == {(10,)}  # fmt: skip
    assert given.recipe == recipe


def test_the_classes_of_a_folder(tmp_path: Path) -> None:
    for name in ("cat", "dog", "empty", ".hidden"):
        (tmp_path / name).mkdir()
        if name != "empty":
            (tmp_path / name / "a.PNG").write_bytes(b"")
    assert classes_of(str(tmp_path)) == 2
    assert classes_of(str(tmp_path / "nowhere")) is None
    reason, wanted, _ = look(preset("lenet5").network(), str(tmp_path))
    assert f"“{tmp_path.name}” has 2 classes" in reason
    assert wanted == {"classes": 2}
