"""The ordered catalogue of layers. Ids are for ever: documents name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from nodes import plugins
from nodes.errors import UnknownKindError
from nodes.layers import FAMILIES
from nodes.spec import LayerSpec


class Catalogue(Mapping[str, LayerSpec]):
    """Layers by id, in palette order."""

    def __init__(self, specs: Iterable[LayerSpec]) -> None:
        self._specs = {spec.id: spec for spec in specs}

    def __getitem__(self, kind: str) -> LayerSpec:
        try:
            return self._specs[kind]
        except KeyError:
            raise UnknownKindError(unknown(kind, self._specs)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._specs)

    def __len__(self) -> int:
        return len(self._specs)

    def __contains__(self, kind: object) -> bool:
        return kind in self._specs


def unknown(kind: str, known: Mapping[str, object]) -> str:
    """A sentence that names the unknown layer or block, and the nearest known one."""
    lower = {k.lower(): k for k in known}
    near = get_close_matches(kind.lower(), lower, n=1)
    hint = f" Did you mean “{lower[near[0]]}”?" if near else ""
    return f"There is no layer or block named “{kind}”.{hint}"


_OWN = [spec for family in FAMILIES for spec in family]
CATALOGUE = Catalogue([*_OWN, *plugins.found([spec.id for spec in _OWN])])
