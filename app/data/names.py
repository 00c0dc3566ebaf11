"""What data that is built in is called in a recipe."""

from __future__ import annotations

DIGITS = "digits"
PHOTOGRAPHS = "photographs"  # two that come along, to look at
SYNTHETIC = "synthetic"
SHAPES = "shapes"
BUILT_IN = (DIGITS, PHOTOGRAPHS, SYNTHETIC, SHAPES)
