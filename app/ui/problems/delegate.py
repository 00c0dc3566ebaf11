"""How a problem is painted: a mark, the nodes' names, the message, and below it the cure."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.analysis.report import Problem
from app.ui import theme
from app.ui.problems.model import PROBLEM

_PAD = 6
_MARK = 14
_NAMED = 4  # nodes that are named in one row
_INDENT = 18  # of a consequence
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

Line = tuple[QRect, str, QFont, str]  # where, what, in which font, in which colour of the theme


class ProblemDelegate(QStyledItemDelegate):
    """Text wraps to the width of the view, so that nothing is cut off in a narrow dock."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        *_, (last, _, _, _) = _lines(index.data(PROBLEM), option.font, QRect(0, 0, width, 0))
        return QSize(0, last.bottom() + 1 + _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        problem: Problem = index.data(PROBLEM)
        colours = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.window))
        if not problem.consequence:
            corner = option.rect.topLeft() + QPointF(_PAD, _PAD + 1).toPoint()
            _mark(painter, QRect(corner, QSize(_MARK, _MARK)), colours)
        for rect, text, font, role in _lines(problem, option.font, option.rect):
            painter.setFont(font)
            painter.setPen(QColor(colours.on_accent if chosen else getattr(colours, role)))
            painter.drawText(rect, _WRAP, text)
        painter.restore()


def _lines(problem: Problem, font: QFont, area: QRect) -> Iterator[Line]:
    """The parts of a problem, each below the one before."""
    bold = QFont(font)
    bold.setBold(not problem.consequence)
    text, small = ("muted" if problem.consequence else "text"), "muted"
    parts = (
        (_names(problem), bold, text),
        (problem.message, font, text),
        (problem.cure, font, small),
    )
    left = area.left() + 2 * _PAD + _MARK + (_INDENT if problem.consequence else 0)
    top = area.top() + _PAD
    for says, in_font, role in parts:
        if says:
            room = QRect(left, top, max(area.right() - _PAD - left, 40), 10_000)
            used = QFontMetrics(in_font).boundingRect(room, _WRAP, says)
            yield QRect(left, top, room.width(), used.height()), says, in_font, role
            top += used.height() + 1


def _names(problem: Problem) -> str:
    """The nodes concerned, where the message does not name them itself."""
    if any(path in problem.message for path in problem.nodes):
        return ""
    more = len(problem.nodes) - _NAMED
    return ", ".join(problem.nodes[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _mark(painter: QPainter, rect: QRect, colours: theme.Theme) -> None:
    """A disc with an exclamation mark: its shape says it too, not the colour alone."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.error))
    painter.drawEllipse(rect)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(rect.height() - 3)
    painter.setFont(font)
    painter.setPen(QColor(colours.on_error))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "!")
