"""The receptive field: which cells of the input a cell of a node sees."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Field:
    """What the cells of a node see of the input along one axis, in cells of the input.

    `largest` and `smallest` are the cells seen along the widest and the narrowest path. `start` is
    the first cell that cell 0 sees, below zero with padding, `jump` the way from one cell to the
    next. `size` is the length of the input; `whole` says that every cell sees all of it.
    """

    size: int
    smallest: int
    largest: int
    jump: int | Fraction
    start: int | Fraction
    whole: bool = False

    def cells(self, index: int) -> range:
        """The cells of the input that this cell of the node sees, without the padding."""
        if self.whole:
            return range(self.size)
        first = self.start + index * self.jump
        last = first + self.largest - 1
        return range(max(math.ceil(first), 0), min(math.floor(last), self.size - 1) + 1)

    def centre(self, index: int) -> Fraction:
        """The middle of what a cell sees, in cells of the input; the middle of cell 0 is 0."""
        if self.whole:
            return Fraction(self.size - 1, 2)
        return self.start + index * self.jump + Fraction(self.largest - 1, 2)
