"""Places, courses and hit tests, without painting."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from app.analysis import analyse
from app.ui.canvas.cards import Cards
from app.ui.canvas.geometry import Geometry, Size, Socket
from app.ui.canvas.metrics import CARD_HEIGHT, CARD_WIDTH
from app.ui.canvas.routing import POINTS, arcs
from app.ui.canvas.strands import Strands, pieces
from nodes.network import ROOT, Endpoint, Graph, Network, Node, edits, wire
from tests.app.ui.canvas.conftest import network

INPUTS = Endpoint("concat", "inputs")


def laid(net: Network) -> Geometry:
    cards, _ = Cards().make(net, ROOT, "", analyse(net))
    return Geometry(cards, net.graph.wires)


@pytest.fixture
def geometry() -> Geometry:
    return laid(network())


def test_an_empty_graph() -> None:
    empty = Geometry()
    assert empty.bounds() is None
    assert empty.node_at(0, 0) is None
    assert empty.socket_at(0, 0) is None
    assert empty.wire_at(0, 0) is None


def test_wires_run_from_port_to_port(geometry: Geometry) -> None:
    for w, course in zip(geometry.wires, geometry.courses, strict=True):
        assert tuple(course[0]) == geometry.socket_place(Socket(w.source, True))
        x, y = geometry.socket_place(Socket(w.target, False))
        assert course[-1][1] == y
        assert abs(course[-1][0] - x) < CARD_WIDTH / 2


def test_wires_into_a_slot_stand_in_their_order(geometry: Geometry) -> None:
    ends = [geometry.courses[geometry.wire_index[w], -1, 0] for w in geometry.wires_into(INPUTS)]
    assert [w.source.node for w in geometry.wires_into(INPUTS)] == ["left", "right"]
    assert ends == sorted(ends)
    assert geometry.end_at(INPUTS, ends[1]) == geometry.wires_into(INPUTS)[1]


def test_slot_index_counts_the_other_wires(geometry: Geometry) -> None:
    left, right = geometry.wires_into(INPUTS)
    x, _ = geometry.socket_place(Socket(INPUTS, False))
    assert [geometry.slot_index(INPUTS, x + d) for d in (-60, 0, 60)] == [0, 1, 2]
    assert geometry.slot_index(INPUTS, x + 60, without=left) == 1
    assert geometry.slot_index(INPUTS, x - 60, without=right) == 0


def test_a_new_wire_is_the_last_unless_it_is_aimed_at_another_place() -> None:
    names = [f"n{i}" for i in range(6)]
    nodes = [Node(n, "ReLU", position=(230.0 * i, 0)) for i, n in enumerate(names)]
    nodes.append(Node("concat", "Concat", position=(500, 200)))
    wires = tuple(wire(n, "output", "concat", "inputs") for n in names)
    geometry = laid(Network("N", Graph(tuple(nodes), wires)))
    x, _ = geometry.socket_place(Socket(INPUTS, False))
    ends = [float(geometry.courses[geometry.wire_index[w], -1, 0]) for w in wires]
    step = ends[1] - ends[0]
    assert geometry.slot_choice(INPUTS, ends[0] - step / 2) == 0
    assert geometry.slot_choice(INPUTS, (ends[0] + ends[1]) / 2) == 1
    assert geometry.slot_choice(INPUTS, (ends[4] + ends[5]) / 2) == 5
    assert geometry.slot_choice(INPUTS, ends[5] + step / 2) is None
    assert {geometry.slot_choice(INPUTS, x + d) for d in (-step * 0.9, 0, step * 0.9)} == {None}
    assert geometry.slot_place(INPUTS, 1) == pytest.approx((ends[0] + ends[1]) / 2)
    assert geometry.slot_place(INPUTS, None) > ends[5]


def test_the_last_card_lies_on_top() -> None:
    pile = Network("N", Graph((Node("a", "ReLU"), Node("b", "ReLU", position=(50, 50)))))
    geometry = laid(pile)
    assert geometry.node_at(60, 60) == "b"
    assert geometry.node_at(10, 10) == "a"
    assert geometry.node_at(CARD_WIDTH + 1, 10) is None


def test_ports_within_reach_and_out_of_it(geometry: Geometry) -> None:
    x, y = geometry.socket_place(Socket(Endpoint("conv", "output"), True))
    assert geometry.socket_at(x + 5, y + 5) == Socket(Endpoint("conv", "output"), True)
    assert geometry.socket_at(x + 50, y) is None
    x, y = geometry.socket_place(Socket(INPUTS, False))
    assert geometry.socket_at(x + 25, y) == Socket(INPUTS, False)


def test_the_nearest_wire_is_hit(geometry: Geometry) -> None:
    for w in geometry.wires:
        x, y = geometry.middle(w)
        assert geometry.wire_at(x + 1, y) == w
    assert geometry.wire_at(-500, -500) is None


def test_cards_in_a_box(geometry: Geometry) -> None:
    found = {geometry.names[i] for i in geometry.cards_in((-10, -10, 100, 150))}
    assert found == {"input", "conv"}


def test_shift_takes_wires_along_and_restore_brings_all_back(geometry: Geometry) -> None:
    before, places = geometry.courses.copy(), geometry.places.copy()
    geometry.shift(["conv"], 100, 40)
    moved = geometry.wire_index[wire("input", "output", "conv", "input")]
    still = geometry.wire_index[wire("input", "output", "left", "input")]
    assert tuple(geometry.courses[moved, -1] - before[moved, -1]) == (100, 40)
    assert np.array_equal(geometry.courses[still], before[still])
    geometry.restore()
    assert np.array_equal(geometry.courses, before)
    assert np.array_equal(geometry.places, places)


def test_bounds_of_some_and_of_all(geometry: Geometry) -> None:
    assert geometry.bounds(["conv"]) == (0, 130, CARD_WIDTH, 130 + CARD_HEIGHT)
    left, top, right, bottom = geometry.bounds() or (0, 0, 0, 0)
    assert (left, top) == (0, 0)
    assert right >= 460 + CARD_WIDTH
    assert bottom == 520 + CARD_HEIGHT


def skip(count: int) -> Network:
    """A column with wires from each of the first nodes to the last, past all between."""
    names = [f"n{i}" for i in range(count)]
    nodes = [Node(name, "ReLU", position=(0, 130.0 * i)) for i, name in enumerate(names)]
    nodes[-1] = Node(names[-1], "Add", position=(0, 130.0 * (count - 1)))
    chain = [wire(a, "output", b, "input") for a, b in pairwise(names[:-1])]
    skips = [wire(n, "output", names[-1], "inputs") for n in names[:-1]]
    return Network("N", Graph(tuple(nodes), (*chain, *skips)))


def test_skip_wires_run_clear_of_the_cards_and_apart() -> None:
    geometry = laid(skip(6))
    lanes = set()
    for w in geometry.wires:
        course = geometry.courses[geometry.wire_index[w]]
        own = {w.source.node, w.target.node}
        for name, (x, y) in zip(geometry.names, geometry.places, strict=True):
            if name in own:
                continue
            inside = (np.abs(course[:, 0] - x - CARD_WIDTH / 2) < CARD_WIDTH / 2) & (
                np.abs(course[:, 1] - y - CARD_HEIGHT / 2) < CARD_HEIGHT / 2 - 20
            )
            assert not inside.any(), (w, name)
        if w.target.node == "n5" and w.source.node != "n4":
            lanes.add(round(float(course[len(course) // 2, 0])))
    assert len(lanes) == 4


def test_a_wire_that_leads_upwards_swings_round_the_cards() -> None:
    nodes = (Node("a", "ReLU", position=(0, 300)), Node("b", "ReLU", position=(0, 0)))
    (course,) = laid(Network("N", Graph(nodes, (wire("a", "output", "b", "input"),)))).courses
    middle = course[(course[:, 1] > 0) & (course[:, 1] < 300 + CARD_HEIGHT)]
    assert ((middle[:, 0] < 0) | (middle[:, 0] > CARD_WIDTH)).all()


BESIDE, ABOVE = (0.0, 0.0), (220.0, 260.0)


@pytest.mark.parametrize(
    ("start", "end"), [((220, 0), BESIDE), ((440, 140), BESIDE), ((0, 300), (220, 0))]
)
def test_a_wire_upwards_takes_the_near_side_and_meets_no_card(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    others = [place for place in ((220.0, 0.0), ABOVE) if place not in (start, end)]
    nodes = [Node("a", "ReLU", position=start), Node("b", "ReLU", position=end)]
    nodes += [Node(f"c{k}", "ReLU", position=place) for k, place in enumerate(others)]
    (course,) = laid(
        Network("N", Graph(tuple(nodes), (wire("a", "output", "b", "input"),)))
    ).courses
    for x, y in (n.position for n in nodes):
        inside = (course[:, 0] > x + 1) & (course[:, 0] < x + CARD_WIDTH - 1)
        inside &= (course[:, 1] > y + 1) & (course[:, 1] < y + CARD_HEIGHT - 1)
        assert not inside.any(), (x, y)
    across = sorted((start[0], end[0] + CARD_WIDTH))
    assert course[:, 0].min() >= min(across) - CARD_WIDTH
    assert course[:, 0].max() <= max(across) + CARD_WIDTH


def test_a_large_card_has_its_ports_at_its_own_edges() -> None:
    net = network()
    cards, _ = Cards().make(net, ROOT, "", analyse(net))
    geometry = Geometry(cards, net.graph.wires, sizes={"conv": (400, 300)})
    x, y = net.graph.by_name["conv"].position
    assert geometry.bounds(["conv"]) == (x, y, x + 400, y + 300)
    assert geometry.node_at(x + 390, y + 290) == "conv"
    out = Socket(Endpoint("conv", "output"), True)
    assert geometry.socket_place(out) == (x + 200, y + 300)
    leaving = next(w for w in geometry.wires if w.source.node == "conv")
    assert geometry.start_of(leaving) == (x + 200, y + 300)


@pytest.mark.parametrize("seed", range(6))
def test_laying_what_changed_gives_the_same_as_laying_everything(seed: int) -> None:
    """Cards come, go, move and grow, wires come, go and are bent, in long random runs."""
    chance = random.Random(seed)
    maker, sizes, net, geometry = Cards(), dict[str, Size](), _random(chance), None
    for step in range(40):
        net, sizes = _edited(net, sizes, chance, step)
        cards, _ = maker.make(net, ROOT, "", analyse(net))
        bends = [(w, ((1.0, 2.0 * step),)) for w in net.graph.wires if chance.random() < 0.05]
        geometry = Geometry(cards, net.graph.wires, bends, sizes, geometry)
        whole = Geometry(cards, net.graph.wires, bends, sizes)
        assert geometry.wires == whole.wires
        assert list(geometry.sockets) == list(whole.sockets)
        for name in ("courses", "socket_places", "socket_half", "wire_nodes", "broken", "sizes"):
            assert np.array_equal(getattr(geometry, name), getattr(whole, name)), (step, name)
        geometry.shift([n.name for n in net.graph.nodes[: step % 3]], 7, 9)  # as in a drag


def _random(chance: random.Random) -> Network:
    nodes = [
        Node(f"n{i}", chance.choice(("ReLU", "Add", "Concat")), {}, _place(chance))
        for i in range(30)
    ]
    return Network("N", Graph(tuple(nodes), ()))


def _place(chance: random.Random) -> tuple[float, float]:
    return chance.randrange(0, 900, 30), chance.randrange(0, 1600, 40)


def _edited(
    net: Network, sizes: dict[str, Size], chance: random.Random, step: int
) -> tuple[Network, dict[str, Size]]:
    graph, sizes = net.graph, dict(sizes)
    nodes, wires = list(graph.nodes), list(graph.wires)
    at = chance.randrange(len(nodes))
    match chance.choice(("move", "grow", "rename", "add", "remove", *["wire"] * 3, "cut")):
        case "move":
            nodes[at] = replace(nodes[at], position=_place(chance))
        case "grow":
            sizes[nodes[at].name] = (190.0 + 10 * chance.randrange(20), 96.0 + 40 * (step % 5))
        case "rename":
            renamed = edits.rename(net, ROOT, nodes[at].name, f"r{step}").graph
            nodes, wires = list(renamed.nodes), list(renamed.wires)
        case "add":
            nodes.insert(at, Node(f"m{step}", "Concat", {}, _place(chance)))
        case "remove" if len(nodes) > 5:
            gone = nodes.pop(at).name
            wires = [w for w in wires if gone not in (w.source.node, w.target.node)]
        case "cut" if wires:
            wires.pop(chance.randrange(len(wires)))
        case _:
            for _ in range(5):
                a, b = chance.sample(nodes, 2)
                port = "input" if b.kind == "ReLU" else "inputs"
                if (made := wire(a.name, "output", b.name, port)) not in wires:
                    wires.insert(chance.randrange(len(wires) + 1), made)
    return replace(net, graph=replace(graph, nodes=tuple(nodes), wires=tuple(wires))), sizes


def test_a_point_put_on_a_wire_leaves_it_in_its_lane() -> None:
    net = skip(5)
    cards, _ = Cards().make(net, ROOT, "", analyse(net))
    plain = Geometry(cards, net.graph.wires)
    bypass = wire("n0", "output", "n4", "inputs")
    course = plain.courses[plain.wire_index[bypass]]
    lane = float(course[POINTS // 2, 0])
    for y in (200.0, 310.0, 420.0):
        geometry = Geometry(cards, net.graph.wires, [(bypass, ((lane, y),))])
        bent = geometry.courses[geometry.wire_index[bypass]]
        assert (lane, y) in [tuple(p) for p in bent.tolist()]
        between = (bent[:, 1] > 160) & (bent[:, 1] < 470)
        assert bent[between, 0] == pytest.approx(lane, abs=4)
        geometry.lead(bypass, [(lane + 40, y)])  # as while it is dragged
        dragged = geometry.courses[geometry.wire_index[bypass]].copy()
        dropped = Geometry(cards, net.graph.wires, [(bypass, ((lane + 40, y),))])
        assert np.array_equal(dragged, dropped.courses[dropped.wire_index[bypass]])


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_turns_are_drawn_smooth(zoom: float) -> None:
    """The lines of a long turn keep to its curve as far as the eye can tell."""
    start, end, lane = np.array([[0.0, 900.0]]), np.array([[60.0, 0.0]]), np.array([400.0])
    course = arcs(start, end, lane)
    lines, _ = pieces(course, 0.0, 0.2 / zoom)
    lines = lines[(lines[:, [1, 3]] >= 900).all(axis=1)]
    t = np.linspace(0, 1, 4001)[:, None]
    a, b, c, d = (np.array(p) for p in ((0, 900), (0, 960), (400, 960), (400, 900)))
    u = 1 - t
    curve = u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    away = np.hypot(*np.moveaxis(middles[:, None] - curve, 2, 0)).min(axis=1)
    assert away.max() * zoom < 0.5
    assert len(lines) > POINTS // 2


def test_lines_that_are_kept_are_those_of_where_wires_are_now() -> None:
    net = network()
    geometry = laid(net)
    strands, every = Strands(geometry), np.arange(len(geometry.wires))

    def check() -> None:
        lines, owner = strands.of(every, 1.0)
        fresh, wires = pieces(geometry.courses, 0.5, 0.2)
        assert np.array_equal(np.sort(owner), wires)
        assert lines[np.argsort(owner, kind="stable")] == pytest.approx(fresh)

    check()
    geometry.shift(["conv", "norm"], 30, 40)
    check()
    geometry.shift(["conv", "norm"], -70, 10)
    check()
    geometry.restore()
    check()
    geometry.show(geometry.places + 100)
    check()
