"""A repair: an edit that was tried by the analysis before it is offered."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from app.advice.changes import Edit
from app.analysis import Problem, Report, analyse
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError
from nodes.network import Network
from nodes.network.lookup import scopes
from nodes.spec import Shape

MAX_TRIED = 60
MAX_OFFERED = 6
MAX_SHAPES = 8


@dataclass(frozen=True)
class ShapeChange:
    """What a node gives before and after a repair; None where it has no shape or is not there.

    `made` says that the repair makes the node, `gone` that it removes it.
    """

    path: str
    before: Shape | None
    after: Shape | None
    made: bool = False
    gone: bool = False


@dataclass(frozen=True)
class Preview:
    """What a repair makes of the network.

    `parameters` and `macs` are differences of the network's totals, for one sample: what is known
    after less what was known before, so that a node which gets its shape counts in full. `problems`
    counts the root problems left.
    """

    shapes: tuple[ShapeChange, ...]
    parameters: int
    macs: int
    problems: int


@dataclass(frozen=True)
class Candidate:
    """A repair that is still to be tried.

    Lower ranks are offered first, among one rank those of fewer `changes`. One that `uncovers` may
    bring nodes to light with problems of their own. One that is `instead_of` a kind keeps those
    from being offered which make nodes of that family.
    """

    title: str
    edit: Edit
    rank: int = 1
    changes: int = 1
    uncovers: bool = False
    instead_of: str = ""


@dataclass(frozen=True)
class Repair:
    """An edit that mends one thing, as a sentence and with what it brings about."""

    title: str
    edit: Edit
    preview: Preview


def roots(report: Report) -> frozenset[tuple[str, tuple[str, ...], str]]:
    """The problems that others follow from, each as what tells it from the others."""
    return frozenset((p.rule, p.nodes, p.message) for p in report.problems if not p.consequence)


def tried(
    network: Network,
    report: Report,
    candidates: Iterable[Candidate],
    mended: Callable[[Network, Report], bool],
    concerned: Collection[str],
) -> Iterator[tuple[Repair, ...]]:
    """The candidates that mend something and bring no new root problem, best first.

    Step by step, so that a window can show what is found and let go of the rest: each step is no
    longer than an analysis, and gives what is to be offered so far.

    A repair may uncover a problem at a node that nothing was known of before; such are offered
    only where no other serves. `concerned` names the paths whose shapes the preview shows first.
    """
    found: list[tuple[tuple[int, ...], Repair]] = []
    seen: list[Network] = []
    there: set[str] = set()
    before, was = roots(report), report.nodes.worked
    for number, candidate in enumerate(islice(candidates, MAX_TRIED)):
        try:
            made = candidate.edit(network)
        except SkipwireError:
            continue
        if made == network or made in seen or (there and _makes(network, made, there)):
            continue
        seen.append(made)
        yield _best(found)
        after = analyse(made)
        fresh = roots(after) - before
        if not candidate.uncovers and any(_was_known(report, paths) for _, paths, _ in fresh):
            continue
        yield _best(found)
        if not mended(made, after):
            continue
        yield _best(found)
        now = after.nodes.worked
        macs, parameters = now.computed[0], now.costs.parameters
        preview = Preview(
            tuple(islice(_shapes(report, after, concerned), MAX_SHAPES)),
            parameters - was.costs.parameters,
            macs - was.computed[0],
            len(roots(after)),
        )
        cost = macs + parameters
        clean = 0 if candidate.uncovers else len(fresh)
        order = (clean, candidate.rank, candidate.changes, cost, number)
        found.append((order, Repair(candidate.title, candidate.edit, preview)))
        if candidate.instead_of:
            there.add(_family(candidate.instead_of))
    yield _best(found)


def last(steps: Iterable[tuple[Repair, ...]]) -> tuple[Repair, ...]:
    """What the last step gives: all steps at once."""
    (found,) = deque(steps, maxlen=1) or ((),)
    return found


def _best(found: list[tuple[tuple[int, ...], Repair]]) -> tuple[Repair, ...]:
    ordered = sorted(found, key=lambda item: item[0])
    clean = [item for item in ordered if item[0][0] == ordered[0][0][0]]
    return tuple(repair for _, repair in clean[:MAX_OFFERED])


def mends(problem: Problem) -> Callable[[Network, Report], bool]:
    """Whether a problem is gone; its node has none of another wording either."""
    return lambda network, report: (
        not any(
            p.rule == problem.rule
            and p.nodes[:1] == problem.nodes[:1]
            and p.message == problem.message
            for p in report.problems
        )
    )


def _makes(network: Network, made: Network, families: Collection[str]) -> bool:
    """Whether an edit adds nodes of some families."""
    before = {(scope, n.name) for scope, graph in scopes(network) for n in graph.nodes}
    return any(
        (scope, n.name) not in before and _family(n.kind) in families
        for scope, graph in scopes(made)
        for n in graph.nodes
    )


def _family(kind: str) -> str:
    """Of a layer; a block is its own."""
    return CATALOGUE[kind].family if kind in CATALOGUE else kind


def _was_known(report: Report, paths: tuple[str, ...]) -> bool:
    """Whether a problem stands where the old report had a say: it is new then, not uncovered."""
    if not paths or (old := report.nodes.get(paths[0])) is None:
        return True
    culprits = {p.nodes[0] for p in report.problems if p.nodes and not p.consequence}
    return bool(old.outputs) or paths[0] in culprits


def _shapes(old: Report, new: Report, concerned: Collection[str]) -> Iterator[ShapeChange]:
    """The nodes concerned and those that are new or gone, with their shapes."""
    places = {path.rpartition(".")[0] for path in concerned} or {""}
    paths = dict.fromkeys(concerned)
    for one, other in ((new, old), (old, new)):
        gone = (p for p in one.nodes if p not in other.nodes)
        paths |= dict.fromkeys(p for p in gone if p.rpartition(".")[0] in places)
    for path in paths:
        before, after = _shape(old, path), _shape(new, path)
        if before != after:
            yield ShapeChange(path, before, after, path not in old.nodes, path not in new.nodes)


def _shape(report: Report, path: str) -> Shape | None:
    node = report.nodes.get(path)
    return next(iter(node.outputs.values()), None) if node else None
