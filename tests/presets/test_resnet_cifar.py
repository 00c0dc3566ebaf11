"""The depth of the residual networks for CIFAR, and shortcuts that need no weights."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from app.analysis import analyse
from presets import preset
from presets.resnet import downsample
from presets.resnet_cifar import PRESETS, padded_block, residual_block
from tests.presets.single import single


@pytest.mark.parametrize("id", [p.id for p in PRESETS])
def test_it_is_as_deep_as_its_name_says(id: str) -> None:
    network = preset(id).network()
    report = analyse(network)
    weighted = sum(r.kind in ("Conv2d", "Linear") for r in report.nodes.values())
    assert str(weighted) == "".join(filter(str.isdigit, id.removesuffix("_cifar")))


@pytest.mark.parametrize("depth", [20, 110])
def test_shortcuts_need_no_weights(depth: int) -> None:
    plain = preset(f"plain{depth}")
    residual = preset("resnet20" if depth == 20 else f"resnet{depth}_cifar")
    counts = {
        kind: analyse(residual.network(shortcut=kind)).totals.parameters
        for kind in ("zero padding", "projection", "none")
    }
    without = analyse(plain.network()).totals.parameters
    assert counts["zero padding"] == counts["none"] == without
    assert counts["projection"] - without == 32 * (16 + 2) + 64 * (32 + 2)
    assert preset(plain.id).network().graph == residual.network(shortcut="none").graph


def silent(model: nn.Module) -> nn.Module:
    """With nothing learned: the last normalisation of the block gives zeros."""
    block = model.get_submodule("block")
    nn.init.zeros_(block.get_parameter("bn2.weight"))
    return model


def test_the_shortcut_keeps_every_second_cell_and_appends_zeros() -> None:
    x = torch.rand(2, 4, 7, 6)
    found = silent(single(padded_block(), shape=(4, 7, 6), channels=6, stride=2))(x)
    expected = torch.cat((x[:, :, ::2, ::2], torch.zeros(2, 2, 4, 3)), dim=1)
    assert torch.equal(found, expected)


@pytest.mark.parametrize(
    ("channels", "stride", "adds"),
    [(4, 1, 0), (4, 2, 0), (9, 1, 0), (9, 2, 0), (3, 1, 4 * 3 + 2 * 3)],
)
def test_the_ready_block_projects_only_to_fewer_maps(channels: int, stride: int, adds: int) -> None:
    model = single(
        downsample(), residual_block(), shape=(4, 6, 6), channels=channels, stride=stride
    )
    learned = 9 * channels * (4 + channels) + 4 * channels
    assert sum(p.numel() for p in model.parameters()) == learned + adds
    assert model(torch.rand(2, 4, 6, 6)).shape == (2, channels, 6 // stride, 6 // stride)
