"""The rules of advice, as data, in the order in which they are told."""

from __future__ import annotations

from app.advice.advise import Rule
from app.advice.rules import (
    branches,
    depth,
    nonlinearity,
    normalisation,
    overwriting,
    sequences,
    waste,
    windows,
)

RULES: tuple[Rule, ...] = (
    *overwriting.RULES,
    *nonlinearity.RULES,
    *normalisation.RULES,
    *waste.RULES,
    *branches.RULES,
    *sequences.RULES,
    *windows.RULES,
    *depth.RULES,
)
RULE_IDS = frozenset(rule.id for rule in RULES)
