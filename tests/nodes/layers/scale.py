"""Learned coefficients."""

from __future__ import annotations

from tests.nodes.layers.cases import Cases, Stricter, anything, one

CASES = {"Scale": Cases(one(anything())), "LayerScale": Cases(one(anything()))}
STRICTER: list[Stricter] = []
