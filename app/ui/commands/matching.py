"""Which rows a few letters mean, quick enough for ten thousand of them at every key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.ui.palette.search import EXACT, PREFIX, title_rank

Row = TypeVar("Row")
_BY_OTHERS = 10  # that what is meant is the menu or the explanation, not the title
_MANY = 1000  # more than the ranks of all words of a query together


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """What is searched, in the order of an empty query; a row itself is made when it is shown.

    `others` are found too, but less well than the titles, as are the other names in `also`. Rows
    that are `off` come behind those alike that are not.
    """

    ids: Sequence[str]
    titles: Sequence[str]
    others: Sequence[str]
    make: Callable[[int], Row]
    also: Mapping[int, Sequence[str]] = field(default_factory=dict)
    off: frozenset[int] = frozenset()


class Matcher(Generic[Row]):
    """Finds rows for one query after another.

    As long as a query goes on from the one before, only what that one found is looked through:
    each letter more can only mean less.
    """

    def __init__(self, rows: Rows[Row]) -> None:
        self._rows = rows
        self._titles = [title.lower() for title in rows.titles]
        self._others = [text.lower() for text in rows.others]
        self._places = {name: row for row, name in enumerate(rows.ids)}
        self._words: Sequence[str] = ()
        self._found: Sequence[int] = range(len(rows.titles))
        self._ranks: Mapping[str, Mapping[int, int]] = {}  # of the words, for what was found

    def find(self, words: Sequence[str], recent: Sequence[str]) -> Iterator[Row]:
        """The rows that mean all words, which are in small letters, the best first.

        Of those alike the ones whose ids are `recent` come first, in that order.
        """
        self._narrow(tuple(words))
        found, make = self._found, self._rows.make
        keys = self._keys(words, recent)
        order = sorted(range(len(found)), key=keys.__getitem__)
        return (make(found[at]) for at in order)

    def _keys(self, words: Sequence[str], recent: Sequence[str]) -> Sequence[int]:
        """What the rows that were found are sorted by."""
        found, keys = self._found, [0] * len(self._found)
        for word in words:
            ranks = self._ranks[word]
            keys = [key + ranks[row] for key, row in zip(keys, found, strict=True)]
        if len(words) > 1 or self._rows.also:  # what is, or begins with, all that is typed
            text, titles = " ".join(words), self._titles
            keys = [
                key + _MANY * (2 * (titles[row] != text) + (not titles[row].startswith(text)))
                for key, row in zip(keys, found, strict=True)
            ]
        places, off, last = self._places, self._rows.off, len(recent)
        late = {places[name]: k for k, name in enumerate(recent) if name in places}
        if late or off:
            keys = [
                (key * 2 + (row in off)) * (last + 1) + late.get(row, last)
                for key, row in zip(keys, found, strict=True)
            ]
        return keys

    def _narrow(self, words: Sequence[str]) -> None:
        """Keep what means all words, and how well each word does."""
        before = self._words
        goes_on = len(words) >= len(before) and all(
            now.startswith(old) for now, old in zip(words, before, strict=False)
        )
        found = self._found if goes_on else range(len(self._titles))
        known = self._ranks if goes_on else {}
        ranks: dict[str, Mapping[int, int]] = {}
        for word in words:
            if word in known:
                ranks[word] = known[word]
            elif word not in ranks:
                ranks[word] = self._ranked(word, found)
                found = list(ranks[word])
        self._words, self._found, self._ranks = words, found, ranks

    def _ranked(self, word: str, rows: Sequence[int]) -> Mapping[int, int]:
        """How well a word means each of the rows that it means at all."""
        titles, others = self._titles, self._others
        plain, also = self._rows.titles, self._rows.also
        first = word[0]
        ranks = {}
        for row in rows:
            title = titles[row]
            if title.startswith(word):
                ranks[row] = EXACT if title == word else PREFIX
            elif first in title or row in also:
                found = title_rank(word, plain[row], also.get(row, ()))
                if found is not None:
                    ranks[row] = found
                elif word in others[row]:
                    ranks[row] = _BY_OTHERS
            elif word in others[row]:
                ranks[row] = _BY_OTHERS
        return ranks
