"""Find and select: what answers the question is lit on the canvas while it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from app.analysis.report import join
from app.finding import Place, QueryError, completions, find, read, trails
from app.finding.query import All
from app.ui.canvas.batch import draw_rects
from app.ui.canvas.component import Component
from app.ui.finding.bar import FindBar
from app.ui.inspector.values import surroundings
from nodes.network import ROOT

if TYPE_CHECKING:
    from app.ui.canvas.geometry import Geometry
    from app.ui.canvas.view import CanvasView

_REST = 80  # ms after an edit; what is found then may be something else
_AROUND = 6.0  # from a card to the mark around it
_MANY = 2_000
Hit = tuple[tuple[str, ...], str]  # the way to a graph, and the name of a node in it


class Finding(Component):
    """Ctrl+F. What is found is view state: nothing of it is an edit."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._bar: FindBar | None = None
        self.hits: list[Hit] = []
        self.at = -1  # the one of them that is shown
        self._marked: tuple[Geometry, list[Hit], NDArray[np.bool_]] | None = None
        self._again = QTimer(canvas, singleShot=True, interval=_REST)
        self._again.timeout.connect(lambda: self._search(keep=True))

    @property
    def bar(self) -> FindBar | None:
        """The line, while it is open."""
        return self._bar if self._bar is not None and not self._bar.isHidden() else None

    def open(self) -> None:
        if self._bar is None:
            self._bar = FindBar(self.canvas)
            self._bar.asked.connect(self._search)
            self._bar.stepped.connect(self.step)
            self._bar.all_wanted.connect(self.select_all)
            self._bar.left.connect(self.close)
        self._bar.open()
        self._search()

    def close(self) -> None:
        if self._bar is not None:
            self._bar.hide()
        self._show([])
        self.canvas.setFocus()

    # --- finding ---------------------------------------------------------------------------------

    def _search(self, *, keep: bool = False) -> None:
        """Find anew; with `keep` the one that is shown stays the one, if it is still found."""
        bar, editor = self.bar, self.canvas.editor
        if bar is None:
            return
        text, shown = bar.field.text(), self.current
        done = completions(text, bar.field.cursorPosition(), editor.network, editor.graph)
        wrong, hits = "", list[Hit]()
        try:
            query = read(text)
            if query != All():
                for trail in self._trails():
                    names = find(query, editor.network, editor.report, self._place(trail))
                    hits += [(trail, name) for name in names]
        except QueryError as error:
            wrong = str(error)
        bar.explain(wrong, *done)
        if hits != self.hits or not keep:
            self._show(hits, hits.index(shown) if shown in hits else -1)
            if hits and not keep and hits[0][0] == editor.trail:
                self._uncover(hits[0][1])

    def _trails(self) -> Iterator[tuple[str, ...]]:
        """The shown graph, and with blocks all the others."""
        editor, bar = self.canvas.editor, self.bar
        yield editor.trail
        if bar is None or not bar.everywhere.isChecked():
            return
        for trail in trails(editor.network):
            if self._place(trail).scope != editor.scope:
                yield trail

    def _place(self, trail: tuple[str, ...]) -> Place:
        editor, scope, prefix = self.canvas.editor, ROOT, ""
        for name in trail:
            node = editor.network.scope(scope).by_name[name]
            prefix = join(prefix, name)
            if node.numbered:
                prefix = join(prefix, node.copy_name(0))
            scope = node.kind
        return Place(scope, prefix, surroundings(editor.network, editor.report, trail))

    def _show(self, hits: list[Hit], at: int = -1) -> None:
        self.hits, self.at = hits, at
        if self._bar is not None:
            self._bar.tell(at, len(hits))
        self.canvas.viewport().update()

    # --- what can be done with it ----------------------------------------------------------------

    @property
    def current(self) -> Hit | None:
        """The one that is shown."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    def step(self, by: int) -> None:
        """Show and select the next one, or the one before; after the last comes the first."""
        if self.bar is None:
            self.open()
        if not self.hits:
            return
        if self.at < 0:
            self.at = self._beginning() - (by > 0)
        self._go((self.at + by) % len(self.hits))

    def _beginning(self) -> int:
        """The first to be shown: what is selected, where it is among what is found."""
        node, trail = self.canvas.editor.selected_node, self.canvas.editor.trail
        hit = (trail, node.name) if node is not None else None
        return self.hits.index(hit) if hit in self.hits else 0

    def _go(self, at: int) -> None:
        self.at = at
        trail, name = self.hits[at]
        editor = self.canvas.editor
        editor.show_place(trail)
        editor.select([name])
        self.canvas.show_node(name)
        self._uncover(name)
        self._show(self.hits, at)

    def _uncover(self, name: str) -> None:
        """Scroll until the line does not cover a card."""
        bar, canvas = self.bar, self.canvas
        box = canvas.layer.geometry.bounds([name])
        if bar is None or box is None:
            return
        left, top, right, bottom = box
        zoom, view = canvas.navigator.zoom, canvas.navigator.look
        middle, half = view.x * zoom, canvas.viewport().width() / 2
        height = bar.geometry().bottom() + 2 * _AROUND
        above = (view.y - top) * zoom > canvas.viewport().height() / 2 - height
        if above and right * zoom - middle + half > bar.x() - _AROUND:
            canvas.navigator.reveal((left, top - height / zoom, right, bottom))

    def select_all(self) -> None:
        """Of what is found that which is in the shown graph; the keyboard goes on there."""
        editor = self.canvas.editor
        if names := [name for trail, name in self.hits if trail == editor.trail]:
            editor.select(names)
            self.canvas.setFocus()

    # --- the canvas ------------------------------------------------------------------------------

    def follow(self) -> None:
        if self.bar is not None:
            self._again.start()

    def key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or self.bar is None:
            return False
        self.close()
        return True

    def paint_above(self, painter: QPainter, seen: QRectF) -> None:
        if not self.hits:
            return
        geometry, theme = self.canvas.layer.geometry, self.canvas.layer.theme
        box = (seen.left(), seen.top(), seen.right(), seen.bottom())
        visible = geometry.cards_in(box)
        lit = visible[self._mask(geometry)[visible]]
        places, sizes = geometry.places[lit], geometry.sizes[lit]
        around = np.hstack([places - _AROUND, sizes + 2 * _AROUND])
        zoom = self.canvas.navigator.zoom
        fine = len(lit) > _MANY  # broad edges of thousands would take most of a frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(theme.warning), 0 if fine else 3 / zoom))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_rects(painter, around)
        if self.current is not None and self.current[0] == self.canvas.editor.trail:
            self._ring(painter, self.current[1], zoom)

    def _ring(self, painter: QPainter, name: str, zoom: float) -> None:
        """About the one that is shown."""
        if (box := self.canvas.layer.geometry.bounds([name])) is not None:
            far = 2 * _AROUND
            area = QRectF(QPointF(*box[:2]), QPointF(*box[2:])).adjusted(-far, -far, far, far)
            painter.setPen(QPen(QColor(self.canvas.layer.theme.accent), 5 / zoom))
            painter.drawRect(area)

    def _mask(self, geometry: Geometry) -> NDArray[np.bool_]:
        """Which cards are found; kept until there are others or others are found."""
        kept = self._marked
        if kept is None or kept[0] is not geometry or kept[1] is not self.hits:
            mask = np.zeros(len(geometry.names), dtype=bool)
            trail, index = self.canvas.editor.trail, geometry.index
            mask[[index[n] for way, n in self.hits if way == trail and n in index]] = True
            kept = self._marked = geometry, self.hits, mask
        return kept[2]
