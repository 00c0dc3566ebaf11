"""The names of what generated code may carry along for layers of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from nodes.catalogue import CATALOGUE
from nodes.spec import Args, LayerSpec, ModuleCode, Support, Value


@cache
def carried_names() -> frozenset[str]:
    """Names of classes and functions that no definition of a network may have too."""
    found: set[str] = set()
    for spec in CATALOGUE.values():
        if isinstance(spec.code, ModuleCode):
            for args in _variations(spec):
                made = spec.code.constructor(args)
                if isinstance(made, Support):
                    found.update(support.name for support in made.in_order())
    return frozenset(found)


def _variations(spec: LayerSpec) -> Iterator[Args]:
    """The defaults, also with every 1 made a 2, and both with one word or choice changed."""
    defaults = spec.defaults()
    larger = {k: 2 if v == 1 and not isinstance(v, bool) else v for k, v in defaults.items()}
    for base in (defaults, larger):
        yield Args(**base)
        for param in spec.params:
            other: tuple[Value, ...] = (*param.words, *param.choices)
            if isinstance(param.default, bool):
                other = (not param.default,)
            for value in other:
                yield Args(**{**base, param.name: value})
