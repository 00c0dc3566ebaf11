"""Network in Network: a small network at every place, and one map for each class."""

from __future__ import annotations

import torch

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


def test_its_1x1_convolutions_are_one_network_at_every_place() -> None:
    block = module(preset("nin_d2l").network(input_size=67)).get_submodule("block4")
    x = torch.rand(1, 384, 4, 5)
    made = block(x)
    state = block.state_dict()
    values = torch.relu(block.get_submodule("conv")(x))[0, :, 2, 3]
    for k in (1, 2):
        weight = state[f"cccp{k}.weight"].flatten(1)
        values = torch.relu(weight @ values + state[f"cccp{k}.bias"])
    torch.testing.assert_close(made[0, :, 2, 3], values)


def test_no_linear_layer_ends_it() -> None:
    network = preset("nin_d2l").network(classes=17)
    assert not network.graph.of_kind("Linear")
    assert analyse(network).nodes["block4"].outputs["output"] == (17, 5, 5)
