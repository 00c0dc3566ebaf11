"""A row of the start page that can be chosen: a small picture, a title, and a line on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.ui.icons import icon
from app.ui.language import tr
from app.ui.language.texts import again

_SIDE = 40  # px of the picture
_PIN = 14
_EDGE = 6


class Row(QAbstractButton):
    """Title above detail beside the picture; a text loses its middle where there is no room."""

    def __init__(self, picture: QPixmap, title: str, detail: str) -> None:
        super().__init__()
        self._picture = picture
        self._lines = title, detail
        self._pinned = False
        self.setText(title)
        self.setAccessibleName(tr("{title}, {detail}", title=title, detail=detail))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def mark_pinned(self, on: bool) -> None:
        self._pinned = on
        said = [*self._lines, *[tr("pinned")] * on]
        self.setAccessibleName(", ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(160, max(2 * self.fontMetrics().lineSpacing(), _SIDE) + _EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        role = QPalette.ColorRole
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.setPen(self.palette().color(role.Highlight if self.hasFocus() else role.Mid))
            painter.setBrush(self.palette().color(role.Base))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        painter.drawPixmap(QRect(_EDGE, (self.height() - _SIDE) // 2, _SIDE, _SIDE), self._picture)
        painter.setOpacity(1.0)
        if self._pinned:
            icon("pin").paint(painter, self.width() - _PIN - _EDGE, _EDGE, _PIN, _PIN)
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        role, metrics, left = QPalette.ColorRole, self.fontMetrics(), _SIDE + 2 * _EDGE
        room = self.width() - left - _EDGE - (_PIN if self._pinned else 0)
        above = (self.height() - 2 * metrics.lineSpacing()) // 2 + metrics.ascent()
        colours = (
            role.WindowText if self.isEnabled() else role.PlaceholderText,
            role.PlaceholderText,
        )
        lines = (again(line) or line for line in self._lines)
        for at, (line, colour) in enumerate(zip(lines, colours, strict=True)):
            painter.setPen(self.palette().color(colour))
            says = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(left, above + at * metrics.lineSpacing(), says)
