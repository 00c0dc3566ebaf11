"""MnasNet in code: the momentum of its statistics, and how its last layer begins."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from presets import preset
from tests.networks.measured import module


def test_running_statistics_move_slowly() -> None:
    model: Any = module(preset("mnasnet1_0").network(input_size=32, classes=2))
    norms = [m for m in model.modules() if isinstance(m, nn.BatchNorm2d)]
    assert len(norms) == 52
    assert {m.momentum for m in norms} == {1 - 0.9997}


def test_the_last_layer_begins_within_the_bounds_of_kaiming_for_its_outputs() -> None:
    torch.manual_seed(0)
    model: Any = module(preset("mnasnet1_0").network(classes=300))
    last = model.classifier[1]
    assert last.weight.abs().max().item() == pytest.approx((3 / 300) ** 0.5, rel=1e-3)
    assert not last.bias.any()
