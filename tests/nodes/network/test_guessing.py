"""What a block made of a selection is called and has as parameters, and where else it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from nodes.errors import EditError
from nodes.network import ROOT, Expression, Graph, Network, Node, Wire, blocks, edits, wire
from nodes.network.model import Block
from nodes.spec import Kind
from tests.nodes.network.samples import branches, chain_wires, nested

UNIT = ("Conv2d", "BatchNorm2d", "ReLU")


def units(*args: Mapping[str, object], kinds: Sequence[str] = UNIT) -> Network:
    """Units of these layers one after the other; each has its arguments for the first of them."""
    nodes = [Node("input", "Input", {"shape": (3, 32, 32)})]
    for k, given in enumerate(args):
        for kind in kinds:
            stem = kind.lower().rstrip("2d")
            nodes.append(Node(f"{stem}{k}", kind, given if kind == kinds[0] else {}))  # type: ignore[arg-type]
    nodes.append(Node("output", "Output"))
    return Network("units", Graph(tuple(nodes), chain_wires(*(n.name for n in nodes))))


def first(network: Network) -> list[str]:
    return [n.name for n in network.graph.nodes if n.name.endswith("0")]


def of(guessed: blocks.Guess, node: str) -> dict[str, str]:
    return {name: value.text for name, value in guessed.inside[node].items()}


def test_values_that_differ_become_parameters() -> None:
    network = units(
        {"out_channels": 16, "kernel_size": 3, "padding": 1, "bias": False},
        {"out_channels": 32, "kernel_size": 5, "padding": 2, "bias": False, "stride": 2},
    )
    guessed = blocks.guess(network, ROOT, first(network))
    assert guessed.name == "ConvBNReLU"
    assert [p.name for p in guessed.parameters] == ["out_channels", "kernel_size", "stride"]
    assert [p.default for p in guessed.parameters] == [16, 3, 1]
    assert of(guessed, "conv0") == {
        "out_channels": "out_channels",
        "kernel_size": "kernel_size",
        "stride": "stride",
        "padding": "kernel_size // 2",
    }
    assert guessed.parameters[1].kind is Kind.INT  # it is calculated with
    (like,) = guessed.likes
    assert like.args == {"out_channels": 32, "kernel_size": 5, "stride": 2}


def test_a_multiple_at_every_place_is_written_as_one() -> None:
    nodes = [Node("input", "Input", {"shape": (3, 32, 32)})]
    for k, width in enumerate((16, 32)):
        nodes.append(Node(f"small{k}", "Conv2d", {"out_channels": width}))
        nodes.append(Node(f"wide{k}", "Conv2d", {"out_channels": 4 * width}))
    nodes.append(Node("output", "Output"))
    network = Network(graph=Graph(tuple(nodes), chain_wires(*(n.name for n in nodes))))
    guessed = blocks.guess(network, ROOT, ["small0", "wide0"])
    assert [p.name for p in guessed.parameters] == ["channels"]
    assert of(guessed, "wide0") == {"out_channels": "4 * channels"}


def test_channels_that_stand_there_twice_are_one_parameter() -> None:
    named = Network(
        graph=Graph(
            (
                Node("input", "Input"),
                Node("a", "Conv2d", {"out_channels": 24}),
                Node("b", "Conv2d", {"out_channels": 24}),
                Node("output", "Output"),
            ),
            chain_wires("input", "a", "b", "output"),
        )
    )
    guessed = blocks.guess(named, ROOT, ["a", "b"])
    assert [(p.name, p.default) for p in guessed.parameters] == [("out_channels", 24)]
    assert of(guessed, "a") == of(guessed, "b") == {"out_channels": "out_channels"}


def residual(*wires: Wire) -> Network:
    nodes = (
        Node("input", "Input"),
        Node("conv1", "Conv2d"),
        Node("conv2", "Conv2d"),
        Node("add", "Add"),
        Node("output", "Output"),
    )
    own = (
        *chain_wires("input", "conv1", "conv2"),
        wire("conv2", "output", "add", "inputs"),
        wire("input", "output", "add", "inputs"),
        wire("add", "output", "output", "input"),
    )
    return Network(graph=Graph(nodes, (*own, *wires)))


@pytest.mark.parametrize(
    ("network", "names", "name"),
    [
        (residual(), ["conv1", "conv2", "add"], "ResidualBlock"),
        (units({}), ["conv0", "batchnorm0"], "ConvBN"),
        (branches(), ["a", "b"], "Block1"),
        (
            edits.rename(edits.rename(branches(), ROOT, "a", "stem_a"), ROOT, "b", "stem_b"),
            ["stem_a", "stem_b"],
            "Stem",
        ),
    ],
)
def test_names(network: Network, names: list[str], name: str) -> None:
    assert blocks.guess(network, ROOT, names).name == name
    taken = Network(graph=network.graph, blocks=(Block(name),))
    assert blocks.guess(taken, ROOT, names).name in (f"{name}2", "Block2")


@pytest.mark.parametrize(
    "other",
    [
        {"bias": False, "padding": "same"},  # a word, which no number stands for
        {"kind": "ReLU"},
        {"enabled": False},
    ],
)
def test_places_that_one_definition_cannot_stand_for(other: dict[str, object]) -> None:
    network = branches()
    kind, enabled = str(other.pop("kind", "Conv2d")), bool(other.pop("enabled", True))
    nodes = tuple(
        Node("b", kind, other, n.position, enabled=enabled) if n.name == "b" else n  # type: ignore[arg-type]
        for n in network.graph.nodes
    )
    changed = Network(graph=Graph(nodes, network.graph.wires))
    (like,) = blocks.guess(changed, ROOT, ["a"]).likes
    assert dict(like.place) == {"a": "c"}


def test_places_do_not_overlap_and_wires_count() -> None:
    network = units({}, {}, {}, kinds=("ReLU",))
    likes = blocks.guess(network, ROOT, ["relu0", "relu1"]).likes
    assert likes == ()  # one is left over
    assert len(blocks.guess(network, ROOT, ["relu0"]).likes) == 2
    led_out = edits.connect(
        network, ROOT, wire("relu1", "output", "output", "input"), replacing=True
    )
    assert len(blocks.guess(led_out, ROOT, ["relu0"]).likes) == 1  # the last leads nowhere


def test_put_in_its_other_places_and_unpacked_it_is_the_network_again() -> None:
    network = units({"out_channels": 8}, {"out_channels": 16, "stride": 2}, {"out_channels": 32})
    names = first(network)
    guessed = blocks.guess(network, ROOT, names)
    made, (instance,) = blocks.make_block(network, ROOT, names, guessed.name, guessed)
    put, more = blocks.put_block(made, ROOT, instance, guessed.likes)
    assert [n.kind for n in put.graph.nodes] == ["Input", *["ConvBNReLU"] * 3, "Output"]
    for name in (instance, *more):
        put, _ = blocks.unpack(put, ROOT, name)
    was = [(n.kind, dict(n.args)) for n in network.graph.nodes]
    assert [(n.kind, dict(n.args)) for n in put.graph.nodes] == was


# --- definitions ---------------------------------------------------------------------------------


def test_what_a_node_is_set_to_becomes_a_parameter() -> None:
    network = edits.set_argument(nested(), "Unit", ["conv"], "padding", 1)
    exposed, names = blocks.expose(network, "Unit", ["conv"], "padding")
    assert names == ("padding",)
    param = exposed.block("Unit").parameters[-1]
    assert (param.name, param.default) == ("padding", 1)
    assert exposed.scope("Unit").by_name["conv"].args["padding"] == Expression("padding")
    assert exposed.graph == network.graph  # instances keep the default
    exposed, names = blocks.expose(exposed, "Stage", ["units"], "repeat")
    assert exposed.scope("Stage").by_name["units"].repeat == Expression("copies")
    exposed, names = blocks.expose(exposed, "Unit", ["relu"], "enabled")
    assert names == ("with_relu",)
    assert exposed.block("Stage").parameters[-1].default == 2
    with pytest.raises(EditError, match="repeat is not a parameter"):
        blocks.expose(exposed, "Unit", ["conv"], "repeat")


@pytest.mark.parametrize(
    ("scope", "names", "parameter", "message"),
    [
        (ROOT, ["first"], "width", "in a block"),
        ("Unit", ["conv"], "stride", "is =stride"),
        ("Unit", ["conv"], "colour", "is not a parameter of Conv2d"),
    ],
)
def test_expose_refuses(scope: str, names: list[str], parameter: str, message: str) -> None:
    with pytest.raises(EditError, match=message):
        blocks.expose(nested(), scope, names, parameter)


def test_one_instance_gets_a_definition_of_its_own() -> None:
    network, _ = blocks.make_own(nested(), ROOT, "first")
    assert network.graph.by_name["first"].kind == "Unit2"
    assert network.scope("Stage").by_name["units"].kind == "Unit"
    assert network.block("Unit2").graph == network.block("Unit").graph
    with pytest.raises(EditError, match="only"):
        blocks.make_own(network, ROOT, "first")
    with pytest.raises(EditError, match="layer"):
        blocks.make_own(network, "Unit", "conv")


def test_what_is_bypassed_is_not_in_the_name() -> None:
    network = edits.set_enabled(units({}), ROOT, {"relu0"}, False)
    assert blocks.guess(network, ROOT, first(network)).name == "ConvBN"
