"""Regularisation."""

from __future__ import annotations

from tests.nodes.layers.cases import Cases, Stricter, anything, one

CASES = {"Dropout": Cases(one(anything()))}
STRICTER: list[Stricter] = []
