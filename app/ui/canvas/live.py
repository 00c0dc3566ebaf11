"""What is shown of a network while it learns, as the canvas paints it; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

STEPS = 16  # shades of wires: few, for each is one call of the painter


@dataclass(frozen=True)
class Live:
    """One figure of all nodes, by path; a wire has that of its source.

    Levels of `wires` and of `strips`, which lie on blocks for what is in them, are 1 to STEPS;
    those of `cards` are as of a heat map. Nodes that are missing have no figure. `scale` is what
    the least, the middle and the greatest shade stand for, and `span` how far figures lie apart.
    """

    title: str
    scale: tuple[str, str, str]
    texts: Mapping[str, str]
    wires: Mapping[str, int] = field(default_factory=dict)
    cards: Mapping[str, int] = field(default_factory=dict)
    strips: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    span: str = ""
