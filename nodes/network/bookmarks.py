"""Places in a network that were given a number, and how they follow an edit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nodes.network.model import ROOT, Network, Node

NUMBERS = range(1, 10)  # those with a key of their own
MAX_NAME = 200


@dataclass(frozen=True)
class Bookmark:
    """A part of one graph: the instances entered by their node names, the middle, and the zoom."""

    number: int
    name: str
    trail: tuple[str, ...]
    x: float
    y: float
    zoom: float


def scopes(network: Network, trail: tuple[str, ...]) -> list[str]:
    """ROOT and the block behind every step of a trail, as far as it can be followed."""
    found = [ROOT]
    for name in trail:
        node = network.scope(found[-1]).by_name.get(name)
        if node is None or node.kind not in network.block_by_name:
            break
        found.append(node.kind)
    return found


def leads(network: Network, trail: tuple[str, ...]) -> bool:
    """Whether every step of a trail can be followed."""
    return len(scopes(network, trail)) > len(trail)


def followed(bookmarks: tuple[Bookmark, ...], old: Network, new: Network) -> tuple[Bookmark, ...]:
    """The bookmarks after an edit: a renamed instance of a block is followed to its new name.

    Those whose block is gone stay as they are, for an undo may bring it back.
    """
    trails = {mark.trail: _followed(mark.trail, old, new) for mark in bookmarks}
    if all(before == after for before, after in trails.items()):
        return bookmarks
    return tuple(replace(mark, trail=trails[mark.trail]) for mark in bookmarks)


def _followed(trail: tuple[str, ...], old: Network, new: Network) -> tuple[str, ...]:
    if leads(new, trail) or not leads(old, trail):
        return trail
    found: list[str] = []
    for scope, name in zip(scopes(old, trail), trail, strict=False):
        before, now = old.scope(scope).by_name, scopes(new, tuple(found))
        if len(now) <= len(found):
            return trail
        after = new.scope(now[-1]).by_name
        fresh = [n for n in after.values() if n.name not in before and _alike(n, before[name])]
        if name not in after and len(fresh) == 1:
            found.append(fresh[0].name)
        else:
            found.append(name)
    return tuple(found)


def _alike(a: Node, b: Node) -> bool:
    return a.position == b.position
