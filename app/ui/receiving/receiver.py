"""Follows a drag from another program over the window, says what it would do, and does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from app.ui import theme
from app.ui.language import tr
from app.ui.receiving.offers import Offer, offer
from nodes.network import Position

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_AWAY = 18  # px from the pointer
_WIDEST = 380


class DropNote(QLabel):
    """What a drop would do, beside the pointer; in the colour of an error where it does nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("drop note")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(10, 7, 10, 7)
        self.setWordWrap(True)
        self._refused = False
        self.hide()

    def show_offer(self, found: Offer, at: QPointF) -> None:
        colours, window = theme.current(), self.window()
        self._refused = found.act is None
        palette = self.palette()
        ink = colours.on_error if self._refused else colours.on_accent
        palette.setColor(self.foregroundRole(), QColor(ink))
        self.setPalette(palette)
        self.setText(tr(found.says))
        widest = min(_WIDEST, window.width() - 20)
        line = self.fontMetrics().horizontalAdvance(found.says) + 24
        width = min(line, widest)
        self.resize(width, self.heightForWidth(width))
        left = min(int(at.x()) + _AWAY, window.width() - self.width() - 8)
        top = min(int(at.y()) + _AWAY, window.height() - self.height() - 8)
        self.move(max(left, 8), max(top, 8))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.error if self._refused else colours.accent)
        painter.setPen(QPen(ground, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()
        super().paintEvent(event)


class Receiver(QObject):
    """Takes what no view of the window has taken."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offer: Offer | None = None
        self.note = DropNote(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self._drop(event)
            case QDropEvent():  # of which entering and moving are kinds
                if event.type() == QEvent.Type.DragEnter:
                    self._offer = offer(self._window, event.mimeData())
                self._follow(event)
            case QDragLeaveEvent():
                self._forget()
            case _:
                return super().eventFilter(watched, event)
        return True

    def _follow(self, event: QDropEvent) -> None:
        if self._offer is None:
            event.ignore()
            return
        # Accepted where nothing would come of it too, or it would not be told why.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.note.show_offer(self._offer, event.position())

    def _drop(self, event: QDropEvent) -> None:
        found = self._offer
        self._forget()
        if found is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if found.act is None:
            self._window.tell(found.says)
        else:
            self._window.activateWindow()
            found.act(self._scene_point(event.position()))

    def _scene_point(self, at: QPointF) -> Position:
        """Of the window's point, on the canvas of the active tab."""
        canvas = self._window.canvas
        point = canvas.scene_point(canvas.viewport().mapFrom(self._window, at))
        return point.x(), point.y()

    def _forget(self) -> None:
        self._offer = None
        self.note.hide()
