"""Custom layers as definitions of a network: in the document, in edits, on the clipboard."""

from __future__ import annotations

import json

import pytest

from nodes.custom import CustomLayer
from nodes.errors import DocumentError, EditError
from nodes.network import ROOT, Block, Expression, Graph, Network, Node, edits, wire
from nodes.network.clipboard import copy, paste
from nodes.network.document import Document, dumps, loads
from nodes.network.edits.custom import add_custom, remove_custom, set_custom
from nodes.network.edits.definitions import add_block
from tests.nodes.custom.sources import GATE, SPLIT, forward, layer


def gated(source: str = GATE) -> Network:
    nodes = (
        Node("input", "Input"),
        Node("gate", "Gate", {"steepness": 2.0}),
        Node("output", "Output"),
    )
    wires = (wire("input", "output", "gate", "x"), wire("gate", "output", "output", "input"))
    return Network("Gated", Graph(nodes, wires), custom=(CustomLayer(source),))


# --- document ------------------------------------------------------------------------------------


def test_what_is_written_is_read() -> None:
    network = add_custom(gated(), SPLIT)
    text = dumps(Document(network))
    assert loads(text).network == network
    assert dumps(loads(text)) == text


def test_a_line_of_code_is_a_line_of_the_file() -> None:
    old = dumps(Document(gated())).splitlines()
    new = dumps(Document(gated(GATE.replace("sigmoid", "tanh")))).splitlines()
    assert len([1 for a, b in zip(old, new, strict=True) if a != b]) == 1


def test_a_file_of_version_1_is_read_and_holds_no_code() -> None:
    plain = json.loads(dumps(Document(Network("Old"))))
    assert loads(json.dumps({**plain, "version": 1})).network == Network("Old")
    plain = json.loads(dumps(Document(gated())))
    with pytest.raises(DocumentError, match="unknown field “custom” for its version 1"):
        loads(json.dumps({**plain, "version": 1}))


@pytest.mark.parametrize(
    ("custom", "says"),
    [
        (3, "custom: needs a list"),
        ([{"source": "x"}], "custom 1, source: needs a list"),
        ([{}], "lacks the field “source”"),
        ([{"source": [], "name": "A"}], "unknown field “name”"),
        ([{"source": ["a\nb"]}], "custom layer 1: a line of its source holds a line break"),
        ([{"source": ["class A(nn.Module)"]}], "custom layer 1: line 1: This is not Python"),
        ([{"source": ["x = 1"]}], "custom layer 1: line 1: Only imports"),
        ([{"source": layer("x = 1").split("\n")}], "custom layer 1: line 5: Mine has no forward"),
        ([{"source": GATE.split("\n")}] * 2, "custom layer 2: Gate cannot be the name"),
        ([{"source": GATE.replace("Gate", "Conv2d").split("\n")}], "layer of the catalogue"),
        ([{"source": GATE.replace("Gate", "Conv2dSame").split("\n")}], "brings a class"),
        ([{"source": GATE.replace("Gate", "nn").split("\n")}], "nn cannot be the name"),
        ([{"source": GATE.replace("Gate", "Tensor").split("\n")}], "torch's own Tensor"),
        ([{"source": GATE.replace("1.0", "1e60").split("\n")}], "at most"),
    ],
)
def test_code_that_is_no_layer_is_refused_with_its_place(custom: object, says: str) -> None:
    plain = {**json.loads(dumps(Document(Network("N")))), "custom": custom}
    with pytest.raises(DocumentError) as refused:
        loads(json.dumps(plain))
    assert says in str(refused.value)


def test_arguments_are_checked_against_the_constructor() -> None:
    text = dumps(Document(gated()))
    with pytest.raises(DocumentError, match="slope is not a parameter of Gate"):
        loads(text.replace('"steepness": 2.0', '"slope": 2.0'))
    with pytest.raises(DocumentError, match="steepness needs a number"):
        loads(text.replace('"steepness": 2.0', '"steepness": "much"'))


def test_a_name_is_taken_by_blocks_and_by_custom_layers_alike() -> None:
    with pytest.raises(EditError, match="custom layer named “Gate” already"):
        add_block(gated(), Block("Gate"))
    with pytest.raises(EditError, match="name of a block"):
        add_custom(add_block(Network(), Block("Gate")), GATE)


def test_one_imported_name_means_one_thing() -> None:
    network = add_custom(Network(), layer("def forward(self, x): return x", "import math as m"))
    other = layer("def forward(self, x): return x", "import cmath as m", name="Other")
    with pytest.raises(EditError, match="M means something else in Mine"):
        add_custom(network, other)
    assert add_custom(network, other.replace("cmath", "math")).custom_by_name.keys() == {
        "Mine",
        "Other",
    }


