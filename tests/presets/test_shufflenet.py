"""The unit of ShuffleNet: half passes by, and the halves are mixed."""

from __future__ import annotations

from typing import Any

import torch

from presets import preset
from tests.networks.measured import module


def test_half_of_the_maps_pass_by_a_unit() -> None:
    model: Any = module(preset("shufflenet_v2_x1_0").network(input_size=64, classes=2)).eval()
    unit = model.stage2[1]
    x = torch.randn(2, 116, 8, 8)
    y = unit(x)
    torch.testing.assert_close(y[:, ::2], x[:, :58])
    torch.testing.assert_close(y[:, 1::2], unit.branch2(x[:, 58:]))


def test_both_branches_see_all_maps_where_the_size_is_halved() -> None:
    model: Any = module(preset("shufflenet_v2_x1_0").network(input_size=64, classes=2)).eval()
    unit = model.stage2[0]
    x = torch.randn(2, 24, 8, 8)
    y = unit(x)
    assert y.shape == (2, 116, 4, 4)
    torch.testing.assert_close(y[:, ::2], unit.branch1(x))
    torch.testing.assert_close(y[:, 1::2], unit.branch2(x))
