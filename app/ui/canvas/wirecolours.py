"""The shades of wires by what runs along them: from cold and thin to hot and broad."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

from app.ui.canvas.live import STEPS
from app.ui.theme import Theme, mixed

# Against the canvas each stands out more than the one before, so that they are told apart in grey.
_LIGHT = ("#b4c4dc", "#6f9bd8", "#7d55c4", "#b3206e", "#7a0c12")
_DARK = ("#3c4a66", "#3f78c8", "#a468e0", "#ff7a8a", "#ffd07a")
_THINNEST, _BROADEST = 1.2, 5.2  # scene units


@cache
def shade(theme: Theme, level: int) -> QColor:
    """Of a level from 1 to STEPS; of 0 the wire as it is painted while nothing learns."""
    if not level:
        return QColor(theme.wire)
    stops = _DARK if theme.dark else _LIGHT
    at = (level - 1) / (STEPS - 1) * (len(stops) - 1)
    first = min(int(at), len(stops) - 2)
    return mixed(stops[first], stops[first + 1], at - first)


def breadth_of(level: int) -> float:
    """In scene units."""
    return _THINNEST + (_BROADEST - _THINNEST) * max(level - 1, 0) / (STEPS - 1)
