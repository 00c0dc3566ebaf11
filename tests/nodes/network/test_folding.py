"""Blocks unfolded in place: their neighbours make room and come back."""

from __future__ import annotations

import pytest

from nodes.errors import EditError
from nodes.network import ROOT, Network, edits
from nodes.network.document import Document, dumps, loads
from nodes.network.edits.folding import set_unfolded, with_room
from nodes.network.interior import CARD, size
from tests.nodes.network.samples import chain, nested


def drawn() -> Network:
    """nested(), with its cards one below the other."""
    network = nested()
    for scope in (ROOT, "Stage"):
        nodes = network.scope(scope).nodes
        places = {n.name: (0.0, 130.0 * k) for k, n in enumerate(nodes)}
        network = edits.move(network, scope, places)
    return network


def unfolded(network: Network, scope: str, names: list[str], on: bool) -> Network:
    return with_room(network, set_unfolded(network, scope, names, on))


def tops(network: Network, scope: str = ROOT) -> list[float]:
    return [n.position[1] for n in network.scope(scope).nodes]


def test_what_stands_below_moves_down_and_back() -> None:
    network = drawn()
    grown = unfolded(network, ROOT, ["first"], True)
    first = grown.graph.by_name["first"]
    more = size(grown, first)[1] - CARD[1]
    assert more > 0
    before, after = tops(network), tops(grown)
    assert [b - a for a, b in zip(before, after, strict=True)] == [0, 0, more, more]
    assert unfolded(grown, ROOT, ["first"], False) == network


def test_what_stands_beside_moves_aside_and_back() -> None:
    network = drawn()
    wide = edits.move(network, "Unit", {"relu": (400.0, 100.0)})
    wide = edits.move(wide, ROOT, {"stage": (220.0, 130.0), "input": (-220.0, 140.0)})
    grown = unfolded(wide, ROOT, ["first"], True)
    places = {n.name: n.position[0] for n in grown.graph.nodes}
    width = size(grown, grown.graph.by_name["first"])[0]
    assert places["first"] + width < places["stage"]
    assert places["input"] + CARD[0] < places["first"]
    assert places["first"] + width / 2 == CARD[0] / 2  # its middle stays
    assert unfolded(grown, ROOT, ["first"], False) == wide


def test_a_card_around_grows_with_what_is_unfolded_in_it() -> None:
    network = unfolded(drawn(), ROOT, ["first", "stage"], True)
    inner = unfolded(network, "Stage", ["units"], True)
    old = size(network, network.graph.by_name["stage"])[1]
    new = size(inner, inner.graph.by_name["stage"])[1]
    more = size(inner, inner.scope("Stage").by_name["units"])[1] - CARD[1]
    assert new - old == more
    assert tops(inner)[-1] - tops(network)[-1] == more
    assert tops(inner, "Stage")[-1] - tops(network, "Stage")[-1] == more
    assert unfolded(inner, "Stage", ["units"], False) == network
    folded = unfolded(network, ROOT, ["first", "stage"], False)
    assert folded == drawn()


def test_a_layer_has_nothing_to_show() -> None:
    with pytest.raises(EditError, match="conv1"):
        unfolded(chain(), ROOT, ["conv1"], True)


def test_it_stands_in_the_document_where_it_is_so() -> None:
    network = unfolded(drawn(), ROOT, ["first"], True)
    assert loads(dumps(Document(network))).network == network
    assert dumps(Document(network)).count("unfolded") == 1


def test_a_card_grows_with_what_is_added_to_its_graph() -> None:
    network = unfolded(drawn(), ROOT, ["first"], True)
    more = edits.move(network, "Unit", {"relu": (0.0, 400.0)})
    grown = with_room(network, more)
    assert [b - a for a, b in zip(tops(network), tops(grown), strict=True)] == [0, 0, 200, 200]
    assert with_room(network, network) is network
