"""A network computes the same once parts of it have become blocks, and when they are unpacked."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from app.analysis import analyse
from app.analysis.report import Report
from nodes.network import ROOT, Graph, Network, Node, blocks
from nodes.network.edits.training import ENDS
from nodes.spec import Shape
from presets import PRESETS


def computed(network: Network, report: Report) -> Counter[object]:
    """Every layer that acts, with its shapes and tensors, wherever it stands."""
    return Counter(
        (found.kind, found.inputs, tuple(found.outputs.values()), found.tensors)
        for found in report.nodes.values()
        if found.kind not in ENDS and found.kind not in network.block_by_name
    )


def entering(report: Report, node: Node) -> list[tuple[Shape, ...]]:
    """The shapes that enter each copy of a block."""
    whole = report.nodes[node.name]
    names = [f"{node.name}.{node.copy_name(k)}" for k in range(whole.repeat)]
    return [report.nodes[name].inputs for name in names] if node.numbered else [whole.inputs]


def some(graph: Graph, rng: random.Random) -> list[str]:
    """A few nodes along wires, with what is between them."""
    body = [n.name for n in graph.nodes if n.kind not in ENDS]
    chosen = {rng.choice(body)}
    for _ in range(rng.randrange(1, 6)):
        near = {w.target.node for n in chosen for w in graph.out_of(n)} & {*body}
        if near:
            chosen.add(rng.choice(sorted(near)))
    return [*chosen, *blocks.between(graph, chosen)]


@pytest.mark.parametrize("preset", ["lenet5_1998", "resnet18", "googlenet", "unet_classic"])
@pytest.mark.parametrize("seed", range(6))
def test_made_put_and_unpacked(preset: str, seed: int) -> None:
    rng = random.Random(seed)
    network = PRESETS[preset].network()
    drawn = [n for n in network.graph.nodes if n.kind in network.block_by_name]
    report = analyse(network)
    for node in rng.sample(drawn, min(len(drawn), 4)):  # so that there are patterns to be found
        network = blocks.unpack(network, ROOT, node.name, entering(report, node)).network
    wanted = computed(network, analyse(network))

    names = some(network.graph, rng)
    guessed = blocks.guess(network, ROOT, names)
    made, (instance,) = blocks.make_block(network, ROOT, names, guessed.name, guessed)
    report = analyse(made)
    assert report.ok, report.problems
    assert computed(made, report) == wanted
    if guessed.likes:
        made, _ = blocks.put_block(made, ROOT, instance, guessed.likes)
        report = analyse(made)
        assert report.ok, report.problems
        assert computed(made, report) == wanted
    for node in made.graph.of_kind(guessed.name):
        made = blocks.unpack(made, ROOT, node.name).network
    assert computed(made, analyse(made)) == wanted
