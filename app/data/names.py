"""What data that is built in is called in a recipe, and what is said there of all data."""

from __future__ import annotations

from typing import Literal

DIGITS = "digits"
PHOTOGRAPHS = "photographs"  # two that come along, to look at
SYNTHETIC = "synthetic"
SHAPES = "shapes"
BUILT_IN = (DIGITS, PHOTOGRAPHS, SYNTHETIC, SHAPES)
Fit = Literal["stretch", "crop", "pad"]  # what becomes of images of another proportion
