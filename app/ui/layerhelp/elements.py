"""Pictures of what is done element by element: curves, bars, coefficients, and branches joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from app.ui.language import tr
from app.ui.layerhelp.figures import CURVES, digits, softmax
from app.ui.layerhelp.picture import Still
from app.ui.layerhelp.sketch import EDGE, LEFT, RIGHT, WIDE, Numbers, Sketch, seen

# --- activations ----------------------------------------------------------------------------------

_MARKED = (-2.0, 1.0)  # where the curve's value is said


@dataclass(frozen=True)
class Curve(Still):
    """y = f(x), with the axes and two of its values."""

    name: str
    settings: tuple[tuple[str, float | str], ...] = ()
    reach: float = 4.0

    def value(self, x: float) -> float:
        return CURVES[self.name](x, **dict(self.settings))

    def paint(self, s: Sketch, step: int) -> None:
        area = QRectF(EDGE + 4, EDGE + 2, 136, 116)
        xs = np.linspace(-self.reach, self.reach, 193)
        ys = np.array([self.value(float(x)) for x in xs])
        high = min(max(1.0, float(ys.max())), 2 * self.reach)
        low = max(min(-1.0, float(ys.min())), -2 * self.reach)
        ends = (low, high)
        low, high = low - 0.06 * (high - low), high + 0.06 * (high - low)

        def place(x: float, y: float) -> QPointF:
            return QPointF(
                area.left() + (x + self.reach) / (2 * self.reach) * area.width(),
                area.bottom() - (y - low) / (high - low) * area.height(),
            )

        s.box(area, s.over(s.family, 0.06), s.line)
        s.stroke(place(-self.reach, 0), place(self.reach, 0), s.muted)
        s.stroke(place(0, low), place(0, high), s.muted)
        for tick in (-0.75 * self.reach, 0.75 * self.reach):
            at = place(tick, 0)
            s.stroke(at - QPointF(0, 2), at + QPointF(0, 2), s.muted)
            s.text(QRectF(at.x() - 14, at.y() + 2, 28, 11), seen(tick), 8)
        for tick in ends:
            at = place(0, tick)
            s.stroke(at - QPointF(2, 0), at + QPointF(2, 0), s.muted)
            beside, align = (-35, RIGHT) if tick > 0 else (5, LEFT)
            s.text(QRectF(at.x() + beside, at.y() - 6, 30, 11), seen(tick), 8, align=align)
        path = QPainterPath(place(float(xs[0]), float(ys[0])))
        for x, y in zip(xs[1:], ys[1:], strict=True):
            path.lineTo(place(float(x), float(y)))
        s.painter.save()
        s.painter.setClipRect(area)
        s.painter.setBrush(Qt.BrushStyle.NoBrush)
        s.painter.setPen(QPen(s.family, 2.2))
        s.painter.drawPath(path)
        s.painter.restore()
        left = area.right() + 10
        room = WIDE - EDGE - left
        s.text(QRectF(left, 12, room, 14), "y = f(x)", 10, s.ink, LEFT)
        for k, x in enumerate(_MARKED):
            y = self.value(x)
            if low <= y <= high:
                s.disc(place(x, y), 2.8, s.accent, s.paper)
            s.text(QRectF(left, 34 + 16 * k, room, 13), f"f({seen(x)}) = {seen(y)}", 9, None, LEFT)
        for k, (name, value) in enumerate(self.settings):
            said = value if isinstance(value, str) else seen(value)
            s.text(QRectF(left, 70 + 26 * k, room, 12), name, 9, None, LEFT)
            s.text(QRectF(left, 82 + 26 * k, room, 12), f"= {said}", 9, None, LEFT)


@dataclass(frozen=True)
class Bars(Still):
    """Scores along one axis, and what a softmax makes of them."""

    logarithms: bool
    note: str
    scores: tuple[float, ...] = (2.0, 1.0, 0.0, -1.0)

    @property
    def results(self) -> tuple[float, ...]:
        found = softmax(self.scores)
        return tuple(float(np.log(v)) for v in found) if self.logarithms else tuple(found)

    def paint(self, s: Sketch, step: int) -> None:
        self._bars(s, QRectF(EDGE, 20, 92, 80), self.scores, tr("scores"))
        s.arrow(QPointF(WIDE / 2 - 14, 60), QPointF(WIDE / 2 + 14, 60))
        title = tr("logarithms") if self.logarithms else tr("they sum to 1")
        self._bars(s, QRectF(WIDE - EDGE - 92, 20, 92, 80), self.results, title)
        s.caption(self.note)

    def _bars(self, s: Sketch, area: QRectF, values: tuple[float, ...], title: str) -> None:
        s.text(QRectF(area.left(), 5, area.width(), 12), title, 9, s.ink)
        high, low = max(0.0, *values), min(0.0, *values)
        room = area.adjusted(0, 11, 0, -11)
        scale = room.height() / (high - low)
        zero, width = room.top() + high * scale, area.width() / len(values)
        for k, value in enumerate(values):
            x, y = area.left() + k * width, zero - value * scale
            s.box(QRectF(x + 3, min(y, zero), width - 6, abs(y - zero)), s.source(k), s.muted)
            top = y - 12 if value >= 0 else y + 1
            s.text(QRectF(x, top, width, 11), seen(value), 9, s.ink)
        s.stroke(QPointF(area.left(), zero), QPointF(area.right(), zero), s.muted)


# --- dropout --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dropped(Still):
    """What training sets to zero: `unit` is "cell", "channel" or "sample".

    `rest` is the value in place of zero, `scale` and `shift` what becomes of the others.
    """

    unit: str
    p: float
    note: str
    rest: float = 0.0
    scale: float = 1.0
    shift: float = 0.0

    def gone(self) -> frozenset[int]:
        """The numbers of the units that go: always the same ones, as many as p has of them."""
        many = {"cell": 24, "channel": 6, "sample": 2}[self.unit]
        order = [(7 * k + 3) % many if many > 6 else (5 * k + 1) % many for k in range(many)]
        at_least = 1 if self.p > 0 else 0
        return frozenset(order[: max(at_least, round(self.p * many))])

    def paint(self, s: Sketch, step: int) -> None:
        """Two samples of three channels, with four cells each."""
        small, large, gone = 11.5, 15.5, self.gone()
        for sample in range(2):
            for channel in range(3):
                unit = {"channel": sample * 3 + channel, "sample": sample}.get(self.unit)
                values = digits(2, 2) + channel + 1 + sample
                y = 12 + sample * (2 * large + 10)
                left = EDGE + 22 + channel * (2 * small + 3)
                s.cells(
                    QPointF(left, y + large - small), (2, 2), small,
                    lambda r, c, k=channel: s.source(k),  # type: ignore[misc]
                    lambda r, c, v=values: seen(v[r, c]),  # type: ignore[misc]
                )  # fmt: skip
                first = (sample * 3 + channel) * 4
                out = [[(first + 2 * r + c if unit is None else unit) in gone for c in range(2)]
                       for r in range(2)]  # fmt: skip
                right = WIDE - EDGE - (3 - channel) * (2 * large + 3) + 3
                s.cells(
                    QPointF(right, y), (2, 2), large,
                    lambda r, c, k=channel, o=out: None if o[r][c] else s.source(k),  # type: ignore[misc]
                    lambda r, c, v=values, o=out: _short(self._made(v[r, c], o[r][c])),  # type: ignore[misc]
                    lambda r, c, o=out: o[r][c],  # type: ignore[misc]
                )  # fmt: skip
            s.text(QRectF(EDGE - 3, y, 24, 2 * large), f"n = {sample}", 8)
        s.arrow(QPointF(110, 48), QPointF(128, 48))
        s.text(QRectF(105, 31, 28, 12), f"p = {seen(self.p)}", 9, s.ink)
        s.caption(tr("in training; in evaluation nothing happens"), 94)
        s.caption(self.note)

    def _made(self, value: float, gone: bool) -> float:
        return (self.rest if gone else value) * self.scale + self.shift


def _short(value: float) -> str:
    """At most three digits."""
    return f"{round(value, 1):g}".replace("-", "−")


# --- coefficients ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scaled(Still):
    """Every number times its coefficient: one for each channel, for each feature, or for all."""

    each: str  # "channel", "feature" or "all"
    coefficients: tuple[str, ...]
    factors: tuple[float, ...] | None  # None where they are learned
    note: str

    def paint(self, s: Sketch, step: int) -> None:
        cell, rows, columns = 17.0, 3, 4
        values = digits(rows, columns)
        y = 30.0
        s.cells(QPointF(EDGE + 2, y), (rows, columns), cell, lambda r, c: s.source(self._of(r, c)),
                lambda r, c: seen(values[r, c]))  # fmt: skip
        x = EDGE + 2 + columns * cell
        s.text(QRectF(x, y + 16, 18, 18), "·", 16, s.ink)
        x += 18
        wide = 22.0
        size = {"channel": (3, 1), "feature": (1, 4), "all": (1, 1)}[self.each]
        width = wide if size[1] == 1 else 11.0
        top = y + (rows - size[0]) * cell / 2
        for k, said in enumerate(self.coefficients):
            r, c = divmod(k, size[1])
            area = QRectF(x + c * width, top + r * cell, width, cell)
            s.box(area, s.source(k), s.line)
            s.text(area.adjusted(0.5, 0, -0.5, 0), said, 8, s.ink)
        x += size[1] * width
        s.text(QRectF(x, y + 16, 18, 18), "=", 14, s.ink)
        x += 18
        left = WIDE - EDGE - x
        each = min(cell + 2, left / columns)
        for r in range(rows):
            for c in range(columns):
                k = self._of(r, c)
                area = QRectF(x + c * each, y + r * cell, each, cell)
                s.box(area, s.source(k), s.line)
                if self.factors is None:
                    said = f"{seen(values[r, c])}{self.coefficients[k]}"
                else:
                    said = _small(values[r, c] * self.factors[k])
                s.text(area.adjusted(0.5, 0, -0.5, 0), said, 8, s.ink)
        s.caption(self.note)

    def _of(self, row: int, column: int) -> int:
        return {"channel": row, "feature": column, "all": 0}[self.each]


def _small(value: float) -> str:
    return f"{value:.2g}".replace("-", "−")


# --- branches -------------------------------------------------------------------------------------

_OPERATIONS: Mapping[str, tuple[str, Callable[[Numbers, Numbers], Numbers]]] = {
    "Add": ("+", np.add),
    "Subtract": ("−", np.subtract),
    "Multiply": ("·", np.multiply),
    "Maximum": ("max", np.maximum),
    "Average": ("mean", np.add),
}


@dataclass(frozen=True)
class Combined(Still):
    """Branches of one shape, cell by cell; or one that is repeated along an axis."""

    operation: str
    shapes: tuple[tuple[int, int], ...]
    note: str

    @property
    def branches(self) -> list[Numbers]:
        return [digits(8, 8)[k * 2 : k * 2 + r, k : k + c] for k, (r, c) in enumerate(self.shapes)]

    @property
    def result(self) -> Numbers:
        made: Numbers = reduce(_OPERATIONS[self.operation][1], self.branches)
        return made / len(self.shapes) if self.operation == "Average" else made

    def paint(self, s: Sketch, step: int) -> None:
        sign = _OPERATIONS[self.operation][0]
        branches, made = self.branches, self.result
        space = 17.0 if len(sign) == 1 else 28.0
        across = sum(b.shape[1] for b in branches) + made.shape[1]
        room = WIDE - 2 * EDGE - space * (len(branches) - 1) - 17
        cell = min(19.0, room / across)
        x = (WIDE - across * cell - space * (len(branches) - 1) - 17) / 2
        middle = 54.0
        for k, branch in enumerate([*branches, made]):
            last = k == len(branches)
            if k:
                said = "=" if last else tr(sign)
                wide = 17.0 if last else space
                s.text(QRectF(x + 1, middle - 9, wide - 2, 18), said, 14, s.ink)
                x += wide
            rows, columns = branch.shape
            at = QPointF(x, middle - rows * cell / 2)
            fill = s.tint(0.55) if last else s.source(k)
            s.cells(at, (rows, columns), cell, lambda r, c, f=fill: f,  # type: ignore[misc]
                    lambda r, c, b=branch: seen(b[r, c]))  # type: ignore[misc]  # fmt: skip
            corner = QRectF(at.x(), at.y(), cell, cell)
            s.box(corner, s.looked_at, s.accent, 1.4)
            s.text(corner, seen(branch[0, 0]), max(6, min(10, round(cell * 0.62))), s.ink)
            x += columns * cell
        s.caption(self.told(), 94, s.ink)
        s.caption(self.note)

    def told(self) -> str:
        """The sum of the first cell."""
        firsts = [seen(b[0, 0]) for b in self.branches]
        made = seen(self.result[0, 0])
        if self.operation == "Maximum":
            return f"max({', '.join(firsts)}) = {made}"
        if self.operation == "Average":
            return f"({' + '.join(firsts)}) / {len(firsts)} = {made}"
        return f"{f' {_OPERATIONS[self.operation][0]} '.join(firsts)} = {made}"


@dataclass(frozen=True)
class Product:
    """A product of two matrices: a row of the left with a column of the right gives one cell."""

    note: str

    @property
    def steps(self) -> int:
        return 6

    @property
    def still(self) -> int:
        return 3

    @property
    def left(self) -> Numbers:
        return np.array([[1.0, 2.0], [0.0, 3.0], [2.0, 1.0]])

    @property
    def right(self) -> Numbers:
        return np.array([[4.0, 1.0], [2.0, 5.0]])

    @property
    def result(self) -> Numbers:
        made: Numbers = self.left @ self.right
        return made

    def paint(self, s: Sketch, step: int) -> None:
        row, column = divmod(step, 2)
        cell, middle = 20.0, 52.0
        x = (WIDE - 6 * cell - 40) / 2
        grids = (
            (self.left, [(row, 0), (row, 1)], "·"),
            (self.right, [(0, column), (1, column)], "="),
            (self.result, [(row, column)], ""),
        )
        for values, lit, sign in grids:
            at = QPointF(x, middle - values.shape[0] * cell / 2)
            s.numbers(at, values, cell, lit)
            for r, c in lit:
                area = QRectF(at.x() + c * cell, at.y() + r * cell, cell, cell)
                s.box(area, None, s.accent, 1.3)
            x += 2 * cell
            s.text(QRectF(x, middle - 10, 20, 20), sign, 15, s.ink)
            x += 20
        pairs = zip(self.left[row], self.right[:, column], strict=True)
        told = " + ".join(f"{seen(a)}·{seen(b)}" for a, b in pairs)
        s.caption(f"{told} = {seen(self.result[row, column])}", 92, s.ink)
        s.caption(self.note)
