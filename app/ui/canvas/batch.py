"""Many lines or rectangles in one call of the painter, straight from an array."""

from __future__ import annotations

from typing import cast

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from app.ui.canvas.routing import Array


def draw_lines(painter: QPainter, lines: Array) -> None:
    """`lines` is (n, 4): x and y of both ends."""
    memory = np.ascontiguousarray(lines, dtype=np.float64)
    if len(memory):
        first = cast(QLineF, shiboken6.wrapInstance(memory.ctypes.data, QLineF))
        painter.drawLines(first, len(memory))


def draw_rects(painter: QPainter, rects: Array) -> None:
    """`rects` is (n, 4): left, top, width, height."""
    memory = np.ascontiguousarray(rects, dtype=np.float64)
    if len(memory):
        first = cast(QRectF, shiboken6.wrapInstance(memory.ctypes.data, QRectF))
        painter.drawRects(first, len(memory))


def segments(courses: Array) -> Array:
    """The straight pieces, (n, 4), of courses, (wires, points, 2)."""
    return np.concatenate([courses[:, :-1], courses[:, 1:]], axis=2).reshape(-1, 4)
