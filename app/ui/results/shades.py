"""How cells of a confusion matrix are painted: right ones and mistakes, the more the stronger."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import scale, theme
from app.ui.plots.style import small

SHARE = Qt.ItemDataRole.UserRole  # 0 to 1, what a cell is shaded by
RIGHT = Qt.ItemDataRole.UserRole + 1  # whether it is on the diagonal
_LONGEST = 90  # px at 100 % of a name that stands upright
_PAD = 3
_HALF = 0.55  # of a shade, from which text on it is of the other colour


class ShadeDelegate(QStyledItemDelegate):
    """The square root of a share shades a mistake, so that few of many are seen."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours, area = theme.current(), QRect(option.rect)
        share, right = float(index.data(SHARE)), bool(index.data(RIGHT))
        depth = share if right else math.sqrt(share)
        strong = colours.accent if right else colours.error
        painter.save()
        painter.fillRect(area, theme.mixed(colours.base, strong, depth))
        painter.setPen(QPen(QColor(colours.grid), 1))
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        text = str(index.data())
        font = small(self._view)
        painter.setFont(font)
        if text and QFontMetrics(font).horizontalAdvance(text) <= area.width() - 2:
            on = colours.on_accent if right else colours.on_error
            painter.setPen(QColor(on if depth > _HALF else colours.text))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(QPen(QColor(colours.text), 2 if chosen else 1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


class NamesAbove(QHeaderView):
    """Names of columns, upright where the columns are too narrow for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._longest = 0

    @property
    def upright(self) -> bool:
        return self._longest + 2 * _PAD > self.defaultSectionSize()

    def measure(self) -> None:
        """The names or their font are others."""
        model, metrics = self.model(), self.fontMetrics()
        names = (model.headerData(k, self.orientation()) for k in range(self.count()))
        self._longest = max((metrics.horizontalAdvance(str(name)) for name in names), default=0)

    def sizeHint(self) -> QSize:
        high = self.fontMetrics().height() + 2 * _PAD
        if self.upright:
            high = max(high, min(self._longest, scale.px(_LONGEST)) + 2 * _PAD)
        return QSize(super().sizeHint().width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        colours = theme.current()
        painter.save()
        painter.fillRect(rect, QColor(colours.window))
        name = str(self.model().headerData(at, self.orientation()))
        here = self.selectionModel().currentIndex().column() == at
        painter.setPen(QColor(colours.text if here else colours.muted))
        painter.setFont(self.font())
        room = rect.height() if self.upright else rect.width()
        told = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room - 2 * _PAD)
        if self.upright:
            painter.translate(rect.left(), rect.bottom())
            painter.rotate(-90)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(_PAD, 0, rect.height() - _PAD, rect.width()), side, told)
        else:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, told)
        painter.restore()
