"""Differences: what a canvas has to change."""

from __future__ import annotations

from nodes.network import ROOT, Graph, Node, edits, wire
from nodes.network.difference import Difference, blocks_changed, diff
from tests.nodes.network.samples import UNIT, branches, chain, nested


def test_nothing_differs() -> None:
    assert diff(chain().graph, chain().graph) == Difference()
    assert not diff(chain().graph, chain().graph)


def test_nodes_added_removed_changed_and_moved() -> None:
    old = chain()
    new = edits.remove(old, ROOT, ["relu1"])
    new = edits.add(new, ROOT, Node("drop", "Dropout"))
    new = edits.set_argument(new, ROOT, ["conv1"], "stride", 2)
    new = edits.move(new, ROOT, {"bn1": (9, 9), "conv1": (8, 8)})
    assert diff(old.graph, new.graph) == Difference(
        added=frozenset({"drop"}),
        removed=frozenset({"relu1"}),
        changed=frozenset({"conv1"}),
        moved=frozenset({"bn1", "conv1"}),
        wires_removed=(
            wire("bn1", "output", "relu1", "input"),
            wire("relu1", "output", "output", "input"),
        ),
    )


def test_wires() -> None:
    old = branches()
    gone, new_wire = wire("a", "output", "cat", "inputs"), wire("input", "output", "cat", "inputs")
    new = edits.reconnect(old, ROOT, gone, new_wire)
    assert diff(old.graph, new.graph) == Difference(wires_added=(new_wire,), wires_removed=(gone,))


def test_order_is_a_difference() -> None:
    old = branches()
    a, b, c = old.graph.into("cat")
    new = edits.order_wires(old, ROOT, a.target, (b, a, c))
    assert diff(old.graph, new.graph) == Difference(reordered=True)
    turned = Graph(old.graph.nodes[::-1], old.graph.wires)
    assert diff(old.graph, turned) == Difference(reordered=True)


def test_a_renamed_node_is_another() -> None:
    old = chain()
    found = diff(old.graph, edits.rename(old, ROOT, "bn1", "norm").graph)
    assert (found.added, found.removed) == (frozenset({"norm"}), frozenset({"bn1"}))
    assert len(found.wires_added) == len(found.wires_removed) == 2


def test_blocks_changed() -> None:
    old = nested()
    assert blocks_changed(old, nested()) == frozenset()
    assert blocks_changed(old, edits.move(old, "Unit", {"conv": (1, 1)})) == {"Unit"}
    assert blocks_changed(old, chain()) == {"Unit", "Stage"}
    assert blocks_changed(chain(), type(old)(blocks=(UNIT,))) == {"Unit"}
