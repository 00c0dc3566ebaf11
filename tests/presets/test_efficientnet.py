"""EfficientNet's stochastic depth, and how depth and width scale it."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


@pytest.mark.parametrize(
    ("id", "blocks", "kept"), [("efficientnet_b0", 16, 9), ("efficientnet_v2_s", 40, 35)]
)
def test_stochastic_depth_grows_from_block_to_block(id: str, blocks: int, kept: int) -> None:
    model: Any = module(preset(id).network(input_size=64, classes=2), "meta")
    residuals = [block for stage in [*model.features][1:-1] for block in stage]
    assert len(residuals) == blocks
    acting = {
        n: b.stochastic_depth.p for n, b in enumerate(residuals) if hasattr(b.stochastic_depth, "p")
    }
    assert len(acting) == kept
    assert acting == pytest.approx({n: 0.2 * n / blocks for n in acting})


def test_a_block_that_is_left_out_is_its_shortcut() -> None:
    torch.manual_seed(0)
    model: Any = module(preset("efficientnet_b0").network(input_size=64, classes=2, drop=1.0))
    block = model.features[6][3].train()
    block.stochastic_depth.p = 1.0
    x = torch.rand(2, 192, 4, 4)
    torch.testing.assert_close(block(x), x)
    assert not torch.allclose(block.eval()(x), x)


def test_b1_is_b0_made_deeper() -> None:
    same = {"input_size": 240, "classes": 1000}
    deeper = analyse(preset("efficientnet_b0").network(depth=1.1, **same))
    assert deeper.totals == analyse(preset("efficientnet_b1").network(**same)).totals
    wider = analyse(preset("efficientnet_b0").network(width=1.1, depth=1.2, input_size=260))
    assert wider.totals.parameters == 9_109_994  # B2, as published in torchvision
