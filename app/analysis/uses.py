"""How often a definition is used in the whole network, with every copy of what repeats."""

from __future__ import annotations

from app.analysis.report import Report
from app.analysis.worked import Worked
from nodes.network.lookup import users
from nodes.network.model import Network


def uses(network: Network, report: Report, kind: str) -> int:
    """The instances of a block that act; where nothing is worked out, those that are drawn."""
    known: dict[int, int] = {}  # instances that are alike share what is inside

    def count(inside: Worked) -> int:
        if id(inside) not in known:
            known[id(inside)] = sum(
                (part.kind == kind) + count(copy.inside)
                for part in inside.parts
                for copy in part.copies
                if copy.inside is not None
            )
        return known[id(inside)]

    return max(count(report.nodes.worked), sum(1 for _ in users(network, kind)))
