"""Branches that do not fit, in words: which differ from the others, and by what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import prod

from nodes import shapes
from nodes.spec import Shape

REPEATING = ("Add", "Subtract", "Multiply", "Maximum", "Average")  # torch broadcasts in these

_IMAGE = ("channels", "height", "width")


def difference(
    names: Sequence[str],
    received: Sequence[Shape],
    free: int | None = None,
    repeats: bool = False,
) -> str:
    """A sentence on the branches that differ from most of the others; empty where none does.

    `free` is the axis in which they may differ; where the merge `repeats`, a size of 1 fits any
    other. Where no shape is that of most, the largest counts.
    """
    if len({len(s) for s in received}) > 1:
        ranks = Counter(len(s) for s in received)
        usual = max(ranks, key=lambda n: (ranks[n], n))
        pairs = zip(names, received, strict=True)
        odd = [f"{n} ({_axes(len(s))})" for n, s in pairs if len(s) != usual]
        return _sentence(odd, f"the others ({_axes(usual)})")
    if repeats:
        return _not_repeated(names, received)
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


def _not_repeated(names: Sequence[str], received: Sequence[Shape]) -> str:
    """The same where a size of 1 fits any other, so that fewer axes are at fault."""
    columns = list(zip(*received, strict=True))
    axes = [axis for axis, sizes in enumerate(columns) if len({*sizes} - {1}) > 1]
    if not axes:
        return ""
    found = [tuple(shape[axis] for axis in axes) for shape in received]

    def fits(sizes: Shape, wanted: Shape) -> bool:
        return all(n in (w, 1) for n, w in zip(sizes, wanted, strict=True))

    def backing(one: int) -> tuple[int, int]:
        return sum(fits(sizes, found[one]) for sizes in found), prod(received[one])

    usual = max(range(len(found)), key=backing)
    wanted = tuple(
        max(columns[axis]) if n == 1 else n for axis, n in zip(axes, found[usual], strict=True)
    )
    pairs = list(zip(names, found, strict=True))
    odd = [f"{n} ({shapes.text(sizes)})" for n, sizes in pairs if not fits(sizes, wanted)]
    alike = [n for n, sizes in pairs if fits(sizes, wanted)]
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
