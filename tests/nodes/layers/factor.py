"""A fixed coefficient."""

from __future__ import annotations

from tests.nodes.layers.cases import Cases, Stricter, anything, one

CASES = {"Factor": Cases(one(anything()))}
STRICTER: list[Stricter] = []
