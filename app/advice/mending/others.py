"""Kinds that do not exist, arguments out of bounds, and what cannot repeat or be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from app.advice.changes import Edit, chained, dissolving, removing
from app.advice.mending.axes import becoming
from app.advice.place import Place
from app.advice.repair import Candidate
from app.analysis import Problem
from nodes.catalogue import CATALOGUE
from nodes.layers.inout import OUTPUT
from nodes.network import ROOT, Network, edits
from nodes.network.lookup import changed_nodes


def unknown_kind(network: Network, place: Place) -> Iterator[Candidate]:
    """Layers and blocks of a near name."""
    node = network.scope(place.scope).by_name[place.name]
    known = {k.lower(): k for k in (*CATALOGUE, *network.block_by_name)}
    for near in get_close_matches(node.kind.lower(), known, n=3):
        says = f"Change {node.name} to {known[near]}"
        yield Candidate(says, becoming(place.scope, node.name, known[near]), 0)
    yield from removals(network, place)


def parameter(network: Network, place: Place) -> Iterator[Candidate]:
    """Arguments at their defaults again, one after the other."""
    node = network.scope(place.scope).by_name[place.name]
    known = {p.name: p for p in network.params(node.kind)}
    for name in node.args:
        if name in known:
            says = f"Set {name} of {node.name} back to {known[name].default}"
            yield Candidate(says, _reset(place, name))
    if node.numbered:
        once = {node.name: replace(node, repeat=1, first="")}
        yield Candidate(
            f"Let {node.name} stand once", lambda n: changed_nodes(n, place.scope, once)
        )


def _reset(place: Place, parameter: str) -> Edit:
    return lambda n: edits.reset_argument(n, place.scope, [place.name], parameter)


def only_auxiliary(network: Network, problem: Problem) -> Iterator[Candidate]:
    """One of the Outputs kept at inference, the last first: it is the deepest as a rule."""
    for name in reversed(problem.nodes):
        says = f"Let {name} not be auxiliary"
        yield Candidate(says, _reset(Place(ROOT, "", name), "auxiliary"), 0)


def output_of_block(network: Network, place: Place) -> Iterator[Candidate]:
    """What only an Output of the network can have, set back."""
    resets = [
        _reset(place, param.name)
        for param in OUTPUT.params
        if param.name in network.scope(place.scope).by_name[place.name].args
    ]
    says = f"Set {place.name} back to a plain Output"
    yield Candidate(says, chained(*resets), 0)


def switched_off(network: Network, place: Place) -> Iterator[Candidate]:
    node = network.scope(place.scope).by_name[place.name]
    on = {node.name: replace(node, enabled=True)}
    yield Candidate(f"Switch {node.name} on", lambda n: changed_nodes(n, place.scope, on), 0)
    yield from removals(network, place)


def removals(network: Network, place: Place) -> Iterator[Candidate]:
    """Without the node, what feeds it wired to what it feeds, or not."""
    graph, name = network.scope(place.scope), place.name
    if len(graph.into(name)) == 1:
        yield Candidate(f"Remove {name}", dissolving(place.scope, name), 3)
    else:
        yield Candidate(f"Remove {name}", removing(place.scope, name), 3)
