"""What the parameters of the residual networks for ImageNet change, and what they leave."""

from __future__ import annotations

import pytest

from app.analysis import Report, analyse
from presets import preset


def analysed(id: str, **values: object) -> Report:
    report = analyse(preset(id).network(**values))
    assert report.problems == ()
    return report


def test_the_paper_has_the_stride_in_the_first_convolution() -> None:
    ours, papers = analysed("resnet50"), analysed("resnet50", stride_in="first 1x1")
    assert papers.totals.macs == 3_857_973_248
    assert papers.totals.parameters == ours.totals.parameters
    assert papers.nodes["layer2.0.conv1"].outputs == {"output": (128, 28, 28)}
    assert ours.nodes["layer2.0.conv1"].outputs == {"output": (128, 56, 56)}


@pytest.mark.parametrize(("id", "largest"), [("resnet50", 483), ("resnet152", 1507)])
def test_the_receptive_fields_are_those_of_araujo_norris_and_sim(id: str, largest: int) -> None:
    field = analysed(id, stride_in="first 1x1").nodes["layer4"].field
    assert field is not None
    assert [along.largest for along in field] == [largest, largest]


@pytest.mark.parametrize(
    ("id", "other", "values"),
    [
        ("wide_resnet50_2", "resnet50", {"group_width": 128}),
        ("resnext50_32x4d", "resnet50", {"groups": 32, "group_width": 4}),
        ("resnext101_32x8d", "resnet101", {"groups": 32, "group_width": 8}),
    ],
)
def test_wide_and_grouped_networks_are_resnets_with_other_numbers(
    id: str, other: str, values: dict[str, int]
) -> None:
    assert preset(id).network().graph == preset(other).network(**values).graph


def test_every_stage_is_twice_as_wide() -> None:
    report = analysed("resnet34", width=24, input_size=64)
    shapes = [report.nodes[f"layer{stage}"].outputs["output"] for stage in (1, 2, 3, 4)]
    assert shapes == [(24, 16, 16), (48, 8, 8), (96, 4, 4), (192, 2, 2)]
