"""What the mobile networks do beside their counts: padding, shortcuts, rounding."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch.nn import functional

from app.analysis import analyse
from presets import preset
from presets.conv_norm import divisible
from tests.networks.measured import module


def test_version_1_pads_below_and_on_the_right_as_tensorflow_does() -> None:
    model: Any = module(preset("mobilenet_v1").network(input_size=32, classes=2))
    x = torch.rand(1, 3, 32, 32)
    expected = functional.conv2d(functional.pad(x, (0, 1, 0, 1)), model.conv.weight, stride=2)
    torch.testing.assert_close(model.conv(x), expected)


@pytest.mark.parametrize(
    ("id", "residuals", "shortcuts"),
    [("mobilenet_v2", 17, 10), ("mobilenet_v3_large", 15, 10), ("mobilenet_v3_small", 11, 6)],
)
def test_there_is_a_shortcut_where_the_shape_is_kept(
    id: str, residuals: int, shortcuts: int
) -> None:
    nodes = analyse(preset(id).network()).nodes
    adds = [n for n in nodes.values() if n.kind == "Add"]
    assert len(adds) == residuals
    assert sum(n.enabled for n in adds) == shortcuts
    for path, add in nodes.items():
        if add.kind == "Add":
            block = nodes[path.removesuffix(".add")]
            assert add.enabled is (block.inputs == tuple(block.outputs.values()))


def test_maps_are_rounded_to_multiples_of_eight_and_lose_at_most_a_tenth() -> None:
    assert [divisible(n) for n in (1, 11, 12, 18, 24, 83, 84)] == [8, 16, 16, 24, 24, 80, 88]
    assert all(divisible(n) % 8 == 0 and divisible(n) >= 0.9 * n for n in range(1, 2000))


@pytest.mark.parametrize("id", ["mobilenet_v1", "mobilenet_v2", "mobilenet_v3_large", "mnasnet1_0"])
@pytest.mark.parametrize("width", [0.05, 0.25, 1.4])
def test_any_width_is_sound(id: str, width: float) -> None:
    report = analyse(preset(id).network(width=width))
    assert report.problems == ()
    default = analyse(preset(id).network()).totals.parameters
    assert (report.totals.parameters > default) is (width > 1)


def test_version_3_squeezes_a_quarter_of_the_maps_in_between() -> None:
    nodes = analyse(preset("mobilenet_v3_large").network()).nodes
    squeezed = [n.tensors[0].shape[:2] for p, n in nodes.items() if p.endswith(".fc1")]
    assert squeezed == [
        (24, 72), (32, 120), (32, 120), (120, 480), (168, 672), (168, 672), (240, 960), (240, 960),
    ]  # fmt: skip
