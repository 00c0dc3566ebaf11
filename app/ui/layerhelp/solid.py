"""Pictures of blocks of cells: what is normalised together, and windows through a volume."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen, QPolygonF

from app.ui.language import tr
from app.ui.layerhelp.figures import Axis
from app.ui.layerhelp.picture import Still
from app.ui.layerhelp.sketch import EDGE, LEFT, WIDE, Sketch, seen
from app.ui.theme import mixed

_ASIDE, _UP = 0.5, 0.42  # of a cell, for one step into the depth
Cell = tuple[int, int, int]  # across, down, into the depth


def extent(size: Cell) -> tuple[float, float]:
    """Width and height of a block, in cells."""
    return size[0] + size[2] * _ASIDE, size[1] + size[2] * _UP


def block(s: Sketch, at: QPointF, unit: float, size: Cell, fill: Callable[[Cell], QColor]) -> None:
    """A block of cells, of which the front, the top and the right side are seen."""
    across, down, deep = size
    into = QPointF(_ASIDE * unit, -_UP * unit)
    front = at + QPointF(0, deep * _UP * unit)

    def corner(x: float, y: float, z: float) -> QPointF:
        return front + QPointF(x * unit, y * unit) + into * z

    def face(cell: Cell, *corners: tuple[float, float, float], shade: float) -> None:
        colour = fill(cell)
        s.painter.setBrush(_shaded(s, colour, shade))
        s.painter.setPen(QPen(s.line, 0.7))
        s.painter.drawPolygon(QPolygonF([corner(*c) for c in corners]))

    for x, y in product(range(across), range(down)):
        face((x, y, 0), (x, y, 0), (x + 1, y, 0), (x + 1, y + 1, 0), (x, y + 1, 0), shade=0)
    for x, z in product(range(across), range(deep)):
        face((x, 0, z), (x, 0, z), (x + 1, 0, z), (x + 1, 0, z + 1), (x, 0, z + 1), shade=0.08)
    for y, z in product(range(down), range(deep)):
        n = across
        face((n - 1, y, z), (n, y, z), (n, y, z + 1), (n, y + 1, z + 1), (n, y + 1, z), shade=0.16)


def _shaded(s: Sketch, colour: QColor, share: float) -> QColor:
    """A side that the light does not fall on: darker, in the dark lighter."""
    return mixed(colour.name(), s.colours.text, share)


# --- normalisation --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Normalised(Still):
    """The block of a batch, with those cells that share one mean and variance (Wu and He, 2018).

    `axes` name what runs across, down and into the depth; `together` gives the cells of one group
    along each of them, from the near upper right corner, where they are seen.
    """

    axes: tuple[str, str, str]
    size: Cell
    together: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    before: tuple[float, ...]
    after: tuple[float, ...]
    says: str
    note: str

    def lit(self, cell: Cell) -> bool:
        return all(a <= at < b for at, (a, b) in zip(cell, self.together, strict=True))

    def paint(self, s: Sketch, step: int) -> None:
        unit = 13.0
        wide, tall = extent(self.size)
        at = QPointF(EDGE + 22, EDGE + (98 - tall * unit) / 2)
        chosen, plain = s.over(s.family, 0.85), s.tint(0.12)
        block(s, at, unit, self.size, lambda c: chosen if self.lit(c) else plain)
        across, down, deep = self.size
        foot = at.y() + tall * unit
        s.text(QRectF(at.x(), foot + 1, across * unit, 12), tr(self.axes[0]), 9)
        low = foot - down * unit / 2 - 6
        s.text(QRectF(EDGE - 4, low, 25, 12), tr(self.axes[1]), 9)
        corner = QPointF(at.x() + (across + deep * _ASIDE / 2) * unit + 5, foot - deep * unit * 0.2)
        s.text(QRectF(corner.x(), corner.y() - 4, 20, 12), tr(self.axes[2]), 9, align=LEFT)
        x = at.x() + wide * unit + 12
        room = WIDE - EDGE - x
        s.text(QRectF(x, 12, room, 13), self.says, 9, s.ink)
        for y, values, share in ((30.0, self.before, 0.3), (76.0, self.after, 0.9)):
            cell = room / len(values)
            for k, value in enumerate(values):
                area = QRectF(x + k * cell, y, cell, 17)
                s.box(area, s.tint(share), s.line)
                s.text(area.adjusted(1, 0, -1, 0), seen(value), 9, s.ink)
        s.arrow(QPointF(x + room / 2, 51), QPointF(x + room / 2, 72))
        s.caption(self.note)


# --- volumes --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Volume:
    """A window through a volume and the cell that it gives; or a cell, and the patch it spreads to.

    One Axis for depth, height and width. `spreads` says that the taps are in the output.
    """

    axes: tuple[Axis, Axis, Axis]
    rule: str
    note: str
    spreads: bool = False

    @property
    def _counts(self) -> Cell:
        deep, down, across = (len(axis.taps) for axis in self.axes)
        return across, down, deep

    @property
    def _padded(self) -> Cell:
        deep, down, across = (axis.padded for axis in self.axes)
        return across, down, deep

    @property
    def steps(self) -> int:
        """Only those at the near side, which are seen."""
        return self._counts[0] * self._counts[1]

    @property
    def still(self) -> int:
        return self._counts[0] - 1

    def paint(self, s: Sketch, step: int) -> None:
        down, across = divmod(step, self._counts[0])
        one = (across, down, 0)
        many = [set(axis.taps[k]) for axis, k in zip(self.axes[::-1], one, strict=True)]

        def window(cell: Cell) -> bool:
            return all(at in taps for at, taps in zip(cell, many, strict=True))

        def padding(cell: Cell) -> bool:
            inside = zip(cell, self.axes[::-1], strict=True)
            return not all(axis.real(at) for at, axis in inside)

        def large(cell: Cell) -> QColor:
            if window(cell):
                return s.over(s.accent, 0.6)
            return s.paper if padding(cell) else s.tint(0.35)

        def small(cell: Cell) -> QColor:
            return s.over(s.accent, 0.6) if cell == one else s.tint(0.6)

        sides = [(self._padded, large), (self._counts, small)]
        if self.spreads:
            sides.reverse()
        wide = sum(extent(size)[0] for size, _ in sides)
        tall = max(extent(size)[1] for size, _ in sides)
        space, height = 50.0, 92.0
        unit = min(15.0, (WIDE - 2 * EDGE - space) / wide, height / tall)
        x, middle = (WIDE - wide * unit - space) / 2, EDGE + height / 2
        for k, (size, fill) in enumerate(sides):
            block(s, QPointF(x, middle - extent(size)[1] * unit / 2), unit, size, fill)
            x += extent(size)[0] * unit
            if k == 0:
                s.text(QRectF(x + 3, middle - 18, space - 6, 12), self.rule, 9, s.ink)
                s.arrow(QPointF(x + 9, middle), QPointF(x + space - 9, middle))
                x += space
        s.caption(self.note)
