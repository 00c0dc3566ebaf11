"""The pictures of cards and ports, drawn once for a zoom and a look, then only copied."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from app.ui.canvas.cards import Card
from app.ui.canvas.legend import level_colour
from app.ui.canvas.metrics import (
    CARD_HEIGHT,
    CARD_WIDTH,
    FLAKE,
    MARGIN,
    PORT_RADIUS,
    SHADOW,
    SLOT_HEIGHT,
    STRIP_HEIGHT,
    STRIP_TOP,
    TEXTS_FROM,
    TILE,
)
from app.ui.canvas.routing import Array
from app.ui.canvas.troubles import Trouble
from app.ui.icons import family_icon, paint_icon
from app.ui.theme import Theme, family_colour, mixed

_RADIUS = 7.0
_STRIPE = 5.0
_CARD = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
_TILE = QRectF(MARGIN, 5, TILE, TILE)
_FAR_TILE = QRectF(CARD_WIDTH - MARGIN - 34, CARD_HEIGHT - 8 - 34, 34, 34)
_ROUND, _INSET = 0.22, 0.16  # shares of a tile's side
_SHADES = ((3.0, 10), (2.0, 14), (1.0, 18))  # how far a shadow reaches, and how dark it is
_LARGER = 1.8  # times, what marks a card that is far away
_SMALLER = 0.72  # than the strip: beside the glyph stands what the node costs


class FrameKey(NamedTuple):
    """Everything that a card's picture depends on."""

    family: str
    block: bool
    enabled: bool
    training: bool
    frozen: bool
    trouble: Trouble
    glyph: tuple[int, int]
    selected: bool
    hovered: bool
    lit: bool  # failed or flashing
    running: bool
    level: int  # of the heat map


def frame_key(
    card: Card,
    *,
    selected: bool,
    lit: bool,
    maps: bool,
    hovered: bool = False,
    running: bool = False,
) -> FrameKey:
    glyph = (0, 0) if maps else card.glyph
    return FrameKey(
        *(card.family, card.block, card.enabled, card.training, card.flake, card.trouble, glyph),
        *(selected, hovered, lit, running and card.enabled, card.level),
    )


class Frames:
    """Pictures for one zoom, pixel ratio and theme; made when first asked for."""

    def __init__(self, theme: Theme, zoom: float, ratio: float) -> None:
        self.theme, self.zoom, self.ratio = theme, zoom, ratio
        self._cards: dict[FrameKey, QPixmap] = {}
        self._ports: dict[tuple[bool, str], QPixmap] = {}
        self._slots: dict[tuple[float, tuple[float, ...], str], QPixmap] = {}

    def card(self, key: FrameKey) -> QPixmap:
        """Reaches beyond the card by SHADOW on every side."""
        if (found := self._cards.get(key)) is None:
            found = self._blank(CARD_WIDTH + 2 * SHADOW, CARD_HEIGHT + 2 * SHADOW)
            painter = self.painter(found, SHADOW)
            paint_card(painter, key, self.theme, far=self.zoom < TEXTS_FROM)
            painter.end()
            self._cards[key] = found
        return found

    def port(self, wired: bool, state: str) -> QPixmap:
        """Reaches 2 × PORT_RADIUS from the port's middle to every side.

        `state` is "", "accepted", "refused" or "hovered".
        """
        key = wired, state
        if (found := self._ports.get(key)) is None:
            found = self._blank(4 * PORT_RADIUS, 4 * PORT_RADIUS)
            painter = self.painter(found, 2 * PORT_RADIUS)
            paint_port(painter, wired, state, self.theme)
            painter.end()
            self._ports[key] = found
        return found

    def slot(self, half: float, ends: tuple[float, ...], state: str) -> QPixmap:
        """Reaches `half` + PORT_RADIUS to the sides and SLOT_HEIGHT up and down.

        `half` is of the slot's length, `ends` are where wires end, from its middle; `state` as of a
        port.
        """
        key = half, ends, state
        if (found := self._slots.get(key)) is None:
            found = self._blank(2 * (half + PORT_RADIUS), 2 * SLOT_HEIGHT)
            painter = self.painter(found, 0.0)
            painter.translate(half + PORT_RADIUS, SLOT_HEIGHT)
            paint_slot(painter, half, ends, state, self.theme)
            painter.end()
            self._slots[key] = found
        return found

    def pixels(self, painter: QPainter, places: Array) -> list[list[float]]:
        """Points of the scene as the nearest whole pixels of the device, in its coordinates."""
        transform = painter.worldTransform()
        at = places * self.zoom + (transform.dx(), transform.dy())
        found: list[list[float]] = (np.round(at * self.ratio) / self.ratio).tolist()
        return found

    def _blank(self, width: float, height: float) -> QPixmap:
        scale = self.zoom * self.ratio
        picture = QPixmap(max(int(width * scale + 1), 1), max(int(height * scale + 1), 1))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def painter(self, picture: QPixmap, origin: float) -> QPainter:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.zoom, self.zoom)
        painter.translate(origin, origin)
        return painter


