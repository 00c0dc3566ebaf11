"""Generated code as a value: the text, its class, and the map between lines and nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, order=True)
class Place:
    """A node by where it is defined: a scope (block name, or "" for the network) and its name."""

    scope: str
    node: str


@dataclass(frozen=True)
class Source:
    """A stand-alone Python module. `places` maps 1-based line numbers to the node they are for."""

    text: str
    class_name: str
    places: Mapping[int, Place] = field(default_factory=dict)

    def at(self, line: int) -> Place | None:
        return self.places.get(line)

    def lines(self, place: Place) -> tuple[int, ...]:
        """The lines of a node: its definition first, then its use in `forward`."""
        return self._lines.get(place, ())

    @cached_property
    def _lines(self) -> Mapping[Place, tuple[int, ...]]:
        found: dict[Place, tuple[int, ...]] = {}
        for line, place in sorted(self.places.items()):
            found[place] = (*found.get(place, ()), line)
        return found
