"""Inception v3, v4 and Inception-ResNet: what the figures of the general table do not show."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

import pytest
import torch
from torch import nn

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


@cache
def without_weights(id: str) -> nn.Module:
    return module(preset(id).network(), "meta")


@pytest.mark.parametrize(
    "id", ["googlenet_bn", "inception_v3", "inception_v4", "inception_resnet_v2"]
)
def test_the_whole_family_adds_a_thousandth_to_the_variance(id: str) -> None:
    model = without_weights(id)
    assert {m.eps for m in model.modules() if isinstance(m, nn.BatchNorm2d)} == {1e-3}


@pytest.mark.parametrize(
    ("id", "counted"),
    [("inception_v3", True), ("inception_v4", False), ("inception_resnet_v2", False)],
)
def test_only_the_means_of_v3_count_the_padding(id: str, counted: bool) -> None:
    model = without_weights(id)
    padded = [m for m in model.modules() if isinstance(m, nn.AvgPool2d) and m.padding == 1]
    assert padded
    assert {m.count_include_pad for m in padded} == {counted}


def test_v3_has_a_second_classifier_on_its_last_maps_of_17_px() -> None:
    network = preset("inception_v3").network()
    (wire,) = network.graph.into("AuxLogits")
    assert wire.source.node == "Mixed_6e"
    assert analyse(network).nodes["AuxLogits.pool"].outputs["output"] == (768, 5, 5)
    main, head = network.graph.of_kind("Output")
    assert dict(main.args) == {}
    assert dict(head.args) == {"auxiliary": True, "loss_weight": 0.4}


@pytest.mark.parametrize("pixels", [75, 107, 139, 224, 298])
def test_the_windows_of_the_second_classifier_shrink_with_the_image(pixels: int) -> None:
    report = analyse(preset("inception_v3").network(input_size=pixels))
    assert report.problems == ()
    assert report.nodes["AuxLogits.conv1"].outputs["output"] == (768, 1, 1)


def test_v3_begins_as_in_torchvision() -> None:
    model = module(preset("inception_v3").network())
    spread = {
        "Conv2d_2b_3x3.conv": 0.1, "Mixed_6c.branch7x7_2.conv": 0.1, "AuxLogits.conv0.conv": 0.1,
        "AuxLogits.conv1.conv": 0.01, "AuxLogits.fc": 0.001, "fc": 0.1,
    }  # fmt: skip
    for name, std in spread.items():
        weight = model.get_parameter(f"{name}.weight")
        assert weight.std().item() == pytest.approx(std, rel=0.05), name


@pytest.mark.parametrize("id", ["inception_v4", "inception_resnet_v2"])
def test_the_dropout_of_the_paper_can_be_left_out(id: str) -> None:
    assert preset(id).network().graph.by_name["head_drop"].args["p"] == 0.2
    assert preset(id).network(dropout=0).graph.by_name["head_drop"].args["p"] == 0


@pytest.mark.parametrize(
    ("block", "channels", "scale"),
    [("repeat.4", 320, 0.17), ("repeat_1.0", 1088, 0.1), ("repeat_2.8", 2080, 0.2),
     ("block8", 2080, 1.0)],
)  # fmt: skip
def test_a_residual_block_adds_a_share_of_its_branches(
    block: str, channels: int, scale: float
) -> None:
    made = deepcopy(without_weights("inception_resnet_v2").get_submodule(block))
    made = made.to_empty(device="cpu").eval()
    for tensor in made.state_dict().values():
        tensor.zero_()
    bias = made.get_parameter("conv2d.bias")
    nn.init.normal_(bias)
    x = torch.randn(1, channels, 3, 3)
    added = x + scale * bias[:, None, None]
    torch.testing.assert_close(made(x), added if block == "block8" else added.relu())
