"""GoogLeNet: what the figures of the general table do not show."""

from __future__ import annotations

import math

import pytest
from torch import Tensor, nn

from app.analysis import analyse
from nodes.network import Network
from presets import preset
from tests.networks.measured import module


def sources(network: Network, name: str) -> list[str]:
    return [wire.source.node for wire in network.graph.into(name)]


@pytest.fixture(scope="module")
def published() -> nn.Module:
    return module(preset("googlenet").network(classes=10))


def test_pooling_comes_ahead_of_the_first_normalisation_and_behind_the_second() -> None:
    network = preset("googlenet").network()
    assert sources(network, "norm1") == ["maxpool1"]
    assert sources(network, "norm2") == ["conv3"]
    assert sources(network, "maxpool2") == ["norm2"]


def test_pooling_rounds_up_so_that_the_sizes_are_those_of_the_paper() -> None:
    nodes = analyse(preset("googlenet").network()).nodes
    sizes = [nodes[f"maxpool{k}"].outputs["output"][1] for k in (1, 2, 3, 4)]
    assert sizes == [56, 28, 14, 7]


@pytest.mark.parametrize(("id", "window"), [("googlenet", 5), ("googlenet_bn", 3)])
def test_the_widest_branch_looks_through_the_window_of_its_form(id: str, window: int) -> None:
    model = module(preset(id).network(), "meta")
    branch = "inception4b.conv5.conv" if id == "googlenet" else "inception4b.branch3.1.conv"
    assert model.get_submodule(branch).kernel_size == (window, window)


@pytest.mark.parametrize("id", ["googlenet", "googlenet_bn"])
def test_two_heads_on_the_way_count_three_tenths_each(id: str) -> None:
    network = preset(id).network()
    assert sources(network, "aux1") == ["inception4a"]
    assert sources(network, "aux2") == ["inception4d"]
    first, *heads = network.graph.of_kind("Output")
    assert (first.name, dict(first.args)) == ("output", {})
    assert [sources(network, head.name) for head in heads] == [["aux2"], ["aux1"]]
    assert all(dict(h.args) == {"auxiliary": True, "loss_weight": 0.3} for h in heads)
    assert len(preset(id).network(auxiliary=False).graph.of_kind("Output")) == 1


@pytest.mark.parametrize(("pixels", "window", "size"), [(224, 5, 4), (96, 5, 1), (32, 2, 1)])
def test_a_head_looks_through_5_px_or_all_that_a_small_image_has(
    pixels: int, window: int, size: int
) -> None:
    network = preset("googlenet").network(input_size=pixels)
    report = analyse(network)
    assert report.problems == ()
    pool = report.nodes["aux1.pool"]
    assert pool.outputs["output"] == (512, size, size)
    assert network.graph.by_name["aux1"].args.get("window", 5) == window


@pytest.mark.parametrize(
    ("id", "found"),
    [("googlenet", [0.7, 0.7, 0.4]), ("googlenet_bn", [0.7, 0.7, 0.2]), ("googlenet_d2l", [])],
)
def test_what_is_dropped(id: str, found: list[float]) -> None:
    model = module(preset(id).network(), "meta")
    assert [m.p for m in model.modules() if isinstance(m, nn.Dropout)] == found


def test_the_published_form_begins_as_in_caffe(published: nn.Module) -> None:
    weight = published.get_parameter("inception3a.conv3.conv.weight")
    bound = math.sqrt(3 / (96 * 3 * 3))
    assert 0.95 * bound < weight.abs().max().item() <= bound
    constants = {
        "conv1.conv": 0.2, "inception5b.project.conv": 0.2, "aux1.conv.conv": 0.2,
        "aux2.fc1": 0.2, "aux2.fc2": 0.0, "fc": 0.0,
    }  # fmt: skip
    for name, value in constants.items():
        assert_constant(published.get_parameter(f"{name}.bias"), value)


def assert_constant(tensor: Tensor, value: float) -> None:
    assert tensor.unique().tolist() == pytest.approx([value])


def test_the_form_with_normalisation_begins_as_in_torchvision() -> None:
    model = module(preset("googlenet_bn").network(classes=10))
    for name in ("conv3.conv", "inception5a.branch2.1.conv", "aux1.fc1", "fc"):
        weight = model.get_parameter(f"{name}.weight")
        assert weight.std().item() == pytest.approx(0.01, rel=0.05), name
