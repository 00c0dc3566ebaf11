"""One image as it is, and beside it the draws that a run would learn from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.training.messages import Drawn
from app.ui import scale, theme
from app.ui.formats import count
from app.ui.language import tr
from app.ui.plots.style import small
from app.ui.training.pixmaps import pixmaps

_GAP, _BAR, _LARGE = 6, 4, 150  # pixels at 100 %
_LEAST = 10  # pixels of a draw
_FIRST = 0.34  # of the width, at most, for the image as it is


@dataclass(frozen=True)
class _Places:
    """Where the images as they are stand, and the draws."""

    plain: tuple[QRectF, ...]
    draws: tuple[QRectF, ...]


class DrawsView(QWidget):
    """Draws are as large as there is room for all of them.

    While one is pressed, or all are shown `plain`, the image as it is stands in its place. Left and
    Right ask for another image: `stepped` carries -1 or 1.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 60)
        self.told: Drawn | None = None
        self.pictures: list[QPixmap] = []  # as they are, then the draws
        self.plain = False
        self.held = -1  # the draw that is pressed
        self._first = 1
        self.setAccessibleName(tr("Draws of the augmentation"))

    def sizeHint(self) -> QSize:
        return QSize(scale.px(420), scale.px(120))

    def show_drawn(self, event: Drawn, payload: bytes, first: int) -> None:
        """Raises ValueError where the payload has another length than the event says."""
        self.pictures = pixmaps(payload, event.channels, event.height, event.width)
        self.told, self._first, self.held = event, first, -1
        told = tr(
            "{draws} draws of image {number}, {name}",
            draws=count(event.count), number=count(event.index + 1), name=event.name,
        )  # fmt: skip
        self.setAccessibleDescription(told)
        self.update()

    def clear(self) -> None:
        self.told, self.pictures = None, []
        self.setAccessibleDescription("")
        self.update()

    def show_plain(self, plain: bool) -> None:
        self.plain = plain
        self.update()

    # --- where what stands -----------------------------------------------------------------------

    def places(self) -> _Places:
        """None where there is nothing to show."""
        told = self.told
        if told is None:
            return _Places((), ())
        gap, line = scale.px(_GAP), float(self.fontMetrics().height())
        ratio = told.height / told.width
        shown = 2 if told.shares else 1
        room = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        down, across = room.height() - line - self._below, room.width() * _FIRST / shown - gap
        width = min(down / ratio, across, scale.px(_LARGE))
        width = max(width, _LEAST)
        plain = tuple(
            QRectF(room.x() + at * (width + gap), room.y(), width, width * ratio)
            for at in range(shown)
        )
        room.setLeft(plain[-1].right() + 3 * gap)
        return _Places(plain, self._grid(room, told, ratio, gap))

    @property
    def _below(self) -> int:
        """Pixels for the bar of the shares."""
        return scale.px(_BAR) + 1 if self.told is not None and self.told.shares else 0

    def _grid(self, room: QRectF, told: Drawn, ratio: float, gap: int) -> tuple[QRectF, ...]:
        """The largest cells with which all draws have room."""
        below = self._below

        def width(columns: int) -> float:
            rows = math.ceil(told.count / columns)
            across = (room.width() - (columns - 1) * gap) / columns
            down = (room.height() - (rows - 1) * gap) / rows - below
            return min(across, down / ratio)

        columns = max(range(1, told.count + 1), key=width)
        side = max(width(columns), _LEAST)
        step = side + gap, side * ratio + below + gap
        return tuple(
            QRectF(
                room.x() + at % columns * step[0], room.y() + at // columns * step[1],
                side, side * ratio,
            )
            for at in range(told.count)
        )  # fmt: skip

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        told = self.told
        if told is None:
            return
        painter, colours, places = QPainter(self), theme.current(), self.places()
        painter.setFont(small(self))
        names, inks = (told.name, told.other), (colours.train, colours.validation)
        below = self._below
        for at, area in enumerate(places.plain):
            _paint(painter, self.pictures[at], area)
            if below:  # the colour that tells its share in each draw
                bar = QRectF(area.left(), area.bottom() + 1, area.width(), below - 1)
                painter.fillRect(bar, QColor(inks[at]))
            text = QRectF(area.left(), area.bottom() + 1 + below, area.width(), self.height())
            elided = painter.fontMetrics().elidedText(
                names[at], Qt.TextElideMode.ElideRight, int(area.width())
            )
            painter.setPen(QColor(colours.text))
            painter.drawText(text, Qt.AlignmentFlag.AlignHCenter, elided)
        for at, area in enumerate(places.draws):
            plain = self.plain or at == self.held
            _paint(painter, self.pictures[0 if plain else len(places.plain) + at], area)
            if told.shares:
                share = 1.0 if plain else told.shares[at]
                bar = QRectF(area.left(), area.bottom() + 1, area.width(), below - 1)
                painter.fillRect(bar, QColor(inks[1]))
                bar.setWidth(share * bar.width())
                painter.fillRect(bar, QColor(inks[0]))
        painter.end()

    # --- mouse and keys --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(QPointF(event.pos()))
            area = self.places().draws[at].toAlignedRect() if at >= 0 else QRect()
            QToolTip.showText(event.globalPos(), self.words(at), self, area)
            return True
        return super().event(event)

    def words(self, at: int) -> str:
        """What a draw is; of none, nothing."""
        if self.told is None or at < 0:
            return ""
        told = tr("As in epoch {epoch}", epoch=count(self._first + at))
        if not self.told.shares:
            return told
        share = round(100 * self.told.shares[at])
        mixed = f"{share} % {self.told.name}, {100 - share} % {self.told.other}"
        return f"{told}\n{mixed}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held = self._at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.held = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)

    def _at(self, point: QPointF) -> int:
        """The draw at a point, or -1."""
        draws = self.places().draws
        return next((at for at, area in enumerate(draws) if area.contains(point)), -1)


def _paint(painter: QPainter, picture: QPixmap, area: QRectF) -> None:
    """Pixels stay squares where there is room, and are averaged where there is not."""
    hint = QPainter.RenderHint.SmoothPixmapTransform
    larger = picture.width() > area.width() * painter.device().devicePixelRatio()
    painter.setRenderHint(hint, larger)
    painter.drawPixmap(area, picture, QRectF(picture.rect()))
