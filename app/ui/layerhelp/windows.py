"""Pictures of windows that slide: convolutions and pooling over sequences and images."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.ui.language import tr
from app.ui.layerhelp.figures import Axis, digits, padded
from app.ui.layerhelp.sketch import EDGE, LEFT, TALL, WIDE, Numbers, Sketch, number, seen

SHOWN = 13.5  # px of a cell at most
_LARGER = 1.45  # what comes out of a mean or norm, against what goes in
_SIGN = 18.0  # px between input, kernel and output


@dataclass(frozen=True)
class Rule:
    """What becomes of a window: "conv", "max", "mean", "norm" or "sum".

    `weights` are those of the convolution, by rows; `power` is that of the norm. A mean counts
    the padding where `pads` says so, or has a divisor of its own.
    """

    name: str
    weights: tuple[tuple[float, ...], ...] = ()
    power: float = 2.0
    pads: bool = True
    divisor: int | None = None

    def of(self, taken: Numbers, real: Numbers, whole: int) -> float:
        """The value of a window: its cells, which of them are no padding, and how many fit it."""
        match self.name:
            case "conv":
                return float((taken * np.array(self.weights)).sum())
            case "max":
                return float(taken[real > 0].max())
            case "sum":
                return float(taken.sum())
            case "norm":
                mean = float((np.abs(taken) ** self.power).mean())
                return float((mean * (whole or taken.size)) ** (1 / self.power))
        counted = taken.size if self.pads else int(real.sum())
        return float(taken.sum()) / (self.divisor or max(counted, 1))


@dataclass(frozen=True)
class Channels:
    """How maps depend on channels: `groups` of them, each with `into` maps of its own."""

    groups: int
    channels: int
    into: int
    says: str


@dataclass(frozen=True)
class Windows:
    """A grid with its padding, the window over it, and the grid of what comes out."""

    rows: Axis
    columns: Axis
    rule: Rule
    mode: str = "zeros"
    channels: Channels | None = None
    note: str = ""

    @property
    def size(self) -> tuple[int, int]:
        return len(self.rows.taps), len(self.columns.taps)

    @property
    def steps(self) -> int:
        return self.size[0] * self.size[1]

    @property
    def still(self) -> int:
        """The window after the first, so that its stride is seen, one row down if there is one."""
        rows, columns = self.size
        return min(1, columns - 1) + columns * min(1, rows - 1)

    @property
    def input(self) -> Numbers:
        """The numbers that come in, with their padding."""
        modulo = 3 if self.rule.name == "conv" else 10
        values = digits(self.rows.size, self.columns.size, modulo)
        return padded(values, self.rows, self.columns, self.mode)

    @property
    def output(self) -> Numbers:
        rows, columns = self.size
        made = [[self._value(r, c) for c in range(columns)] for r in range(rows)]
        return np.array(made)

    def _taken(self, row: int, column: int) -> tuple[Numbers, Numbers]:
        down, across = self.rows.taps[row], self.columns.taps[column]
        real = np.outer([self.rows.real(t) for t in down], [self.columns.real(t) for t in across])
        return self.input[np.ix_(down, across)], real.astype(np.float64)

    def _value(self, row: int, column: int) -> float:
        return self.rule.of(*self._taken(row, column), self.rows.whole * self.columns.whole)

    # --- painting --------------------------------------------------------------------------------

    def paint(self, s: Sketch, step: int) -> None:
        rows, columns = self.size
        row, column = divmod(step, columns)
        weights = np.array(self.rule.weights) if self.rule.weights else np.zeros((0, 0))
        across = self.columns.padded + weights.shape[1] + columns
        down = max(self.rows.padded, weights.shape[0], rows)
        signs = 2 if weights.size else 1
        space = _SIGN if weights.size else 46.0
        room = WIDE - 2 * EDGE - signs * space
        height = 78.0 if self.channels else 88.0
        larger = 1.0 if weights.size else _LARGER  # for numbers with a fraction
        across += (larger - 1) * columns
        down = max(down, larger * rows)
        cell = min(SHOWN if self.rows.padded > 1 else 18.0, room / across, height / down)
        left = (WIDE - across * cell - signs * space) / 2
        middle = EDGE + height / 2
        at = QPointF(left, middle - self.rows.padded * cell / 2)
        self._grid(s, at, cell, row, column)
        x = left + self.columns.padded * cell
        if weights.size:
            s.text(QRectF(x, middle - 8, space, 16), "⋆", 13, s.ink)
            x += space
            top = middle - weights.shape[0] * cell / 2
            s.numbers(QPointF(x, top), weights, cell)
            x += weights.shape[1] * cell
            s.text(QRectF(x, middle - 8, space, 16), "=", 13, s.ink)
        else:
            s.text(QRectF(x + 2, middle - 18, space - 4, 12), tr(_named(self.rule)), 9, s.ink)
            s.arrow(QPointF(x + 7, middle), QPointF(x + space - 7, middle))
        x += space
        cell *= larger
        top = middle - rows * cell / 2
        s.numbers(QPointF(x, top), self.output, cell, [(row, column)])
        s.box(QRectF(x + column * cell, top + row * cell, cell, cell), None, s.accent, 1.6)
        s.caption(self.told(step), EDGE + height + 3, s.ink)
        if self.channels is not None:
            _links(s, self.channels, self.note)
        else:
            s.caption(self.note)

    def _grid(self, s: Sketch, at: QPointF, cell: float, row: int, column: int) -> None:
        values = self.input
        taken = set(self._cells(row, column))

        def pale(r: int, c: int) -> bool:
            return not (self.rows.real(r) and self.columns.real(c))

        def fill(r: int, c: int) -> QColor | None:
            if (r, c) in taken:
                return s.looked_at
            return None if pale(r, c) else s.tint(0.12)

        def said(r: int, c: int) -> str:
            return "−∞" if pale(r, c) and self.rule.name == "max" else number(values[r, c])

        s.cells(at, (self.rows.padded, self.columns.padded), cell, fill, said, pale)
        for r, c in taken:  # an outline each, for with dilation they stand apart
            s.box(QRectF(at.x() + c * cell, at.y() + r * cell, cell, cell), None, s.accent, 1.2)

    def _cells(self, row: int, column: int) -> list[tuple[int, int]]:
        return [(r, c) for r in self.rows.taps[row] for c in self.columns.taps[column]]

    def told(self, step: int) -> str:
        """The sum of one step, in numbers."""
        row, column = divmod(step, self.size[1])
        taken, real = self._taken(row, column)
        made = seen(self._value(row, column))
        cells = [float(v) for v in taken.ravel()]
        if self.rule.name == "conv":
            weights = [w for line in self.rule.weights for w in line]
            return f"{_products(cells, weights)} = {made}"
        if self.rule.name == "max":
            cells = [v for v, r in zip(cells, real.ravel(), strict=True) if r]
        shown = [seen(v) for v in cells[:9]] + ["…"] * (len(cells) > 9)
        match self.rule.name:
            case "max":
                return f"max({', '.join(shown)}) = {made}"
            case "norm":
                p = seen(self.rule.power)
                return f"({' + '.join(f'{v}^{p}' for v in shown)})^(1/{p}) = {made}"
            case "sum":
                return f"{' + '.join(shown)} = {made}"
        counted = self.rule.divisor or (len(cells) if self.rule.pads else int(real.sum()))
        return f"({' + '.join(shown)}) / {counted} = {made}"


def _named(rule: Rule) -> str:
    return {"max": "maximum", "mean": "mean", "norm": "norm", "sum": "sum"}[rule.name]


def _products(cells: Sequence[float], weights: Sequence[float]) -> str:
    """Only those that are not zero, which would fill the line."""
    terms = [(v, w) for v, w in zip(cells, weights, strict=True) if v and w]
    if not terms:
        return "0"
    said = [f"{seen(v)}·{seen(w)}" if w >= 0 else f"{seen(v)}·({seen(w)})" for v, w in terms]
    return " + ".join(said[:7]) + (" + …" if len(said) > 7 else "")


def _links(s: Sketch, of: Channels, note: str) -> None:
    """Which channels each map sees, at the foot."""
    y, side, gap = TALL - 29.0, 7.0, 15.0
    widest = max(of.channels, of.into)
    left = WIDE - EDGE - widest * gap
    says = QRectF(EDGE, y - 1, left - EDGE - 8, 13)
    s.text(says, of.says, 9, align=LEFT)
    s.text(says.translated(0, 12), note, 9, align=LEFT)

    def place(k: int, many: int) -> float:
        return left + (k + (widest - many) / 2 + 0.5) * gap

    per, made = of.channels // of.groups, of.into // of.groups
    for group in range(of.groups):
        colour = s.over(s.family, 1.0 if group % 2 == 0 else 0.6)
        for a in range(per):
            for b in range(made):
                start = QPointF(place(group * per + a, of.channels), y + side)
                end = QPointF(place(group * made + b, of.into), y + 18)
                s.stroke(start, end, colour, 0.9)
    for many, top in ((of.channels, y), (of.into, y + 18)):
        for k in range(many):
            group = k * of.groups // many
            s.box(QRectF(place(k, many) - side / 2, top, side, side), s.source(group), s.line)


@dataclass(frozen=True)
class Squeezed:
    """Global pooling: every map becomes one number."""

    rule: Rule
    note: str
    maps: int = 3

    @property
    def steps(self) -> int:
        return self.maps

    @property
    def still(self) -> int:
        return 0

    def map(self, k: int) -> Numbers:
        return np.roll(digits(3, 3), k, axis=1) + k

    def value(self, k: int) -> float:
        values = self.map(k)
        return self.rule.of(values, np.ones_like(values), 9)

    def paint(self, s: Sketch, step: int) -> None:
        cell, out = 13.0, 24.0
        left = (WIDE - self.maps * 3 * cell - (self.maps - 1) * 12 - 44 - out) / 2
        for k in range(self.maps):
            x = left + k * (3 * cell + 12)
            lit = [(r, c) for r in range(3) for c in range(3)] if k == step else []
            area = s.numbers(QPointF(x, 32), self.map(k), cell, lit)
            if k == step:
                s.box(area, None, s.accent, 1.6)
        x = WIDE - left - out
        s.text(QRectF(x - 42, 31, 40, 12), tr(_named(self.rule)), 9, s.ink)
        s.arrow(QPointF(x - 37, 51), QPointF(x - 7, 51))
        for k in range(self.maps):
            y = 51 + (k - self.maps / 2) * 19
            s.box(QRectF(x, y, out, 19), s.looked_at if k == step else s.tint(0.5), s.line)
            s.text(QRectF(x, y, out, 19), number(self.value(k)), 10, s.ink)
        told = ", ".join(seen(v) for v in self.map(step).ravel())
        s.caption(f"{tr(_named(self.rule))}({told}) = {seen(self.value(step))}", 92, s.ink)
        s.caption(self.note)


def kernel(rows: int, columns: int) -> tuple[tuple[float, ...], ...]:
    """Weights to reckon with: small whole numbers."""
    weights = ((1, 0, -1, 1), (2, 1, 0, -1), (1, -1, -2, 0), (0, 1, 1, -1))
    if (rows, columns) == (1, 1):
        return ((2,),)
    if rows == 1:
        return ((1, 2, -1, 1)[:columns],)
    return tuple(line[:columns] for line in weights[:rows])


def fixed(filters: str, size: int) -> tuple[tuple[float, ...], ...]:
    """The first filter of FixedConv2d."""
    if filters == "lines":
        row = tuple(float(c == size // 2) for c in range(size))
    elif filters == "edges":
        row = tuple(math.copysign(1.0, v) if (v := 2 * c - size + 1) else 0.0 for c in range(size))
    else:
        row = (1 / size**2,) * size
    return (row,) * size
