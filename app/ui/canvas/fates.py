"""Tags on the cards of a network that was edited while it learns: what becomes of their weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from app.analysis.report import join
from app.growth import Fate
from app.growth.telling import BECOMES
from app.ui.canvas.component import Component
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.metrics import MARGIN, OVERVIEW_BELOW, TEXTS_FROM
from app.ui.language import tr
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_STRONGEST = (Fate.FRESH, Fate.NARROWED, Fate.INSERTED, Fate.WIDENED, Fate.KEPT)
_HEIGHT, _ABOVE, _BESIDE = 17.0, 13.0, 7.0  # of a tag, over the card's edge, around its text
_DOT = 9.0  # scene units; and at least, from far away:
_LEAST = 4.0  # pixels


class Fates(Component):
    """Shows what it is given, until that is nothing."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._fates: Mapping[str, Fate] = {}
        self._known: dict[str, Fate | None] = {}  # as they are asked for

    def show(self, fates: Mapping[str, Fate]) -> None:
        """Of nodes, by path; a block has the strongest of what is in it."""
        if fates != self._fates:
            self._fates, self._known = fates, {}
            self.canvas.viewport().update()

    def of(self, path: str) -> Fate | None:
        if path not in self._known:
            inside = {f for p, f in self._fates.items() if f"{p}.".startswith(f"{path}.")}
            self._known[path] = next((fate for fate in _STRONGEST if fate in inside), None)
        return self._known[path]

    # --- painting --------------------------------------------------------------------------------

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        if not self._fates:
            return
        theme, zoom = self.canvas.layer.theme, self.canvas.navigator.zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for fate, tag in self._tags(seen):
            painter.setPen(QColor(theme.canvas))
            painter.setBrush(colour(theme, fate))
            if zoom < TEXTS_FROM:
                radius = max(_DOT, _LEAST / zoom)
                painter.drawEllipse(QPointF(tag.left() + radius, tag.center().y()), radius, radius)
                continue
            painter.drawRoundedRect(tag, _HEIGHT / 2, _HEIGHT / 2)
            painter.setPen(QColor(theme.card))
            left, top = tag.left() + _BESIDE, tag.top() + 1
            words = named(fate)
            self.canvas.layer.labels.draw(painter, left, top, words, "caption", tag.width())

    def _tags(self, seen: QRectF) -> Iterator[tuple[Fate, QRectF]]:
        """Of the cards that are in view; from far away of what changes alone."""
        layer, zoom = self.canvas.layer, self.canvas.navigator.zoom
        geometry = layer.geometry
        area = seen.adjusted(-_HEIGHT, -_HEIGHT, _HEIGHT, _HEIGHT)
        box = area.left(), area.top(), area.right(), area.bottom()
        for i in geometry.cards_in(box).tolist():
            fate = self.of(join(layer.prefix, geometry.names[i]))
            if fate is None or (zoom < OVERVIEW_BELOW and fate is Fate.KEPT):
                continue
            x, y = geometry.places[i].tolist()
            width = layer.labels.width(named(fate), "caption") + 2 * _BESIDE
            yield fate, QRectF(x + MARGIN, y - _ABOVE, width, _HEIGHT)

    # --- the pointer -----------------------------------------------------------------------------

    def tip(self, at: Pointer) -> str:
        if not self._fates:
            return ""
        near = QRectF(at.scene, at.scene).adjusted(-1, -1, 1, 1)
        found = (fate for fate, tag in self._tags(near) if tag.contains(at.scene))
        fate = next(found, None)
        return tr(BECOMES[fate]).capitalize() if fate is not None else ""


def named(fate: Fate | None) -> str:
    """In a word; None is what is gone."""
    match fate:
        case Fate.KEPT:
            return tr("kept")
        case Fate.WIDENED:
            return tr("wider")
        case Fate.NARROWED:
            return tr("narrower")
        case Fate.INSERTED:
            return tr("inserted")
        case Fate.FRESH:
            return tr("new")
        case None:
            return tr("gone")


def colour(theme: Theme, fate: Fate | None) -> QColor:
    match fate:
        case Fate.KEPT:
            return QColor(theme.muted)
        case Fate.WIDENED:
            return QColor(theme.accent)
        case Fate.INSERTED:
            return QColor(theme.good)
        case Fate.NARROWED:
            return QColor(theme.warning)
        case Fate.FRESH:
            return QColor(theme.validation)
        case None:
            return QColor(theme.error)
