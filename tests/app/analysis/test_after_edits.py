"""The report after an edit, taken in part from the one before it, is that of a fresh network."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.analysis import EMPTY, Report, analyse
from nodes.errors import SkipwireError
from nodes.network import ROOT, Network, Node, edits
from nodes.network.model import Frozen, wire
from tests.nodes.network.samples import branches, chain, nested
from tests.nodes.network.test_random_edits import EDITS, Edit, one, some

STEPS = 60


def wild_wire(network: Network, scope: str, rng: random.Random) -> Network:
    """What no gesture draws: cycles, ports that are taken or unknown, nodes that do not exist."""
    graph = network.scope(scope)
    ends = [one(rng, graph), rng.choice([one(rng, graph), "nobody"])]
    rng.shuffle(ends)
    drawn = wire(ends[0], "output", ends[1], rng.choice(["input", "inputs", "nothing"]))
    return network.with_graph(scope, replace(graph, wires=(*graph.wires, drawn)))


def wild_name(network: Network, scope: str, rng: random.Random) -> Network:
    """Two nodes of one name, and kinds that do not exist."""
    graph = network.scope(scope)
    nodes = list(graph.nodes)
    at = rng.randrange(len(nodes))
    wild = [
        replace(nodes[at], name=one(rng, graph)),
        replace(nodes[at], kind="Nothing"),
        replace(nodes[at], kind="ReLU"),
    ]
    nodes[at] = rng.choice(wild)
    rng.shuffle(nodes)
    return network.with_graph(scope, replace(graph, nodes=tuple(nodes)))


def auxiliary(network: Network, scope: str, rng: random.Random) -> Network:
    outputs = [n.name for n in network.scope(scope).of_kind("Output")]
    chosen = rng.sample(outputs, min(len(outputs), 1))
    return edits.set_argument(network, scope, chosen, "auxiliary", rng.random() < 0.7)


def freeze(network: Network, scope: str, rng: random.Random) -> Network:
    return edits.set_frozen(network, scope, some(rng, network.scope(scope)), rng.choice([*Frozen]))


def chunk(network: Network, scope: str, rng: random.Random) -> Network:
    """A node that has other ports afterwards."""
    chunks = [n.name for n in network.scope(scope).of_kind("Chunk")]
    if not chunks or rng.random() < 0.3:
        wires = network.scope(scope).wires
        node = Node(edits.fresh_name(network.scope(scope), "Chunk"), "Chunk")
        if not wires:
            return edits.add(network, scope, node)
        return edits.insert_on_wire(network, scope, rng.choice(wires), node)
    return edits.set_argument(network, scope, chunks[:1], "chunks", rng.choice([1, 2, 4, 8]))


ALL: dict[str, Edit] = {
    **EDITS,
    "wild wire": wild_wire,
    "wild name": wild_name,
    "auxiliary": auxiliary,
    "freeze": freeze,
    "chunk": chunk,
    "chunk more": chunk,
}


def read(report: Report) -> object:
    everything = [
        (path, r, r.kept, r.field, r.parameters, r.learning) for path, r in report.nodes.items()
    ]
    return everything, report.problems, report.outputs, report.totals, report.learning


@pytest.mark.parametrize("make", [chain, branches, nested])
@pytest.mark.parametrize("seed", range(6))
def test_as_if_it_were_analysed_alone(make: Callable[[], Network], seed: int) -> None:
    rng = random.Random(seed)
    network = make()
    report = analyse(network)
    past = [network]
    for _ in range(STEPS):
        scope = rng.choice([ROOT, ROOT, *network.block_by_name])
        if not 0 < len(network.scope(scope).nodes) < 40:
            network = make()
        name, edit = rng.choice(list(ALL.items()))
        with contextlib.suppress(SkipwireError):
            network = edit(network, scope, rng)
        if rng.random() < 0.1:  # as undo does
            network = rng.choice(past)
        report = analyse(network, report)
        assert read(report) == read(analyse(_anew(network))), name
        past.append(network)


def _anew(network: Network) -> Network:
    """The same network of new values, of which nothing is known yet."""
    return replace(
        network,
        graph=replace(network.graph, nodes=tuple(replace(n) for n in network.graph.nodes)),
        blocks=tuple(
            replace(b, graph=replace(b.graph, nodes=tuple(replace(n) for n in b.graph.nodes)))
            for b in network.blocks
        ),
    )


def test_what_an_edit_does_not_reach_is_the_same_object() -> None:
    network = branches()
    before = analyse(network)
    kept = {part.name: part for part in before.nodes.worked.parts}
    place = {network.graph.nodes[0].name: (50.0, 7.0)}
    after = analyse(edits.move(network, ROOT, place), before)
    assert all(part is kept[part.name] for part in after.nodes.worked.parts)
    assert read(after) == read(analyse(network, EMPTY))
    name = next(n.name for n in network.graph.nodes if n.kind == "Conv2d")
    after = analyse(edits.set_argument(network, ROOT, [name], "bias", False), before)
    assert {p.name for p in after.nodes.worked.parts if p is not kept[p.name]} == {name}
