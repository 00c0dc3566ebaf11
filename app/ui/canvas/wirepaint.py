"""Paints the wires of a graph: all that look alike in one call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.ui.canvas.batch import draw_lines
from app.ui.canvas.cards import Card
from app.ui.canvas.geometry import Box, Geometry
from app.ui.canvas.live import STEPS
from app.ui.canvas.look import Look
from app.ui.canvas.strands import Strands
from app.ui.canvas.strokes import WIDTHS, breadths, inside, troubled_wires
from app.ui.canvas.wirecolours import breadth_of, shade
from app.ui.theme import Theme
from nodes.network import Wire

_PLAIN, _NEAR, _RED, _CHOSEN = range(4)  # painted in this order
_MORE = (0.0, 0.2, 0.4, 1.4)  # scene units that they are broader
_BROKEN, _CHOSEN_BROKEN = len(_MORE) * len(WIDTHS), len(_MORE) * len(WIDTHS) + 1
_HIDDEN = -1
_LEAST = 1.1  # pixels
_BROADER = 0.1  # pixels a level


class Stroke(NamedTuple):
    """Wires, by their numbers, that look alike."""

    wires: NDArray[np.intp]
    colour: str
    width: float  # scene units


class WirePainter:
    """What can be worked out of the wires of one graph before they are painted, and once."""

    def __init__(
        self, cards: list[Card], geometry: Geometry, troubled: frozenset[tuple[str, str]]
    ) -> None:
        self._geometry = geometry
        self._troubled = troubled_wires(geometry, troubled)
        self._breadths = breadths(cards, geometry)
        self._strands = Strands(geometry)
        self._sorted: tuple[tuple[object, ...], NDArray[np.intp]] | None = None
        self._shades = np.zeros(len(geometry.wires), np.intp)

    def shade(self, cards: NDArray[np.intp]) -> None:
        """Colour wires by the levels of the cards that they come from."""
        if len(self._geometry.wires):
            self._shades = cards[self._geometry.wire_nodes[:, 0]]

    def paint(
        self, painter: QPainter, theme: Theme, look: Look, box: Box, still: bool | None = None
    ) -> None:
        """Those in a box, with smooth edges.

        `still` are those that are not dragged and over which no others lie; not `still` the rest.
        """
        geometry = self._geometry
        if not geometry.wires:
            return
        zoom = painter.worldTransform().m11()
        least = _LEAST / zoom
        classes = self._classes(look)
        seen = geometry.wires_in(box) & (classes != _HIDDEN)
        if still is not None:
            at_rest = (classes < _RED * len(WIDTHS)) & ~geometry.loose
            if geometry.carried is not None:
                at_rest &= ~geometry.carried[0]
            seen &= at_rest if still else ~at_rest
        lines, owner = self._strands.of(np.flatnonzero(seen & (classes < _BROKEN)), zoom)
        touching = inside(lines, box)
        lines, owner = lines[touching], owner[touching]
        looks = classes[owner] * (STEPS + 1) + self._shades[owner]
        for look_of in np.flatnonzero(np.bincount(looks)).tolist():
            kind, level = divmod(look_of, STEPS + 1)
            colour, width = _shown(kind, level, theme)
            _set_pen(painter, colour, max(width, least + level * _BROADER / zoom))
            draw_lines(painter, lines[looks == look_of])
        for stroke in self._broken(seen & (classes >= _BROKEN), classes, theme):
            for course in geometry.courses[stroke.wires].tolist():
                _dash(painter, course, stroke.colour, max(stroke.width, least))
        if still:
            return
        for wire, width in ((look.hovered_wire, 2.6), (look.target_wire, 5.0)):
            if (k := geometry.wire_index.get(wire)) is not None:
                _set_pen(painter, theme.accent, max(width, least))
                draw_lines(painter, self._strands.of(np.array([k]), zoom)[0])

    def print(self, painter: QPainter, theme: Theme) -> None:
        """All of them, each in one go."""
        geometry = self._geometry
        classes = self._classes(Look())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for kind in range(_BROKEN):
            colour, width = _look_of(kind, theme)
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for course in geometry.courses[classes == kind].tolist():
                painter.drawPolyline(_polygon(course))
        for stroke in self._broken(classes >= _BROKEN, classes, theme):
            for course in geometry.courses[stroke.wires].tolist():
                _dash(painter, course, stroke.colour, stroke.width)

    def _classes(self, look: Look) -> NDArray[np.intp]:
        """By wire, what it is painted as; it changes with what is selected alone."""
        state = (look.nodes, look.wires, look.hidden_wires)
        if self._sorted is None or self._sorted[0] != state:
            self._sorted = state, self._sort(look)
        return self._sorted[1]

    def _sort(self, look: Look) -> NDArray[np.intp]:
        geometry, broken = self._geometry, self._geometry.broken
        chosen = self._of(look.wires)
        kinds = np.full(len(geometry.wires), _PLAIN)
        if look.nodes:
            kinds[geometry.wires_at(look.nodes)] = _NEAR
        kinds[self._troubled] = _RED
        kinds[chosen] = _CHOSEN
        found: NDArray[np.intp] = kinds * len(WIDTHS) + self._breadths
        found[broken] = _BROKEN
        found[chosen[broken[chosen]]] = _CHOSEN_BROKEN
        found[self._of(look.hidden_wires)] = _HIDDEN
        return found

    def _of(self, wires: frozenset[Wire]) -> NDArray[np.intp]:
        index = self._geometry.wire_index
        return np.array([k for w in wires if (k := index.get(w)) is not None], np.intp)

    def _broken(
        self, seen: NDArray[np.bool_], classes: NDArray[np.intp], theme: Theme
    ) -> Iterator[Stroke]:
        looks = ((_BROKEN, theme.error, 2.4), (_CHOSEN_BROKEN, theme.accent, 3.6))
        for kind, colour, width in looks if seen.any() else ():
            yield Stroke(np.flatnonzero(seen & (classes == kind)), colour, width)


def _look_of(kind: int, theme: Theme) -> tuple[str, float]:
    which, breadth = divmod(kind, len(WIDTHS))
    colour = (theme.wire, theme.accent, theme.error, theme.accent)[which]
    return colour, WIDTHS[breadth] + _MORE[which]


def _shown(kind: int, level: int, theme: Theme) -> tuple[str, float]:
    """What flows along a wire is told by its colour, where no mark has more weight."""
    which = kind // len(WIDTHS)
    if not level or which in (_RED, _CHOSEN):
        return _look_of(kind, theme)
    return shade(theme, level).name(), breadth_of(level) + _MORE[which]


def _set_pen(painter: QPainter, colour: str, width: float) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)


def _dash(painter: QPainter, course: list[list[float]], colour: str, width: float) -> None:
    """A wire whose port is gone."""
    pen = QPen(QColor(colour), width, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(course))


def _polygon(course: list[list[float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in course])
