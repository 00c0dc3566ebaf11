"""Blocks that show their graph in place: unfolded and folded by mouse and key, seen and entered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app.ui.canvas.component import Component
from app.ui.canvas.geometry import Size
from app.ui.canvas.gestures import MoveNodes
from app.ui.canvas.gestures.base import Gesture, Pointer
from app.ui.canvas.interior import Found, Interior, area_of
from app.ui.canvas.metrics import FLAKE, MARGIN, OVERVIEW_BELOW, TEXTS_FROM
from app.ui.language import tr
from nodes.network.edits.folding import set_unfolded
from nodes.network.interior import large

if TYPE_CHECKING:
    from app.ui.canvas.view import CanvasView

_SIDE = 16.0  # of the triangle's own area, in scene units
_DOWN = 38.0  # from the upper edge of a card to it
_HALF = 4.5  # of the triangle itself


class Unfolding(Component):
    """The triangle on the card of every block, and what is seen in those that are unfolded."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._interiors: dict[str, Interior] = {}

    def sizes(self) -> Mapping[str, Size]:
        """The cards of the shown graph that are larger than others."""
        return large(self.canvas.editor.network, self.canvas.editor.graph)

    # --- commands --------------------------------------------------------------------------------

    def toggle(self, names: Collection[str] | None = None) -> None:
        """Unfold blocks, by default the selected ones, or fold them where all are unfolded."""
        editor = self.canvas.editor
        chosen = editor.selection if names is None else names
        self._set([n for n in chosen if editor.is_block(editor.graph.by_name[n])])

    def toggle_all(self) -> None:
        """Unfold every block of the shown graph, or fold all where all are unfolded."""
        editor = self.canvas.editor
        self._set([n.name for n in editor.graph.nodes if editor.is_block(n)])

    def _set(self, names: Collection[str]) -> None:
        editor, scope = self.canvas.editor, self.canvas.editor.scope
        if not names:
            return
        on = not all(editor.graph.by_name[n].unfolded for n in names)
        what = next(iter(names)) if len(names) == 1 else tr("{count} blocks", count=len(names))
        label = tr("Unfold {what}", what=what) if on else tr("Fold {what}", what=what)
        editor.apply(label, lambda n: set_unfolded(n, scope, names, on))

    # --- the canvas asks --------------------------------------------------------------------------

    def follow(self) -> None:
        layer, editor = self.canvas.layer, self.canvas.editor
        blocks = [n for kind in editor.network.block_by_name for n in editor.graph.of_kind(kind)]
        open_ = [node.name for node in blocks if layer.card_of[node.name].unfolded]
        self._interiors = {n: self._interiors.get(n) or Interior(layer) for n in open_}
        for interior in self._interiors.values():
            interior.forget()

    def visible_paths(self) -> Iterator[str]:
        """Of what is seen inside."""
        canvas = self.canvas
        if canvas.navigator.zoom < OVERVIEW_BELOW:
            return
        left, top, right, bottom = canvas.navigator.seen()
        seen, editor = QRectF(left, top, right - left, bottom - top), canvas.editor
        geometry, maps = canvas.layer.geometry, canvas.layer.thumbnails
        for name, interior in self._interiors.items():
            if name in geometry.index and area_of(geometry, name).intersects(seen):
                yield from interior.paths(seen, name, editor, (*editor.trail, name), maps)

    def paint_below(self, painter: QPainter, seen: QRectF) -> None:
        canvas = self.canvas
        if canvas.navigator.zoom < OVERVIEW_BELOW:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        geometry, trail = canvas.layer.geometry, canvas.editor.trail
        for name, interior in self._interiors.items():
            if area_of(geometry, name).intersects(seen):
                interior.paint(painter, seen, name, canvas.editor, (*trail, name))

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        """The triangles."""
        layer, blocks = self.canvas.layer, self.canvas.editor.network.blocks
        if not blocks or self.canvas.navigator.zoom < TEXTS_FROM:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(layer.theme.muted))
        box = seen.left(), seen.top(), seen.right(), seen.bottom()
        for i in layer.geometry.cards_in(box).tolist():
            card = layer.cards[i]
            if card.block:
                middle = self.triangle(card.name)
                painter.drawPolygon(_triangle(middle, down=card.unfolded))

    def gesture_at(self, at: Pointer) -> Gesture | None:
        name = self._triangle_at(at.scene)
        return _Triangle(self, at, name) if name is not None else None

    def double_click(self, at: Pointer) -> bool:
        """Enters the block there, with what was clicked selected."""
        if self._triangle_at(at.scene) is not None:
            return True
        found = self._found(at.scene)
        if found is None:
            return False
        editor = self.canvas.editor
        editor.show_place(found.trail)
        editor.select([found.card.name])
        self.canvas.show_node(found.card.name)
        return True

    def tip(self, at: Pointer) -> str:
        if (name := self._triangle_at(at.scene)) is not None:
            unfolded = self.canvas.layer.card_of[name].unfolded
            return tr("Fold (U)") if unfolded else tr("Show what is inside (U)")
        found = self._found(at.scene)
        return found.card.tip if found is not None else ""

    # --- where things are -------------------------------------------------------------------------

    def _found(self, at: QPointF) -> Found | None:
        """The card at a point, inside one that is unfolded."""
        layer, editor = self.canvas.layer, self.canvas.editor
        name = layer.geometry.node_at(at.x(), at.y())
        interior = self._interiors.get(name) if name is not None else None
        if name is None or interior is None:
            return None
        return interior.found(at, name, editor, (*editor.trail, name), layer.thumbnails)

    def _area(self, name: str) -> QRectF:
        """What the triangle of a card takes, at the end of the line that says the shape."""
        layer = self.canvas.layer
        area, card = area_of(layer.geometry, name), layer.card_of[name]
        right = area.right() - MARGIN - (FLAKE + 3 if card.frozen else 0) + 4
        return QRectF(right - _SIDE, area.top() + _DOWN, _SIDE, _SIDE)

    def triangle(self, name: str) -> QPointF:
        """The middle of a block's triangle, in scene coordinates."""
        return self._area(name).center()

    def _triangle_at(self, at: QPointF) -> str | None:
        layer = self.canvas.layer
        if self.canvas.navigator.zoom < TEXTS_FROM:
            return None
        name = layer.geometry.node_at(at.x(), at.y())
        if name is None or not layer.card_of[name].block:
            return None
        return name if self._area(name).contains(at) else None


def _triangle(middle: QPointF, *, down: bool) -> QPolygonF:
    points = np.array([(-0.6, -1), (-0.6, 1), (0.9, 0)]) * _HALF
    if down:
        points = points[:, ::-1]
    return QPolygonF([middle + QPointF(x, y) for x, y in points.tolist()])


class _Triangle(MoveNodes):
    """A press on the triangle: a click unfolds or folds, a drag moves the card as elsewhere."""

    def __init__(self, unfolding: Unfolding, start: Pointer, name: str) -> None:
        super().__init__(unfolding.canvas, start, name)
        self._unfolding = unfolding

    def click(self) -> None:
        self._unfolding.toggle([self.name])
