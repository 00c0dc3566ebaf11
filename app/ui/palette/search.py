"""The palette's search: which entries a few typed letters mean, and which of them best."""

from __future__ import annotations

from app.ui.palette.entries import BLOCKS, HERE, LAYERS, LIBRARY, Entry

SECTIONS = (LAYERS, HERE, LIBRARY, BLOCKS)


def rank(query: str, entry: Entry) -> int | None:
    """How well an entry answers the query, 0 the best; None where it does not.

    Every word of the query has to be found: as the title, at its start, within it, as letters in
    their order in it, or within the group's name or the summary. What is alike stands in the order
    of SECTIONS: a layer ahead of a block of several.
    """
    ranks = [_rank(word, entry) for word in query.lower().split()]
    found = [r for r in ranks if r is not None]
    if len(found) < len(ranks):
        return None
    return sum(found) * len(SECTIONS) + SECTIONS.index(entry.section)


def _rank(word: str, entry: Entry) -> int | None:
    title = entry.title.lower()
    if title == word:
        return 0
    if title.startswith(word):
        return 1
    if word in title:
        return 2
    if _in_order(word, title):
        return 3
    if word in entry.group.lower():
        return 4
    return 5 if word in entry.summary.lower() else None


def _in_order(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
