"""What is seen inside the card of an unfolded block: its graph at the instance that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from app.analysis.report import join
from app.ui.canvas.batch import draw_lines, segments
from app.ui.canvas.cards import Card, Cards
from app.ui.canvas.frames import paint_tile
from app.ui.canvas.geometry import Geometry, Socket
from app.ui.canvas.layer import LayerItem
from app.ui.canvas.legend import level_colour
from app.ui.canvas.living import card_level
from app.ui.canvas.metrics import MARGIN, PORT_RADIUS, PORTS_FROM, TEXTS_FROM, TILE
from app.ui.canvas.routing import curves
from app.ui.canvas.thumbnails import Thumbnails
from app.ui.canvas.troubles import Trouble
from app.ui.editor import Editor
from app.ui.inspector.values import surroundings
from app.ui.theme import Theme, family_colour, mixed
from nodes.network import ROOT, Block, Endpoint, Network, Wire
from nodes.network.interior import ENDS, large, offset

Trail = tuple[str, ...]
TITLE = 58.0  # height of the part of a large card that says what it is
_RADIUS = 7.0
_STRIPE = 5.0
_OPEN = 0.9  # share of the canvas in the ground of a large card, so that cards in it stand out


class Found(NamedTuple):
    """A card inside: the instances on the way to it, from the outside in."""

    trail: Trail
    card: Card


class Interior:
    """One unfolded block, and those that are unfolded in it. Made anew once it is seen again."""

    def __init__(self, outer: LayerItem) -> None:
        self.layer = LayerItem(outer.theme, QFont())
        self._outer = outer
        self._cards = Cards()
        self._inner: dict[str, Interior] = {}
        self._stale = True
        self._network, self._block = Network(), Block("")
        self._entering: Sequence[Wire] = ()
        self._leaving: Sequence[Wire] = ()

    def forget(self) -> None:
        """The network or its report is another."""
        self._stale = True

    def _follow(self, editor: Editor, trail: Trail, thumbnails: Thumbnails) -> None:
        if self.layer.theme is not self._outer.theme:
            self.layer.set_theme(self._outer.theme, QFont())
        self.layer.labels = self._outer.labels
        look, outer = self.layer.look, self._outer.look
        self.layer.show_live(outer.live)
        look.running, look.failed_at = outer.running, outer.failed_at
        look.failed = self.layer.holding(look.failed_at)
        if not self._stale:
            return
        self._stale = False
        network, report = editor.network, editor.report
        scope, prefix = _place(network, trail)
        self._block = network.block(scope)
        self._network, graph = network, self._block.graph
        names = surroundings(network, report, trail)
        heat = self.layer.look.heat = self._outer.look.heat
        cards, troubled = self._cards.make(
            network, scope, prefix, report, None, names, heat, editor.sheet.in_hand
        )
        body = [c for c in cards if c.node.kind not in ENDS]
        sizes = large(network, graph)
        geometry = Geometry(body, graph.wires, graph.bends, sizes, self.layer.geometry)
        self.layer.thumbnails = thumbnails
        self.layer.set_content(body, geometry, troubled, prefix)
        inside = geometry.index
        self._entering = [w for w in graph.wires if w.source.node not in inside]
        self._leaving = [w for w in graph.wires if w.target.node not in inside]
        open_ = [c.name for c in body if c.unfolded]
        self._inner = {n: self._inner.get(n) or Interior(self.layer) for n in open_}
        look.failed = self.layer.holding(look.failed_at)
        for inner in self._inner.values():
            inner.forget()

    # --- painting --------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, seen: QRectF, name: str, editor: Editor, trail: Trail
    ) -> None:
        """The card of this name, in the coordinates of the graph that it stands in."""
        self._follow(editor, trail, self._outer.thumbnails)
        area, outer = area_of(self._outer.geometry, name), self._outer
        card, look = outer.card_of[name], outer.look
        lit = name in look.failed or name in look.flashing
        level = card_level(card, look.live, outer.prefix)
        paint_ground(painter, card, area, outer.theme, level, selected=name in look.nodes, lit=lit)
        origin = self._origin(area)
        painter.save()
        painter.translate(origin)
        inside = seen.intersected(area).translated(-origin)
        for inner, interior in self._inner.items():
            if area_of(self.layer.geometry, inner).intersects(inside):
                interior.paint(painter, inside, inner, editor, (*trail, inner))
        option = QStyleOptionGraphicsItem()
        option.exposedRect = inside
        self.layer.paint(painter, option)
        painter.restore()
        if painter.worldTransform().m11() >= PORTS_FROM:
            self._paint_ends(painter, name, origin)

    def _paint_ends(self, painter: QPainter, name: str, origin: QPointF) -> None:
        """The wires from the card's own ports inwards, and from inside to them."""
        inner, outer, theme = self.layer.geometry, self._outer.geometry, self._outer.theme
        start, end, dots = [], [], []
        for w in self._entering:
            port, inside = _socket(outer, w.source.node, name, False), _at(inner, w.target, False)
            if port is not None and inside is not None:
                start.append((port.x(), port.y() + TITLE))
                end.append(_pair(inside + origin))
                dots += [start[-1], end[-1]]
        for w in self._leaving:
            port, inside = _socket(outer, w.target.node, name, True), _at(inner, w.source, True)
            if port is not None and inside is not None:
                start.append(_pair(inside + origin))
                end.append(_pair(port))
                dots.append(start[-1])
        if not start:
            return
        painter.setPen(QPen(QColor(theme.wire), 1.8))
        draw_lines(painter, segments(curves(np.array(start), np.array(end))))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.wire))
        for x, y in dots:
            painter.drawEllipse(QPointF(x, y), PORT_RADIUS - 0.8, PORT_RADIUS - 0.8)

    def _origin(self, area: QRectF) -> QPointF:
        across, down = offset(self._network, self._block, area.width())
        return QPointF(area.left() + across, area.top() + down)

    # --- what is seen ----------------------------------------------------------------------------

    def paths(
        self, seen: QRectF, name: str, editor: Editor, trail: Trail, thumbnails: Thumbnails
    ) -> Iterator[str]:
        """The paths of the cards in it, and within those, in a part of the graph around it."""
        self._follow(editor, trail, thumbnails)
        area = area_of(self._outer.geometry, name)
        inside = seen.intersected(area).translated(-self._origin(area))
        box = inside.left(), inside.top(), inside.right(), inside.bottom()
        geometry = self.layer.geometry
        for i in geometry.cards_in(box).tolist() if inside.isValid() else ():
            inner = geometry.names[i]
            yield join(self.layer.prefix, inner)
            if (deeper := self._inner.get(inner)) is not None:
                yield from deeper.paths(inside, inner, editor, (*trail, inner), thumbnails)

    # --- what lies at a point ---------------------------------------------------------------------

    def found(
        self, at: QPointF, name: str, editor: Editor, trail: Trail, thumbnails: Thumbnails
    ) -> Found | None:
        """The innermost card at a point of the graph around, where it is not this card itself."""
        self._follow(editor, trail, thumbnails)
        point = at - self._origin(area_of(self._outer.geometry, name))
        inner = self.layer.geometry.node_at(point.x(), point.y())
        if inner is None:
            return None
        if (interior := self._inner.get(inner)) is not None:
            deeper = interior.found(point, inner, editor, (*trail, inner), thumbnails)
            if deeper is not None:
                return deeper
        return Found(trail, self.layer.card_of[inner])


