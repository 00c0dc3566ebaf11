"""How a row of the search is painted: colour of the family, name, what it is, and where from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
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


class FoundDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found: Found = index.data(FOUND)
        colours, chosen = theme.current(), bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect)
        painter.save()
        if chosen:
            painter.fillRect(area, QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.window))
        area.adjust(_PAD, 0, -_PAD, 0)
        scale = painter.device().devicePixelRatio()
        picture = chip(found.entry.family, scale)
        painter.drawPixmap(area.left(), area.center().y() - CHIP // 2 + 1, picture)
        area.setLeft(area.left() + CHIP + _PAD)
        bold = QFont(option.font)
        bold.setBold(True)
        entry, problems = found.entry, found.typed.problems
        where = tr("Recent") if found.recent else tr(entry.group or entry.section)
        text, muted, error = (
            (colours.on_accent,) * 3 if chosen else (colours.text, colours.muted, colours.error)
        )
        title = QFontMetrics(bold).horizontalAdvance(entry.title) + _PAD
        right = QFontMetrics(option.font).horizontalAdvance(where) + _PAD
        if area.width() - title < right:
            where, right = "", 0
        painter.setPen(QColor(muted))
        self._write(painter, area, where, option.font, _RIGHT)
        painter.setPen(QColor(text))
        self._write(painter, area, entry.title, bold, _LEFT)
        room = area.adjusted(title, 0, -right, 0)
        if room.width() > _LEAST:
            painter.setPen(QColor(error if problems else muted))
            said = tr(problems[0]) if problems else tr(entry.summary)
            self._write(painter, room, said, option.font, _LEFT)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, text: str, font: QFont, flags: int) -> None:
        painter.setFont(font)
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(area, flags, QFontMetrics(font).elidedText(text, mode, area.width()))
