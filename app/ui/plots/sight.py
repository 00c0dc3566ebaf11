"""What one cell of a feature map sees of the image: as frames, and in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QRectF

from app.analysis.field import Field
from app.training.messages import Maps
from app.ui.language import tr
from app.ui.plots.mosaic import is_vector


@dataclass(frozen=True)
class Sight:
    """Frames as shares of the image's width and height, and a line each for a readout."""

    frames: Sequence[QRectF] = ()
    lines: Sequence[str] = ()


def sight(
    field: tuple[Field, ...] | None, size: tuple[int, ...], event: Maps, row: int, column: int
) -> Sight:
    """Of a cell of maps that may be smaller than the node's own `size`; nothing without a field."""
    if field is None or len(field) != 2 or is_vector(event):
        return Sight()
    places = row * size[0] // event.height, column * size[1] // event.width
    rows, columns = (f.cells(i) for f, i in zip(field, places, strict=True))
    if not rows or not columns:
        return Sight(lines=[tr("sees only padding")])
    frames = [_shares(field, rows, columns)]
    if any(f.smallest < f.largest for f in field):  # the narrowest path sees this much
        narrow = (_narrow(f, i) for f, i in zip(field, places, strict=True))
        frames.append(_shares(field, *narrow))
    lines = [
        tr("sees {high} × {wide} px", high=len(rows), wide=len(columns)),
        tr("rows {first} to {last}", first=rows.start, last=rows.stop - 1),
        tr("columns {first} to {last}", first=columns.start, last=columns.stop - 1),
    ]
    return Sight(frames, lines)


def _narrow(field: Field, index: int) -> range:
    """What the narrowest path lets a cell see, about the same centre."""
    first = field.centre(index) - Fraction(field.smallest - 1, 2)
    last = first + field.smallest - 1
    return range(max(math.ceil(first), 0), min(math.floor(last), field.size - 1) + 1)


def _shares(field: tuple[Field, ...], rows: range, columns: range) -> QRectF:
    """Cells of the image as shares of its width and height."""
    high, wide = field[0].size, field[1].size
    return QRectF(columns.start / wide, rows.start / high, len(columns) / wide, len(rows) / high)
