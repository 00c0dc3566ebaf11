"""VGG: stages by the table, how its weights begin, and the block in other networks."""

from __future__ import annotations

import math

import pytest

from app.analysis import analyse
from presets import preset
from presets.vgg import STAGES
from tests.networks.measured import module


@pytest.mark.parametrize("depth", STAGES)
def test_the_depth_counts_the_layers_with_weights(depth: int) -> None:
    assert sum(map(len, STAGES[depth])) + 3 == depth
    network = preset(f"vgg{depth}").network()
    features = analyse(network).nodes["features"].outputs
    assert [*features.values()] == [(512, 7, 7)]


def test_weights_begin_as_in_torchvision() -> None:
    model = module(preset("vgg11").network(input_size=32))
    conv = model.get_submodule("features.3").get_parameter("weight")
    assert conv.std().item() == pytest.approx(math.sqrt(2 / (9 * 128)), rel=0.02)
    dense = model.get_submodule("classifier.0")
    assert dense.get_parameter("weight").std().item() == pytest.approx(0.01, rel=0.02)
    assert not dense.get_parameter("bias").any()


def test_the_teaching_form_is_as_narrow_as_wanted() -> None:
    network = preset("vgg11_d2l").network(width=0.25)
    maps = [network.graph.by_name[f"block{k}"].args["channels"] for k in (1, 2, 3)]
    assert maps == [16, 32, 64]
