"""Branches that do not fit, in words: which differ from the others, and by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nodes import shapes
from nodes.spec import Shape

_IMAGE = ("channels", "height", "width")


def difference(names: Sequence[str], received: Sequence[Shape], free: int | None = None) -> str:
    """A sentence on the branches that differ from most of the others; empty where none does.

    `free` is the axis in which they may differ. Where no shape is that of most, the largest counts.
    """
    if len({len(s) for s in received}) > 1:
        ranks = Counter(len(s) for s in received)
        usual = max(ranks, key=lambda n: (ranks[n], n))
        pairs = zip(names, received, strict=True)
        odd = [f"{n} ({_axes(len(s))})" for n, s in pairs if len(s) != usual]
        return _sentence(odd, f"the others ({_axes(usual)})")
    fixed = [axis for axis in range(len(received[0])) if axis != free]
    kinds = Counter(tuple(s[axis] for axis in fixed) for s in received)
    usual_sizes = max(kinds, key=lambda sizes: (kinds[sizes], sizes))
    base = dict(zip(fixed, usual_sizes, strict=True))
    axes = [axis for axis in fixed if any(s[axis] != base[axis] for s in received)]
    wanted = tuple(base[axis] for axis in axes)
    found = [(n, tuple(s[axis] for axis in axes)) for n, s in zip(names, received, strict=True)]
    odd = [f"{n} ({shapes.text(sizes)})" for n, sizes in found if sizes != wanted]
    if not odd:
        return ""
    alike = [n for n, sizes in found if sizes == wanted]
    others = alike[0] if len(alike) == 1 else "the others"
    return _sentence(odd, f"{others} ({shapes.text(wanted)}) in {_named(axes, len(received[0]))}")


def _sentence(odd: Sequence[str], others: str) -> str:
    *most, last = odd
    subject = f"{', '.join(most)} and {last}" if most else last
    return f" {subject} {'differ' if most else 'differs'} from {others}."


def _axes(number: int) -> str:
    return f"{number} {'axis' if number == 1 else 'axes'}"


def _named(axes: Sequence[int], rank: int) -> str:
    names = [_IMAGE[axis] if rank == len(_IMAGE) else f"axis {axis + 1}" for axis in axes]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