# --- edits ---------------------------------------------------------------------------------------


def test_nodes_follow_the_name_of_the_class() -> None:
    network = set_custom(gated(), "Gate", GATE.replace("Gate", "Sluice"))
    assert list(network.custom_by_name) == ["Sluice"]
    assert network.graph.by_name["gate"].kind == "Sluice"
    assert network.graph.wires == gated().graph.wires


def test_wires_and_arguments_follow_what_forward_and_constructor_say() -> None:
    source = GATE.replace("x: Tensor", "maps: Tensor").replace("steepness", "slope")
    network = set_custom(gated(), "Gate", source)
    assert network.graph.wires[0] == wire("input", "output", "gate", "maps")
    assert network.graph.by_name["gate"].args == {}
    kept = set_custom(gated(), "Gate", GATE.replace("1.0", "2.0"))
    assert kept.graph.by_name["gate"].args == {}, "what is the default now is not stored"
    several = GATE.replace("-> Tensor", "-> tuple[Tensor, Tensor]")
    assert set_custom(gated(), "Gate", several).graph.wires[1].source.port == "output1"
    back = set_custom(set_custom(gated(), "Gate", several), "Gate", GATE)
    assert back == gated()


def test_a_wire_to_a_port_that_is_gone_goes() -> None:
    two = GATE.replace("x: Tensor", "x: Tensor, y: Tensor")
    network = edits.connect(gated(two), ROOT, wire("input", "output", "gate", "y"))
    assert len(network.graph.wires) == 3
    assert len(set_custom(network, "Gate", GATE).graph.wires) == 2


def test_expressions_stay_and_blocks_are_followed_too() -> None:
    gate = Node("gate", "Gate", {"steepness": Expression("s")})
    network = Network(blocks=(Block("B", graph=Graph((gate,))),), custom=(CustomLayer(GATE),))
    network = set_custom(network, "Gate", GATE.replace("Gate", "Sluice"))
    assert network.block("B").graph.nodes[0].kind == "Sluice"
    assert network.block("B").graph.nodes[0].args == {"steepness": Expression("s")}


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("x", "Line 1: Only imports"),
        (SPLIT, "another custom layer"),
        (GATE.replace("Gate", "ReLU"), "catalogue"),
    ],
)
def test_code_that_does_not_fit_changes_nothing(source: str, says: str) -> None:
    network = add_custom(gated(), SPLIT)
    with pytest.raises(EditError, match=says):
        set_custom(network, "Gate", source)


def test_a_layer_in_use_cannot_be_removed() -> None:
    with pytest.raises(EditError, match="used by gate"):
        remove_custom(gated(), "Gate")
    assert remove_custom(edits.remove(gated(), ROOT, ["gate"]), "Gate").custom == ()
    with pytest.raises(EditError, match="no custom layer named “Nobody”"):
        remove_custom(gated(), "Nobody")


def test_a_custom_layer_does_not_repeat() -> None:
    with pytest.raises(EditError, match="only blocks do"):
        edits.set_repeat(gated(), ROOT, "gate", 2)


# --- clipboard -----------------------------------------------------------------------------------


def test_the_code_goes_with_its_nodes() -> None:
    network = add_custom(gated(), SPLIT)
    text = copy(network, ROOT, ["gate"])
    pasted = paste(Network(), ROOT, text).network
    assert list(pasted.custom_by_name) == ["Gate"]
    again = paste(pasted, ROOT, text).network
    assert [n.kind for n in again.graph.nodes] == ["Gate", "Gate"]
    assert len(again.custom) == 1


def test_the_code_goes_with_a_block_that_uses_it() -> None:
    network = Network(
        graph=Graph((Node("b", "B"),)),
        blocks=(Block("B", graph=Graph((Node("gate", "Gate"),))),),
        custom=(CustomLayer(GATE),),
    )
    assert list(paste(Network(), ROOT, copy(network, ROOT, ["b"])).network.custom_by_name)


def test_other_code_of_the_same_name_is_refused() -> None:
    text = copy(gated(), ROOT, ["gate"])
    other = gated(GATE.replace("sigmoid", "tanh"))
    with pytest.raises(EditError, match="another custom layer of this network"):
        paste(other, ROOT, text)


def test_a_network_made_of_what_is_no_layer_has_no_such_kind() -> None:
    network = Network(custom=(CustomLayer("x"), CustomLayer(forward("return x"))))
    assert list(network.custom_by_name) == ["Mine"]
