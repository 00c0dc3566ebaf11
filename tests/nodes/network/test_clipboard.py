"""Copy, paste and duplicate, with text that may come from anywhere."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nodes.errors import EditError
from nodes.network import (
    ROOT,
    Expression,
    Network,
    Node,
    blocks,
    clipboard,
    edits,
    wire,
)
from tests.nodes.network.samples import STAGE, UNIT, branches, chain, chain_wires, nested


def test_paste_into_an_empty_network() -> None:
    text = clipboard.copy(branches(), ROOT, ["a", "b", "cat"])
    network, names = clipboard.paste(Network(), ROOT, text)
    assert names == ("a", "b", "cat")
    assert network.graph.by_name["a"] == Node("a", "Conv2d", {"padding": 1}, (40.0, 140.0))
    assert network.graph.wires == tuple(wire(n, "output", "cat", "inputs") for n in "ab")


def test_paste_beside_the_originals_takes_free_names() -> None:
    network, names = clipboard.duplicate(chain(), ROOT, ["conv1", "bn1"])
    assert names == ("conv2", "bn2")
    assert network.graph.wires == (*chain().graph.wires, *chain_wires("conv2", "bn2"))
    network, names = clipboard.duplicate(network, ROOT, ["conv1", "conv2"])
    assert names == ("conv3", "conv4")


def test_numbers_name_the_next_places_of_a_sequence() -> None:
    network = edits.rename(edits.rename(chain(), ROOT, "conv1", "0"), ROOT, "bn1", "1")
    assert clipboard.duplicate(network, ROOT, ["0", "1"]).names == ("2", "3")


def test_paste_at_a_place() -> None:
    text = clipboard.copy(branches(), ROOT, ["b", "cat"])
    network, _ = clipboard.paste(branches(), ROOT, text, at=(1000.0, -50.0))
    assert network.graph.by_name["b2"].position == (1000.0, -50.0)
    assert network.graph.by_name["cat2"].position == (1000.0, 50.0)


def test_definitions_travel_with_their_instances() -> None:
    text = clipboard.copy(nested(), ROOT, ["stage"])
    network, _ = clipboard.paste(chain(), ROOT, text)
    assert {b.name: b for b in network.blocks} == {"Unit": UNIT, "Stage": STAGE}


def test_equal_definitions_are_used_again() -> None:
    moved = edits.move(nested(), "Unit", {"conv": (77.0, 77.0)})
    for target in (nested(), moved):
        network, _ = clipboard.paste(target, ROOT, clipboard.copy(nested(), ROOT, ["stage"]))
        assert network.blocks == target.blocks


def test_different_definitions_get_a_new_name_in_all_that_came_along() -> None:
    text = clipboard.copy(nested(), ROOT, ["first", "stage"])
    other = edits.set_argument(nested(), "Unit", ["conv"], "bias", False)
    network, names = clipboard.paste(other, ROOT, text)
    assert [b.name for b in network.blocks] == ["Unit", "Stage", "Unit2", "Stage2"]
    assert [network.graph.by_name[n].kind for n in names] == ["Unit2", "Stage2"]
    assert network.scope("Stage2").by_name["units"].kind == "Unit2"
    again, _ = clipboard.paste(network, ROOT, text)
    assert again.blocks == network.blocks


def test_parameters_that_are_not_there_become_their_defaults() -> None:
    text = clipboard.copy(nested(), "Unit", ["conv"])
    network, (name,) = clipboard.paste(chain(), ROOT, text)
    assert dict(network.graph.by_name[name].args) == {"out_channels": 16}  # width is 8 by default
    network, (name,) = clipboard.paste(nested(), "Stage", text)
    assert dict(network.scope("Stage").by_name[name].args) == {
        "out_channels": Expression("width * 2")
    }
    text = clipboard.copy(nested(), "Stage", ["units"])
    network, (name,) = clipboard.paste(nested(), ROOT, text)
    assert network.graph.by_name[name].args["stride"] == Expression("2 if i == 0 else 1")


def test_a_block_cannot_be_pasted_into_itself() -> None:
    text = clipboard.copy(nested(), ROOT, ["stage"])
    for scope in ("Unit", "Stage"):
        with pytest.raises(EditError, match="would contain itself"):
            clipboard.paste(nested(), scope, text)


def test_pasted_ports_are_ports_of_the_block() -> None:
    network, _ = clipboard.duplicate(nested(), "Unit", ["x"])
    assert [p.name for p in network.block("Unit").inputs] == ["x", "x2"]


def test_nothing_to_copy() -> None:
    with pytest.raises(EditError, match="Select"):
        clipboard.copy(chain(), ROOT, [])
    with pytest.raises(EditError, match="zebra"):
        clipboard.copy(chain(), ROOT, ["zebra"])


def clip(**changes: Any) -> str:
    plain = json.loads(clipboard.copy(nested(), ROOT, ["first", "stage"]))
    return json.dumps({**plain, "wires": [], **changes})


NODE = {"name": "a", "kind": "ReLU"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("hello", "line 1"),
        ("[]", "does not hold nodes"),
        ("null", "does not hold nodes"),
        ("{}", "does not hold nodes"),
        ('{"format": "skipwire"}', "does not hold nodes"),
        ("[" * 100_000, "nested"),
        ("\ud800", "surrogate"),
        (clip(version=2), "another version"),
        (clip(version="1"), "another version"),
        (clip(nodes=[]), "holds no nodes"),
        (clip(nodes=3), "nodes: needs a list"),
        (clip(nodes=[NODE | {"kind": "Relu"}]), "Did you mean “ReLU”"),
        (clip(nodes=[NODE | {"args": {"p": 1}}]), "node 1 “a”: p is not a parameter"),
        (clip(nodes=[NODE | {"kind": "Conv2d", "args": {"stride": 0}}]), "at least 1"),
        (clip(nodes=[NODE | {"kind": "Conv2d", "args": {"stride": "=nobody"}}]), "a uses nobody"),
        (clip(nodes=[NODE | {"kind": "Conv2d", "args": {"stride": "=("}}]), "not an expression"),
        (clip(nodes=[NODE | {"position": [1e9, 1e9]}]), "off the canvas"),
        (clip(nodes=[NODE | {"position": [1e400, 0]}]), "Infinity"),
        (clip(nodes=[NODE | {"repeat": 2}]), "blocks only"),
        (clip(nodes=[NODE], wires=[["a", "output", "zebra", "input"]]), "no node for the wire"),
        (clip(nodes=[NODE], wires=[["a", "output"]]), "wire 1"),
        (clip(blocks=[]), "no layer or block named “Unit”"),
        (
            clip(blocks=[{"name": "Loop", "nodes": [NODE | {"kind": "Loop"}]}], nodes=[NODE]),
            "itself",
        ),
        (clip(parameters=[{"name": "w", "kind": "int", "default": "x"}]), "default of w"),
        (clip(surprise=1), "The clipboard: has the unknown field"),
    ],
)
def test_hostile_text_is_refused_and_changes_nothing(text: str, message: str) -> None:
    network = nested()
    with pytest.raises(EditError, match=message) as caught:
        clipboard.paste(network, ROOT, text)
    assert len(str(caught.value)) < 500
    assert network == nested()


def test_pasted_names_are_legal_whatever_the_text_says() -> None:
    nodes = [NODE | {"name": name} for name in ("", "a b", "forward", "é", "x" * 200, "a", "a")]
    network, names = clipboard.paste(Network(), ROOT, clip(nodes=nodes, wires=[]))
    assert len(set(names)) == len(names)
    text = clipboard.copy(network, ROOT, names)
    assert clipboard.paste(Network(), ROOT, text).names == names


def test_a_selection_survives_make_block_and_the_clipboard() -> None:
    packed, (name,) = blocks.make_block(branches(), ROOT, ["a", "b", "c", "cat"], "Part")
    pasted, names = clipboard.paste(Network(), ROOT, clipboard.copy(packed, ROOT, [name]))
    unpacked, _ = blocks.unpack(pasted, ROOT, names[0])
    assert [w.source.node for w in unpacked.graph.into("cat")] == ["a", "b", "c"]


def test_copies_can_be_fed_by_what_feeds_the_originals() -> None:
    network, names = clipboard.duplicate(branches(), ROOT, ["a", "cat"], wired=True)
    assert names == ("a2", "cat2")
    assert [str(w) for w in network.graph.into("a2")] == ["input.output → a2.input"]
    feeding = [w.source.node for w in network.graph.into("cat2")]
    assert feeding == ["a2", "b", "c"]
    assert network.graph.wires[: len(branches().graph.wires)] == branches().graph.wires
    network, _ = clipboard.duplicate(branches(), ROOT, ["b", "cat"], wired=True)
    assert [w.source.node for w in network.graph.into("cat2")] == ["a", "b2", "c"]


def test_pasted_wires_come_from_the_nodes_of_the_same_names_where_they_can() -> None:
    text = clipboard.copy(branches(), ROOT, ["a", "b"])
    alone = clipboard.paste(Network(), ROOT, text, wired=True).network
    assert alone.graph.wires == ()
    again, _ = clipboard.paste(chain(), ROOT, text, wired=True)
    assert {str(w) for w in again.graph.into("a")} == {"input.output → a.input"}
    assert clipboard.paste(chain(), ROOT, text).network.graph.wires == chain().graph.wires


def test_wires_that_lead_into_what_is_not_copied_are_left_out() -> None:
    plain = json.loads(clipboard.copy(branches(), ROOT, ["a"]))
    plain["entering"].append(["input", "output", "gone", "input", 0])
    network = clipboard.paste(branches(), ROOT, json.dumps(plain), wired=True).network
    assert {str(w) for w in network.graph.into("a2")} == {"input.output → a2.input"}
