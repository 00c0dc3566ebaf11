"""Networks damaged at random: repairs and advice never fail, and do what they say."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.advice import advise, repairs
from app.advice.repair import roots
from app.analysis import analyse
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError
from nodes.network import Network, Node, edits, wire
from presets import PRESETS
from tests.app.advice.samples import residual, textbook_inception

BASES = (
    PRESETS["inception_mini"].network(),
    PRESETS["resnet18"].network(),
    PRESETS["lenet5"].network(),
    textbook_inception(),
    residual(),
)
VALUES = (0, 1, 2, 3, 7, 40, -1, True, False, "same", (1, 2), (3, 8, 8), None)


def damaged(rng: random.Random, network: Network) -> Network:
    for _ in range(rng.randint(1, 3)):
        scope = rng.choice(["", *network.block_by_name])
        graph = network.scope(scope)
        if not graph.nodes:
            continue
        node, other = rng.choice(graph.nodes), rng.choice(graph.nodes)
        changes: tuple[Node, ...] = (
            replace(node, kind=rng.choice([*CATALOGUE, "Nonsense"]), args={}),
            replace(node, name=rng.choice(["class", "0", other.name])),
            replace(node, enabled=False),
            replace(node, repeat=rng.choice([0, 2, 3])),
        )
        try:
            match rng.randrange(5):
                case 0 if params := network.params(node.kind):
                    name, value = rng.choice(params).name, rng.choice(VALUES)
                    network = edits.set_argument(network, scope, [node.name], name, value)
                case 1:
                    network = edits.remove(network, scope, [node.name])
                case 2:
                    drawn = wire(node.name, "output", other.name, rng.choice(["input", "inputs"]))
                    network = network.with_graph(scope, replace(graph, wires=(*graph.wires, drawn)))
                case 3 if graph.wires:
                    network = edits.disconnect(network, scope, [rng.choice(graph.wires)])
                case _:
                    changed = rng.choice(changes)
                    nodes = tuple(changed if n is node else n for n in graph.nodes)
                    network = network.with_graph(scope, replace(graph, nodes=nodes))
        except SkipwireError:
            continue
    return network


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_network_is_mended_as_promised(seed: int) -> None:
    rng = random.Random(seed)
    broken = damaged(rng, rng.choice(BASES))
    report = analyse(broken)
    for problem in [p for p in report.problems if not p.consequence][:2]:
        for repair in repairs(broken, report, problem):
            after = analyse(repair.edit(broken))
            assert problem not in after.problems
            assert len(roots(after)) == repair.preview.problems
    for advice in advise(broken, report):
        assert advice.nodes[0] in report.nodes
        for repair in advice.repairs(broken, report):
            assert roots(analyse(repair.edit(broken))) <= roots(report)
