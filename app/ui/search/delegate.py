"""How a row of a search is painted: picture, title, what it is, and where from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import theme
from app.ui.language import tr
from app.ui.palette.picture import CHIP, chip
from app.ui.search.model import FOUND
from app.ui.search.offers import Found

_PAD = 8
_LEAST = 40  # px for which a summary is of use
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT, _RIGHT = _LINE | Qt.AlignmentFlag.AlignLeft, _LINE | Qt.AlignmentFlag.AlignRight
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """What is read in a row; `wrong` says that it is an error, `off` that it cannot be chosen."""

    title: str
    said: str
    where: str
    picture: QPixmap | None
    wrong: bool = False
    off: bool = False


class RowDelegate(QStyledItemDelegate):
    room = CHIP  # of the picture, in pixels

    def shown(self, row: object, scale: float) -> Shown:
        """What to paint, at this many pixels a point."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, max(QFontMetrics(option.font).height(), self.room) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self.shown(index.data(FOUND), painter.device().devicePixelRatio())
        colours, chosen = theme.current(), bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect)
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.window))
        area.adjust(_PAD, 0, -_PAD, 0)
        if row.picture is not None:
            painter.setOpacity(0.5 if row.off else 1.0)
            width, height = row.picture.deviceIndependentSize().toTuple()
            left = area.left() + (self.room - int(width)) // 2
            painter.drawPixmap(left, area.center().y() - int(height) // 2 + 1, row.picture)
            painter.setOpacity(1.0)
        area.setLeft(area.left() + self.room + _PAD)
        bold = QFont(option.font)
        bold.setBold(True)
        text, muted, error = (
            (colours.on_accent,) * 3 if chosen else (colours.text, colours.muted, colours.error)
        )
        where = row.where
        title = QFontMetrics(bold).horizontalAdvance(row.title) + _PAD
        right = QFontMetrics(option.font).horizontalAdvance(where) + _PAD
        if area.width() - title < right:
            where, right = "", 0
        painter.setPen(QColor(muted))
        self._write(painter, area, where, option.font, _RIGHT)
        painter.setPen(QColor(muted if row.off else text))
        self._write(painter, area, row.title, bold, _LEFT)
        room = area.adjusted(title, 0, -right, 0)
        if room.width() > _LEAST:
            painter.setPen(QColor(error if row.wrong else muted))
            self._write(painter, room, row.said, option.font, _LEFT)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, text: str, font: QFont, flags: int) -> None:
        painter.setFont(font)
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(area, flags, QFontMetrics(font).elidedText(text, mode, area.width()))


class FoundDelegate(RowDelegate):
    """What can be added, with the colour of its family."""

    def shown(self, row: object, scale: float) -> Shown:
        assert isinstance(row, Found)
        entry, problems = row.entry, row.typed.problems
        said = tr(problems[0]) if problems else tr(entry.summary)
        where = tr("Recent") if row.recent else tr(entry.group or entry.section)
        return Shown(entry.title, said, where, chip(entry.family, scale), wrong=bool(problems))
