"""Advice on a network, and repairs of what is wrong with it. No Qt, no torch."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from app.advice.advise import Advice, Rule, View, advised
from app.advice.flow import Flow
from app.advice.repair import Preview, Repair, ShapeChange
from app.advice.repairs import repairing, repairs
from app.advice.rules import RULE_IDS, RULES
from app.analysis import Report
from nodes.network import Network

__all__ = [
    "RULES",
    "RULE_IDS",
    "Advice",
    "Preview",
    "Repair",
    "Rule",
    "ShapeChange",
    "advise",
    "advising",
    "repairing",
    "repairs",
]

MOST_NODES = 20_000  # of the expanded network; beyond it advice would take seconds


def advise(
    network: Network,
    report: Report,
    switched_off: Collection[str] = frozenset(),
    batch_size: int = 32,
) -> tuple[Advice, ...]:
    """What could be done better, rule after rule; `switched_off` holds ids of rules.

    Layers without shapes are left out. `batch_size` is that of the training recipe.
    """
    return tuple(chain.from_iterable(advising(network, report, switched_off, batch_size)))


def advising(
    network: Network,
    report: Report,
    switched_off: Collection[str] = frozenset(),
    batch_size: int = 32,
) -> Iterator[list[Advice]]:
    """The same step by step, each as short as an analysis."""
    if len(report.nodes) > MOST_NODES:
        return
    view = View(Flow(network, report), batch_size)
    yield []
    yield from advised(view, (rule for rule in RULES if rule.id not in switched_off))
