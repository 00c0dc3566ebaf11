"""What is put on a wire keeps the shape that flows there, where its width can be set."""

from __future__ import annotations

import pytest

from app.advice.adapting import adapted, fits
from app.analysis import analyse
from nodes.network import Expression, Network, Node, Wire, edits, wire
from nodes.network.builder import Builder
from nodes.network.clipboard import with_definitions
from nodes.spec import Shape
from presets import preset
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
        ("Conv2d", (48, 8, 8), {"out_channels": 48, "padding": 1}),
        ("Conv2d", (64, 8, 8), {"padding": 1}),
        ("Conv1d", (64, 8), {"padding": 1}),
        ("MaxPool2d", (64, 8, 8), {}),  # which halves the size
        ("ConvTranspose2d", (48, 8, 8), {"out_channels": 48, "padding": 1}),
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


def test_where_instances_differ_an_expression_says_it() -> None:
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
        same = widths[0] == widths[1]
        expected = 16 if same else Expression("in_channels")
        assert args == {"out_channels": expected, "padding": 1}
    lost = edits.remove(network, "", ["input"])
    assert adapted(lost, analyse(lost), "Inner", on, "Conv2d") == {}


@pytest.mark.parametrize(
    ("name", "width"), [("Inception", 512), ("InceptionBN", 200), ("InceptionV4B", 96)]
)
def test_the_branches_of_an_inception_module_add_up_to_the_wire(name: str, width: int) -> None:
    network, on = merged((width, 16, 16))
    network, names = with_definitions(network, BLOCKS[name].definitions)
    args = adapted(network, analyse(network), "", on, names[name])
    assert len(args) > 1
    found = analyse(edits.insert_on_wire(network, "", on, Node("new", names[name], args)))
    assert found.ok
    assert found.nodes["new"].outputs["output"] == (width, 16, 16)


@pytest.mark.parametrize("source", ["conv3", "bn3", "downsample"])
def test_a_bottleneck_of_a_published_network_takes_another_block_anywhere(source: str) -> None:
    network = preset("resnet50").network()
    on = network.block("Bottleneck").graph.out_of(source)[0]
    network, names = with_definitions(network, BLOCKS["BasicBlock"].definitions)
    kind = names["BasicBlock"]
    args = adapted(network, analyse(network), "Bottleneck", on, kind)
    after = edits.insert_on_wire(network, "Bottleneck", on, Node("new", kind, args))
    assert analyse(after).ok


@pytest.mark.parametrize(
    ("kind", "shape", "takes"),
    [
        ("Conv2d", (8, 8, 8), True),
        ("Conv2d", (100,), False),
        ("Conv2d", (1, 1, 1), True),  # too small for its window, which can be changed
        ("Linear", (100,), True),
        ("Concat", (100,), True),
    ],
)
def test_a_kind_fits_where_it_takes_the_axes(kind: str, shape: Shape, takes: bool) -> None:
    network, on = merged(shape)
    assert fits(network, analyse(network), "", on, kind) is takes
