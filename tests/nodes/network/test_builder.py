"""The builder: what it writes down, and what it refuses."""

from __future__ import annotations

import pytest

from nodes.errors import EditError, ParameterError, UnknownKindError
from nodes.network import Block, Endpoint, Expression, wire
from nodes.network.builder import Builder
from nodes.spec import Kind, Param


def residual() -> Block:
    b = Builder("Residual", (Param("channels", Kind.INT, 8, "Maps", 1),), "One convolution")
    x = b.input()
    y = b.add("conv", "Conv2d", x, out_channels="=channels", padding=1, stride=1)
    y = b.add("add", "Add", [y, x])
    b.output(y)
    return b.block()


def test_nodes_stand_in_the_order_of_their_lines() -> None:
    assert [node.name for node in residual().graph.nodes] == ["input", "conv", "add", "output"]


def test_wires_follow_the_sources_in_their_order() -> None:
    assert residual().graph.wires == (
        wire("input", "output", "conv", "input"),
        wire("conv", "output", "add", "inputs"),
        wire("input", "output", "add", "inputs"),
        wire("add", "output", "output", "input"),
    )


def test_arguments_hold_expressions_and_what_differs_from_the_default() -> None:
    conv = residual().graph.by_name["conv"]
    assert dict(conv.args) == {"out_channels": Expression("channels"), "padding": 1}


def test_an_expression_may_be_given_as_one() -> None:
    b = Builder("B")
    b.add("relu", "ReLU", b.input(), inplace=Expression("i > 0"))
    assert b.block().graph.by_name["relu"].args["inplace"] == Expression("i > 0")


def test_a_block_is_an_instance_with_arguments_and_a_repeat() -> None:
    block = residual()
    g = Builder("Net")
    x = g.input(8, 4, 4)
    x = g.add("stage", block, x, repeat="=2", enabled="=1 > 0", channels="=8")
    assert x == Endpoint("stage", "output")
    g.output(x)
    network = g.network(blocks=(block,))
    stage = network.graph.by_name["stage"]
    assert (stage.kind, stage.repeat, stage.enabled) == (
        "Residual", Expression("2"), Expression("1 > 0"),
    )  # fmt: skip
    assert network.graph.by_name["input"].args["shape"] == (8, 4, 4)
    assert network.block("Residual") is block
    assert (block.summary, block.parameters[0].name) == ("One convolution", "channels")


def test_a_block_with_several_ports_is_wired_by_its_input_and_output_names() -> None:
    b = Builder("Swap")
    first, second = b.input(name="first"), b.input(name="second")
    b.output(second, name="one")
    b.output(first, name="two")
    swap = b.block()
    g = Builder("Net")
    x = g.input(3, 8, 8)
    y = g.add("relu", "ReLU", x)
    one, two = g.branches("swap", swap, [x, y])
    g.output(one)
    g.output(two, name="other")
    assert g.network(blocks=(swap,)).graph.wires[1:] == (
        wire("input", "output", "swap", "first"),
        wire("relu", "output", "swap", "second"),
        wire("swap", "one", "output", "input"),
        wire("swap", "two", "other", "input"),
    )


def test_a_layer_with_several_outputs_has_a_branch_for_each() -> None:
    b = Builder("Parts", (Param("width", Kind.INT, 4, "", 1),))
    x = b.input()
    parts = b.branches("split", "Split", x, sizes="=(width, 2 * width, 3)")
    assert parts == tuple(Endpoint("split", str(k)) for k in range(3))
    assert b.add("chunk", "Chunk", x, chunks=2) == Endpoint("chunk", "0")


def test_the_result_is_laid_out() -> None:
    nodes = residual().graph.by_name
    heights = [nodes[name].position[1] for name in ("input", "conv", "add", "output")]
    assert heights == sorted(set(heights))


def test_a_name_is_used_once() -> None:
    b = Builder("B")
    b.input()
    with pytest.raises(EditError, match="two nodes named “input”"):
        b.input()


def test_a_name_must_be_legal() -> None:
    with pytest.raises(EditError, match="cannot be a name"):
        Builder("B").input(name="class")


def test_an_unknown_layer_has_a_near_name() -> None:
    b = Builder("B")
    with pytest.raises(UnknownKindError, match="Conv2d"):
        b.add("conv", "Conv2D", b.input())


def test_an_unknown_argument_is_refused() -> None:
    b = Builder("B")
    with pytest.raises(ParameterError, match="filters is not a parameter of Conv2d"):
        b.add("conv", "Conv2d", b.input(), filters=3)


def test_an_argument_out_of_bounds_is_refused() -> None:
    b = Builder("B")
    with pytest.raises(ParameterError, match="at least 1"):
        b.add("conv", "Conv2d", b.input(), stride=0)


@pytest.mark.parametrize("count", [0, 2])
def test_sources_must_fit_the_ports(count: int) -> None:
    b = Builder("B")
    x = b.input()
    with pytest.raises(EditError, match=f"receives {count} sources"):
        b.add("relu", "ReLU", [x] * count)


def test_a_source_must_be_a_node_of_this_graph() -> None:
    with pytest.raises(EditError, match="not a node of it"):
        Builder("B").output(Endpoint("elsewhere", "output"))
