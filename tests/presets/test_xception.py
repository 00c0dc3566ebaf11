"""Xception: what the figures of the general table do not show."""

from __future__ import annotations

import pytest
from torch import nn

from app.analysis import analyse
from nodes.network import Graph, Network, Node, wire
from presets import preset
from presets.blocks import BLOCKS
from tests.networks.measured import module


@pytest.fixture(scope="module")
def xception() -> nn.Module:
    return module(preset("xception").network(), "meta")


def test_the_first_relu_of_a_block_leaves_what_its_shortcut_needs(xception: nn.Module) -> None:
    for number in range(2, 13):
        rep = xception.get_submodule(f"block{number}.rep")
        first, *others = [m.inplace for m in rep.children() if isinstance(m, nn.ReLU)]
        assert not first
        assert all(others)


def test_the_first_block_begins_with_a_convolution(xception: nn.Module) -> None:
    assert not isinstance(xception.get_submodule("block1.rep.0"), nn.ReLU)


def test_no_normalised_convolution_has_a_bias(xception: nn.Module) -> None:
    assert all(m.bias is None for m in xception.modules() if isinstance(m, nn.Conv2d))


def test_the_flows_have_the_sizes_of_the_paper() -> None:
    nodes = analyse(preset("xception").network()).nodes
    shapes = [nodes[f"block{k}"].outputs["output"] for k in (1, 2, 3, 4, 11, 12)]
    assert shapes == [
        (128, 74, 74), (256, 37, 37), (728, 19, 19), (728, 19, 19), (728, 19, 19), (1024, 10, 10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("channels", "stride", "projected"), [(6, 1, False), (6, 2, True), (8, 1, True)]
)
def test_a_block_projects_its_shortcut_where_the_shape_changes(
    channels: int, stride: int, projected: bool
) -> None:
    args = {"channels": channels, "middle": 5, "stride": stride}
    graph = Graph(
        (
            Node("input", "Input", {"shape": (6, 8, 8)}),
            Node("block", "XceptionBlock", args),
            Node("output", "Output"),
        ),
        (wire("input", "output", "block", "input"), wire("block", "output", "output", "input")),
    )
    network = Network("Test", graph, BLOCKS["XceptionBlock"].definitions.blocks)
    assert analyse(network).outputs == ((channels, 8 // stride, 8 // stride),)
    names = dict(module(network, "meta").named_parameters())
    assert ("block.skip.weight" in names) is projected
