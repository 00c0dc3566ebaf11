"""Names that are taken twice, or that cannot be names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.advice.changes import Edit, listed
from app.advice.place import Place
from app.advice.repair import Candidate
from app.analysis import Problem
from nodes.network import Network, edits
from nodes.network.edits.naming import unique


def of_blocks(network: Network) -> Iterator[Candidate]:
    """Names of their own for blocks that share one; nodes keep to the one that they show."""
    taken = {b.name for b in network.blocks}
    blocks, renamed = [], []
    for block in network.blocks:
        if network.block_by_name[block.name] is not block:
            fresh = unique(block.name, taken)
            taken.add(fresh)
            renamed.append(fresh)
            block = replace(block, name=fresh)
        blocks.append(block)
    made = replace(network, blocks=tuple(blocks))
    yield Candidate(f"Name the blocks that no node shows {listed(renamed)}", lambda _: made, 0)


def candidates(network: Network, problem: Problem, place: Place) -> Iterator[Candidate]:
    """Names that are free and legal; or without the nodes that share the name of another.

    Wires are the first node's of a name, so that the others have none.
    """
    scope = place.scope
    graph = network.scope(scope)
    if problem.rule == "duplicate-name":
        count = sum(n.name == place.name for n in graph.nodes)
        names = [place.name] * (count - 1)
    else:
        names = [p.rpartition(".")[2] for p in problem.nodes]
        if problem.rule == "illegal-name":
            names = [place.name]
    renaming = _renaming(scope, names, problem.rule == "number-name")
    if problem.rule != "duplicate-name":
        yield Candidate(f"Rename {listed(names)}", renaming, 0, len(names), uncovers=True)
        return
    says = f"Give the nodes named {place.name} names of their own"
    yield Candidate(says, renaming, 0, len(names), uncovers=True)
    says = f"Keep only the first node named {place.name}"
    yield Candidate(says, _without_others(scope, place.name), 1, len(names))


def _without_others(scope: str, name: str) -> Edit:
    def edit(network: Network) -> Network:
        while sum(n.name == name for n in network.scope(scope).nodes) > 1:
            fresh = unique(name, network.scope(scope).by_name.keys())
            network = edits.remove(edits.rename(network, scope, name, fresh), scope, [fresh])
        return network

    return edit


def _renaming(scope: str, names: list[str], lettered: bool) -> Edit:
    def edit(network: Network) -> Network:
        for name in names:
            graph = network.scope(scope)
            kind = graph.by_name[name].kind if name in graph.by_name else ""
            if lettered or kind in network.block_by_name:
                fresh = edits.fresh_name(graph, kind)
            else:
                fresh = unique(name, graph.by_name.keys())
            network = edits.rename(network, scope, name, fresh)
        return network

    return edit
