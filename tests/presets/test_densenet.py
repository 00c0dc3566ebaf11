"""Dense layers hand on what they receive; depth and dropout of the networks for CIFAR."""

from __future__ import annotations

import pytest
import torch

from app.analysis import analyse
from nodes.errors import ParameterError
from nodes.network import Block
from presets import preset
from presets.densenet import dense_block, dense_bottleneck, dense_layer
from tests.presets.single import single


@pytest.mark.parametrize(
    ("definitions", "adds"),
    [
        ((dense_layer(),), 5),
        ((dense_bottleneck(),), 5),
        ((dense_bottleneck(), dense_block()), 6 * 5),
    ],
    ids=["layer", "bottleneck", "block"],
)
def test_new_maps_stand_behind_those_before(definitions: tuple[Block, ...], adds: int) -> None:
    x = torch.randn(2, 4, 6, 6)
    found = single(*definitions, shape=(4, 6, 6), growth_rate=5)(x)
    assert found.shape == (2, 4 + adds, 6, 6)
    assert torch.equal(found[:, :4], x)


def test_a_layer_of_the_classic_networks_sees_all_before_it() -> None:
    report = analyse(preset("densenet121").network(growth_rate=12))
    seen = [report.nodes[f"features.denseblock1.denselayer{k}"].inputs[0][0] for k in range(1, 7)]
    assert seen == [24 + 12 * k for k in range(6)]
    assert report.nodes["features.transition1"].outputs == {"output": ((24 + 72) // 2, 28, 28)}


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("densenet40", r"depth must be 3 n \+ 4.* near 41 are 40 and 43"),
        ("densenet_bc_cifar_L100_k12", r"depth must be 6 n \+ 4.* near 41 are 40 and 46"),
    ],
)
def test_a_depth_that_three_blocks_cannot_share_is_refused(id: str, words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        preset(id).network(depth=41)


@pytest.mark.parametrize("id", ["densenet40", "densenet_bc_cifar_L100_k12"])
def test_dropout_stands_behind_every_convolution_but_the_first(id: str) -> None:
    plain, dropped = (analyse(preset(id).network(dropout=p)) for p in (0.0, 0.2))
    assert dropped.problems == ()
    assert dropped.totals.parameters == plain.totals.parameters
    kinds = [r.kind for r in dropped.nodes.values()]
    assert kinds.count("Dropout") == kinds.count("Conv2d") - 1
    assert not any(r.kind == "Dropout" for r in plain.nodes.values())
