"""A note in the lower left of what the window is about that goes by itself and takes no keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QToolButton

from app.ui.announcing import announce
from app.ui.icons import icon
from app.ui.language import tr

SHOWN_MS = 8000  # with the pointer on it, for as long as that stays
_AWAY = 12  # pixels from the edges of what it lies over


class Toast(QFrame):
    """`show_text` shows a line with one button; what was shown before gives way."""

    def __init__(self, window: QMainWindow, lift: Callable[[], float] = lambda: 0.0) -> None:
        """`lift` tells how many pixels above its corner it is to be, for what lies there."""
        super().__init__(window)
        self._window = window
        self._lift = lift
        self._deed: Callable[[], object] = lambda: None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._do)
        close = self._close = QToolButton()
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setIcon(icon("close"))
        close.setAccessibleName(tr("Close"))
        close.setToolTip(tr("Close"))
        close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 6, 6)
        for part in (self.label, self.button, close):
            line.addWidget(part)
        self._time = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._time.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, button: str, deed: Callable[[], object]) -> None:
        self.label.setText(tr(text))
        self.button.setText(button)
        self._deed = deed
        self.show()
        self._place()
        self.raise_()
        self._time.start()
        announce(self, text)

    def _do(self) -> None:
        self.hide()
        self._deed()

    def _place(self) -> None:
        """In one line where the window has the room."""
        line, centre = self.layout(), self._window.centralWidget()
        assert line is not None
        assert centre is not None
        margins, parts = line.contentsMargins(), (self.button, self._close)
        beside = sum(part.sizeHint().width() + line.spacing() for part in parts)
        beside += margins.left() + margins.right() + 2 * self.frameWidth()
        room = self._window.width() - 2 * _AWAY - beside
        text = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2
        self.label.setFixedWidth(max(min(text, room), 1))
        self.adjustSize()
        over = centre.geometry()
        left = min(over.left() + _AWAY, self._window.width() - self.width() - _AWAY)
        self.move(left, over.bottom() - self.height() - _AWAY - round(self._lift()))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._place()  # in letters of another size it needs another room
        return done

    def enterEvent(self, event: QEnterEvent) -> None:
        self._time.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._time.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
