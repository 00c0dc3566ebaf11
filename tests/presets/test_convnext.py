"""ConvNeXt's block: the scale of its branch, its key, and stochastic depth."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


def test_the_scale_is_a_parameter_of_the_block_and_comes_first() -> None:
    network = preset("convnext_tiny").network(input_size=32, classes=2)
    model: Any = module(network)
    block = model.features[1][0]
    assert list(block.state_dict())[:2] == ["layer_scale", "block.0.weight"]
    assert isinstance(block.layer_scale, torch.nn.Parameter)
    (scale,) = analyse(network).nodes["features.1.0.layer_scale"].tensors
    assert scale.key("features.1.0.layer_scale") == "features.1.0.layer_scale"
    assert scale.shape == tuple(block.layer_scale.shape) == (96, 1, 1)


def test_a_block_begins_as_its_shortcut_and_learns_from_its_branch() -> None:
    model: Any = module(preset("convnext_tiny").network(input_size=32, classes=2))
    block = model.features[1][0].eval()
    x = torch.randn(2, 96, 8, 8)
    y = block(x)
    torch.testing.assert_close(y, x, atol=1e-4, rtol=0)
    assert not torch.equal(y, x)
    y.sum().backward()
    assert block.layer_scale.grad.abs().min() > 0


@pytest.mark.parametrize(("id", "last"), [("tiny", 0.1), ("small", 0.4), ("base", 0.5)])
def test_stochastic_depth_ends_at_its_largest(id: str, last: float) -> None:
    model: Any = module(preset(f"convnext_{id}").network(input_size=32, classes=2), "meta")
    drops = [m.p for m in model.modules() if type(m).__name__ == "DropPath"]
    assert drops == pytest.approx([last * n / (len(drops) - 1) for n in range(len(drops))])
