"""Pictures of cells that only change their place: reshaping, cutting, joining, padding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.ui.layerhelp.picture import Still
from app.ui.layerhelp.sketch import EDGE, WIDE, Sketch

Cells = NDArray[np.int64]  # where each cell comes from; below zero it is new
_APART = 0.45  # of a cell, between the channels of a tensor
_BETWEEN = 0.9  # of a cell, between tensors


@dataclass(frozen=True)
class Tensor:
    """A tensor whose cells know their source: its shape, and the sources in order."""

    shape: tuple[int, ...]
    cells: tuple[int, ...]

    @property
    def sheets(self) -> list[Cells]:
        """Its channels as grids; of one with a single axis each cell is one in a column."""
        values = np.array(self.cells, dtype=np.int64).reshape(self.shape)
        if values.ndim == 1:
            return [values.reshape(-1, 1)]
        if values.ndim == 2:
            return [values]
        return list(values.reshape(-1, *values.shape[-2:]))


def tensor(cells: Cells) -> Tensor:
    return Tensor(cells.shape, tuple(int(v) for v in cells.ravel()))


def numbered(shape: tuple[int, ...], first: int = 0) -> Cells:
    """Cells that are their own source."""
    return np.arange(first, first + int(np.prod(shape)), dtype=np.int64).reshape(shape)


@dataclass(frozen=True)
class Travel(Still):
    """Tensors before and after, where cells keep their number and the colour of their channel.

    `fresh` is what new cells hold, which are those below zero; `copied` marks cells of padding
    that repeat others. `group` is how many cells in order share a colour.
    """

    before: tuple[Tensor, ...]
    after: tuple[Tensor, ...]
    group: int
    note: str
    fresh: str = "0"
    links: bool = False

    def paint(self, s: Sketch, step: int) -> None:
        left = [t.sheets for t in self.before]
        right = [t.sheets for t in self.after]
        height, space = 96.0, 34.0
        room = WIDE - 2 * EDGE - space
        columns, cell = _arranged(left, right, room, height)
        cell = min(cell, 17.0)
        width = sum(_extent(side, n)[0] for side, n in zip((left, right), columns, strict=True))
        x = (WIDE - width * cell - space) / 2
        start = self._side(s, left, columns[0], x, height, cell)
        x += _extent(left, columns[0])[0] * cell
        middle = EDGE + height / 2
        end = self._side(s, right, columns[1], x + space, height, cell)
        if self.links:
            for source, at in end.items():
                if source in start:
                    s.stroke(
                        start[source] + QPointF(cell / 2 + 1, 0),
                        at - QPointF(cell / 2 + 1, 0),
                        s.over(s.ink, 0.45),
                    )
        else:
            s.arrow(QPointF(x + 6, middle), QPointF(x + space - 6, middle))
        s.caption(self.note)

    def _side(
        self,
        s: Sketch,
        tensors: list[list[Cells]],
        columns: int,
        x: float,
        height: float,
        cell: float,
    ) -> dict[int, QPointF]:
        """Paint one side; gives the middle of every cell."""
        found: dict[int, QPointF] = {}
        y = EDGE + (height - _extent(tensors, columns)[1] * cell) / 2
        for sheets in tensors:
            rows, across = sheets[0].shape
            for k, sheet in enumerate(sheets):
                r, c = divmod(k, columns)
                at = QPointF(
                    x + c * (across + _APART) * cell,
                    y + r * (rows + _APART) * cell,
                )
                self._sheet(s, sheet, at, cell)
                for (i, j), source in np.ndenumerate(sheet):
                    found[int(source)] = at + QPointF((j + 0.5) * cell, (i + 0.5) * cell)
            y += (_tall(sheets, columns) + _BETWEEN) * cell
        return found

    def _sheet(self, s: Sketch, sheet: Cells, at: QPointF, cell: float) -> None:
        def fill(r: int, c: int) -> QColor | None:
            source = int(sheet[r, c])
            return None if source < 0 else s.source(source // self.group)

        def said(r: int, c: int) -> str:
            source = int(sheet[r, c])
            return self.fresh if source < 0 else str(source)

        rows, columns = sheet.shape
        s.cells(at, (rows, columns), cell, fill, said, lambda r, c: int(sheet[r, c]) < 0)
        area = QRectF(at.x(), at.y(), columns * cell, rows * cell)
        s.box(area, None, s.muted, 1.0)


def _tall(sheets: list[Cells], columns: int) -> float:
    lines = -(-len(sheets) // columns)
    return float(lines * sheets[0].shape[0] + (lines - 1) * _APART)


def _extent(tensors: list[list[Cells]], columns: int) -> tuple[float, float]:
    """Width and height of one side, in cells."""
    wide, tall = 0.0, -_BETWEEN
    for sheets in tensors:
        across = min(columns, len(sheets))
        wide = max(wide, across * sheets[0].shape[1] + (across - 1) * _APART)
        tall += _tall(sheets, columns) + _BETWEEN
    return wide, tall


def _arranged(
    left: list[list[Cells]], right: list[list[Cells]], room: float, height: float
) -> tuple[tuple[int, int], float]:
    """In how many columns the channels of both sides stand, so that the cells are largest."""

    def size(columns: tuple[int, int]) -> float:
        a, b = _extent(left, columns[0]), _extent(right, columns[1])
        return min(room / (a[0] + b[0]), height / max(a[1], b[1]))

    most = [max(len(sheets) for sheets in side) for side in (left, right)]
    pairs = [(a, b) for a in range(1, most[0] + 1) for b in range(1, most[1] + 1)]
    best = max(pairs, key=lambda p: (round(min(size(p), 17.0), 3), -p[0] - p[1]))
    return best, size(best)
