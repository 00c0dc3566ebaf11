"""The receptive field: which cells of the input a cell of a node sees, through all its branches.

A window that reaches over r cells and moves by s makes, of what its input cells see, (r - 1) times
their jump more, and s times their jump (Araujo, Norris and Sim: Computing Receptive Fields of
Convolutional Neural Networks, 2019). Where branches meet, the cells seen are those of all together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from app.analysis.worked import Part, Walk, Worked
from nodes.spec import Facts, Shape, Window

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Field:
    """What the cells of a node see of the input along one axis, in cells of the input.

    `largest` and `smallest` are the cells seen along the widest and the narrowest path. `start` is
    the first cell that cell 0 sees, below zero with padding, `jump` the way from one cell to the
    next. `size` is the length of the input; `whole` says that every cell sees all of it. `loose` is
    how far resampling may move both ends: which cells it takes differs from cell to cell.
    """

    size: int
    smallest: int
    largest: int
    jump: Number
    start: Number
    whole: bool = False
    loose: Number = 0

    def cells(self, index: int) -> range:
        """The cells of the input that this cell of the node sees, without the padding."""
        if self.whole:
            return range(self.size)
        first = self.start + index * self.jump
        last = first + self.largest - 1
        first, last = math.ceil(first - self.loose), math.floor(last + self.loose)
        return range(max(first, 0), min(last, self.size - 1) + 1)

    def centre(self, index: int) -> Fraction:
        """The middle of what a cell sees, in cells of the input; the middle of cell 0 is 0."""
        if self.whole:
            return Fraction(self.size - 1, 2)
        return self.start + index * self.jump + Fraction(self.largest - 1, 2)

    def through(self, window: Window) -> Field:
        """What is seen through a window over this."""
        if self.whole:
            smallest = min(math.ceil(self.smallest + (window.reach - 1) * self.jump), self.size)
            return replace(self, smallest=smallest, jump=_plain(self.jump * window.step))
        more, loose = (window.reach - 1) * self.jump, self.loose
        apart = math.lcm(window.step.denominator, window.start.denominator)
        if apart > 1:
            loose += self.jump * Fraction(apart - 1, apart)
        made = Field(
            self.size,
            math.ceil(self.smallest + more),
            math.ceil(self.largest + more),
            _plain(self.jump * window.step),
            _plain(self.start + self.jump * window.start),
            loose=_plain(loose),
        )
        return made if made.jump else made.settled()

    def beside(self, other: Field) -> Field | None:
        """What is seen by both together; None where no jump is common to them."""
        if self is other or self == other:
            return self
        smallest, jump = min(self.smallest, other.smallest), self.jump or other.jump
        if self.whole or other.whole or not self.jump or not other.jump:
            whole = everything(self.size)
            return replace(whole, smallest=smallest, jump=jump)
        if self.jump != other.jump:
            return None
        start = min(self.start, other.start)
        end = max(self.start + self.largest, other.start + other.largest)
        loose = max(self.loose, other.loose)
        return Field(self.size, smallest, math.ceil(end - start), jump, start, loose=loose)

    def settled(self) -> Field:
        """This, where every cell sees the same; the whole, where that is all of it."""
        if len(self.cells(0)) == self.size:
            return replace(everything(self.size), smallest=min(self.smallest, self.size))
        return self


def everything(size: int) -> Field:
    return Field(size, size, size, 0, 0, whole=True)


def _plain(number: Number) -> Number:
    return number if isinstance(number, int) else int(number) if number.denominator == 1 else number


@lru_cache(maxsize=64)
def _own(size: int) -> Field:
    return Field(size, 1, 1, 1, 0)


@dataclass(slots=True)
class Seen:
    """What is known of a value: the Input it comes from alone, its fields, its own shape."""

    origin: str
    sizes: Shape
    fields: tuple[Field, ...] | None
    shape: Shape


Fields = tuple[Field, ...] | None


def fields(worked: Worked) -> dict[str, Fields]:
    """The receptive fields at the first output of every node, by path."""
    walk = _Walk()
    walk.walk(worked)
    return walk.found


class _Walk(Walk[Seen]):
    def __init__(self) -> None:
        self.found: dict[str, Fields] = {}

    def mark(self) -> int:
        return 0

    def other(self, path: str, since: int, outputs: Sequence[Seen | None]) -> None:
        first = outputs[0] if outputs else None
        self.found[path] = first.fields if first is not None else None

    def layer(self, path: str, part: Part, facts: Facts, inputs: list[Seen]) -> list[Seen]:
        made = self._made(path, facts, inputs)
        self.found[path] = made[0].fields if made else None
        return made

    def _made(self, path: str, facts: Facts, inputs: list[Seen]) -> list[Seen]:
        if not inputs:
            (shape,) = facts.outputs
            own = tuple([_own(size) for size in shape[1:]])
            return [Seen(path, shape[1:], own, shape)]
        if len(inputs) == 1 and facts.windows == () and facts.outputs == (inputs[0].shape,):
            return inputs  # as most layers do
        origin, sizes = inputs[0].origin, inputs[0].sizes
        if not origin or any(v.origin != origin for v in inputs):  # several Inputs meet here
            return [Seen("", (), None, shape) for shape in facts.outputs]
        if facts.windows is None:
            whole = tuple(map(everything, sizes))
            return [Seen(origin, sizes, whole, shape) for shape in facts.outputs]
        return [
            Seen(origin, sizes, _together([_one(v, facts.windows, shape) for v in inputs]), shape)
            for shape in facts.outputs
        ]


def _one(value: Seen, windows: tuple[Window, ...], shape: Shape) -> Fields:
    """What an output of this shape sees by way of one input."""
    found = value.fields
    if found is None:
        return None
    if not windows:
        if shape[1:] == value.shape[1:]:
            return found
        if len(shape) != len(value.shape):
            return found if all(f.whole for f in found) else None
        windows = tuple(
            _SPREAD if before == 1 != after else _OWN
            for before, after in zip(value.shape[1:], shape[1:], strict=True)
        )
    if len(windows) != len(found):
        return found if all(f.whole for f in found) else None
    made: list[Field] = []
    for field, window in zip(found, windows, strict=True):
        if window == _OWN:
            made.append(field)
        elif made and field is found[0] and window == windows[0]:  # as on most images
            made.append(made[0])
        else:
            made.append(field.through(window))
    return tuple(made)


_OWN = Window(1)
_SPREAD = Window(1, 0)  # one cell is seen from every place


def _together(branches: list[Fields]) -> Fields:
    """What branches see together, axis by axis."""
    first, *others = branches
    if first is None or None in others:
        return None
    for other in others:
        assert other is not None
        met = [a.beside(b) for a, b in zip(first, other, strict=True)]
        first = tuple([f for f in met if f is not None])
        if len(first) < len(met):
            return None
    return first
