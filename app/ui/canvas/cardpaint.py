"""Paints cards: what is on one becomes a picture when it is painted again, which is then copied."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from app.analysis.report import join
from app.ui.canvas.cards import Card
from app.ui.canvas.frames import FrameKey, Frames, frame_key
from app.ui.canvas.geometry import Geometry
from app.ui.canvas.labels import Labels
from app.ui.canvas.live import Live
from app.ui.canvas.living import paint_strips
from app.ui.canvas.look import Look
from app.ui.canvas.metrics import (
    CARD_WIDTH,
    COST_TOP,
    FLAKE,
    MARGIN,
    NAME,
    SHADOW,
    STRIP_TOP,
    STRIP_WIDTH,
    TEXTS_FROM,
)
from app.ui.canvas.thumbnails import Thumbnails
from app.ui.canvas.troubles import Trouble
from app.ui.theme import Theme

_FAR_BADGE = 24.0  # scene units that it takes of the name
_KNOWN = -1  # the level is the card's own
_FAR_TILE = 42.0  # that it takes of a strip
_ASIDE = 1e-3  # pixels: letters stand on quarters of them, between two of which none may be
_FACES = 20_000  # that were shown, after which all are forgotten
_ROOM = 8e6  # pixels that all kept pictures have; a screen of cards has less than it has itself


class Texts(NamedTuple):
    """What is written on a card."""

    name: str
    times: str
    weight: str
    kind: str
    items: tuple[str, ...]
    state: str
    cost: str
    dim: bool
    frozen: bool
    culprit: bool

    @classmethod
    def of(cls, card: Card) -> Texts:
        return cls(
            *(card.name, card.times, card.weight, card.node.kind, card.items, card.state),
            card.cost if not card.weight else "",
            not card.enabled or card.trouble is Trouble.CONSEQUENCE,
            card.flake,
            card.trouble is Trouble.CULPRIT,
        )


_NOTHING = Live("", ("", "", ""), {})


class _Shown(NamedTuple):
    """How a card of some number is shown beside what is on it."""

    face: int
    selected: bool
    lit: bool
    failed: bool
    hovered: bool
    running: bool
    maps: bool
    level: int  # that is measured, or _KNOWN
    text: str  # of the same


class CardPainter:
    """The cards of one graph after the other, in one theme and font; zoom and ratio change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.frames = Frames(theme, 1.0, 1.0)
        self._cards: list[Card] = []
        self._prefix = ""
        self._live: Live | None = None
        self._faces: list[int | None] = []  # by card, once it was painted: the number of its face
        self._numbers: dict[tuple[FrameKey, Texts], int] = {}
        self._known: list[tuple[FrameKey, Texts]] = []
        self._pictures: dict[_Shown, QPixmap] = {}
        self._painted: set[_Shown] = set()  # once, at this zoom

    def follow(self, cards: list[Card], prefix: str) -> None:
        self._cards, self._prefix = cards, prefix
        self._faces = [None] * len(cards)
        if len(self._known) > _FACES:
            self._numbers.clear()
            self._known.clear()
            self._pictures.clear()
            self._painted.clear()

    def show(self, live: Live | None) -> None:
        """What is measured of the nodes, in the place of what is known of them."""
        self._live = live
        if len(self._painted) > _FACES:
            self._painted.clear()

    def at(self, zoom: float, ratio: float) -> None:
        """What is painted from now on is so large."""
        if (self.frames.zoom, self.frames.ratio) != (zoom, ratio):
            self.frames = Frames(self._theme, zoom, ratio)
            self._pictures.clear()
            self._painted.clear()

    def paint(
        self,
        painter: QPainter,
        geometry: Geometry,
        labels: Labels,
        look: Look,
        thumbnails: Thumbnails,
        visible: NDArray[np.intp],
    ) -> None:
        """On whole pixels, so that pictures and letters stay sharp."""
        frames, cards = self.frames, self._cards
        nodes, failed, lit = look.nodes, look.failed, look.failed | look.flashing
        hovered, running = look.hovered_node, look.running
        corners = frames.pixels(painter, geometry.places[visible] - SHADOW)
        painter.save()
        plain = QTransform()
        painter.setWorldTransform(plain)
        zoom, inset = frames.zoom, SHADOW * frames.zoom + _ASIDE
        pictures, painted = self._pictures, self._painted
        strips: list[tuple[int, str]] = []
        live, zoomed = self._live or _NOTHING, frames.zoom >= TEXTS_FROM
        warmth, inside, said = live.cards, live.strips, live.texts if zoomed else {}
        measured = bool(warmth or inside or said)
        levels: list[tuple[int, tuple[int, ...]]] = []
        for i, (x, y) in zip(visible.tolist(), corners, strict=True):
            card = cards[i]
            name = card.name
            maps, level, text = False, _KNOWN, ""
            if thumbnails or measured:
                path = join(self._prefix, name)
                if warmth:
                    level = warmth.get(path, 0)
                text = said.get(path, "")
                maps = not card.unfolded and (path in thumbnails or path in inside)
                if maps and path in thumbnails:
                    strips.append((i, path))
                elif maps:
                    levels.append((i, inside[path]))
            key = _Shown(
                *(self._face(i), name in nodes, name in lit, name in failed),
                *(name == hovered, running, maps),
                level,
                text,
            )
            if (picture := pictures.get(key)) is not None:
                painter.drawPixmap(QPointF(x, y), picture)
            elif card.unfolded:  # its large card is painted with what is in it
                painter.setWorldTransform(QTransform(zoom, 0, 0, zoom, x + inset, y + inset))
                self._write(painter, labels, key, float(geometry.sizes[i, 0]))
                painter.setWorldTransform(plain)
            elif key in painted:  # while a zoom glides nothing is painted twice
                painter.drawPixmap(QPointF(x, y), self._keep(key, labels))
            else:
                painted.add(key)
                painter.drawPixmap(QPointF(x, y), frames.card(self._frame_key(key)))
                painter.setWorldTransform(QTransform(zoom, 0, 0, zoom, x + inset, y + inset))
                self._write(painter, labels, key, CARD_WIDTH)
                painter.setWorldTransform(plain)
        if strips:
            places = geometry.places[[i for i, _ in strips]] + np.array([MARGIN, STRIP_TOP])
        painter.restore()
        if strips:
            self._paint_strips(painter, thumbnails, places, [path for _, path in strips])
        if levels:
            places = geometry.places[[i for i, _ in levels]] + np.array([MARGIN, STRIP_TOP])
            room = STRIP_WIDTH - (0.0 if zoomed else _FAR_TILE)
            paint_strips(painter, self._theme, places, [held for _, held in levels], room)

    def _paint_strips(
        self,
        painter: QPainter,
        thumbnails: Thumbnails,
        places: NDArray[np.float64],
        paths: list[str],
    ) -> None:
        frames = self.frames
        corners = frames.pixels(painter, places)
        painter.save()
        painter.setWorldTransform(QTransform())
        for path, corner in zip(paths, corners, strict=True):
            strip = thumbnails.strip(path, frames.zoom, frames.ratio)
            painter.drawPixmap(QPointF(*corner), strip)
        painter.restore()

    def _face(self, at: int) -> int:
        """The number of what is on a card whatever the pointer and a selection add to it."""
        if (found := self._faces[at]) is None:
            card = self._cards[at]
            face = frame_key(card, selected=False, lit=False, maps=False), Texts.of(card)
            found = self._numbers.get(face)
            if found is None:
                found = self._numbers[face] = len(self._known)
                self._known.append(face)
            self._faces[at] = found
        return found

    def _frame_key(self, shown: _Shown) -> FrameKey:
        found = self._known[shown.face][0]
        return found._replace(
            glyph=(0, 0) if shown.maps else found.glyph,
            selected=shown.selected,
            hovered=shown.hovered,
            lit=shown.lit,
            running=shown.running and found.enabled,
            level=found.level if shown.level == _KNOWN else shown.level,
        )

    def _write(self, painter: QPainter, labels: Labels, shown: _Shown, width: float) -> None:
        texts = self._known[shown.face][1]
        if shown.maps or shown.text:
            texts = texts._replace(cost="", weight=shown.text or texts.weight)
        badge = texts.culprit or shown.failed or shown.running
        near = self.frames.zoom >= TEXTS_FROM
        paint_texts(painter, labels, self._theme, texts, width, near=near, badge=badge)

    def _keep(self, shown: _Shown, labels: Labels) -> QPixmap:
        found = self.frames.card(self._frame_key(shown)).copy()
        painter = self.frames.painter(found, SHADOW + _ASIDE / self.frames.zoom)
        self._write(painter, labels, shown, CARD_WIDTH)
        painter.end()
        if len(self._pictures) * found.width() * found.height() > _ROOM:
            del self._pictures[next(iter(self._pictures))]  # the oldest
        self._pictures[shown] = found
        return found


