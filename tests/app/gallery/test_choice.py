"""A preset with changed parameters has its own figures, and an accuracy only where one is known."""

from __future__ import annotations

import pytest

from app.gallery import Choice, facts
from nodes.errors import SkipwireError
from nodes.spec import Value
from presets import PRESETS, preset


def test_the_facts_follow_the_parameters() -> None:
    plain = Choice(preset("vgg16"))
    normalised = plain.with_value("batch_norm", True)
    assert plain.facts == facts(preset("vgg16"))
    assert normalised.facts.parameters == 138_365_992
    assert normalised.title == "VGG-16, batch_norm=true"
    assert normalised.with_value("batch_norm", False) == plain


@pytest.mark.parametrize(
    ("id", "values", "top1"),
    [
        ("vgg16", {}, 71.592),
        ("vgg16", {"batch_norm": True}, 73.36),
        ("vgg16", {"batch_norm": False, "classes": 1000}, 71.592),
        ("vgg16", {"classes": 10}, None),
        ("shufflenet_v2_x1_0", {"width": "2.0"}, 76.23),
        ("mnasnet1_0", {"width": 1.3}, 76.506),
        ("densenet40", {"depth": 100, "growth_rate": 24}, 96.26),
        ("googlenet_bn", {"auxiliary": False}, 69.778),
    ],
)
def test_an_accuracy_is_that_of_exactly_these_parameters(
    id: str, values: dict[str, Value], top1: float | None
) -> None:
    accuracy = preset(id).accuracy_with(values)
    assert (accuracy.top1 if accuracy else None) == top1


@pytest.mark.parametrize("id", PRESETS)
def test_the_accuracy_of_the_defaults_stands_in_the_preset_alone(id: str) -> None:
    for published in PRESETS[id].references:
        assert published.set or published.accuracy is None


def test_parameters_that_do_not_fit_together_are_refused() -> None:
    with pytest.raises(SkipwireError, match="depth"):
        _ = Choice(preset("densenet40")).with_value("depth", 41).facts
