"""Advice: what is no error, and can still be done better. It never stands in the way of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from app.advice.changes import listed
from app.advice.flow import Flow, Layer
from app.advice.repair import Candidate, Repair, last, tried
from app.advice.switching import switches
from app.analysis import Report
from nodes.network import Network


@dataclass(frozen=True)
class View:
    """What a rule looks at: the layers laid open, and the batch of the training recipe."""

    flow: Flow
    batch_size: int

    @property
    def network(self) -> Network:
        return self.flow.network


@dataclass(frozen=True)
class Finding:
    """One place that a rule points at: the culprit, its company, and a sentence with figures.

    A repair changes the definition, and so all its places: it is offered only where the rule holds
    at them all, or where it does them no harm.
    """

    layer: Layer
    message: str
    beside: tuple[str, ...] = ()
    harmless: bool = False
    candidates: Callable[[], Iterable[Candidate]] = field(default=tuple, compare=False)


@dataclass(frozen=True)
class Rule:
    """One piece of good practice, as data. `id` is for ever: settings name it."""

    id: str
    title: str
    reason: str
    source: str
    check: Callable[[View], Iterable[Finding]]


@dataclass(frozen=True)
class Advice:
    """One finding of a rule, at all the places of one definition. `nodes` begin with the culprit"""

    rule: Rule
    nodes: tuple[str, ...]
    message: str
    batch_size: int
    candidates: Callable[[], Iterable[Candidate]] = field(compare=False)
    fits: bool = True  # the rule holds wherever the definition is used

    @property
    def reason(self) -> str:
        return self.rule.reason

    @property
    def source(self) -> str:
        return self.rule.source

    def repairs(self, network: Network, report: Report) -> tuple[Repair, ...]:
        """Edits after which the rule has nothing to say here; tried, and worked out when asked."""
        return last(self.repairing(network, report))

    def repairing(self, network: Network, report: Report) -> Iterator[tuple[Repair, ...]]:
        """The same step by step, as `tried` has it."""

        def mended(made: Network, after: Report) -> bool:
            left = _advise(self.rule, View(Flow(made, after), self.batch_size))
            return not any(a.nodes[0] == self.nodes[0] for a in left)

        candidates = chain(switches(network, report, self.nodes), self.candidates())
        return tried(network, report, candidates if self.fits else (), mended, self.nodes)


def advised(view: View, rules: Iterable[Rule]) -> Iterator[list[Advice]]:
    """What each rule has to say, one rule a step."""
    return (_advise(rule, view) for rule in rules)


def _advise(rule: Rule, view: View) -> list[Advice]:
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in rule.check(view):
        grouped.setdefault(finding.layer.definition, []).append(finding)
    found = []
    for definition, findings in grouped.items():
        first, others = findings[0], [f.layer.path for f in findings[1:]]
        also = f" The same holds at {listed(others)}." if others else ""
        fits = first.harmless or len(findings) == len(view.flow.places[definition])
        nodes = tuple(dict.fromkeys((first.layer.path, *first.beside, *others)))
        found.append(
            Advice(
                rule,
                nodes,
                first.message + also,
                view.batch_size,
                first.candidates,
                fits,
            )
        )
    return found
