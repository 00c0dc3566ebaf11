"""What is there twice: values at a merge, and names of blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.advice import Advice, advise, repairs
from app.analysis import analyse
from nodes.network import Network
from nodes.network.builder import Builder
from presets import PRESETS


def merged(kind: str, *sources: str) -> Network:
    """A merge of values by name, where `same` is `conv` by way of a layer that changes nothing."""
    b = Builder("Twice")
    image = b.input(4, 6, 6)
    found = {
        name: b.add(name, "Conv2d", image, out_channels=4, kernel_size=1)
        for name in sources
        if name != "same"
    }
    found["same"] = b.add("same", "Identity", found["conv"])
    b.output(b.add("merge", kind, [found[name] for name in sources]))
    return b.network()


def told(found: Network) -> list[Advice]:
    return [a for a in advise(found, analyse(found)) if a.rule.id == "dead-branch"]


@pytest.mark.parametrize("kind", ["Add", "Average", "Maximum", "Concat"])
def test_a_merge_of_one_value_is_taken_out(kind: str) -> None:
    found = merged(kind, "conv", "same")
    (given,) = told(found)
    (repair,) = given.repairs(found, analyse(found))
    made = repair.edit(found)
    assert repair.title == "Remove merge"
    assert analyse(made).outputs == ((4, 6, 6),)
    assert not told(made)


@pytest.mark.parametrize("kind", ["Add", "Concat"])
def test_of_two_wires_with_one_value_one_is_left_out(kind: str) -> None:
    found = merged(kind, "conv", "other", "same")
    (given,) = told(found)
    (repair,) = given.repairs(found, analyse(found))
    made = repair.edit(found)
    assert [w.source.node for w in made.graph.into("merge")] == ["conv", "other"]
    assert analyse(made).ok
    assert "same" not in made.graph.by_name, "nothing else needed it"


def test_the_square_of_a_value_is_no_mistake() -> None:
    assert not told(merged("Multiply", "conv", "same"))


def test_blocks_of_one_name_get_names_of_their_own() -> None:
    found = PRESETS["resnet18"].network()
    (first, *_) = found.blocks
    doubled = replace(found, blocks=(replace(first, summary="Another"), *found.blocks))
    report = analyse(doubled)
    (problem,) = report.problems
    (repair,) = repairs(doubled, report, problem)
    made = repair.edit(doubled)
    assert analyse(made).ok
    assert len({b.name for b in made.blocks}) == len(made.blocks) == len(found.blocks) + 1
    assert made.block(first.name).graph == doubled.block(first.name).graph
    assert analyse(made).totals == analyse(found).totals


def test_nodes_of_one_name_are_renamed_before_any_is_dropped() -> None:
    b = Builder("Named")
    x = b.add("relu", "ReLU", b.input(4, 6, 6))
    b.output(b.add("tanh", "Tanh", x))
    found = b.network()
    nodes = tuple(replace(n, name="relu") if n.name == "tanh" else n for n in found.graph.nodes)
    twice = replace(found, graph=replace(found.graph, nodes=nodes))
    report = analyse(twice)
    (problem,) = (p for p in report.problems if p.rule == "duplicate-name")
    titles = [r.title for r in repairs(twice, report, problem)]
    assert titles[0] == "Give the nodes named relu names of their own"
