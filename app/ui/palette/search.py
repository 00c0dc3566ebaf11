"""The palette's search: which entries a few typed letters mean, and which of them best."""

from __future__ import annotations

from app.ui.palette.entries import Entry


def rank(query: str, entry: Entry) -> int | None:
    """How well an entry answers the query, 0 the best; None where it does not.

    Every word of the query has to be found: at the start of the title, within it, as letters in
    their order in the title, or within the group's name or the summary.
    """
    ranks = [_rank(word, entry) for word in query.lower().split()]
    found = [r for r in ranks if r is not None]
    return sum(found) if len(found) == len(ranks) else None


def _rank(word: str, entry: Entry) -> int | None:
    title = entry.title.lower()
    if title.startswith(word):
        return 0
    if word in title:
        return 1
    if _in_order(word, title):
        return 2
    if word in entry.group.lower():
        return 3
    return 4 if word in entry.summary.lower() else None


def _in_order(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
