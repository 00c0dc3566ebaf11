"""Cells with a bar behind the figure, as long as its share of the column's greatest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui import theme
from app.ui.summary.model import SHARE


class BarDelegate(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        share = index.data(SHARE)
        if share and not option.state & QStyle.StateFlag.State_Selected:
            colour = QColor(theme.current().accent)
            colour.setAlphaF(0.18)
            area = QRectF(option.rect).adjusted(2, 2, -2, -2)
            area.setLeft(area.right() - max(area.width() * share, 1.0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(area, 2, 2)
        super().paint(painter, option, index)
