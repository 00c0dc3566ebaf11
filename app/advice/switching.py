"""Nodes that are bypassed near where something is amiss: switching one on may be all it takes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from app.advice.place import locate
from app.advice.repair import Candidate
from app.analysis.report import Report
from nodes.network import Network, edits

_NEAR = 4  # wires from the culprit
_MOST = 4  # nodes that are tried: each costs an analysis


def switches(network: Network, report: Report, paths: Collection[str]) -> Iterator[Candidate]:
    """The bypassed nodes about some paths, the nearest first, each switched on."""
    found: dict[tuple[str, str], None] = {}
    for path in paths:
        parts = path.split(".")
        for end in range(len(parts), 0, -1):
            place = locate(network, ".".join(parts[:end]), report)
            if place is not None:
                found |= dict.fromkeys(
                    (place.scope, n) for n in _near(network, place.scope, place.name)
                )
    for scope, name in list(found)[:_MOST]:
        kind = network.scope(scope).by_name[name].kind
        edit = partial(_on, scope=scope, name=name)
        yield Candidate(f"Switch {name} on", edit, rank=-1, instead_of=kind)


def _on(network: Network, scope: str, name: str) -> Network:
    return edits.set_enabled(network, scope, [name], True)


def _near(network: Network, scope: str, name: str) -> Iterator[str]:
    """The bypassed nodes that are few wires away, itself too."""
    graph, seen, row = network.scope(scope), {name}, [name]
    for _ in range(_NEAR + 1):
        yield from (n for n in row if graph.by_name[n].enabled is False)
        beside = [w.target.node for n in row for w in graph.out_of(n)]
        beside += [w.source.node for n in row for w in graph.into(n)]
        row = [n for n in dict.fromkeys(beside) if n not in seen and n in graph.by_name]
        seen.update(row)
