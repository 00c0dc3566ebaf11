"""Paints the whole graph in one item, with as much detail as the zoom has room for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from app.analysis.report import join
from app.ui.canvas.batch import draw_lines
from app.ui.canvas.beside import Beside
from app.ui.canvas.cards import Card, Trouble
from app.ui.canvas.frames import Frames, frame_key
from app.ui.canvas.geometry import Box, Geometry, Socket
from app.ui.canvas.labels import Labels
from app.ui.canvas.look import Look
from app.ui.canvas.metrics import (
    BESIDE_FROM,
    CARD_WIDTH,
    COST_TOP,
    FLAKE,
    MARGIN,
    NAME,
    NAMES_FROM,
    OVERVIEW_BELOW,
    PORT_RADIUS,
    PORTS_FROM,
    SHADOW,
    SLOT_HEIGHT,
    STRIP_TOP,
    TEXTS_FROM,
)
from app.ui.canvas.overview import Overview, is_pale
from app.ui.canvas.picture import Picture
from app.ui.canvas.routing import Array
from app.ui.canvas.stages import Stages
from app.ui.canvas.strokes import WIDTHS, breadths, inside, pieces, troubled_wires
from app.ui.canvas.thumbnails import Thumbnails
from app.ui.canvas.wirelabels import paint_labels, placed
from app.ui.theme import Theme
from nodes.network import Wire
from nodes.network.edits.marks import Point

_PORT_NAME = 80.0  # width at most
_PILL = 70.0  # how far the label of a wire reaches from it at most
_OVERLAP, _FINE = 0.5, 0.2  # pixels
_FAR_BADGE = 24.0  # scene units that it takes of the name
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
        self._stages: Stages | None = None
        self._overview: Overview | None = None
        self._zoom = 1.0  # that was painted last
        self._box: Box = (0.0, 0.0, 0.0, 0.0)  # the part of the scene that is being painted
        self.prefix = ""
        self.set_theme(theme, font)
        self.set_content([], Geometry(), frozenset(), "")

    def set_theme(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self.labels = Labels(font)
        self._frames = Frames(theme, 1.0, 1.0)
        self._overview = None
        self.update()

    def set_content(
        self,
        cards: list[Card],
        geometry: Geometry,
        troubled: frozenset[tuple[str, str]],
        prefix: str,
    ) -> None:
        """`troubled` are the pairs of nodes whose wires are painted as a problem."""
        if cards is not self.cards or geometry is not self.geometry:
            self._stages = None
        self.cards, self.geometry, self.prefix = cards, geometry, prefix
        self.card_of = dict(zip(geometry.names, cards, strict=True))
        self._troubled = troubled_wires(geometry, troubled)
        self._breadths = breadths(cards, geometry)
        self._wired = geometry.wired()
        self._named = geometry.sockets.several()
        self._overview = None
        self.update()

    @property
    def stages(self) -> Stages:
        """The bands behind everything, which the view paints: their captions stay in it."""
        if self._stages is None:
            self._stages = Stages(self.cards, self.geometry.places, self.geometry.sizes[:, 1])
        return self._stages

    @property
    def overview(self) -> Overview:
        if self._overview is None:
            self._overview = Overview(self.cards, self.theme, self.look)
        return self._overview

    def update(self, *part: QRectF) -> None:  # type: ignore[override]
        """Paint all, or a part of the scene, anew at the next occasion."""
        self._picture.spoil(*part)
        super().update(*part)

    def shift(
        self, names: Iterable[str], dx: float, dy: float, points: Collection[Point] = ()
    ) -> None:
        """Show nodes and points of wires away from their places; paint only what that changes."""
        moved = self.geometry.shift(names, dx, dy, points)
        beside = BESIDE_FROM <= self._zoom < OVERVIEW_BELOW  # names, as wide as there is room
        if moved is None or points or beside:
            self.update()
            return
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
        left, top, right, bottom = box
        area = QRectF(left, top, right - left, bottom - top)
        self.update(area.adjusted(-around, -around, around, around))

    # --- painting --------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed: QRectF = option.exposedRect
        if widget is None:
            self._render(painter, exposed)
        else:
            self._picture.paint(painter, widget.size(), widget.devicePixelRatioF(), self._render)

    def _render(self, painter: QPainter, exposed: QRectF) -> None:
        self._zoom = zoom = painter.worldTransform().m11()
        box = (
            exposed.left() - SHADOW,
            exposed.top() - SHADOW,
            exposed.right() + SHADOW,
            exposed.bottom() + SHADOW,
        )
        if zoom < OVERVIEW_BELOW:
            self.overview.paint(painter, self.geometry, self.look, box)
            if zoom >= BESIDE_FROM:
                self._paint_names(painter, self.geometry.cards_in(box), inside=zoom >= NAMES_FROM)
            return
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        if (self._frames.zoom, self._frames.ratio) != (zoom, ratio):
            self._frames = Frames(self.theme, zoom, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = self.geometry.cards_in(box)
        self._paint_wires(painter, box, zoom)
        self._paint_cards(painter, visible)
        self._paint_texts(painter, visible, all_texts=zoom >= TEXTS_FROM)
        if zoom >= PORTS_FROM:
            self._paint_sockets(painter, box, named=zoom >= TEXTS_FROM)
        if zoom >= TEXTS_FROM:
            paint_labels(painter, self)

    def _paint_wires(self, painter: QPainter, box: Box, zoom: float) -> None:
        geometry, look, theme = self.geometry, self.look, self.theme
        if not geometry.wires:
            return
        self._box = box
        visible = geometry.wires_in(box)
        index = geometry.wire_index
        visible[[k for w in look.hidden_wires if (k := index.get(w)) is not None]] = False
        chosen = np.zeros(len(geometry.wires), dtype=bool)
        chosen[[k for w in look.wires if (k := index.get(w)) is not None]] = True
        near = np.zeros(len(geometry.wires), dtype=bool)
        near[geometry.wires_at(look.nodes) if look.nodes else []] = True
        least = 1.1 / zoom
        broken = geometry.broken
        red = self._troubled & ~chosen & ~broken
        plain = visible & ~chosen & ~broken & ~red
        for mask, colour, more in (
            (plain & ~near, theme.wire, 0.0),
            (plain & near, theme.accent, 0.2),
            (visible & red, theme.error, 0.4),
            (visible & chosen & ~broken, theme.accent, 1.4),
        ):
            own = np.flatnonzero(mask)
            classes = self._breadths[own]
            for breadth in np.unique(classes).tolist():
                width = max(WIDTHS[breadth] + more, least)
                self._stroke(painter, geometry.courses[own[classes == breadth]], colour, width)
        for at in np.flatnonzero(broken & visible).tolist():
            colour, width = (theme.accent, 3.6) if chosen[at] else (theme.error, 2.4)
            _dash(painter, geometry.courses[at], colour, max(width, least))
        for wire, colour, width in (
            (look.hovered_wire, theme.accent, 2.6),
            (look.target_wire, theme.accent, 5.0),
        ):
            if (k := geometry.wire_index.get(wire)) is not None:
                self._stroke(painter, geometry.courses[k : k + 1], colour, max(width, least))

    def _stroke(self, painter: QPainter, courses: Array, colour: str, width: float) -> None:
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        lines = pieces(courses, _OVERLAP / self._zoom, _FINE / self._zoom)
        draw_lines(painter, lines[inside(lines, self._box)])

    def _paint_cards(self, painter: QPainter, visible: NDArray[np.intp]) -> None:
        """Frames and feature maps, copied onto whole pixels so that they stay sharp."""
        look, frames, thumbnails = self.look, self._frames, self.thumbnails
        lit = look.failed | look.flashing
        places = self.geometry.places[visible]
        corners = frames.pixels(painter, places - SHADOW)
        strips = frames.pixels(painter, places + np.array([MARGIN, STRIP_TOP]))
        painter.save()
        painter.setWorldTransform(QTransform())
        for i, corner, strip in zip(visible.tolist(), corners, strips, strict=True):
            card = self.cards[i]
            if card.unfolded:  # its large card is painted with what is in it
                continue
            path = join(self.prefix, card.name)
            maps = path in thumbnails
            key = frame_key(
                card,
                selected=card.name in look.nodes,
                lit=card.name in lit,
                maps=maps,
                hovered=card.name == look.hovered_node,
                running=look.running,
            )
            painter.drawPixmap(QPointF(*corner), frames.card(key))
            if maps:
                picture = thumbnails.strip(path, frames.zoom, frames.ratio)
                painter.drawPixmap(QPointF(*strip), picture)
        painter.restore()

    def _paint_names(self, painter: QPainter, visible: NDArray[np.intp], *, inside: bool) -> None:
        """Beside the rectangles of the overview, or on them where there is no room.

        None if there are more than anyone would read.
        """
        if len(visible) > _NAMED:
            return
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

    def _paint_texts(
        self, painter: QPainter, visible: NDArray[np.intp], *, all_texts: bool
    ) -> None:
        """All texts, or from farther away the name alone, larger."""
        theme, labels = self.theme, self.labels
        text, muted, accent = QColor(theme.text), QColor(theme.muted), QColor(theme.accent)
        full = CARD_WIDTH - 2 * MARGIN
        style = "title" if all_texts else "large"
        places = self.geometry.places[visible].tolist()
        widths = self.geometry.sizes[visible, 0].tolist()
        cards = [self.cards[i] for i in visible.tolist()]
        for card, (x, y), width in zip(cards, places, widths, strict=True):
            left, right = x + MARGIN, x + width - MARGIN
            start = x + NAME if all_texts else left
            dim = not card.enabled or card.trouble is Trouble.CONSEQUENCE
            if (
                card.trouble is Trouble.CULPRIT
                or card.name in self.look.failed
                or self.look.running
            ):
                right -= 8 if all_texts else _FAR_BADGE  # the badge stands in the corner
            times = labels.width(card.times, style) + 8 if card.times else 0.0
            painter.setPen(muted if dim else text)
            labels.draw(painter, start, y + 6, card.name, style, right - start - times)
            if card.times:
                painter.setPen(accent)
                labels.draw(painter, right - times + 8, y + 6, card.times, style, times)
            if all_texts:
                painter.setPen(text if card.weight else muted)
                if card.weight:
                    labels.draw(painter, left, y + 23, card.weight, "text", full)
                else:
                    labels.draw_items(painter, left, y + 23, card.node.kind, card.items, full)
                painter.setPen(muted if dim else text)
                room = full - FLAKE - 3 if card.frozen else full
                labels.draw(painter, left, y + 39, card.state, "text", room)
                if not card.weight and join(self.prefix, card.name) not in self.thumbnails:
                    painter.setPen(muted)
                    labels.draw_right(painter, x + width - MARGIN, y + COST_TOP, card.cost, "text")

    def _paint_sockets(self, painter: QPainter, box: Box, *, named: bool) -> None:
        geometry = self.geometry
        if not geometry.sockets:
            return
        places = geometry.socket_places
        x, y = places[:, 0], places[:, 1]
        reach = geometry.socket_half + PORT_RADIUS
        near = (x > box[0] - reach) & (x < box[2] + reach) & (y > box[1]) & (y < box[3])
        slots = np.flatnonzero(near & (geometry.socket_half > 0))
        plain = np.flatnonzero(near & (geometry.socket_half == 0))
        for i in slots.tolist():
            self._paint_slot(painter, i, self._socket_state(geometry.sockets[i]))
        if named:  # beside the port, outside of the card: only where one must be told from another
            painter.setPen(QColor(self.theme.muted))
            for i in np.flatnonzero(near & self._named).tolist():
                socket = geometry.sockets[i]
                left = float(x[i] + geometry.socket_half[i]) + PORT_RADIUS + 2
                top = float(y[i]) + (2 if socket.output else -17)
                self.labels.draw(painter, left, top, socket.end.port, "text", _PORT_NAME)
        self._paint_ports(painter, plain)

    def _paint_ports(self, painter: QPainter, visible: NDArray[np.intp]) -> None:
        """The round ones, copied as the cards are."""
        geometry, frames = self.geometry, self._frames
        places = geometry.socket_places[visible]
        corners = frames.pixels(painter, places - 2 * PORT_RADIUS)
        painter.save()
        painter.setWorldTransform(QTransform())
        for i, corner in zip(visible.tolist(), corners, strict=True):
            state = self._socket_state(geometry.sockets[i])
            painter.drawPixmap(QPointF(*corner), frames.port(self._wired[i], state))
        painter.restore()

    def _socket_state(self, socket: Socket) -> str:
        look = self.look
        if socket in look.refused:
            return "refused"
        if socket == look.hovered_socket:
            return "hovered"
        return "accepted" if socket in look.accepted else ""

    def _paint_slot(self, painter: QPainter, i: int, state: str) -> None:
        theme, geometry = self.theme, self.geometry
        x, y = (float(v) for v in geometry.socket_places[i])
        half = float(geometry.socket_half[i])
        border = QColor(theme.accent if state in ("accepted", "hovered") else theme.wire)
        if state == "refused":
            border.setAlphaF(0.35)
        painter.setPen(QPen(border, 2.4 if state == "accepted" else 1.5))
        painter.setBrush(QColor(theme.accent if state == "hovered" else theme.card))
        slot = QRectF(x - half, y - SLOT_HEIGHT / 2, 2 * half, SLOT_HEIGHT)
        painter.drawRoundedRect(slot, SLOT_HEIGHT / 2, SLOT_HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(border)
        for wire in geometry.wires_into(geometry.sockets[i].end):
            at = float(geometry.courses[geometry.wire_index[wire], -1, 0])
            painter.drawEllipse(QPointF(at, y), 2.4, 2.4)

    def wire_labels(self) -> list[tuple[QRectF, str]]:
        """Where shapes are written on wires."""
        return placed(self)


def _dash(painter: QPainter, course: Array, colour: str, width: float) -> None:
    """A wire whose port is gone."""
    pen = QPen(QColor(colour), width, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in course.tolist()]))