def paint_card(painter: QPainter, key: FrameKey, theme: Theme, *, far: bool = False) -> None:
    """With its top left corner at the painter's origin. `far` is where no texts but names are."""
    colour = family_colour(theme, key.family)
    red = key.lit or key.trouble in (Trouble.CULPRIT, Trouble.INVOLVED)
    ground = mixed(theme.card, theme.error, 0.09) if red else level_colour(theme, key.level)
    if key.frozen and not red and not key.level:
        ground = mixed(theme.card, theme.frost, 0.1)
    if not key.enabled:
        ground = mixed(theme.card, theme.canvas, 0.8)

    painter.setPen(Qt.PenStyle.NoPen)
    for grow, alpha in () if theme.high else _SHADES:
        painter.setBrush(QColor(0, 0, 0, alpha * (1 + key.hovered)))
        painter.drawRoundedRect(
            _CARD.adjusted(-grow, 1 - grow, grow, 1.5 + grow), _RADIUS + grow, _RADIUS + grow
        )
    if key.block:  # further cards behind it
        painter.setPen(QPen(QColor(theme.card_border), 1))
        painter.setBrush(mixed(theme.card, theme.card_border, 0.35))
        for step in (6.0, 3.0):
            painter.drawRoundedRect(_CARD.translated(step, step), _RADIUS, _RADIUS)

    outline = QPainterPath()
    outline.addRoundedRect(_CARD, _RADIUS, _RADIUS)
    painter.fillPath(outline, ground)

    def fill(part: QRectF, brush: QBrush) -> None:  # a clip would be lost in an SVG file
        path = QPainterPath()
        path.addRect(part)
        painter.fillPath(outline.intersected(path), brush)

    if not key.enabled:
        fill(_CARD, QBrush(QColor(theme.card_border), Qt.BrushStyle.BDiagPattern))
        fill(_CARD.adjusted(0, 0, 0, STRIP_TOP - CARD_HEIGHT - 2), QBrush(ground))
        colour.setAlphaF(0.45)
    if key.frozen:
        colour.setAlphaF(0.45)
    fill(QRectF(0, 0, _STRIPE, CARD_HEIGHT), QBrush(colour))
    if key.frozen:
        _paint_snowflake(painter, theme, far=far)
    _paint_glyph(painter, key.glyph, colour, theme)
    paint_tile(painter, key.family, _FAR_TILE if far else _TILE, colour, theme)
    if not key.enabled:
        _paint_passing(painter, theme)

    border = QPen(QColor(theme.error if red else theme.card_border), 1.8 if red else 1.0)
    if key.trouble is Trouble.CONSEQUENCE or not key.enabled:
        border.setStyle(Qt.PenStyle.DashLine)
        border.setColor(QColor(theme.muted))
    elif key.training and not red:
        border = QPen(QColor(theme.muted), 1.3, Qt.PenStyle.DotLine)
    if key.hovered and not red:
        border.setColor(mixed(theme.card_border, theme.text, 0.6))
        border.setWidthF(1.6)
    painter.setPen(border)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    if key.selected:
        painter.setPen(QPen(QColor(theme.accent), 2.4))
        painter.drawRoundedRect(_CARD.adjusted(-3, -3, 3, 3), _RADIUS + 3, _RADIUS + 3)
    if key.lit:
        _paint_badge(painter, "⚡", theme, far=far)
    elif key.trouble is Trouble.CULPRIT:
        _paint_badge(painter, "!", theme, far=far)
    elif key.running:
        _paint_badge(painter, ">", theme, far=far)


