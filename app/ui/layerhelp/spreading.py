"""Pictures of outputs larger than their input: transposed convolution, and sampling more finely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from app.ui.language import tr
from app.ui.layerhelp.figures import Axis, finer, scattered
from app.ui.layerhelp.picture import Still
from app.ui.layerhelp.sketch import EDGE, WIDE, Numbers, Sketch, seen


@dataclass(frozen=True)
class Spread:
    """Every input cell adds its multiple of the kernel to a patch of the output."""

    rows: Axis
    columns: Axis
    weights: tuple[tuple[float, ...], ...]
    note: str

    @property
    def steps(self) -> int:
        return len(self.rows.taps) * len(self.columns.taps)

    @property
    def still(self) -> int:
        return self.steps - 1

    @property
    def input(self) -> Numbers:
        rows, columns = len(self.rows.taps), len(self.columns.taps)
        return np.arange(1.0, rows * columns + 1).reshape(rows, columns)

    @property
    def output(self) -> Numbers:
        return scattered(self.input, np.array(self.weights), self.rows, self.columns)

    def paint(self, s: Sketch, step: int) -> None:
        values, weights, made = self.input, np.array(self.weights), self.output
        row, column = divmod(step, values.shape[1])
        sign, height = 20.0, 84.0
        across = values.shape[1] + weights.shape[1] + made.shape[1]
        down = max(values.shape[0], weights.shape[0], made.shape[0])
        cell = min(17.0, (WIDE - 2 * EDGE - 2 * sign) / across, height / down)
        middle, x = EDGE + height / 2, (WIDE - across * cell - 2 * sign) / 2
        s.numbers(QPointF(x, middle - values.shape[0] * cell / 2), values, cell, [(row, column)])
        x += values.shape[1] * cell
        s.text(QRectF(x, middle - 8, sign, 16), "·", 14, s.ink)
        x += sign
        s.numbers(QPointF(x, middle - weights.shape[0] * cell / 2), weights, cell)
        x += weights.shape[1] * cell
        s.arrow(QPointF(x + 3, middle), QPointF(x + sign - 3, middle))
        x += sign
        patch = [
            (r, c)
            for r in self.rows.taps[row]
            for c in self.columns.taps[column]
            if 0 <= r < made.shape[0] and 0 <= c < made.shape[1]
        ]
        top = middle - made.shape[0] * cell / 2
        s.numbers(QPointF(x, top), made, cell, patch)
        for r, c in patch:
            s.box(QRectF(x + c * cell, top + r * cell, cell, cell), None, s.accent, 1.2)
        told = tr("{value} times the kernel is added here", value=seen(values[row, column]))
        s.caption(told, EDGE + height + 3, s.ink)
        s.caption(self.note)


@dataclass(frozen=True)
class Finer(Still):
    """A grid and its finer copy, with the numbers between."""

    size: tuple[int, int]
    wanted: tuple[int, int]
    mode: str
    corners: bool
    note: str

    @property
    def input(self) -> Numbers:
        rows, columns = self.size
        table = np.array([[1.0, 3.0, 9.0], [5.0, 7.0, 2.0], [4.0, 8.0, 6.0]])
        return table[:rows, :columns]

    @property
    def output(self) -> Numbers:
        down = finer(self.size[0], self.wanted[0], self.mode, self.corners)
        across = finer(self.size[1], self.wanted[1], self.mode, self.corners)
        made: Numbers = down @ self.input @ across.T
        return made

    def paint(self, s: Sketch, step: int) -> None:
        values, made = self.input, self.output
        space, height = 46.0, 96.0
        room = WIDE - 2 * EDGE - space
        cell = min(19.0, room / (values.shape[1] + made.shape[1]), height / made.shape[0])
        middle = EDGE + height / 2
        x = (WIDE - (values.shape[1] + made.shape[1]) * cell - space) / 2
        s.numbers(QPointF(x, middle - values.shape[0] * cell / 2), values, cell)
        x += values.shape[1] * cell
        s.text(QRectF(x + 2, middle - 18, space - 4, 12), self.mode, 9, s.ink)
        s.arrow(QPointF(x + 7, middle), QPointF(x + space - 7, middle))
        s.numbers(QPointF(x + space, middle - made.shape[0] * cell / 2), made, cell)
        s.caption(self.note)
