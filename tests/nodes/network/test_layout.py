"""Automatic layout: nothing overlaps, everything flows down, the same graph gives the same."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from nodes.network import Graph, Node, wire
from nodes.network.layout import CARD, GRID, arrange


def graph_of(*edges: str) -> Graph:
    """A graph written as `"a b"` for a wire from a to b, or `"a"` for a node alone."""
    names = dict.fromkeys(name for edge in edges for name in edge.split())
    wires = [wire(a, "output", b, "input") for a, b in (e.split() for e in edges if " " in e)]
    return Graph(tuple(Node(name, "Identity") for name in names), tuple(wires))


def random_graph(seed: int, nodes: int = 30) -> Graph:
    rng = random.Random(seed)
    pairs = {
        tuple(sorted(rng.sample(range(nodes), 2))) for _ in range(rng.randrange(nodes, 2 * nodes))
    }
    return graph_of(*(str(n) for n in range(nodes)), *(f"{a} {b}" for a, b in sorted(pairs)))


CHAIN = graph_of("a b", "b c", "c d")
RESIDUAL = graph_of("in c1", "c1 c2", "c2 c3", "c3 add", "in add", "add out")
INCEPTION = graph_of(
    "in b1", "in b3r", "b3r b3", "in b5r", "b5r b5", "in pool", "pool proj",
    "b1 cat", "b3 cat", "b5 cat", "proj cat",
)  # fmt: skip
TWO_INPUTS = graph_of("x a", "a b", "b c", "c add", "y add")
GRAPHS = {
    "empty": Graph(),
    "one": graph_of("a"),
    "unconnected": graph_of("a", "b", "c"),
    "chain": CHAIN,
    "residual": RESIDUAL,
    "inception": INCEPTION,
    "two inputs": TWO_INPUTS,
    "cycle": graph_of("a b", "b c", "c b", "c d"),
    "only a cycle": graph_of("a b", "b c", "c a"),
    "self": graph_of("a a", "a b"),
    "double wire": graph_of("a b", "a b", "a c", "b c"),
    "wire from nowhere": Graph((Node("a", "Identity"),), (wire("gone", "output", "a", "input"),)),
    **{f"random {seed}": random_graph(seed) for seed in range(8)},
}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_every_node_has_a_place_on_the_grid_and_no_two_overlap(graph: Graph) -> None:
    places = arrange(graph)
    assert set(places) == {node.name for node in graph.nodes}
    assert all(x % GRID == y % GRID == 0 for x, y in places.values())
    if places:
        assert min(x for x, _ in places.values()) == min(y for _, y in places.values()) == 0
    for (a, (ax, ay)), (b, (bx, by)) in combinations(places.items(), 2):
        assert abs(ax - bx) >= CARD[0] or abs(ay - by) >= CARD[1], f"{a} and {b} overlap"


@pytest.mark.parametrize("name", [name for name in GRAPHS if name not in ("self", "only a cycle")])
def test_wires_flow_down_unless_they_close_a_cycle(name: str) -> None:
    graph, places = GRAPHS[name], arrange(GRAPHS[name])
    up = [
        str(w)
        for w in graph.wires
        if w.source.node in places and places[w.source.node][1] >= places[w.target.node][1]
    ]
    assert up == (["c.output → b.input"] if name == "cycle" else [])


def test_a_chain_stands_in_one_column() -> None:
    assert {x for x, _ in arrange(CHAIN).values()} == {0}


def test_a_chain_stands_straight_beside_its_shortcut() -> None:
    places = arrange(RESIDUAL)
    assert len({places[name][0] for name in ("in", "c1", "c2", "c3", "add")}) == 1


def test_a_head_stands_beside_the_trunk_that_it_leaves() -> None:
    places = arrange(graph_of("in a", "a b", "b c", "c out", "a head", "head aux"))
    trunk = {places[name][0] for name in ("in", "a", "b", "c", "out")}
    assert len(trunk) == 1
    assert abs(places["head"][0] - trunk.pop()) >= CARD[0]
    assert places["head"][0] == places["aux"][0]


def test_branches_stand_side_by_side_in_their_order_around_the_middle() -> None:
    places = arrange(INCEPTION)
    row = [places[name] for name in ("b1", "b3r", "b5r", "pool")]
    assert len({y for _, y in row}) == 1
    assert row == sorted(row)
    assert places["in"][0] == places["cat"][0] == (row[0][0] + row[-1][0]) / 2
    assert [places[n][0] for n in ("b3", "b5", "proj")] == [x for x, _ in row[1:]]


def test_branches_are_ordered_so_that_wires_do_not_cross() -> None:
    places = arrange(graph_of("in a", "in b", "c out", "d out", "a d", "b c"))
    assert (places["a"][0] < places["b"][0]) == (places["d"][0] < places["c"][0])


def test_a_late_input_stands_near_its_use() -> None:
    places = arrange(TWO_INPUTS)
    assert places["y"][1] == places["c"][1]


def test_the_same_graph_gives_the_same_layout() -> None:
    assert arrange(random_graph(3)) == arrange(random_graph(3))


def test_cards_of_other_sizes_do_not_overlap() -> None:
    def size(node: Node) -> tuple[float, float]:
        return (400.0, 300.0) if node.name in ("b3r", "b3") else CARD

    places = arrange(INCEPTION, size)
    names = {node.name: size(node) for node in INCEPTION.nodes}
    for a, b in combinations(names, 2):
        (ax, ay), (bx, by) = places[a], places[b]
        apart_x = ax + names[a][0] <= bx or bx + names[b][0] <= ax
        apart_y = ay + names[a][1] <= by or by + names[b][1] <= ay
        assert apart_x or apart_y, f"{a} and {b} overlap"
