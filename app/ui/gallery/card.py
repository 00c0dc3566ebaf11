"""A preset in the gallery: its figure, its title and what it costs."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.gallery import facts
from app.gallery.order import authors_short
from app.ui import theme
from app.ui.formats import si
from app.ui.gallery.figure import paint_figure
from app.ui.language import tr
from presets import Preset

_PAD = 10
_FIGURE = 104  # height of the drawing


class PresetCard(QAbstractButton):
    """Chosen by a click or by the focus; a double click or Enter opens it.

    The gallery lights the chosen one, which alone is reached by Tab.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self._authors, self._year = authors_short(preset), f", {preset.year}"
        by = f"{self._authors}{self._year}"
        self.setText(preset.title)
        self.setAccessibleName(f"{preset.title}, {by}")
        self.setAccessibleDescription(tr(preset.summary))
        self.setToolTip(
            tr(
                "<p><b>{title}</b><br>{text}</p>",
                title=escape(preset.title, quote=False),
                text=escape(tr(preset.summary), quote=False),
            )
        )
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.chosen)

    def light(self, on: bool) -> None:
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(196, 2 * _PAD + _FIGURE + 6 + 3 * (self.fontMetrics().lineSpacing() + 2))

    def nextCheckState(self) -> None:
        """A click chooses, and never takes the choice back."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:  # arrows and letters are the gallery's
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, chosen = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = chosen or self.underMouse()
        painter.setPen(
            QPen(QColor(colours.accent if lit else colours.card_border), 2.0 if chosen else 1.0)
        )
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        found, accuracy = facts(self.preset), self.preset.accuracy
        bold = QFont(self.font())
        bold.setBold(True)
        first, rest = self._title(QFontMetrics(bold))
        published = f"{accuracy.top1:.1f} % {accuracy.data}" if accuracy else ""
        lines = [
            (bold, "text", first, "", ""),
            *([(bold, "text", rest, "", "")] if rest else []),
            (self.font(), "muted", self._authors, self._year, si(found.parameters)),
            (self.font(), "muted", published, "", si(found.macs, "MACs")),
        ]
        top = self.height() - _PAD - sum(_height(QFontMetrics(font)) for font, *_ in lines)
        area = QRectF(_PAD, _PAD, self.width() - 2 * _PAD, top - 8 - _PAD)
        paint_figure(painter, area, found.figure)
        for font, role, left, end, right in lines:
            metrics = QFontMetrics(font)
            line = QRectF(_PAD, top, area.width(), metrics.lineSpacing())
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours, role)))
            taken = metrics.horizontalAdvance(end + right) + (4 if right else 0)
            mode = Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(left, mode, int(line.width()) - taken)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), shown + end)
            painter.setPen(QColor(colours.text))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), right)
            top += _height(metrics)
        painter.end()

    def _title(self, metrics: QFontMetrics) -> tuple[str, str]:
        """The title, in two lines where it needs them: what tells networks apart is its end."""
        words, room = self.preset.title.split(), self.width() - 2 * _PAD
        for at in range(len(words), 1, -1):
            if metrics.horizontalAdvance(" ".join(words[:at])) <= room:
                return " ".join(words[:at]), " ".join(words[at:])
        return words[0], " ".join(words[1:])


def _height(metrics: QFontMetrics) -> int:
    return metrics.lineSpacing() + 2
