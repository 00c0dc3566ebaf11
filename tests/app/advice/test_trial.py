"""What a node would make of wires that are not drawn yet."""

from __future__ import annotations

import pytest

from app.advice.trial import UNKNOWN, tried
from app.analysis import analyse
from app.analysis.report import join
from nodes.network import ROOT, Graph, Network, Node, Wire, edits, wire
from presets import preset as preset_of


def network() -> Network:
    nodes = (
        Node("input", "Input", {"shape": (3, 32, 32)}),
        Node("conv", "Conv2d", {"out_channels": 8, "padding": 1}),
        Node("half", "MaxPool2d"),
        Node("sum", "Add"),
        Node("next", "Conv2d", {"out_channels": 16, "padding": 1}),
        Node("dot", "MatMul"),
    )
    wires = (
        wire("input", "output", "conv", "input"),
        wire("conv", "output", "half", "input"),
        wire("conv", "output", "sum", "inputs"),
    )
    return Network("Test", Graph(nodes, wires))


def test_what_leaves_the_node_and_what_does_not_fit() -> None:
    before = network()
    report = analyse(before)

    def drawn(new: Wire) -> Network:
        return edits.connect(before, ROOT, new)

    found = tried(drawn(wire("conv", "output", "next", "input")), report, "", ROOT, "next")
    assert found.leaving == (16, 32, 32)
    assert found.problem is None
    found = tried(drawn(wire("half", "output", "sum", "inputs")), report, "", ROOT, "sum")
    assert found.problem is not None
    assert "conv 8×32×32" in found.problem.message
    assert "half 8×16×16" in found.problem.message
    one, _ = (p.name for p in before.ports("MatMul")[0])
    assert tried(drawn(wire("conv", "output", "dot", one)), report, "", ROOT, "dot") == UNKNOWN


@pytest.mark.parametrize("preset", ["resnet18", "googlenet", "unet_classic"])
def test_what_is_drawn_already_gives_what_the_report_says(preset: str) -> None:
    """At every node of the network and of one instance of each of its blocks."""
    made = preset_of(preset).network()
    report = analyse(made)
    instances = {n.kind: n for n in made.graph.nodes if n.kind in made.block_by_name}
    whole = [("", ROOT)]
    for kind, node in instances.items():
        whole.append((join(node.name, node.copy_name(0)) if node.numbered else node.name, kind))
    assert len(whole) > 1
    for prefix, scope in whole:
        for node in made.scope(scope).nodes:
            known = report.at(prefix, node.name)
            outputs = made.ports(node.kind, node.args)[1]
            if node.kind in ("Input", "Output") or known is None or not outputs:
                continue
            found = tried(made, report, prefix, scope, node.name)
            assert found.problem is None, join(prefix, node.name)
            assert found.leaving == known.outputs[outputs[0]], join(prefix, node.name)
