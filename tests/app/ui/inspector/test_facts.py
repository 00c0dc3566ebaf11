"""What the inspector tells of a node."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.ui.inspector.facts import of_node
from nodes.network.builder import Builder


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        ("BatchNorm2d", ["Parameters 6", "weight 3", "bias 3", "Buffers 7", "running_mean 3",
                         "running_var 3", "num_batches_tracked"]),
        ("FixedConv2d", ["Parameters 0", "Buffers 294", "weight 2×3×7×7"]),
        ("ReLU", ["Parameters 0"]),
    ],
)  # fmt: skip
def test_weights_stand_below_the_sum_that_they_are_part_of(kind: str, listed: list[str]) -> None:
    g = Builder("Net")
    x = g.input(3, 16, 16)
    g.output(g.add("node", kind, x))
    lines = [" ".join(fact).strip() for fact in of_node(analyse(g.network()).nodes["node"])]
    first = lines.index(listed[0])
    assert lines[first : first + len(listed)] == listed
    assert lines[first + len(listed)].startswith("MACs")
