"""U-Net: the sizes of the paper's figure, what crosses over, and sizes that halve oddly."""

from __future__ import annotations

import pytest
import torch

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


def test_the_sizes_are_those_of_the_figure() -> None:
    nodes = analyse(preset("unet_classic").network()).nodes
    sizes = {"inc": 568, "down1": 280, "down2": 136, "down3": 64, "down4": 28, "crop1": 56,
             "up1": 52, "crop2": 104, "up2": 100, "crop3": 200, "up3": 196, "crop4": 392,
             "up4": 388, "output": 388}  # fmt: skip
    for path, size in sizes.items():
        shape = nodes[path].outputs["output"] if path != "output" else nodes[path].inputs[0]
        assert shape[1:] == (size, size), path


@pytest.mark.parametrize(
    ("id", "size", "made"),
    [
        ("unet_classic", 188, 4),
        ("unet_classic", 195, 4),
        ("unet_classic", 204, 20),
        ("unet_same_bn_rgb1", 16, 16),
        ("unet_same_bn_rgb1", 45, 32),
        ("unet_same_bn_rgb1", 48, 48),
    ],
)
def test_sizes(id: str, size: int, made: int) -> None:
    network = preset(id).network(input_size=size, channels=1, classes=2, width=2)
    assert analyse(network).outputs == ((2, made, made),)
    assert module(network)(torch.rand(2, 1, size, size)).shape == (2, 2, made, made)


def test_what_crosses_over_is_the_middle_and_comes_first() -> None:
    network = preset("unet_classic").network(width=1)
    assert network.graph.by_name["crop1"].args["amounts"] == (4, 4, 4, 4)
    wires = network.block("UNetUp").graph.into("concat")
    assert [w.source.node for w in wires] == ["skip", "up"]


def test_dropout_stands_at_the_end_of_the_way_down() -> None:
    graph = preset("unet_classic").network(dropout=0.5).graph
    drops = graph.of_kind("Dropout")
    assert [graph.into(n.name)[0].source.node for n in drops] == ["down3", "down4"]
    assert not preset("unet_classic").network().graph.of_kind("Dropout")


def test_weights_begin_by_the_number_of_inputs() -> None:
    model = module(preset("unet_classic").network(width=32))
    weight = model.get_submodule("down2.conv.conv2").get_parameter("weight")
    assert weight.std().item() == pytest.approx((2 / (9 * 128)) ** 0.5, rel=0.03)