def area_of(geometry: Geometry, name: str) -> QRectF:
    """What a card takes."""
    i = geometry.index[name]
    (x, y), (width, height) = geometry.places[i].tolist(), geometry.sizes[i].tolist()
    return QRectF(x, y, width, height)


def paint_ground(
    painter: QPainter,
    card: Card,
    area: QRectF,
    theme: Theme,
    level: int,
    *,
    selected: bool,
    lit: bool,
) -> None:
    """A large card, as the small ones are, with room for others on it."""
    red = lit or card.trouble >= Trouble.INVOLVED
    outline = QPainterPath()
    outline.addRoundedRect(area, _RADIUS, _RADIUS)
    ground = mixed(theme.card, theme.error, 0.09) if red else level_colour(theme, level)
    painter.fillPath(outline, mixed(theme.card, theme.canvas, _OPEN))
    title = QPainterPath()
    title.addRect(QRectF(area.left(), area.top(), area.width(), TITLE))
    painter.fillPath(outline.intersected(title), ground)
    stripe = QPainterPath()
    stripe.addRect(QRectF(area.left(), area.top(), _STRIPE, area.height()))
    painter.fillPath(outline.intersected(stripe), family_colour(theme, card.family))
    tile = QRectF(area.left() + MARGIN, area.top() + 5, TILE, TILE)
    if painter.worldTransform().m11() >= TEXTS_FROM:  # from farther the name takes its place
        paint_tile(painter, card.family, tile, family_colour(theme, card.family), theme)
    border = QColor(theme.error if red else theme.card_border)
    painter.setPen(QPen(border, 1.8 if red else 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    if selected:
        painter.setPen(QPen(QColor(theme.accent), 2.4))
        painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), _RADIUS + 3, _RADIUS + 3)


def _socket(geometry: Geometry, port: str, name: str, output: bool) -> QPointF | None:
    """Where a port of a card is."""
    return _at(geometry, Endpoint(name, port), output)


def _at(geometry: Geometry, end: Endpoint, output: bool) -> QPointF | None:
    at = geometry.socket_index.get(Socket(end, output))
    return None if at is None else QPointF(*geometry.socket_places[at].tolist())


def _pair(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()


def _place(network: Network, trail: Trail) -> tuple[str, str]:
    """Scope and prefix of the instance at the end of a trail; of repeated ones, the first copy."""
    scope, prefix = ROOT, ""
    for name in trail:
        node = network.scope(scope).by_name[name]
        scope, prefix = node.kind, join(prefix, name)
        if node.numbered:
            prefix = join(prefix, node.copy_name(0))
    return scope, prefix
