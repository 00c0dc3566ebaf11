"""SqueezeNet: rounding up in the poolings, fire modules, how its weights begin."""

from __future__ import annotations

import math

import pytest
import torch

from app.analysis import analyse
from presets import preset
from presets.squeezenet import fire
from tests.networks.measured import module


@pytest.mark.parametrize(
    ("id", "sizes"),
    [("squeezenet1_0", {2: 54, 6: 27, 11: 13}), ("squeezenet1_1", {2: 55, 5: 27, 8: 13})],
)
def test_poolings_round_up(id: str, sizes: dict[int, int]) -> None:
    report = analyse(preset(id).network())
    for place, size in sizes.items():
        assert report.nodes[f"features.{place}"].outputs["output"][1:] == (size, size)


def test_a_fire_module_gives_both_branches_one_behind_the_other() -> None:
    module_ = module(preset("squeezenet1_1").network(input_size=17)).get_submodule("features.3")
    x = torch.rand(2, 64, 5, 5)
    state = module_.state_dict()
    squeezed = torch.relu(torch.conv2d(x, state["squeeze.weight"], state["squeeze.bias"]))
    one = torch.conv2d(squeezed, state["expand1x1.weight"], state["expand1x1.bias"])
    three = torch.conv2d(squeezed, state["expand3x3.weight"], state["expand3x3.bias"], padding=1)
    torch.testing.assert_close(module_(x), torch.relu(torch.cat((one, three), 1)))
    assert {p.name: p.default for p in fire().parameters} == {"squeeze": 16, "expand": 64}


def test_weights_begin_as_in_torchvision() -> None:
    model = module(preset("squeezenet1_1").network(input_size=17))
    last = model.get_submodule("classifier.1").get_parameter("weight")
    assert last.std().item() == pytest.approx(0.01, rel=0.02)
    first = model.get_submodule("features.0").get_parameter("weight")
    most = math.sqrt(6 / 27)  # of a uniform distribution with the variance 2 / fan_in
    assert 0.95 * most < first.abs().max() <= most
