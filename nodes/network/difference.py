"""What differs between two graphs, so that a canvas changes only what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nodes.network.model import Graph, Network, Node, Wire


@dataclass(frozen=True)
class Difference:
    """Names of nodes, and wires.

    `changed` counts everything but the position, which `moved` counts: a node may be in both.
    `reordered` says that nodes or wires that stay have another order, `marked` that frames, notes
    or the points of wires are others.
    """

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    wires_added: tuple[Wire, ...] = ()
    wires_removed: tuple[Wire, ...] = ()
    reordered: bool = False
    marked: bool = False

    def __bool__(self) -> bool:
        return self != _NONE


_NONE = Difference()


def diff(old: Graph, new: Graph) -> Difference:
    """What makes the new graph of the old."""
    if old is new:
        return _NONE
    before, after = old.by_name, new.by_name
    common = [(before[name], node) for name, node in after.items() if name in before]
    edited = [(a, b) for a, b in common if a is not b]
    wires_before, wires_after = frozenset(old.wires), frozenset(new.wires)
    return Difference(
        added=frozenset(after.keys() - before.keys()),
        removed=frozenset(before.keys() - after.keys()),
        changed=frozenset(b.name for a, b in edited if not _same_but_place(a, b)),
        moved=frozenset(b.name for a, b in edited if a.position != b.position),
        wires_added=tuple(w for w in new.wires if w not in wires_before),
        wires_removed=tuple(w for w in old.wires if w not in wires_after),
        reordered=[n for n in before if n in after] != [n for n in after if n in before]
        or [w for w in old.wires if w in wires_after]
        != [w for w in new.wires if w in wires_before],
        marked=(old.frames, old.notes, old.bends) != (new.frames, new.notes, new.bends),
    )


def blocks_changed(old: Network, new: Network) -> frozenset[str]:
    """The names of blocks that were added, removed or edited."""
    before, after = old.block_by_name, new.block_by_name
    gone = before.keys() - after.keys()
    edited = (n for n, b in after.items() if b is not before.get(n) and b != before.get(n))
    return frozenset((*gone, *edited))


def _same_but_place(a: Node, b: Node) -> bool:
    return a == (b if a.position == b.position else replace(b, position=a.position))
