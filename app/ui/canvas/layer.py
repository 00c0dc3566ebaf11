"""Paints the whole graph in one item, with as much detail as the zoom has room for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from app.analysis.report import join
from app.ui.canvas.beside import Beside
from app.ui.canvas.cardpaint import CardPainter
from app.ui.canvas.cards import Card
from app.ui.canvas.differing import around, differing
from app.ui.canvas.dragpaint import DragPainter
from app.ui.canvas.geometry import Box, Geometry, Socket
from app.ui.canvas.labels import Labels
from app.ui.canvas.live import Live
from app.ui.canvas.living import shades_of
from app.ui.canvas.look import Look
from app.ui.canvas.metrics import (
    BESIDE_FROM,
    CARD_HEIGHT,
    CARD_WIDTH,
    MARGIN,
    NAMES_FROM,
    OVERVIEW_BELOW,
    PORT_RADIUS,
    PORTS_FROM,
    SHADOW,
    TEXTS_FROM,
)
from app.ui.canvas.overview import Overview, is_pale
from app.ui.canvas.picture import Picture
from app.ui.canvas.portpaint import PortPainter
from app.ui.canvas.stages import Stage, Stages
from app.ui.canvas.thumbnails import Thumbnails
from app.ui.canvas.wirelabels import paint_labels, placed
from app.ui.canvas.wirepaint import WirePainter
from app.ui.theme import Theme
from nodes.network import Wire
from nodes.network.edits.marks import NO_MARKS, Point

_EDGE = 2  # pixels that smooth edges reach beyond what changed
_PILL = 70.0  # how far the label of a wire reaches from it at most
_WIDE = 6.0  # of the broadest wire, half, and of an edge
_NAMED = 300  # cards at most that bear a name in the overview


class LayerItem(QGraphicsRectItem):
    """Cards, ports and wires of the shown graph."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.geometry = Geometry()
        self.cards: list[Card] = []
        self.look = Look()
        self.thumbnails = Thumbnails()
        self._beside = Beside()
        self._picture = Picture()
        self._dragging, self._dragged = DragPainter(opaque=False), False
        self.behind: Callable[[QPainter, QRectF], None] | None = None  # what paints that
        self._stages: Stages | None = None
        self._overview: Overview | None = None
        self._labelled: tuple[tuple[object, ...], list[tuple[QRectF, str]]] | None = None
        self._zoom = 1.0  # that was painted last
        self._troubled: frozenset[tuple[str, str]] = frozenset()
        self.prefix = ""
        self.set_theme(theme, font)
        self.set_content([], Geometry(), frozenset(), "")

    def set_theme(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self.labels = Labels(font)
        self._cards = CardPainter(theme)
        self._cards.follow(self.cards, self.prefix)
        self._cards.show(self.look.live)
        self._overview = self._labelled = None
        self.update()

    def set_content(
        self,
        cards: list[Card],
        geometry: Geometry,
        troubled: frozenset[tuple[str, str]],
        prefix: str,
    ) -> None:
        """`troubled` are the pairs of nodes whose wires are painted as a problem.

        After an edit only what looks otherwise than before is painted anew.
        """
        before = self._shown()
        differs = differing(self.geometry, geometry, self.cards, cards, self._seen)
        alike = (self.prefix, self._troubled) == (prefix, troubled)
        if cards is not self.cards or geometry is not self.geometry:
            self._stages = None
        self.cards, self.geometry, self.prefix = cards, geometry, prefix
        self._troubled = troubled
        self.card_of = dict(zip(geometry.names, cards, strict=True))
        self._wires = WirePainter(cards, geometry, troubled)
        self._ports = PortPainter(geometry)
        self._wires.shade(shades_of(cards, self.look.live, prefix))
        self._cards.follow(cards, prefix)
        self._overview = self._labelled = None
        if differs is None or not alike or self._zoom < OVERVIEW_BELOW:
            self.update()
        else:
            self._update_changed(differs, before)

    def show_live(self, live: Live | None) -> None:
        """Colour cards and wires by what is measured of their nodes."""
        if live is not self.look.live:
            self.look.live = live
            self._wires.shade(shades_of(self.cards, live, self.prefix))
            self._cards.show(live)
            self._overview = None
            self.update()

    def holding(self, paths: frozenset[str]) -> frozenset[str]:
        """The names of the nodes at some paths, or of the blocks around those."""
        start = join(self.prefix, "")
        inside = (p.removeprefix(start).split(".")[0] for p in paths if p.startswith(start))
        return frozenset(name for name in inside if name in self.card_of)

    def select(self, names: frozenset[str]) -> None:
        """Mark these nodes as selected, and their wires; paint anew what looks otherwise then."""
        others = names ^ self.look.nodes
        if not others:
            return
        before = self._shown()
        self.look.nodes = names
        boxes = around(self.geometry, others, self._seen)
        if boxes is None or self._zoom < OVERVIEW_BELOW:
            self.update()
        else:
            self._update_changed(boxes, before)

    def _shown(self) -> tuple[list[Stage], list[tuple[QRectF, str]]]:
        """What is seen beside cards and wires: bands behind them, labels on them."""
        return self.stages.bands, self.wire_labels()

    @property
    def _seen(self) -> Box:
        """What was painted last, and a little around it."""
        area = self._picture.area
        reach = _PILL + _WIDE
        return (
            area.left() - reach,
            area.top() - reach,
            area.right() + reach,
            area.bottom() + reach,
        )

    def _update_changed(
        self, boxes: list[Box], before: tuple[list[Stage], list[tuple[QRectF, str]]]
    ) -> None:
        """Paint these parts anew, and what is behind them where the bands there are others."""
        bands, labels = self._shown()
        if bands != before[0]:
            super().update()
        for box in boxes:
            self._update_box(box, _PILL + _WIDE)
        for area, text in (*before[1], *labels):
            if (area, text) not in labels or (area, text) not in before[1]:
                self.update(area.adjusted(-_WIDE, -_WIDE, _WIDE, _WIDE))

    @property
    def stages(self) -> Stages:
        """The bands behind everything, which the view paints: their captions stay in it."""
        if self._stages is None:
            self._stages = Stages(self.cards, self.geometry.places, self.geometry.sizes[:, 1])
        return self._stages

    @property
    def overview(self) -> Overview:
        if self._overview is None:
            self._overview = Overview(self.cards, self.theme, self.look, self.prefix)
        return self._overview

    def update(self, *part: QRectF) -> None:  # type: ignore[override]
        """Paint all, or a part of the scene, anew at the next occasion."""
        self._picture.spoil(*part)
        self._dragging.spoil(*part)
        self._show(*part)

    def _show(self, *part: QRectF) -> None:
        """In this frame, where the scene itself would tell of it in the next."""
        scene = self.scene()
        for view in scene.views() if scene is not None else ():
            if part:
                area = view.viewportTransform().mapRect(part[0]).toAlignedRect()
                view.viewport().update(area.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
            else:
                view.viewport().update()

    def shift(
        self, names: Iterable[str], dx: float, dy: float, points: Collection[Point] = ()
    ) -> None:
        """Show nodes and points of wires away from their places; paint only what that changes."""
        moved = self.geometry.shift(names, dx, dy, points)
        beside = BESIDE_FROM <= self._zoom < OVERVIEW_BELOW  # names, as wide as there is room
        if moved is None or points or beside:
            self.update()
        elif self._dragged:  # what stands still is not out of date
            area = _area(moved, _PILL)
            self._picture.spoil(area)
            self._show(area)
        else:
            self._update_box(moved, _PILL)

    def update_around(self, sockets: Iterable[Socket | None], wires: Iterable[Wire | None]) -> None:
        """Paint these anew, where they are shown, with what is written on the wires."""
        geometry = self.geometry
        for socket in sockets:
            if (i := geometry.socket_index.get(socket)) is not None:
                x, y = geometry.socket_places[i].tolist()
                reach = float(geometry.socket_half[i]) + 3 * PORT_RADIUS
                self.update(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
        for wire in wires:
            if (k := geometry.wire_index.get(wire)) is not None:
                self._update_box(geometry.wire_box(k), _PILL)

    def update_cards(self, names: Iterable[str | None]) -> None:
        """Paint the cards of these nodes anew, where they are shown."""
        if self._zoom < OVERVIEW_BELOW:  # from where such small things are not seen
            return
        for name in names:
            if name is not None and (found := self.geometry.bounds([name])) is not None:
                self._update_box(found, SHADOW)

    def _update_box(self, box: Box, around: float) -> None:
        self.update(_area(box, around))

    # --- painting --------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed: QRectF = option.exposedRect
        if widget is None:
            self._render(painter, exposed)
        else:
            size, ratio = widget.size(), widget.devicePixelRatioF()
            if self._is_dragging(painter.worldTransform().m11()):
                self._dragging.paint(
                    painter,
                    self.geometry,
                    size,
                    ratio,
                    exposed,
                    self._render_under,
                    self._render_cards,
                )
                self._paint_wire_labels(painter, _reached(exposed))
            else:
                self._picture.paint(painter, size, ratio, self._render)

    def _is_dragging(self, zoom: float) -> bool:
        """Whether cards are dragged, and are more than rectangles; else all is one picture."""
        dragging = len(self.geometry.held) > 0 and zoom >= OVERVIEW_BELOW
        opaque = dragging and self._rests_behind()
        if (dragging, opaque) != (self._dragged, self._dragging.opaque):
            self._dragging = DragPainter(opaque=opaque)  # its pictures are as large as the view
        self._dragged = dragging
        return dragging

    def _rests_behind(self) -> bool:
        """Whether none of what is painted behind moves along: marks, and what is in large cards."""
        marks = self.look.shift[0] if self.look.shift is not None else NO_MARKS
        still = self.behind is not None and not (marks.frames or marks.notes)
        heights = self.geometry.sizes[self.geometry.held, 1]
        return still and float(heights.max(initial=0.0)) <= CARD_HEIGHT

    def covers(self, zoom: float) -> bool:
        """Whether it paints what is behind it as well, and over what is there already."""
        return self._is_dragging(zoom) and self._dragging.opaque

    def scrolled(self) -> None:
        """The captions behind it have stayed where they are in the view."""
        if self._dragged and self.stages.bands:
            self._dragging.spoil()

    def _render(self, painter: QPainter, exposed: QRectF) -> None:
        self._zoom = zoom = painter.worldTransform().m11()
        if zoom >= OVERVIEW_BELOW:
            self._render_wires(painter, exposed)
            self._render_cards(painter, exposed)
            self._paint_wire_labels(painter, _reached(exposed))
            return
        box = _reached(exposed)
        self.overview.paint(painter, self.geometry, self.look, box)
        within: list[int] = []
        if zoom >= BESIDE_FROM:
            visible = self.geometry.cards_in(box)
            within = self._paint_names(painter, visible, inside=zoom >= NAMES_FROM)
        self.overview.paint_signs(painter, self.geometry, self.look, within)

    def _render_under(self, painter: QPainter, exposed: QRectF, still: bool) -> None:
        """The wires, and with those that stand still what is behind them, as far as it covers."""
        if still and self._dragging.opaque and self.behind is not None:
            self.behind(painter, exposed)
        self._render_wires(painter, exposed, still)

    def _render_wires(self, painter: QPainter, exposed: QRectF, still: bool | None = None) -> None:
        """Those alone that stand still, or that do not; by default all."""
        self._zoom = painter.worldTransform().m11()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._wires.paint(painter, self.theme, self.look, _reached(exposed), still)

    def _render_cards(self, painter: QPainter, exposed: QRectF, still: bool | None = None) -> None:
        """With their ports. Those alone that stand still, or all."""
        zoom, box, device = painter.worldTransform().m11(), _reached(exposed), painter.device()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cards.at(zoom, device.devicePixelRatio() if device is not None else 1.0)
        visible = self.geometry.cards_in(box)
        if still:
            visible = visible[~self.geometry.held_of(visible)]
        self._cards.paint(painter, self.geometry, self.labels, self.look, self.thumbnails, visible)
        if zoom >= PORTS_FROM:
            self._paint_ports(painter, self._ports.seen(box, visible), named=zoom >= TEXTS_FROM)

    def _paint_wire_labels(self, painter: QPainter, box: Box) -> None:
        if painter.worldTransform().m11() >= TEXTS_FROM:
            paint_labels(painter, self.wire_labels(), self.labels, self.theme, box)

    def _paint_ports(self, painter: QPainter, ports: NDArray[np.intp], *, named: bool) -> None:
        self._ports.paint_slots(painter, self._cards.frames, self.look, ports)
        if named:
            self._ports.paint_names(painter, self.theme, self.labels, ports)
        self._ports.paint_plain(painter, self._cards.frames, self.look, ports)

    def _paint_names(
        self, painter: QPainter, visible: NDArray[np.intp], *, inside: bool
    ) -> list[int]:
        """Beside the rectangles of the overview, or on them where there is no room: of those cards.

        None if there are more than anyone would read.
        """
        within: list[int] = []
        if len(visible) > _NAMED:
            return within
        labels, beside, width = self.labels, self._beside, CARD_WIDTH - MARGIN
        zoom = painter.worldTransform().m11()
        for i, (x, y) in zip(visible.tolist(), self.geometry.places[visible].tolist(), strict=True):
            card = self.cards[i]
            if beside.fits(self.geometry, labels, card, i, zoom):
                wider = float(self.geometry.sizes[i, 0]) - CARD_WIDTH
                beside.draw(painter, labels, self.theme, card, x + wider, y)
            elif inside:
                pale = is_pale(card, self.look)
                painter.setPen(QColor(self.theme.text if pale else self.theme.card))
                labels.draw(painter, x + MARGIN, y + 24, card.name, "far", width)
                within.append(i)
        return within

    def wire_labels(self) -> list[tuple[QRectF, str]]:
        """Where shapes are written on wires."""
        look, moves = self.look, self.geometry.moves
        state = (moves, look.nodes, look.wires, look.hovered_wire, look.hidden_wires)
        if self._labelled is None or self._labelled[0] != state:
            self._labelled = state, placed(self)
        return self._labelled[1]


def _reached(exposed: QRectF) -> Box:
    """From where something may reach into a part of the scene."""
    around = exposed.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)
    return around.left(), around.top(), around.right(), around.bottom()


def _area(box: Box, around: float) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left - around, top - around, right - left + 2 * around, bottom - top + 2 * around)