def paint_tile(painter: QPainter, family: str, area: QRectF, colour: QColor, theme: Theme) -> None:
    """The icon of a family, on its colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    round_ = area.width() * _ROUND
    painter.drawRoundedRect(area, round_, round_)
    inset = area.width() * _INSET
    ink = QColor(theme.card)
    paint_icon(painter, family_icon(family), area.adjusted(inset, inset, -inset, -inset), ink)


def _paint_passing(painter: QPainter, theme: Theme) -> None:
    """What enters goes on as it came: a wire through the card, past its texts."""
    middle, right = CARD_WIDTH / 2, CARD_WIDTH - 10
    way = QPainterPath(QPointF(middle, 0))
    way.cubicTo(middle, 16, right, 2, right, 30)
    way.lineTo(right, CARD_HEIGHT - 30)
    way.cubicTo(right, CARD_HEIGHT - 2, middle, CARD_HEIGHT - 16, middle, CARD_HEIGHT)
    painter.setPen(QPen(QColor(theme.wire), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(way)


def _paint_glyph(painter: QPainter, glyph: tuple[int, int], colour: QColor, theme: Theme) -> None:
    """The output as a row of maps, or as a bar: a picture of its size until real maps come."""
    maps, side = glyph[0], glyph[1] * _SMALLER
    if not side:
        return
    middle = STRIP_TOP + STRIP_HEIGHT / 2
    soft, edge = QColor(colour), QColor(colour)
    soft.setAlphaF(colour.alphaF() * 0.14)
    edge.setAlphaF(colour.alphaF() * 0.45)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(soft)
    if maps == 0:
        painter.drawRect(QRectF(MARGIN, middle - 4, side, 8))
    for k in range(maps):
        painter.drawRect(QRectF(MARGIN + k * (side + 4.0), middle - side / 2, side, side))


def _paint_snowflake(painter: QPainter, theme: Theme, *, far: bool) -> None:
    """At the end of the line that says it, or from afar larger beside the icon; drawn, as the
    badges are."""
    painter.save()
    painter.setPen(QPen(QColor(theme.frost), 1.3))
    if far:
        painter.translate(_FAR_TILE.left() - 16, _FAR_TILE.center().y())
        painter.scale(_LARGER, _LARGER)
    else:
        painter.translate(CARD_WIDTH - MARGIN - FLAKE / 2, STRIP_TOP - 13)
    for _ in range(6):
        painter.drawLine(QPointF(0, 0), QPointF(0, -FLAKE / 2))
        for side in (-2.0, 2.0):
            painter.drawLine(QPointF(0, -FLAKE / 4), QPointF(side, -FLAKE / 4 - 2))
        painter.rotate(60)
    painter.restore()


def _paint_badge(painter: QPainter, sign: str, theme: Theme, *, far: bool) -> None:
    """In the upper right corner."""
    x = -6.0
    painter.save()
    painter.translate(CARD_WIDTH, 0)
    if far:
        painter.scale(_LARGER, _LARGER)
    painter.setPen(QPen(QColor(theme.canvas), 1.5))
    painter.setBrush(QColor(theme.good if sign == ">" else theme.error))
    painter.drawEllipse(QPointF(x, 5), 9, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.card if sign == ">" else theme.on_error))
    if sign == "!":  # drawn, not written: fonts differ, and a missing glyph is a box
        painter.drawRoundedRect(QRectF(x - 1.1, 0, 2.2, 6.2), 1, 1)
        painter.drawEllipse(QPointF(x, 8.8), 1.3, 1.3)
    elif sign == ">":
        painter.drawPolygon([QPointF(x - 2.6, 0.2), QPointF(x + 4.8, 5), QPointF(x - 2.6, 9.8)])
    else:
        bolt = QPainterPath(QPointF(x + 1.6, -1))
        for dx, y in ((-3.8, 6), (-0.4, 6), (-1.6, 11), (3.8, 3.8), (0.4, 3.8)):
            bolt.lineTo(x + dx, y)
        bolt.closeSubpath()
        painter.drawPath(bolt)
    painter.restore()


def paint_port(painter: QPainter, wired: bool, state: str, theme: Theme) -> None:
    """With its middle at the painter's origin."""
    centre = QPointF(0, 0)
    accent = QColor(theme.accent)
    if state in ("accepted", "hovered"):
        glow = QColor(accent)
        glow.setAlphaF(0.30)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(centre, PORT_RADIUS * 1.8, PORT_RADIUS * 1.8)
    border, fill = QColor(theme.wire), QColor(theme.wire if wired else theme.card)
    if state == "refused":
        border, fill = mixed(theme.canvas, theme.wire, 0.35), QColor(theme.canvas)
    elif state:
        border = accent
        fill = accent if state == "hovered" else QColor(theme.card)
    painter.setPen(QPen(border, 1.6))
    painter.setBrush(fill)
    painter.drawEllipse(centre, PORT_RADIUS - 0.8, PORT_RADIUS - 0.8)


def paint_slot(
    painter: QPainter, half: float, ends: tuple[float, ...], state: str, theme: Theme
) -> None:
    """With its middle at the painter's origin."""
    border = QColor(theme.accent if state in ("accepted", "hovered") else theme.wire)
    if state == "refused":
        border.setAlphaF(0.35)
    painter.setPen(QPen(border, 2.4 if state == "accepted" else 1.5))
    painter.setBrush(QColor(theme.accent if state == "hovered" else theme.card))
    slot = QRectF(-half, -SLOT_HEIGHT / 2, 2 * half, SLOT_HEIGHT)
    painter.drawRoundedRect(slot, SLOT_HEIGHT / 2, SLOT_HEIGHT / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(border)
    for x in ends:
        painter.drawEllipse(QPointF(x, 0), 2.4, 2.4)
