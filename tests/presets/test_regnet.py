"""The widths of RegNet: quantised from a straight line, and made to fit the groups."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from nodes.errors import ParameterError
from presets import preset

# Widths and depths of the stages in the paper's Tables 10 and 11.
PUBLISHED = {
    "regnet_x_400mf": ((32, 64, 160, 400), (1, 2, 7, 12)),
    "regnet_y_400mf": ((48, 104, 208, 440), (1, 3, 6, 6)),
    "regnet_y_800mf": ((64, 144, 320, 784), (1, 3, 8, 2)),
}


@pytest.mark.parametrize("id", PUBLISHED)
def test_the_stages_are_those_of_the_paper(id: str) -> None:
    nodes = analyse(preset(id).network()).nodes
    stages = [nodes[f"trunk_output.block{k}"] for k in (1, 2, 3, 4)]
    widths, depths = PUBLISHED[id]
    assert tuple(stage.outputs["output"][0] for stage in stages) == widths
    assert tuple(stage.repeat for stage in stages) == depths
    assert "trunk_output.block5" not in nodes
    assert "trunk_output.block4.block4-1.f.b.0" in nodes


def test_squeeze_and_excitation_counts_what_enters_the_block() -> None:
    nodes = analyse(preset("regnet_y_400mf").network()).nodes
    squeezed = nodes["trunk_output.block2.block2-0.f.se.fc1"].tensors[0].shape
    assert squeezed == (12, 104, 1, 1)
    assert (
        not analyse(preset("regnet_x_400mf").network())
        .nodes["trunk_output.block1.block1-0.f.se"]
        .enabled
    )


@pytest.mark.parametrize("depth", [1, 2, 40])
def test_other_depths_are_sound(depth: int) -> None:
    assert analyse(preset("regnet_y_400mf").network(depth=depth)).problems == ()


def test_a_width_beside_the_multiples_of_eight_is_refused() -> None:
    with pytest.raises(ParameterError, match="width must be a multiple of 8, not 50"):
        preset("regnet_y_400mf").network(width=50)
