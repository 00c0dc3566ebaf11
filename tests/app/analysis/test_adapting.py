"""What is put on a wire keeps the shape that flows there, where its width can be set."""

from __future__ import annotations

import pytest

from app.analysis import analyse
from app.analysis.adapting import adapted
from nodes.network import Network, Node, Wire, edits, wire
from nodes.network.builder import Builder
from nodes.network.clipboard import with_definitions
from nodes.spec import Shape
from presets.blocks import BLOCKS

KEEPS = 24  # channels, unlike every default

SETTABLE = ("ConvNormReLU", "DoubleConv", "SeparableConv2d", "BasicBlock", "Bottleneck")


def merged(shape: Shape) -> tuple[Network, Wire]:
    """A network in which another width at the wire would be a mismatch."""
    g = Builder("Net")
    x = g.input(*shape)
    a = g.add("a", "Identity", x)
    g.output(g.add("add", "Add", [x, a]))
    made = g.network()
    return made, made.graph.out_of("a")[0]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_with_a_width_leaves_a_sound_network_sound(name: str) -> None:
    ready = BLOCKS[name]
    if len(ready.takes) != 1:
        pytest.skip("takes several inputs, and cannot stand on a wire")
    shape = ready.takes[0] if len(ready.takes[0]) < 3 else (KEEPS, 16, 16)
    network, on = merged(shape)
    network, names = with_definitions(network, ready.definitions)
    kind = names[name]
    args = adapted(network, analyse(network), "", on, kind)
    after = edits.insert_on_wire(network, "", on, Node("new", kind, args))
    found = analyse(after).nodes["new"]
    assert found.outputs
    if args or name in SETTABLE:
        assert shape[0] in found.outputs["output"]


@pytest.mark.parametrize(
    ("kind", "shape", "args"),
    [
        ("Conv2d", (48, 8, 8), {"out_channels": 48}),
        ("Conv2d", (64, 8, 8), {}),  # the default
        ("ConvTranspose2d", (48, 8, 8), {"out_channels": 48}),
        ("Linear", (100,), {"out_features": 100}),
        ("Linear", (12, 100), {"out_features": 100}),
        ("ReLU", (48, 8, 8), {}),
        ("Conv2d", (48,), {}),  # which it does not take
        ("Add", (48, 8, 8), {}),
    ],
)
def test_a_layer_does_so_too(kind: str, shape: Shape, args: dict[str, int]) -> None:
    network, on = merged(shape)
    assert adapted(network, analyse(network), "", on, kind) == args


def test_nothing_is_set_where_instances_differ_or_nothing_is_known() -> None:
    b = Builder("Inner")
    x = b.input()
    x = b.add("first", "Identity", x)
    b.output(b.add("second", "Identity", x))
    block = b.block()
    on = wire("first", "output", "second", "input")
    for widths in ((16, 16), (16, 32)):
        g = Builder("Net")
        x = g.input(3, 8, 8)
        for k, width in enumerate(widths):
            x = g.add(f"conv{k}", "Conv2d", x, out_channels=width, kernel_size=1)
            x = g.add(f"block{k}", block, x)
        g.output(x)
        network = g.network(blocks=(block,))
        args = adapted(network, analyse(network), "Inner", on, "Conv2d")
        assert args == ({"out_channels": 16} if widths[0] == widths[1] else {})
    lost = edits.remove(network, "", ["input"])
    assert adapted(lost, analyse(lost), "Inner", on, "Conv2d") == {}
