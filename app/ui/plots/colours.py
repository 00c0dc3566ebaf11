"""Colour maps for feature maps, as tables of 256 colours."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

# Anchors, spread evenly: viridis of van der Walt and Smith (2015); blue to red through white after
# Brewer's RdBu, both readable with the common colour blindnesses.
_ANCHORS = {
    "grey": ("#000000", "#ffffff"),
    "viridis": (
        "#440154", "#482878", "#3e4989", "#31688e", "#26828e",
        "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725",
    ),
    "blue to red": ("#053061", "#4393c3", "#f7f7f7", "#d6604d", "#67001f"),
}  # fmt: skip
NAMES = tuple(_ANCHORS)
DIVERGING = frozenset({"blue to red"})  # zero is the middle colour


@cache
def table(name: str) -> NDArray[np.uint8]:
    """256 × 3, red green blue. Raises KeyError for an unknown name."""
    anchors = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in _ANCHORS[name]])
    at = np.linspace(0, len(anchors) - 1, 256)
    channels = [np.interp(at, np.arange(len(anchors)), anchors[:, i]) for i in range(3)]
    colours: NDArray[np.uint8] = np.rint(np.stack(channels, axis=1)).astype(np.uint8)
    colours.setflags(write=False)
    return colours
