"""Several wires in one edit: drawn, led elsewhere, swapped, and healed around nodes."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable

import pytest

from nodes.errors import EditError
from nodes.network import ROOT, Endpoint, Graph, Network, Node, Wire, edits, wire
from tests.nodes.network.samples import branches, chain, nested
from tests.nodes.network.test_random_edits import any_wire, assert_sound, some


def sources(network: Network, target: str, port: str = "inputs") -> list[str]:
    into = network.graph.into(target)
    return [w.source.node for w in into if w.target.port == port]


# --- several wires drawn -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (None, ["a", "b", "c", "x", "y"]),
        (0, ["x", "y", "a", "b", "c"]),
        (2, ["a", "b", "x", "y", "c"]),
        (9, ["a", "b", "c", "x", "y"]),
    ],
)
def test_wires_into_a_variadic_port_come_in_their_order(
    index: int | None, expected: list[str]
) -> None:
    network = branches()
    for name in "xy":
        network = edits.add(network, ROOT, Node(name, "ReLU"))
    wires = [wire(name, "output", "cat", "inputs") for name in "xy"]
    assert sources(edits.connect_all(network, ROOT, wires, index), "cat") == expected


def test_wires_into_plain_ports_replace_what_is_there_only_where_that_is_said() -> None:
    network = edits.add(branches(), ROOT, Node("x", "ReLU"))
    wires = [wire("x", "output", name, "input") for name in "ab"]
    with pytest.raises(EditError, match="already receives input"):
        edits.connect_all(network, ROOT, wires)
    done = edits.connect_all(network, ROOT, wires, replacing=True)
    assert [w.source.node for n in "abc" for w in done.graph.into(n)] == ["x", "x", "input"]


def test_two_wires_cannot_want_one_place() -> None:
    network = edits.add(chain(), ROOT, Node("x", "ReLU"))
    wires = [wire(name, "output", "x", "input") for name in ("conv1", "bn1")]
    with pytest.raises(EditError, match="x already receives conv1"):
        edits.connect_all(network, ROOT, wires, replacing=True)


def test_a_cycle_is_refused_though_each_wire_alone_closes_none() -> None:
    network = branches()
    for name in "xy":
        network = edits.add(network, ROOT, Node(name, "Add"))
    round_trip = [wire("x", "output", "y", "inputs"), wire("y", "output", "x", "inputs")]
    for one in round_trip:
        edits.connect_all(network, ROOT, [one])
    with pytest.raises(EditError, match="cycle"):
        edits.connect_all(network, ROOT, round_trip)


# --- the wires of a port led elsewhere -----------------------------------------------------------


def test_all_wires_of_an_output_begin_at_another() -> None:
    network = edits.add(branches(), ROOT, Node("other", "Input"))
    done = edits.lead_elsewhere(
        network, ROOT, Endpoint("input", "output"), Endpoint("other", "output"), output=True
    )
    assert not done.graph.out_of("input")
    assert [w.target.node for w in done.graph.out_of("other")] == ["a", "b", "c"]
    assert sources(done, "cat") == ["a", "b", "c"]


def test_all_wires_into_a_concat_end_in_another_in_their_order() -> None:
    network = edits.add(branches(), ROOT, Node("sum", "Add"))
    old, new = Endpoint("cat", "inputs"), Endpoint("sum", "inputs")
    done = edits.lead_elsewhere(network, ROOT, old, new, output=False)
    assert sources(done, "sum") == ["a", "b", "c"]
    assert not done.graph.into("cat")


def test_wires_are_not_led_where_they_have_no_room_or_close_a_cycle() -> None:
    network = edits.add(branches(), ROOT, Node("x", "ReLU"))
    with pytest.raises(EditError, match="room for one wire, and 3"):
        edits.lead_elsewhere(
            network, ROOT, Endpoint("cat", "inputs"), Endpoint("x", "input"), output=False
        )
    with pytest.raises(EditError, match="cannot feed itself"):
        edits.lead_elsewhere(
            network, ROOT, Endpoint("input", "output"), Endpoint("a", "output"), output=True
        )
    with pytest.raises(EditError, match="cycle"):
        edits.lead_elsewhere(
            network, ROOT, Endpoint("input", "output"), Endpoint("cat", "output"), output=True
        )


def test_a_wire_led_to_a_taken_input_takes_the_place_of_the_one_there() -> None:
    old, new = Endpoint("conv1", "input"), Endpoint("relu1", "input")
    done = edits.lead_elsewhere(chain(), ROOT, old, new, output=False)
    assert done.graph.into("relu1") == (wire("input", "output", "relu1", "input"),)
    assert not done.graph.into("conv1")


def test_wires_led_elsewhere_keep_the_points_they_are_led_through() -> None:
    network = edits.add(chain(), ROOT, Node("other", "Input"))
    first = wire("input", "output", "conv1", "input")
    graph = network.graph
    network = network.with_graph(
        ROOT, Graph(graph.nodes, graph.wires, bends=((first, ((3.0, 4.0),)),))
    )
    done = edits.lead_elsewhere(
        network, ROOT, Endpoint("input", "output"), Endpoint("other", "output"), output=True
    )
    assert done.graph.points == {wire("other", "output", "conv1", "input"): ((3.0, 4.0),)}


# --- two inputs swapped --------------------------------------------------------------------------


def test_two_inputs_exchange_what_they_receive() -> None:
    a, c = (wire(name, "output", "cat", "inputs") for name in "ac")
    done = edits.swap(branches(), ROOT, a, c)
    assert sources(done, "cat") == ["c", "b", "a"]
    assert edits.swap(done, ROOT, a, c) == branches()


def test_what_would_feed_itself_is_not_swapped() -> None:
    one, other = wire("input", "output", "conv1", "input"), wire("bn1", "output", "relu1", "input")
    with pytest.raises(EditError, match="cycle"):
        edits.swap(chain(), ROOT, one, other)


# --- healing -------------------------------------------------------------------------------------


def test_a_node_taken_out_of_a_chain() -> None:
    done = edits.extract(chain(), ROOT, ["bn1"])
    assert done.graph.into("relu1") == (wire("conv1", "output", "relu1", "input"),)
    assert not done.graph.into("bn1")
    assert not done.graph.out_of("bn1")
    assert done.graph.nodes == chain().graph.nodes


def test_several_nodes_in_a_row_are_healed_at_once() -> None:
    done = edits.extract(chain(), ROOT, ["conv1", "bn1", "relu1"])
    assert done.graph.wires == (wire("input", "output", "output", "input"),)


def test_healed_wires_keep_their_place_in_a_concat() -> None:
    network = edits.insert_on_wire(
        branches(), ROOT, wire("b", "output", "cat", "inputs"), Node("relu", "ReLU")
    )
    assert sources(network, "cat") == ["a", "relu", "c"]
    assert sources(edits.extract(network, ROOT, ["relu"]), "cat") == ["a", "b", "c"]


def test_a_target_gets_what_it_has_already_once() -> None:
    done = edits.extract(branches(), ROOT, ["a", "b"])
    assert sources(done, "cat") == ["input", "c"]


def test_of_a_merge_the_first_input_goes_on() -> None:
    done = edits.extract(branches(), ROOT, ["cat"])
    assert done.graph.into("output") == (wire("a", "output", "output", "input"),)


def test_what_has_nothing_before_it_leaves_nothing() -> None:
    done = edits.extract(chain(), ROOT, ["input"])
    assert not done.graph.into("conv1")


# --- any of them, at random ----------------------------------------------------------------------


def several(network: Network, scope: str, rng: random.Random) -> Network:
    wires = [any_wire(network, scope, rng) for _ in range(rng.randint(1, 3))]
    replacing = rng.random() < 0.5
    return edits.connect_all(network, scope, wires, rng.choice([None, 0, 1]), replacing=replacing)


def elsewhere(network: Network, scope: str, rng: random.Random) -> Network:
    one, other = any_wire(network, scope, rng), any_wire(network, scope, rng)
    if rng.random() < 0.5:
        return edits.lead_elsewhere(network, scope, one.source, other.source, output=True)
    return edits.lead_elsewhere(network, scope, one.target, other.target, output=False)


def swap(network: Network, scope: str, rng: random.Random) -> Network:
    wires = network.scope(scope).wires or (any_wire(network, scope, rng),)
    return edits.swap(network, scope, rng.choice(wires), rng.choice(wires))


def cut(network: Network, scope: str, rng: random.Random) -> Network:
    wires: tuple[Wire, ...] = network.scope(scope).wires
    return edits.disconnect(network, scope, rng.sample(wires, rng.randint(0, min(2, len(wires)))))


def extract(network: Network, scope: str, rng: random.Random) -> Network:
    return edits.extract(network, scope, some(rng, network.scope(scope)))


def heal(network: Network, scope: str, rng: random.Random) -> Network:
    names = some(rng, network.scope(scope))
    return edits.remove(edits.extract(network, scope, names), scope, names)


EDITS = (several, several, several, elsewhere, elsewhere, swap, swap, cut, extract, heal)


@pytest.mark.parametrize("make", [chain, branches, nested])
@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_with_bundles_the_graph_stays_sound(
    make: Callable[[], Network], seed: int
) -> None:
    rng = random.Random(seed)
    network, done = make(), 0
    for _ in range(150):
        scope = rng.choice([ROOT, ROOT, *network.block_by_name])
        if not network.scope(scope).nodes:
            network = make()
            continue
        before = network.scope(scope)
        with contextlib.suppress(EditError):
            edited = rng.choice(EDITS)(network, scope, rng)
            done += edited != network
            assert network.scope(scope) is before
            network = edited
        assert_sound(network)
    assert done > 15
