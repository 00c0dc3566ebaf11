"""Generated code as a value: the text, its class, and the map between lines and nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property


@dataclass(frozen=True, order=True)
class Place:
    """A node by where it is defined: a scope (block name, or "" for the network) and its name."""

    scope: str
    node: str


@dataclass(frozen=True)
class Source:
    """A stand-alone Python module. `places` maps 1-based line numbers to the node they are for.

    Where several block definitions share a class, its lines are for the nodes of them all: they
    stand in `places` as those of the first, by whose name `sharing` has all the definitions.
    `carried` maps the lines of classes that are carried along to their names and lines within.
    """

    text: str
    class_name: str
    places: Mapping[int, Place] = field(default_factory=dict)
    sharing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    carried: Mapping[int, tuple[str, int]] = field(default_factory=dict)

    def at(self, line: int) -> tuple[Place, ...]:
        """The nodes a line is for: one, unless definitions share their class, or none."""
        place = self.places.get(line)
        if place is None:
            return ()
        return tuple(Place(s, place.node) for s in self.sharing.get(place.scope, (place.scope,)))

    def lines(self, place: Place) -> tuple[int, ...]:
        """The lines of a node: its definition first, then its use in `forward`."""
        scope = self._first.get(place.scope, place.scope)
        return self._lines.get(replace(place, scope=scope), ())

    @cached_property
    def _first(self) -> Mapping[str, str]:
        return {each: first for first, all_ in self.sharing.items() for each in all_}

    @cached_property
    def _lines(self) -> Mapping[Place, tuple[int, ...]]:
        found: dict[Place, tuple[int, ...]] = {}
        for line, place in sorted(self.places.items()):
            found[place] = (*found.get(place, ()), line)
        return found
