"""Expressions in a block name the channels that enter it: from the analysis to torch and back."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from app.analysis import analyse
from app.codegen import generate, generate_probe
from nodes.errors import EditError
from nodes.network import ROOT, Block, Expression, Network, edits
from nodes.network import blocks as grouping
from nodes.network.builder import Builder
from nodes.spec import Kind, Param


def squeeze() -> Block:
    b = Builder("Squeeze", (Param("reduction", Kind.INT, 4, "", 1),))
    x = b.input()
    gate = b.add("pool", "AdaptiveAvgPool2d", x)
    gate = b.add("fc1", "Conv2d", gate, out_channels="=max(in_channels // reduction, 1)",
                 kernel_size=1)  # fmt: skip
    gate = b.add("fc2", "Conv2d", gate, out_channels="=in_channels", kernel_size=1)
    b.output(b.add("scale", "Multiply", [x, gate]))
    return b.block()


def drawn(*widths: int) -> Network:
    """A squeeze after each of some convolutions."""
    block = squeeze()
    b = Builder("Net")
    x = b.input(3, 8, 8)
    for k, width in enumerate(widths):
        x = b.add(f"conv{k}", "Conv2d", x, out_channels=width, kernel_size=1)
        x = b.add(f"squeeze{k}", block, x)
    b.output(x)
    return b.network((block,))


def built(network: Network) -> torch.nn.Module:
    namespace: dict[str, Any] = {}
    source = generate(network, analyse(network))
    exec(source.text, namespace)
    module = namespace[source.class_name]()
    assert isinstance(module, torch.nn.Module)
    return module


@pytest.mark.parametrize("widths", [(16, 24), (8, 3), (6, 7)])
def test_one_class_serves_every_width(widths: tuple[int, ...]) -> None:
    network = drawn(*widths)
    report = analyse(network)
    assert report.ok
    text = generate(network, report).text
    assert text.count("class ") == 2
    assert "nn.Conv2d(in_channels, max(in_channels // reduction, 1), 1)" in text
    assert "nn.Conv2d(max(in_channels // reduction, 1), in_channels, 1)" in text
    module = built(network)
    assert module(torch.zeros(2, 3, 8, 8)).shape == (2, widths[-1], 8, 8)
    assert sum(p.numel() for p in module.parameters()) == report.totals.parameters


def test_the_probe_shows_every_value() -> None:
    network = drawn(16, 8)
    namespace: dict[str, Any] = {}
    exec(generate_probe(network, analyse(network)), namespace)
    shown = dict(namespace["probe"](built(network).eval(), torch.zeros(2, 3, 8, 8)))
    assert shown["squeeze1.fc1"].shape == (2, 2, 1, 1)


def test_copies_see_what_enters_each_of_them() -> None:
    b = Builder("Grow")
    x = b.input()
    b.output(b.add("conv", "Conv2d", x, out_channels="=2 * in_channels", kernel_size=1))
    block = b.block()
    b = Builder("Net")
    b.output(b.add("grow", block, b.input(3, 8, 8), repeat=3))
    network = b.network((block,))
    report = analyse(network)
    assert report.outputs == ((24, 8, 8),)
    assert built(network)(torch.zeros(2, 3, 8, 8)).shape == (2, 24, 8, 8)


def test_each_of_several_inputs_has_a_name() -> None:
    b = Builder("Join")
    left, right = b.input(name="left"), b.input(name="right")
    x = b.add("conv", "Conv2d", left, out_channels="=right_channels", kernel_size=1)
    b.output(b.add("add", "Add", [x, right]))
    block = b.block()
    assert dict(block.channel_names) == {"left": "left_channels", "right": "right_channels"}
    b = Builder("Net")
    x = b.input(3, 8, 8)
    y = b.add("wide", "Conv2d", x, out_channels=5, kernel_size=1)
    b.output(b.add("join", block, [x, y]))
    network = b.network((block,))
    assert analyse(network).outputs == ((5, 8, 8),)
    assert built(network)(torch.zeros(2, 3, 8, 8)).shape == (2, 5, 8, 8)


def test_a_parameter_of_that_name_comes_first() -> None:
    block = Block("B", (Param("in_channels", Kind.INT, 4, ""),), squeeze().graph)
    assert list(block.channel_names.values()) == ["in_channels2"]


def test_nothing_is_blamed_for_what_is_wrong_before_the_block() -> None:
    network = edits.set_argument(drawn(16), ROOT, ["conv0"], "kernel_size", 99)
    report = analyse(network)
    assert [p.nodes[0] for p in report.problems if not p.consequence] == ["conv0"]


def test_outside_a_block_there_is_no_such_name() -> None:
    with pytest.raises(EditError, match="in_channels"):
        edits.set_argument(
            drawn(16), ROOT, ["conv0"], "out_channels", Expression("2 * in_channels")
        )


def test_unpacking_writes_the_number_that_enters() -> None:
    network = drawn(16)
    report = analyse(network)
    unpacked = grouping.unpack(network, ROOT, "squeeze0", [report.nodes["squeeze0"].inputs])
    after = analyse(unpacked.network)
    assert after.ok
    assert after.totals == report.totals
    with pytest.raises(EditError, match="in_channels"):
        grouping.unpack(network, ROOT, "squeeze0")


def test_a_block_of_nodes_that_name_it_is_handed_the_number() -> None:
    network = drawn(16, 24)
    made = grouping.make_block(network, "Squeeze", ["fc1", "fc2"], "Gate")
    before, after = analyse(network), analyse(made.network)
    assert after.ok
    assert after.totals.parameters == before.totals.parameters
    assert built(made.network)(torch.zeros(2, 3, 8, 8)).shape == (2, 24, 8, 8)
