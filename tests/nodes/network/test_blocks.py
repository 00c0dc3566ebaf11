"""Blocks: made of a selection, unpacked again, and their definitions edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from nodes.errors import EditError
from nodes.network import (
    ROOT,
    Block,
    Endpoint,
    Expression,
    Graph,
    Network,
    Node,
    blocks,
    edits,
    wire,
)
from nodes.spec import Kind, Param
from tests.nodes.network.samples import (
    STRIDE,
    UNIT,
    WIDTH,
    branches,
    chain,
    chain_wires,
    nested,
)


def test_make_block_of_a_chain() -> None:
    network, names = blocks.make_block(chain(), ROOT, ["conv1", "bn1"], "ConvBlock")
    assert names == ("conv_block1",)
    assert [n.name for n in network.graph.nodes] == ["input", "conv_block1", "relu1", "output"]
    assert set(network.graph.wires) == set(chain_wires("input", "conv_block1", "relu1", "output"))
    graph = network.scope("ConvBlock")
    assert [n.name for n in graph.nodes] == ["input", "conv1", "bn1", "output"]
    assert set(graph.wires) == set(chain_wires("input", "conv1", "bn1", "output"))


def test_make_block_keeps_the_order_of_wires_inside_and_outside() -> None:
    network, _ = blocks.make_block(branches(), ROOT, ["a", "c"], "Pair")
    assert [(w.source.node, w.source.port) for w in network.graph.into("cat")] == [
        ("pair1", "output_a"),
        ("b", "output"),
        ("pair1", "output_c"),
    ]
    # One source is one Input, however many wires come from it.
    assert [p.name for p in network.block("Pair").inputs] == ["input"]
    assert network.graph.into("pair1") == (wire("input", "output", "pair1", "input"),)

    network, _ = blocks.make_block(branches(), ROOT, ["b", "cat"], "Meet")
    assert [p.name for p in network.block("Meet").inputs] == ["input_input", "input_a", "input_c"]
    assert [w.source.node for w in network.scope("Meet").into("cat")] == [
        "input_a",
        "b",
        "input_c",
    ]


def test_make_block_gives_ports_names_that_are_free_inside() -> None:
    network = edits.rename(chain(), ROOT, "input", "image")
    network = edits.rename(network, ROOT, "conv1", "input")
    network, _ = blocks.make_block(network, ROOT, ["input"], "ConvBlock")
    assert [p.name for p in network.block("ConvBlock").inputs] == ["input2"]
    assert network.graph.into("conv_block1") == (wire("image", "output", "conv_block1", "input2"),)


def test_make_block_hands_the_parameters_of_the_surrounding_block_on() -> None:
    network, (name,) = blocks.make_block(nested(), "Unit", ["conv"], "Inner")
    assert network.block("Inner").parameters == (WIDTH, STRIDE)
    assert dict(network.scope("Unit").by_name[name].args) == {
        "width": Expression("width"),
        "stride": Expression("stride"),
    }
    network, (name,) = blocks.make_block(nested(), "Stage", ["units"], "Inner")
    assert network.block("Inner").parameters == (WIDTH,)  # the index is the node's own


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda n: blocks.make_block(n, ROOT, [], "Part"), "Select"),
        (lambda n: blocks.make_block(n, ROOT, ["conv1", "input"], "Part"), "input is an Input"),
        (lambda n: blocks.make_block(n, ROOT, ["conv1", "zebra"], "Part"), "no node named"),
        (lambda n: blocks.make_block(n, ROOT, ["conv1", "relu1"], "Part"), "select bn1 too"),
        (lambda n: blocks.make_block(n, ROOT, ["conv1"], "Conv2d"), "name of a layer"),
        (lambda n: blocks.make_block(n, ROOT, ["conv1"], "1st"), "begins with a letter"),
        (lambda n: blocks.make_block(n, ROOT, ["conv1"], "My block"), "letters, digits"),
        (lambda n: blocks.unpack(n, ROOT, "conv1"), "only blocks can be unpacked"),
        (lambda n: blocks.remove_block(n, "Unit"), "no layer or block named"),
    ],
)
def test_refused_on_a_chain(edit: Callable[[Network], object], message: str) -> None:
    network = chain()
    with pytest.raises(EditError, match=message):
        edit(network)
    assert network == chain()


def test_unpack_is_the_way_back() -> None:
    packed, (name,) = blocks.make_block(chain(), ROOT, ["conv1", "bn1", "relu1"], "Part")
    network, names = blocks.unpack(packed, ROOT, name)
    assert names == ("conv1", "bn1", "relu1")
    assert [n.name for n in network.graph.nodes] == [n.name for n in chain().graph.nodes]
    assert set(network.graph.wires) == set(chain().graph.wires)
    assert network.blocks == packed.blocks


@pytest.mark.parametrize("selection", ["abc", "a", "bc", ["b", "cat"], ["a", "b", "c", "cat"]])
def test_unpack_restores_the_order_of_the_wires(selection: list[str]) -> None:
    packed, (name,) = blocks.make_block(branches(), ROOT, selection, "Part")
    network, _ = blocks.unpack(packed, ROOT, name)
    assert [w.source.node for w in network.graph.into("cat")] == ["a", "b", "c"]
    assert set(network.graph.wires) == set(branches().graph.wires)


def test_unpack_gives_the_places_of_a_sequence_names_of_their_own() -> None:
    packed, (name,) = blocks.make_block(chain(), ROOT, ["conv1", "bn1"], "Part")
    packed = edits.rename(edits.rename(packed, "Part", "conv1", "0"), "Part", "bn1", "1")
    network, names = blocks.unpack(packed, ROOT, name)
    assert names == ("part1_0", "part1_1")
    assert set(network.graph.wires) == set(chain_wires("input", *names, "relu1", "output"))


def test_unpack_puts_arguments_in_the_place_of_parameters() -> None:
    network, names = blocks.unpack(nested(), ROOT, "first")
    assert names == ("conv", "relu")
    assert dict(network.graph.by_name["conv"].args) == {"out_channels": 8}  # 4 * 2; stride is 1
    assert set(network.graph.wires) == set(chain_wires("input", "conv", "relu", "stage", "output"))


def test_unpack_chains_the_copies_and_puts_in_their_index() -> None:
    network, names = blocks.unpack(nested(), "Stage", "units")
    assert names == ("conv", "relu", "units_conv", "units_relu")
    graph = network.scope("Stage")
    assert set(graph.wires) == set(chain_wires("input", *names, "output"))
    assert dict(graph.by_name["conv"].args) == {
        "out_channels": Expression("width * 2"),
        "stride": 2,
    }
    assert dict(graph.by_name["units_conv"].args) == {"out_channels": Expression("width * 2")}


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        (Expression("width + 1"), "(width + 1) * 2"),
        (Expression("-width"), "-width * 2"),
        (Expression("width if width > 1 else 1"), "(width if width > 1 else 1) * 2"),
    ],
)
def test_expressions_keep_their_meaning_in_the_place_of_a_name(
    argument: Expression, text: str
) -> None:
    network = edits.set_argument(nested(), "Stage", ["units"], "width", argument)
    network, _ = blocks.unpack(network, "Stage", "units")
    assert network.scope("Stage").by_name["conv"].args["out_channels"] == Expression(text)


def test_a_negative_number_gets_its_parentheses() -> None:
    offset = Param("offset", Kind.INT, -3, "Exponent base")
    inner = Node("conv", "Conv2d", {"out_channels": Expression("offset ** 2 + width")})
    block = Block("Square", (offset, WIDTH), Graph((Node("input", "Input"), inner)))
    outer = Block("Outer", (WIDTH,), Graph((Node("sq", "Square", {"width": Expression("width")}),)))
    network, _ = blocks.unpack(Network(blocks=(block, outer)), "Outer", "sq")
    bound = network.scope("Outer").by_name["conv"].args["out_channels"]
    assert isinstance(bound, Expression)
    assert bound.evaluate({"width": 1}) == 10


def test_a_node_that_turns_out_not_to_repeat_has_no_index() -> None:
    depth = Param("depth", Kind.INT, 1, "Copies")
    outer = Block(
        "Outer",
        (depth,),
        Graph((Node("u", "Unit", {"width": Expression("4 + i")}, repeat=Expression("depth")),)),
    )
    for copies, width in [(1, 4), (3, Expression("4 + i"))]:
        graph = Graph((Node("outer", "Outer", {"depth": copies}),))
        network, names = blocks.unpack(Network(graph=graph, blocks=(UNIT, outer)), ROOT, "outer")
        unit = network.graph.by_name[names[0]]
        assert (unit.repeat, unit.args["width"]) == (copies, width)


def test_unpack_leads_an_input_that_the_block_passes_on() -> None:
    graph = Graph(
        (
            Node("x", "Input"),
            Node("conv", "Conv2d"),
            Node("y", "Output"),
            Node("same", "Output"),
        ),
        (*chain_wires("x", "conv", "y"), wire("x", "output", "same", "input")),
    )
    network = Network(
        graph=Graph(
            (
                Node("input", "Input"),
                Node("fork", "Fork"),
                Node("cat", "Concat"),
                Node("output", "Output"),
            ),
            (
                wire("input", "output", "fork", "x"),
                wire("fork", "same", "cat", "inputs"),
                wire("fork", "y", "cat", "inputs"),
                wire("cat", "output", "output", "input"),
            ),
        ),
        blocks=(Block("Fork", (), graph),),
    )
    unpacked, _ = blocks.unpack(network, ROOT, "fork")
    assert [w.source for w in unpacked.graph.into("cat")] == [
        Endpoint("input", "output"),
        Endpoint("conv", "output"),
    ]
    repeated = edits.set_repeat(network, ROOT, "fork", 2)
    with pytest.raises(EditError, match="exactly one input and one output"):
        blocks.unpack(repeated, ROOT, "fork")
    twice = edits.connect(network, ROOT, wire("input", "output", "cat", "inputs"))
    with pytest.raises(EditError, match="same wire twice"):
        blocks.unpack(twice, ROOT, "fork")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"enabled": False}, "switched off"),
        ({"repeat": Expression("width")}, "plain number"),
        ({"repeat": 10_000}, "more than 5,000 nodes"),
    ],
)
def test_unpack_refuses(change: dict[str, object], message: str) -> None:
    old = nested()
    graph = old.scope("Stage")
    units = replace(graph.by_name["units"], **change)  # type: ignore[arg-type]
    nodes = tuple(units if n.name == "units" else n for n in graph.nodes)
    network = old.with_graph("Stage", replace(graph, nodes=nodes))
    with pytest.raises(EditError, match=message):
        blocks.unpack(network, "Stage", "units")


def test_contains() -> None:
    assert blocks.contains(nested(), "Stage", "Unit")
    assert blocks.contains(nested(), "Stage", "Conv2d")
    assert not blocks.contains(nested(), "Unit", "Stage")


def test_contains_ends_where_blocks_contain_each_other() -> None:
    loop = tuple(Block(name, graph=Graph((Node("inner", other),))) for name, other in ("AB", "BA"))
    assert blocks.contains(Network(blocks=loop), "A", "A")
    assert not blocks.contains(Network(blocks=loop), "A", "Conv2d")


def test_add_and_remove_block() -> None:
    network = blocks.add_block(chain(), UNIT)
    assert network.blocks == (UNIT,)
    assert blocks.remove_block(network, "Unit") == chain()
    with pytest.raises(EditError, match="Unit is used by first in the network"):
        blocks.remove_block(nested(), "Unit")
    only_stage = edits.remove(nested(), ROOT, ["first"])
    with pytest.raises(EditError, match="Unit is used by units in block Stage"):
        blocks.remove_block(only_stage, "Unit")


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (replace(UNIT, name="ReLU"), "name of a layer"),
        (replace(UNIT, name="class"), "Python"),
        (replace(UNIT, name="_Unit"), "begins with a letter"),
        (replace(UNIT, parameters=(WIDTH, STRIDE, WIDTH)), "two parameters named “width”"),
        (replace(UNIT, parameters=(WIDTH,)), "names stride"),
        (Block("Own", graph=Graph((Node("me", "Own"),))), "would contain itself"),
        (Block("Odd", graph=Graph((Node("me", "Con2d"),))), "Did you mean “Conv2d”"),
    ],
)
def test_add_block_refuses(block: Block, message: str) -> None:
    with pytest.raises(EditError, match=message):
        blocks.add_block(chain(), block)
    with pytest.raises(EditError, match="already"):
        blocks.add_block(nested(), UNIT)


def test_rename_block() -> None:
    network = blocks.rename_block(nested(), "Unit", "Cell")
    assert network.graph.by_name["first"].kind == "Cell"
    assert network.scope("Stage").by_name["units"].kind == "Cell"
    assert blocks.rename_block(network, "Cell", "Unit") == nested()
    for name, message in [("Stage", "already"), ("Conv2d", "layer"), ("a b", "letters")]:
        with pytest.raises(EditError, match=message):
            blocks.rename_block(nested(), "Unit", name)


def test_set_parameters() -> None:
    bias = Param("bias", Kind.BOOL, True, "Bias")
    network = blocks.set_parameters(nested(), "Unit", (*UNIT.parameters, bias))
    assert network.block("Unit").parameters == (WIDTH, STRIDE, bias)
    # An instance follows a default that changes, and loses what is gone.
    network = edits.set_argument(network, ROOT, ["first"], "bias", False)
    network = blocks.set_parameters(network, "Unit", (replace(WIDTH, default=4), STRIDE))
    assert dict(network.graph.by_name["first"].args) == {}


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ((WIDTH,), "conv uses stride"),
        ((replace(WIDTH, minimum=5), STRIDE), "first: width must be at least 5, not 4"),
        ((replace(WIDTH, default=0), STRIDE), "default of width must be at least 1"),
        ((WIDTH, STRIDE, replace(WIDTH, name="i")), "meaning of its own"),
        ((WIDTH, STRIDE, replace(WIDTH, name="max")), "meaning of its own"),
        ((WIDTH, STRIDE, replace(WIDTH, name="super")), "meaning of its own"),
        ((WIDTH, STRIDE, replace(WIDTH, name="0")), "begins with a letter"),
        ((WIDTH, STRIDE, replace(WIDTH, name="for")), "Python"),
        (
            (WIDTH, STRIDE, Param("mode", Kind.CHOICE, "a", "Mode", choices=("a", "=b"))),
            "marks an expression",
        ),
    ],
)
def test_set_parameters_refuses(parameters: tuple[Param, ...], message: str) -> None:
    network = nested()
    with pytest.raises(EditError, match=message):
        blocks.set_parameters(network, "Unit", parameters)
    assert network == nested()
