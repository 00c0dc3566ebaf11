"""Definitions that differ in numbers only share a class, where that is clean."""

from __future__ import annotations

import re

import pytest

from app.analysis import analyse
from app.codegen import Place, Source, generate
from app.codegen.sharing import MOST
from nodes.network import Block
from tests.app.codegen.networks import NETWORKS
from tests.app.networks import ends, graph, network, node


def source(name: str) -> Source:
    net = NETWORKS[name]
    return generate(net, analyse(net))


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("blocks that differ in numbers", ["ConvBlock", "Res", "Test"]),
        ("blocks with other numbers of one name", ["Narrow", "Test"]),
        ("blocks that differ in their repeats", ["Same", "Stage", "Test"]),
        ("alike blocks that no number tells apart", ["Left", "Test"]),
        ("blocks that differ in numbers and in shape", ["A", "B", "Test"]),
    ],
)
def test_the_classes_of_alike_blocks(name: str, classes: list[str]) -> None:
    assert re.findall(r"^class (\w+)", source(name).text, re.MULTILINE) == classes


def test_a_line_is_for_the_nodes_of_all_definitions() -> None:
    found = source("blocks that differ in numbers")
    places = [Place("conv_block_16", "conv"), Place("conv_block_32", "conv")]
    (first,), (second,) = (found.lines(place) for place in places)
    assert first == second
    assert (
        "self.conv = nn.Conv2d(in_channels, out_channels, kernel_size"
        in (found.text.splitlines()[first - 1])
    )
    assert list(found.at(first)) == places
    assert found.at(1) == ()


def test_a_class_does_not_gain_more_parameters_than_can_be_read() -> None:
    def wide(name: str, kernel: int) -> Block:
        layers = [
            node(f"conv{k}", "Conv2d", out_channels=kernel + k, kernel_size=kernel, padding=kernel)
            for k in range(MOST)
        ]
        names = " ".join(layer.name for layer in layers)
        return Block(name, (), graph([*ends(), *layers], f"input {names} output"))

    blocks = (wide("One", 1), wide("Two", 2))
    net = network([*ends(), node("a", "One"), node("b", "Two")], "input a b output", blocks=blocks)
    text = generate(net, analyse(net)).text
    assert "class One(" in text
    assert "class Two(" in text


def test_a_block_that_is_not_used_changes_nothing() -> None:
    net = NETWORKS["blocks with other numbers of one name"]
    nodes = [n for n in net.graph.nodes if n.name != "b"]
    only = net.with_graph("", graph(nodes, "input a output"))
    assert "nn.Conv2d(in_channels, 8, 3, padding=1)" in generate(only, analyse(only)).text
