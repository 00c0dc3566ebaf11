"""Sentences with their values kept apart, so that they can be said in another language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Said(str):
    """A finished English sentence that still knows its template and what fills its places."""

    __slots__ = ("template", "places")

    template: str
    places: Mapping[str, object]

    def __new__(cls, template: str, places: Mapping[str, object]) -> Said:
        made = super().__new__(cls, template.format_map(places))
        made.template = template
        made.places = MappingProxyType(dict(places))
        return made

    def __reduce__(self) -> tuple[type[Said], tuple[str, dict[str, object]]]:
        return Said, (self.template, dict(self.places))


def say(template: str, /, **values: object) -> Said:
    """A sentence with named places: `say("{node} has no input", node=name)`.

    A value that was itself said is translated along with the sentence.
    """
    return Said(template, values)
