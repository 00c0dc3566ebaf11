"""Where the shortcut of a block begins that has its activation ahead."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from presets.preactivation import (
    norm_relu_block,
    preactivation_block,
    preactivation_bottleneck,
)
from tests.presets.single import single

X = torch.randn(2, 4, 6, 6)


def passed(model: nn.Module, last: str) -> Tensor:
    """What comes through the shortcut alone, where the last convolution gives zeros."""
    nn.init.zeros_(model.get_parameter(f"block.{last}.weight"))
    found = model(X)
    assert isinstance(found, Tensor)
    return found


def test_what_keeps_its_shape_passes_untouched() -> None:
    basic = single(preactivation_block(), shape=(4, 6, 6), channels=4)
    deep = single(
        norm_relu_block(), preactivation_bottleneck(), shape=(4, 6, 6), channels=4, width=2
    )
    assert torch.equal(passed(basic, "conv2"), X)
    assert torch.equal(passed(deep, "conv3"), X)


def test_a_basic_block_appends_zeros_to_its_input() -> None:
    model = single(preactivation_block(), shape=(4, 6, 6), channels=6, stride=2)
    expected = functional.pad(X[:, :, ::2, ::2], (0, 0, 0, 0, 0, 2))
    assert torch.equal(passed(model, "conv2"), expected)


def test_a_basic_block_projects_its_input_to_fewer_maps() -> None:
    model = single(preactivation_block(), shape=(4, 6, 6), channels=3)
    weight = model.get_parameter("block.downsample.weight")
    torch.testing.assert_close(passed(model, "conv2"), functional.conv2d(X, weight))


def test_a_bottleneck_projects_what_the_first_activation_gives() -> None:
    model = single(
        norm_relu_block(),
        preactivation_bottleneck(),
        shape=(4, 6, 6),
        channels=8,
        width=2,
        stride=2,
    )
    nn.init.constant_(model.get_parameter("block.common.bn.bias"), 0.5)
    weight = model.get_parameter("block.downsample.weight")
    activated = (X / (1 + 1e-5) ** 0.5 + 0.5).relu()
    torch.testing.assert_close(
        passed(model, "conv3"), functional.conv2d(activated, weight, stride=2)
    )
