"""Another kind in the place of nodes: what fits is kept, the rest is told."""

from __future__ import annotations

import pytest

from nodes.errors import EditError
from nodes.network import ROOT, Graph, Network, Node, wire
from nodes.network.edits.replacing import replace_kind
from tests.nodes.network.samples import branches, chain, nested

NETWORK = Network(
    "Test",
    Graph(
        (
            Node("input", "Input", {"shape": (3, 8, 8)}),
            Node("conv", "Conv2d", {"out_channels": 8, "padding": 1, "dilation": 2}),
            Node("bn", "BatchNorm2d", {"eps": 1e-3, "momentum": 0.2}, (10, 20)),
            Node("act", "ReLU"),
            Node("output", "Output"),
        ),
        tuple(
            wire(a, "output", b, "input")
            for a, b in (("input", "conv"), ("conv", "bn"), ("bn", "act"), ("act", "output"))
        ),
        bends=((wire("conv", "output", "bn", "input"), ((5.0, 5.0),)),),
    ),
)


def test_all_of_the_same_name_is_kept_and_the_rest_is_told() -> None:
    network, lost = replace_kind(NETWORK, ROOT, ["bn"], "GroupNorm")
    node = network.graph.by_name["bn"]
    assert (node.kind, dict(node.args), node.position) == ("GroupNorm", {"eps": 1e-3}, (10, 20))
    assert lost == {"momentum": 1}
    assert network.graph.wires == NETWORK.graph.wires
    assert network.graph.bends == NETWORK.graph.bends


def test_several_at_once_with_arguments() -> None:
    made = replace_kind(NETWORK, ROOT, ["conv", "act"], "DepthwiseConv2d", {"padding": 2})
    conv, act = (made.network.graph.by_name[n] for n in ("conv", "act"))
    assert conv.kind == act.kind == "DepthwiseConv2d"
    assert conv.args["padding"] == act.args["padding"] == 2
    assert conv.args["dilation"] == 2
    assert "out_channels" in made.lost


def test_wires_go_to_the_ports_that_there_are() -> None:
    network, lost = replace_kind(branches(), ROOT, ["cat"], "ReLU")
    assert [w.source.node for w in network.graph.into("cat")] == ["a"]
    assert lost == {"wires": 2}
    network, lost = replace_kind(branches(), ROOT, ["cat"], "Add")
    assert [w.source.node for w in network.graph.into("cat")] == ["a", "b", "c"]
    assert not lost


def test_a_block_for_a_layer_and_back() -> None:
    network, _ = replace_kind(nested(), ROOT, ["stage"], "ReLU")
    assert network.graph.by_name["stage"].repeat == 1
    again, _ = replace_kind(network, ROOT, ["stage"], "Stage")
    assert again.graph.wires == nested().graph.wires


@pytest.mark.parametrize(
    ("network", "scope", "name", "kind", "says"),
    [
        (NETWORK, ROOT, "input", "ReLU", "Input or Output"),
        (NETWORK, ROOT, "act", "Output", "No node can become"),
        (NETWORK, ROOT, "act", "Relu6x", "no layer or block"),
        (nested(), "Unit", "conv", "Stage", "contain itself"),
    ],
)
def test_refused(network: Network, scope: str, name: str, kind: str, says: str) -> None:
    with pytest.raises(EditError, match=says):
        replace_kind(network, scope, [name], kind)


def test_the_same_kind_changes_nothing() -> None:
    assert replace_kind(chain(), ROOT, ["conv1"], "Conv2d").network == chain()
