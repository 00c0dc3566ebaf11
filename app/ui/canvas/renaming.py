"""A double click on the name of a card: it is typed anew where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from app.ui.canvas.component import Component
from app.ui.canvas.gestures.base import Pointer
from app.ui.canvas.inline import Inline
from app.ui.canvas.metrics import MARGIN, TEXTS_FROM
from app.ui.language import tr
from nodes.network import edits
from nodes.network.edits.naming import MAX_NAME

_TOP, _HEIGHT = 3.0, 20.0  # of the name in the card
_LETTERS = 13  # pixels at a zoom of 1, and at least
_LEAST = 60.0  # of a name that is to be hit
_READABLE = QSize(130, 24)  # pixels
_SIGN = 24.0  # what may stand before the name


class Renaming(Component):
    """One undo step; Esc leaves the name as it is."""

    _inline: Inline | None = None
    _name = ""

    @property
    def field(self) -> Inline | None:
        """What is typed in, while a name is edited."""
        return self._inline if self._inline is not None and self._inline.open else None

    def double_click(self, at: Pointer) -> bool:
        layer = self.canvas.layer
        name = layer.geometry.node_at(at.x, at.y)
        if name is None or self.canvas.navigator.zoom < TEXTS_FROM:
            return False
        left, top, _, _ = layer.geometry.bounds([name]) or (0.0, 0.0, 0.0, 0.0)
        wide = max(layer.labels.width(name, "title") + _SIGN, _LEAST)
        if not (0 <= at.x - left - MARGIN <= wide and at.y - top <= _TOP + _HEIGHT):
            return False
        self.open(name)
        return True

    def open(self, name: str) -> None:
        """Edit the name of a node of the shown graph."""
        canvas = self.canvas
        canvas.editor.select([name])
        self._name = name
        self._inline = Inline(
            canvas.viewport(),
            name,
            self._rename,
            several=False,
            name=tr("Name of {node}", node=name),
            most=MAX_NAME,
        )
        if (area := self._area()) is not None:
            self._inline.show(area, max(_LETTERS, round(_LETTERS * canvas.navigator.zoom)))

    def _area(self) -> QRect | None:
        """Over the name, in the view; from afar larger than it, to be read."""
        bounds = self.canvas.layer.geometry.bounds([self._name])
        if bounds is None:
            return None
        left, top, right, _ = bounds
        box = QRectF(left + 2, top + _TOP - 2, right - left - 4, _HEIGHT + 2)
        area = self.canvas.mapFromScene(box).boundingRect()
        return area.united(QRect(area.topLeft(), _READABLE))

    def _rename(self, typed: str) -> None:
        editor, old, new = self.canvas.editor, self._name, typed.strip()
        scope = editor.scope
        if new != old:
            editor.apply(f"Rename {old}", lambda n: edits.rename(n, scope, old, new), select=[new])

    def follow(self) -> None:
        if self.field is not None and self._area() is None:
            self.field.close(accept=False)

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        if self.field is not None and (area := self._area()) is not None:
            self.field.place(area)
