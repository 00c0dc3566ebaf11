"""The problems of a graph, by node; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from app.analysis.report import NodeReport, Problem, Report, join


class Trouble(IntEnum):
    NONE = 0
    CONSEQUENCE = 1  # goes away with its root cause
    INVOLVED = 2  # another node is to blame
    CULPRIT = 3


def troubles_of(
    report: Report, scope: str, prefix: str
) -> tuple[dict[str, Trouble], dict[str, list[Problem]], frozenset[tuple[str, str]]]:
    """How the nodes of a graph are troubled and by what, by name, and the pairs of one problem."""
    troubles: dict[str, Trouble] = {}
    found: dict[str, list[Problem]] = {}
    pairs: set[tuple[str, str]] = set()
    for problem in report.problems:
        names: list[str] = []
        for at, path in enumerate(problem.nodes):
            name = _here(report, scope, prefix, path)
            if name is None:
                continue
            names.append(name)
            level = Trouble.INVOLVED if at else Trouble.CULPRIT
            if problem.consequence:
                level = Trouble.CONSEQUENCE
            troubles[name] = max(troubles.get(name, Trouble.NONE), level)
            if problem not in found.setdefault(name, []):
                found[name].append(problem)
        if not problem.consequence:
            pairs |= {(a, b) for a in names for b in names if a != b}
    return troubles, found, frozenset(pairs)


def _here(report: Report, scope: str, prefix: str, path: str) -> str | None:
    """The node of the shown graph that a path names or that holds what it names."""
    start = join(prefix, "")
    if path.startswith(start):
        return path[len(start) :].split(".", 1)[0]
    # The same definition at another place, such as another copy of a repeated block.
    known: Mapping[str, NodeReport] = report.nodes
    node = known.get(path)
    return node.name if node is not None and node.scope == scope else None
