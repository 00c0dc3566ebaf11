"""From the faults of graphs to the problems of the network, each told once, with every place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from app.analysis.problem import Problem, join, some
from app.analysis.worked import Part, Worked
from nodes.network.edits.definitions import parameter_problem
from nodes.network.model import ROOT, Network


def told(network: Network, worked: Worked) -> tuple[Problem, ...]:
    """Root causes first, in the order of computation, dead ends, then what follows from them."""
    problems = [*_definitions(network), *_faults(worked)]
    if problems:
        problems += _lost(worked)
    # What leads nowhere often does so because of another problem.
    return tuple(sorted(problems, key=lambda p: (p.consequence, p.rule == "dead-end")))


def _definitions(network: Network) -> Iterator[Problem]:
    cure = "Change the block's definition."
    for name, count in Counter(b.name for b in network.blocks).items():
        if count > 1:
            yield Problem("duplicate-name", (), f"{count} blocks are named {name}.", cure)
    for block in network.blocks:
        for param in block.parameters:
            if reason := parameter_problem(param):
                message = f"A parameter of the block {block.name} is not valid: {reason}."
                yield Problem("parameter", (), message, cure)


def _faults(worked: Worked) -> list[Problem]:
    """A fault of a definition at the first instance, one of a node in it with every place."""
    found: dict[object, Problem] = {}
    for fault in worked.faults:
        problem = fault.problem
        paths = tuple(join(fault.prefix, name) for name in problem.nodes)
        key = fault.scope, fault.node, problem
        if fault.node:
            if (known := found.get(key)) is not None:
                found[key] = replace(known, nodes=(*known.nodes, paths[0]))
            else:
                message = f"{paths[0]}: {problem.message}"
                found[key] = replace(problem, nodes=paths, message=message)
        elif key not in found:
            message = problem.message
            if fault.scope != ROOT:
                message = f"In the block {fault.scope}: {message}"
                paths = paths or (fault.prefix,)
            found[key] = replace(problem, nodes=paths, message=message)
    return list(found.values())


def _lost(worked: Worked) -> Iterator[Problem]:
    """One problem for all the nodes that have no shape through no fault of their own."""
    if lost := [*_without_shape(worked, "")]:
        yield Problem(
            "no-shape",
            tuple(lost),
            f"{some(lost)}: no shape until the problems before are solved.",
            consequence=True,
        )


def _without_shape(worked: Worked, prefix: str) -> Iterator[str]:
    for part in worked.parts:
        path = join(prefix, part.name)
        if part.outputs or part.faulty or part.kind == "Output":
            for index, copy in enumerate(part.copies):
                if copy.inside is not None:
                    at = part.copy_path(path, index)
                    yield from _without_shape(copy.inside, at)
        elif not _holds_fault(part):  # whose block need not be named too
            yield path


def _holds_fault(part: Part) -> bool:
    inner = (copy.inside for copy in part.copies if copy.inside is not None)
    return any(p.faulty or _holds_fault(p) for worked in inner for p in worked.parts)