def paint_texts(
    painter: QPainter,
    labels: Labels,
    theme: Theme,
    texts: Texts,
    width: float,
    *,
    near: bool,
    badge: bool,
) -> None:
    """All texts, or from farther away the name alone, larger. The card's corner is the origin."""
    text, muted = QColor(theme.text), QColor(theme.muted)
    full = CARD_WIDTH - 2 * MARGIN
    style = "title" if near else "large"
    right = width - MARGIN
    start = NAME if near else MARGIN
    if badge:
        right -= 8 if near else _FAR_BADGE  # it stands in the corner
    times = labels.width(texts.times, style) + 8 if texts.times else 0.0
    painter.setPen(muted if texts.dim else text)
    labels.draw(painter, start, 6, texts.name, style, right - start - times)
    if texts.times:
        painter.setPen(QColor(theme.accent))
        labels.draw(painter, right - times + 8, 6, texts.times, style, times)
    if not near:
        return
    painter.setPen(text if texts.weight else muted)
    if texts.weight:
        labels.draw(painter, MARGIN, 23, texts.weight, "text", full)
    else:
        labels.draw_items(painter, MARGIN, 23, texts.kind, texts.items, full)
    painter.setPen(muted if texts.dim else text)
    room = full - FLAKE - 3 if texts.frozen else full
    labels.draw(painter, MARGIN, 39, texts.state, "text", room)
    painter.setPen(muted)
    labels.draw_right(painter, width - MARGIN, COST_TOP, texts.cost, "text")
