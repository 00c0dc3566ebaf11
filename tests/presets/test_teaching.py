"""Small networks for learning: the figures of the textbooks, and what each is about."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


@pytest.mark.parametrize(
    ("id", "values", "parameters"),
    [
        ("inception_module", {}, 163_696),  # inception 3a of GoogLeNet
        ("residual_module", {"batch_norm": False}, 2 * (9 * 128 * 128 + 128)),
        ("residual_module", {}, 2 * (9 * 128 * 128 + 2 * 128)),
        ("residual_module", {"shortcut": "linear"}, 2 * (9 * 128 * 128 + 2 * 128) + 128 * 128),
        ("separable_classifier", {}, 38_949),
        ("line_filters", {}, 0),
    ],
)
def test_parameters(id: str, values: dict[str, Any], parameters: int) -> None:
    report = analyse(preset(id).network(**values))
    assert report.problems == ()
    assert report.totals.parameters == parameters


@pytest.mark.parametrize("shortcut", ["identity", "linear"])
def test_a_residual_module_that_learned_nothing_passes_its_shortcut_on(shortcut: str) -> None:
    model = module(preset("residual_module").network(input_size=4, shortcut=shortcut)).eval()
    torch.nn.init.zeros_(model.get_submodule("conv2").get_parameter("weight"))
    x = torch.randn(2, 128, 4, 4)
    expected = model.get_submodule("linear")(x) if shortcut == "linear" else x
    torch.testing.assert_close(model(x), torch.relu(expected))


def test_a_residual_module_on_other_maps_needs_a_linear_shortcut() -> None:
    network = preset("residual_module").network(channels=64)
    assert network.graph.by_name["linear"].kind == "Conv2d"
    assert analyse(network).outputs == ((128, 28, 28),)


@pytest.mark.parametrize("id", ["inception_module", "residual_module"])
def test_a_module_becomes_a_classifier(id: str) -> None:
    network = preset(id).network(channels=1, classes=10, input_size=8)
    assert analyse(network).outputs == ((10,),)


def test_the_separable_classifier_has_eight_layers() -> None:
    network = preset("separable_classifier").network()
    kinds = [n.kind for n in network.graph.nodes]
    assert kinds.count("SeparableConvReLU") == 6
    assert kinds.count("Linear") == 2
    assert analyse(network).nodes["conv6"].outputs["output"] == (128, 9, 9)


@pytest.mark.parametrize(
    ("place", "order"),
    [
        ("before the activation", ["conv", "bn1", "relu1", "pool", "dense", "bn2", "relu2"]),
        ("after the activation", ["conv", "relu1", "bn1", "pool", "dense", "relu2", "bn2"]),
    ],
)
def test_batch_norm_stands_after_the_convolution_and_the_dense_layer(
    place: str, order: list[str]
) -> None:
    network = preset("batch_norm").network(place=place)
    nodes = [n.name for n in network.graph.nodes if n.name in order]
    assert nodes == order
    biased = network.graph.by_name["dense"].args.get("bias", True)
    assert biased == place.startswith("after")  # before it, the mean would take it away
    assert {n.kind for n in network.graph.nodes} >= {"BatchNorm2d", "BatchNorm1d"}


def test_the_line_filters_are_a_column_and_a_row_of_ones() -> None:
    model = module(preset("line_filters").network(input_size=(9, 12)))
    weight = model.get_submodule("lines").get_buffer("weight")
    assert weight.shape == (2, 3, 7, 7)
    column, row = torch.zeros(7, 7), torch.zeros(7, 7)
    column[:, 3] = 1
    row[3, :] = 1
    assert (weight[0] == column).all()
    assert (weight[1] == row).all()
    assert model(torch.rand(1, 3, 9, 12)).shape == (1, 2, 9, 12)
