"""How a network that is edited while it learns keeps what it has learned.

A layer that is made wider gets copies of its units, whose weights are shared out among those that
read them; a layer that is inserted begins as the identity, or as a branch that adds nothing.
Source: Chen, Goodfellow and Shlens, Net2Net: Accelerating Learning via Knowledge Transfer, 2016;
larger kernels as in Wei et al., Network Morphism, 2016.
"""

from __future__ import annotations

from app.analysis.report import Report
from app.growth.carrying import carried
from app.growth.fate import Break, Fate, Growth, Why
from app.growth.known import Known
from app.growth.planning import Planner
from app.growth.value import Map
from app.training.messages import Graft
from app.weights.manifest import manifest

__all__ = ["Break", "Fate", "Growth", "Why", "carried", "plan"]


def plan(old: Report, new: Report) -> Growth:
    """What becomes of the weights of a network that is sound when it is edited to another one."""
    before, after = Known(old), Known(new)
    worked, wanted = new.nodes.worked, dict[str, Map]()
    while True:
        planner = Planner(before, after, wanted)
        leaving = dict(zip(worked.exits, planner.walk(worked), strict=True))
        if planner.wanted == wanted:
            break
        wanted = planner.wanted
    known = {g.key: g for grafts in planner.grafts.values() for g in grafts}
    entries = manifest(new.nodes.network, new)
    grafts = tuple(known.get(e.key) or Graft(e.key, how="initial") for e in entries)
    broken = None
    for number, (name, value) in enumerate(leaving.items()):
        was = before.exits.get(name) or next(iter([*before.exits.values()][number:]), None)
        if value is None or was is None:
            broken = broken or Break(name, Why.NEW)
        elif value.stands != was.name or any(value.maps):
            broken = broken or value.broken or Break(name, Why.REWIRED)
    return Growth(grafts, planner.fates, planner.sources, planner.gone, broken)
