"""Pictures of layers for sequences: rows looked up, positions, steps in time, attention."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.ui.language import tr
from app.ui.layerhelp.figures import digits, softmax
from app.ui.layerhelp.picture import Still
from app.ui.layerhelp.sketch import EDGE, WIDE, Numbers, Sketch, seen


@dataclass(frozen=True)
class Lookup:
    """Every number that comes in picks a row of a table."""

    table: tuple[str, str]  # rows and columns, as the layer has them
    note: str
    padding: int | None = None

    picked = (3, 1, 4)

    @property
    def steps(self) -> int:
        return len(self.picked)

    @property
    def still(self) -> int:
        return 0

    def paint(self, s: Sketch, step: int) -> None:
        cell, rows, columns, wide = 14.0, 6, 4, 18.0
        table = digits(rows, columns)
        if self.padding is not None:
            table[self.padding % rows] = 0
        top, left = 16.0, WIDE / 2 - columns * cell / 2 - 6
        lit = self.picked[step]

        def fill(row: int) -> QColor:
            known = row in self.picked
            return s.source(self.picked.index(row)) if known else s.tint(0.1)

        s.cells(QPointF(left, top), (rows, columns), cell, lambda r, c: fill(r),
                lambda r, c: seen(table[r, c]))  # fmt: skip
        for r in range(rows):
            s.text(QRectF(left - 12, top + r * cell, 10, cell), str(r), 8)
        s.box(QRectF(left, top + lit * cell, columns * cell, cell), None, s.accent, 1.8)
        s.text(QRectF(left - 20, 3, columns * cell + 40, 12), "×".join(self.table), 9)
        start, end = EDGE + 10, WIDE - EDGE - columns * cell
        for k, row in enumerate(self.picked):
            y = 22 + k * 26.0
            area = QRectF(start, y, wide, 18)
            s.box(area, s.source(k), s.accent if k == step else s.line, 1.5 if k == step else 1)
            s.text(area, str(row), 10, s.ink)
            out = QRectF(end, y + 2, columns * cell, cell)
            shade = fill(row)
            s.cells(out.topLeft(), (1, columns), cell, lambda r, c, f=shade: f,  # type: ignore[misc]
                    lambda r, c, v=table[row]: seen(v[c]))  # type: ignore[misc]  # fmt: skip
            if k == step:
                s.box(out, None, s.accent, 1.6)
                middle = top + (lit + 0.5) * cell
                s.arrow(QPointF(start + wide + 4, y + 9), QPointF(left - 13, middle), s.accent)
                s.arrow(
                    QPointF(left + columns * cell + 3, middle), QPointF(end - 3, y + 9), s.accent
                )
        s.caption(self.note)


@dataclass(frozen=True)
class Waves(Still):
    """A pattern over steps and features that is added to a sequence."""

    learned: bool
    base: float
    note: str
    features: int = 12
    length: int = 12

    @property
    def pattern(self) -> Numbers:
        """Steps by features, as Vaswani et al. have it."""
        if self.learned:
            return (digits(self.length, self.features) - 2.5) / 6
        made = np.zeros((self.length, self.features))
        for t in range(self.length):
            for f in range(self.features):
                angle = t / self.base ** ((f - f % 2) / self.features)
                made[t, f] = math.cos(angle) if f % 2 else math.sin(angle)
        return made

    def paint(self, s: Sketch, step: int) -> None:
        cell, pattern = 6.8, self.pattern
        high, low = s.over(s.family, 0.95), s.over(s.ink, 0.18)
        y, side = 16.0, cell * self.features

        def colour(value: float) -> QColor:
            return s.over(high if value >= 0 else low, min(abs(value), 1.0) * 0.9 + 0.05)

        places = (EDGE + 2, WIDE - EDGE - side - 34)
        s.text(QRectF(places[0] + 42, y + side / 2 - 9, 18, 18), "+", 14, s.ink)
        for k in range(4):
            area = QRectF(places[0] + 2, y + 6 + k * 18, 38, 14)
            s.box(area, s.tint(0.3), s.line)
            s.text(area, f"x[{k}]", 9, s.ink)
        left = places[0] + 62
        s.cells(QPointF(left, y), (self.length, self.features), cell,
                lambda t, f: colour(pattern[t, f]), lambda r, c: "")  # fmt: skip
        s.text(QRectF(left, 3, side, 12), tr("features"), 9)
        x = left + side
        s.arrow(QPointF(x + 6, y + side / 2), QPointF(x + 26, y + side / 2))
        for k in range(4):
            area = QRectF(x + 32, y + 6 + k * 18, 38, 14)
            s.box(area, s.tint(0.3 + 0.15 * k), s.line)
            s.text(area, f"y[{k}]", 9, s.ink)
        s.caption(self.note)


@dataclass(frozen=True)
class Unrolled:
    """A recurrent layer step by step: the same cell, its state handed on."""

    gates: tuple[str, ...]
    cell_state: bool
    layers: int
    both_ways: bool
    last_only: bool
    note: str

    @property
    def steps(self) -> int:
        return 3

    @property
    def still(self) -> int:
        return 1

    def paint(self, s: Sketch, step: int) -> None:
        wide, tall, gap = 54.0, 22.0 if self.layers > 1 else 36.0, 20.0
        shown = min(self.layers, 2)
        left = (WIDE - 3 * wide - 2 * gap) / 2
        top = 22.0
        for t in range(3):
            x = left + t * (wide + gap)
            for layer in range(shown):
                y = top + (shown - 1 - layer) * (tall + 10)
                lit = t == step
                s.rounded(QRectF(x, y, wide, tall), s.looked_at if lit else s.tint(0.35),
                          s.accent if lit else s.line)  # fmt: skip
                s.text(QRectF(x + 2, y + 2, wide - 4, 12), "  ".join(self.gates), 9, s.ink)
                if tall > 30:
                    state = "c, h" if self.cell_state else "h"
                    s.text(QRectF(x + 2, y + 18, wide - 4, 12), state, 9)
                if t < 2:
                    s.arrow(QPointF(x + wide + 2, y + tall / 2 - 3),
                            QPointF(x + wide + gap - 2, y + tall / 2 - 3), s.family)  # fmt: skip
                    if self.both_ways:
                        s.arrow(QPointF(x + wide + gap - 2, y + tall / 2 + 5),
                                QPointF(x + wide + 2, y + tall / 2 + 5), s.muted)  # fmt: skip
                below = y + tall
                s.arrow(QPointF(x + wide / 2, below + 9), QPointF(x + wide / 2, below + 1))
            foot = top + shown * tall + (shown - 1) * 10
            s.text(QRectF(x, foot + 9, wide, 12), f"x[{t}]", 9, s.ink)
            if not self.last_only or t == 2:
                s.arrow(QPointF(x + wide / 2, top - 1), QPointF(x + wide / 2, top - 9))
                s.text(QRectF(x, 1, wide, 11), f"h[{t}]", 9, s.ink)
        s.caption(_sentence(self), 98)
        s.caption(self.note)


def _sentence(of: Unrolled) -> str:
    if of.both_ways:
        return tr("a second pass reads the sequence backwards")
    return tr("the same weights at every step")


@dataclass(frozen=True)
class Attended:
    """Queries by keys give weights, and those mix the values."""

    heads: int
    note: str

    queries = ((1.0, 0.0), (0.0, 2.0), (1.0, 1.0))
    keys = ((2.0, 0.0), (0.0, 2.0), (1.0, 1.0))
    values = ((1.0, 0.0), (0.0, 4.0), (2.0, 2.0))

    @property
    def steps(self) -> int:
        return len(self.queries)

    @property
    def still(self) -> int:
        return 1

    @property
    def weights(self) -> Numbers:
        """softmax(q · kᵀ / √d), by rows."""
        scores = np.array(self.queries) @ np.array(self.keys).T / math.sqrt(2)
        return np.array([softmax([float(v) for v in row]) for row in scores])

    @property
    def result(self) -> Numbers:
        made: Numbers = self.weights @ np.array(self.values)
        return made

    def paint(self, s: Sketch, step: int) -> None:
        cell = 13.0
        top, x = 24.0, EDGE + 2
        lit = [(step, 0), (step, 1)]
        grids: list[tuple[Numbers, str, str, list[tuple[int, int]], float]] = [
            (np.array(self.queries), "q", "·", lit, cell),
            (np.array(self.keys).T, "kᵀ", "→", [], cell),
            (self.weights, "softmax", "·", [(step, c) for c in range(3)], 18.0),
            (np.array(self.values), "v", "=", [], cell),
            (self.result, "y", "", lit, 17.0),
        ]
        width = sum(v.shape[1] * side for v, _, _, _, side in grids)
        sign = (WIDE - 2 * EDGE - 4 - width) / 4
        middle = top + 26
        for values, title, then, chosen, side in grids:
            columns = values.shape[1] * side
            for behind in range(min(self.heads, 3) - 1 if title == "softmax" else 0, 0, -1):
                moved = QRectF(x + 2.5 * behind, middle - 1.5 * side - 2.5 * behind,
                               columns, 3 * side)  # fmt: skip
                s.box(moved, s.tint(0.2), s.line)
            high = values.shape[0] * side
            s.text(QRectF(x - 6, middle - 44, columns + 12, 11), title, 9, s.ink)
            at = QPointF(x, middle - high / 2)
            s.numbers(at, values, side, chosen)
            for r, c in chosen:
                area = QRectF(at.x() + c * side, at.y() + r * side, side, side)
                s.box(area, None, s.accent, 1.2)
            s.text(QRectF(x + columns, middle - 8, sign, 16), then, 11, s.ink)
            x += columns + sign
        weights = self.weights[step]
        told = " + ".join(f"{seen(w)}·v[{k}]" for k, w in enumerate(weights))
        s.caption(f"y[{step}] = {told}", 92, s.ink)
        s.caption(self.note)
