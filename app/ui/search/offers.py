"""What the search offers: the palette's entries and published networks, and which a query means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.library import LibraryError, listed, read
from app.ui import settings
from app.ui.drag import KEPT, PRESET, READY
from app.ui.inspector.values import Names
from app.ui.palette import entries
from app.ui.palette.entries import Entry
from app.ui.palette.search import BEGINNING, BY_NAME, Rank, rank, word_rank
from app.ui.search.typed import Typed, is_argument
from app.ui.search.typed import read as read_arguments
from nodes.catalogue import CATALOGUE
from nodes.network import Block, Network
from nodes.spec import LayerSpec, Param
from presets import PRESETS, Preset

Definition = LayerSpec | Block | Preset
_NOTHING = Typed()


@dataclass(frozen=True)
class Found:
    """An entry that answers the query, with the arguments that were typed after its name.

    `words` counts those of the query that are its name.
    """

    entry: Entry
    typed: Typed = _NOTHING
    recent: bool = False
    words: int = 0


def offered(network: Network) -> tuple[Entry, ...]:
    """Everything that can be added to this network, in the order of an empty query."""
    return (*entries.here(network), *_kept(), *_lasting())


@cache
def _lasting() -> tuple[Entry, ...]:
    return (*entries.layers(), *entries.ready(), *entries.presets())


def _kept() -> Iterator[Entry]:
    try:
        files = list(listed(settings.library()))
    except LibraryError:  # which the palette tells
        return
    yield from (entry for entry in entries.kept(files) if not entry.problem)


def defined_in(network: Network, entry: Entry) -> tuple[Network, str]:
    """The network in which the entry is defined, and what it is called there."""
    kind = entry.id
    if kind.startswith(READY):
        from presets.blocks import BLOCKS  # which makes them all

        piece = BLOCKS[kind.removeprefix(READY)].definitions
    elif kind.startswith(KEPT):
        piece = read(Path(kind.removeprefix(KEPT)))
    else:
        return network, kind
    return piece, piece.name


def definition(network: Network, entry: Entry) -> Definition:
    """What stands behind an entry of a network."""
    if entry.id.startswith(PRESET):
        return PRESETS[entry.id.removeprefix(PRESET)]
    network, kind = defined_in(network, entry)
    return network.definition(kind)


def parameters(network: Network, entry: Entry) -> tuple[Param, ...]:
    found = definition(network, entry)
    return found.params if isinstance(found, LayerSpec) else found.parameters


def search(
    query: str, offers: Iterable[Entry], network: Network, names: Names, recent: Sequence[str]
) -> list[Found]:
    """The entries that the query means, best first; for an empty one all, after the recent ones."""
    words = query.split()
    if not words:
        last = {kind: k for k, kind in enumerate(recent)}
        known = [Found(entry, recent=entry.id in last) for entry in offers]
        return sorted(known, key=lambda f: last.get(f.entry.id, len(last)))
    found: list[tuple[tuple[object, ...], Found]] = []
    for entry in offers:
        if (match := _match(words, entry, network, names)) is not None:
            lately = match.begins and entry.id in recent
            place = recent.index(entry.id) if lately else len(recent)
            key = (not match.exact, not lately, place, match.key)
            found.append((key, Found(entry, match.typed, lately, match.words)))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


@dataclass(frozen=True)
class _Match:
    """How well an entry answers: by `words` of the query as its name, the others as arguments.

    `exact` says that they are its whole name, `begins` that they begin its name or words of it.
    """

    key: Rank
    words: int
    typed: Typed = _NOTHING
    exact: bool = False
    begins: bool = False


def _match(words: Sequence[str], entry: Entry, network: Network, names: Names) -> _Match | None:
    if " ".join(words).lower() == entry.title.lower():
        return _Match((), len(words), exact=True, begins=True)
    first = next((k for k, w in enumerate(words) if k and is_argument(w)), len(words))
    in_name = first if entry.id in CATALOGUE else _named(words, entry, first)
    for count in range(in_name, 0, -1):
        name = words[:count]
        key = rank(" ".join(name), entry)
        if key is None or (count < len(words) and not _means(name, entry, BY_NAME)):
            continue
        typed = _read(entry, network, words[count:], names)
        if typed.problems and (count < in_name or entry.section == entries.PRESETS):
            continue  # words that are neither its name nor its arguments
        begins = _means(name, entry, BEGINNING)
        return _Match((-count, *key), count, typed, key[0] == 0, begins)
    return None


def _named(words: Sequence[str], entry: Entry, first: int) -> int:
    """How many words belong to the name, where numbers may: ResNet 18."""
    numbers = {*re.findall(r"\d+", entry.title), *entry.title.split()}
    for count in range(len(words), first, -1):
        known = [w for w in words[:count] if not w[0].isdigit() or w not in numbers]
        if _means(known, entry, BY_NAME - 1):
            return count
    return first


def _means(words: Sequence[str], entry: Entry, least: int) -> bool:
    """Whether each of the words means the title, at least so well."""
    found = [word_rank(word.lower(), entry) for word in words]
    return all(r is not None and r <= least for r in found)


def _read(entry: Entry, network: Network, words: Sequence[str], names: Names) -> Typed:
    if not words:
        return _NOTHING
    behind = definition(network, entry)
    params = parameters(network, entry)
    if isinstance(behind, Preset) and not all("=" in word for word in words):
        return Typed(problems=tuple(words))  # a number is part of such a name
    return read_arguments(entry.title, params, words, names, repeats=isinstance(behind, Block))
