"""The repairs of one problem, worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from app.advice.mending import axes, merging, names, others, windows, wiring
from app.advice.place import Place, locate
from app.advice.repair import Candidate, Repair, last, mends, tried
from app.advice.switching import switches
from app.analysis import Problem, Report
from nodes.network import ROOT, Network

_WIRING = {
    "missing-input": wiring.missing_input,
    "port-taken": wiring.port_taken,
    "unknown-port": wiring.unknown_port,
    "cycle": wiring.cycle,
    "dead-end": wiring.dead_end,
}
_NAMES = ("duplicate-name", "number-name", "illegal-name")


# Nothing in the drawing is wrong there: the code waits to be read and trusted, or to be changed.
_OF_CODE = ("untrusted", "pending", "custom-code")


def repairs(network: Network, report: Report, problem: Problem) -> tuple[Repair, ...]:
    """Edits that remove a problem of this network and bring no new one, the best first.

    Each has been tried: its preview holds what the analysis says of the mended network. What
    merely follows from other problems has no repairs of its own, nor has the code of a layer.
    """
    return last(repairing(network, report, problem))


def repairing(network: Network, report: Report, problem: Problem) -> Iterator[tuple[Repair, ...]]:
    """The same step by step, as `tried` has it."""
    if problem.consequence or problem.rule in _OF_CODE:
        return iter(())
    near = switches(network, report, problem.nodes)
    found = chain(near, _candidates(network, report, problem))
    return tried(network, report, found, mends(problem), problem.nodes)


def _candidates(network: Network, report: Report, problem: Problem) -> Iterator[Candidate]:
    place = locate(network, problem.nodes[0], report) if problem.nodes else None
    if problem.rule in ("no-input", "no-output"):
        ends = wiring.no_input if problem.rule == "no-input" else wiring.no_output
        return ends(network, _definition(network, place))
    if problem.rule == "duplicate-name" and not problem.nodes:
        return names.of_blocks(network)
    if place is None:
        return iter(())
    if problem.rule in _WIRING:
        return _WIRING[problem.rule](network, report, problem, place)
    if problem.rule in _NAMES:
        return names.candidates(network, problem, place)
    match problem.rule:
        case "unknown-kind":
            return others.unknown_kind(network, place)
        case "bypass":
            return others.switched_off(network, place)
        case "recursive-block" | "too-deep":
            return others.removals(network, place)
        case "all-auxiliary":
            return others.only_auxiliary(network, problem)
        case "block-output":
            return others.output_of_block(network, place)
        case "parameter" | "repeat":
            return others.parameter(network, place)
    return chain(
        merging.candidates(network, report, place),
        windows.candidates(network, report, place),
        axes.candidates(network, report, place),
        others.parameter(network, place),
    )


def _definition(network: Network, place: Place | None) -> str:
    """The block that a whole definition's problem is about."""
    if place is None:
        return ROOT
    return network.scope(place.scope).by_name[place.name].kind
