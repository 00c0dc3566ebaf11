"""Many random edits: old values stay, what is refused changes nothing, everything can be saved."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable

import pytest

from nodes.catalogue import CATALOGUE
from nodes.errors import EditError
from nodes.network import (
    ROOT,
    Colour,
    Endpoint,
    Frame,
    Graph,
    Network,
    Node,
    Note,
    Wire,
    blocks,
    clipboard,
    edits,
)
from nodes.network.difference import diff
from nodes.network.document import Document, dumps, loads
from nodes.network.edits import marks
from nodes.network.edits.folding import set_unfolded
from tests.nodes.network.samples import branches, chain, nested

Edit = Callable[[Network, str, random.Random], Network]


def some(rng: random.Random, graph: Graph) -> list[str]:
    names = [n.name for n in graph.nodes]
    return rng.sample(names, min(len(names), rng.randint(1, 3)))


def one(rng: random.Random, graph: Graph) -> str:
    return rng.choice(graph.nodes).name if graph.nodes else "nobody"


def add(network: Network, scope: str, rng: random.Random) -> Network:
    kind = rng.choice([*CATALOGUE, *network.block_by_name])
    node = Node(edits.fresh_name(network.scope(scope), kind), kind)
    wires = network.scope(scope).wires
    if wires and rng.random() < 0.5:
        return edits.insert_on_wire(network, scope, rng.choice(wires), node)
    return edits.add(network, scope, node)


def any_wire(network: Network, scope: str, rng: random.Random) -> Wire:
    graph = network.scope(scope)
    source, target = one(rng, graph), one(rng, graph)
    inputs = [p.name for p in network.definition(graph.by_name[target].kind).inputs]
    outputs = network.outputs(graph.by_name[source].kind, graph.by_name[source].args)
    return Wire(
        Endpoint(source, rng.choice([*outputs, "output"])),
        Endpoint(target, rng.choice([*inputs, "input"])),
    )


def connect(network: Network, scope: str, rng: random.Random) -> Network:
    return edits.connect(network, scope, any_wire(network, scope, rng), rng.choice([None, 0, 1]))


def reconnect(network: Network, scope: str, rng: random.Random) -> Network:
    wires = network.scope(scope).wires
    old = rng.choice(wires) if wires else any_wire(network, scope, rng)
    return edits.reconnect(network, scope, old, any_wire(network, scope, rng))


def disconnect(network: Network, scope: str, rng: random.Random) -> Network:
    wires = network.scope(scope).wires
    return edits.disconnect(network, scope, rng.sample(wires, min(1, len(wires))))


def reorder(network: Network, scope: str, rng: random.Random) -> Network:
    target = any_wire(network, scope, rng).target
    wires = [w for w in network.scope(scope).into(target.node) if w.target == target]
    return edits.order_wires(network, scope, target, rng.sample(wires, len(wires)))


def argue(network: Network, scope: str, rng: random.Random) -> Network:
    name = one(rng, network.scope(scope))
    params = network.params(network.scope(scope).by_name[name].kind)
    parameter = rng.choice(params).name if params else "nothing"
    value = rng.choice([0, 1, 2, 64, (3, 3), True, "x", "=width + 1", "=i + 1", "=2 * 3", None])
    return edits.set_argument(network, scope, [name], parameter, value)


def lead(network: Network, scope: str, rng: random.Random) -> Network:
    wires = network.scope(scope).wires
    wire = rng.choice(wires) if wires else any_wire(network, scope, rng)
    points = [(rng.uniform(-9, 9), rng.uniform(-9, 9)) for _ in range(rng.randint(0, 3))]
    return marks.lead(network, scope, wire, points)


def frame(network: Network, scope: str, rng: random.Random) -> Network:
    box = (rng.uniform(-50, 50), rng.uniform(-50, 50), rng.uniform(10, 300), 200.0)
    if rng.random() < 0.5:
        return marks.add_note(network, scope, Note("*Note*", box))
    return marks.add_frame(network, scope, Frame("Frame", box, rng.choice([*Colour])))


def some_marks(network: Network, scope: str, rng: random.Random) -> marks.Marks:
    every = marks.every_mark(network.scope(scope))
    return marks.Marks(
        *(frozenset(rng.sample(sorted(them), min(len(them), 2))) for them in vars(every).values())
    )


def guessed(network: Network, scope: str, rng: random.Random) -> Network:
    names = some(rng, network.scope(scope))
    found = blocks.guess(network, scope, names)
    made, (name,) = blocks.make_block(network, scope, names, found.name, found)
    return blocks.put_block(made, scope, name, found.likes).network if found.likes else made


def expose(network: Network, scope: str, rng: random.Random) -> Network:
    node = network.scope(scope).by_name[one(rng, network.scope(scope))]
    names = [*(p.name for p in network.params(node.kind)), "repeat", "enabled"]
    return blocks.expose(network, scope, [node.name], rng.choice(names)).network


EDITS: dict[str, Edit] = {
    "lead": lead,
    "frame": frame,
    "remove marks": lambda n, s, rng: marks.remove_marks(n, s, some_marks(n, s, rng)),
    "shift": lambda n, s, rng: marks.shift(
        n, s, (10.0, rng.uniform(-9, 9)), some(rng, n.scope(s)), some_marks(n, s, rng)
    ),
    "duplicate with marks": lambda n, s, rng: (
        clipboard.duplicate(n, s, some(rng, n.scope(s)), some_marks(n, s, rng)).network
    ),
    "add": add,
    "connect": connect,
    "connect more": connect,
    "reconnect": reconnect,
    "disconnect": disconnect,
    "reorder": reorder,
    "argue": argue,
    "remove": lambda n, s, rng: edits.remove(n, s, [one(rng, n.scope(s))]),
    "rename": lambda n, s, rng: edits.rename(
        n, s, one(rng, n.scope(s)), rng.choice(["x", "y9", "input", "no good"])
    ),
    "move": lambda n, s, rng: edits.move(n, s, {one(rng, n.scope(s)): (rng.random(), 1.0)}),
    "enable": lambda n, s, rng: edits.set_enabled(n, s, some(rng, n.scope(s)), rng.random() < 0.5),
    "repeat": lambda n, s, rng: edits.set_repeat(n, s, one(rng, n.scope(s)), rng.randint(0, 3)),
    "duplicate with wires": lambda n, s, rng: (
        clipboard.duplicate(n, s, some(rng, n.scope(s)), wired=True).network
    ),
    "duplicate": lambda n, s, rng: clipboard.duplicate(n, s, some(rng, n.scope(s))).network,
    "paste": lambda n, s, rng: (
        clipboard.paste(
            n, rng.choice([ROOT, *n.block_by_name]), clipboard.copy(n, s, some(rng, n.scope(s)))
        ).network
    ),
    "make block": lambda n, s, rng: (
        blocks.make_block(n, s, some(rng, n.scope(s)), f"Made{len(n.blocks)}").network
    ),
    "make block as guessed": guessed,
    "expose": expose,
    "make own": lambda n, s, rng: blocks.make_own(n, s, one(rng, n.scope(s))).network,
    "unfold": lambda n, s, rng: set_unfolded(n, s, [one(rng, n.scope(s))], rng.random() < 0.7),
    "unpack": lambda n, s, rng: blocks.unpack(n, s, one(rng, n.scope(s))).network,
    "remove block": lambda n, s, rng: blocks.remove_block(n, rng.choice([*n.block_by_name, "x"])),
    "rename block": lambda n, s, rng: blocks.rename_block(
        n, rng.choice([*n.block_by_name, "x"]), f"Named{rng.randint(0, 9)}"
    ),
}


def assert_sound(network: Network) -> None:
    """What edits alone can never break."""
    for scope in (ROOT, *network.block_by_name):
        graph = network.scope(scope)
        assert len(graph.by_name) == len(graph.nodes)
        assert len(set(graph.wires)) == len(graph.wires)
        assert graph.points.keys() <= set(graph.wires)
        assert len(graph.points) == len(graph.bends)
        fed: set[Endpoint] = set()
        for w in graph.wires:
            source, target = graph.by_name[w.source.node], graph.by_name[w.target.node]
            assert w.source.port in network.outputs(source.kind, source.args)
            port = next(
                p for p in network.definition(target.kind).inputs if p.name == w.target.port
            )
            assert port.variadic or w.target not in fed
            fed.add(w.target)
            # Drawing a wire again must fail because it is there, not because of a cycle.
            again = edits.disconnect(network, scope, [w])
            assert edits.refusal(again, scope, w) is None


@pytest.mark.parametrize("make", [chain, branches, nested])
@pytest.mark.parametrize("seed", range(8))
def test_random_edits(make: Callable[[], Network], seed: int) -> None:
    rng = random.Random(seed)
    network = make()
    done = 0
    for step in range(120):
        scope = rng.choice([ROOT, ROOT, *network.block_by_name])
        if not network.scope(scope).nodes or len(network.scope(scope).nodes) > 40:
            network = make()
            continue
        before = dumps(Document(network))
        name, edit = rng.choice(list(EDITS.items()))
        edited = network
        with contextlib.suppress(EditError):
            edited = edit(network, scope, rng)
            done += 1
        assert dumps(Document(network)) == before, f"{name} changed the old value"
        assert loads(dumps(Document(edited))).network == edited, name
        if scope in (ROOT, *edited.block_by_name):
            old, new = network.scope(scope), edited.scope(scope)
            assert bool(diff(old, new)) == (old != new), name
        network = edited
        if step % 10 == 0:
            assert_sound(network)
    assert_sound(network)
    assert done > 30
