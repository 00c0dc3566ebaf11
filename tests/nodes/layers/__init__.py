"""What to try of every layer, one module a family; `cases` has the words for it."""

from __future__ import annotations

import importlib
import pkgutil

from tests.nodes.layers.cases import Cases, Stricter

CASES: dict[str, Cases] = {}
STRICTER: list[Stricter] = []

for _found in pkgutil.iter_modules(__path__):
    _module = importlib.import_module(f"{__name__}.{_found.name}")
    if _found.name != "cases":
        CASES.update(_module.CASES)
        STRICTER.extend(_module.STRICTER)

__all__ = ["CASES", "STRICTER"]
