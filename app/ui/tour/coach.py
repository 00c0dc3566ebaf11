"""What the tour shows over the window: a shade with a hole, and a bubble beside the hole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import scale, theme
from app.ui.language import tr

_SHADE = 80  # of 255: what lies below is read and used still
_GAP = 14  # pixels between hole, bubble and edges
_WIDTH = 340
_RADIUS = 8.0


class Shade(QWidget):
    """Dims the window but for a hole; mouse and keys go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self.hole: QRect | None = None

    def show_hole(self, hole: QRect | None) -> None:
        if (hole, self._window.rect()) != (self.hole, self.geometry()):
            self.hole = hole
            self.setGeometry(self._window.rect())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        if self.hole is not None:
            hole = QPainterPath()
            hole.addRoundedRect(QRectF(self.hole), _RADIUS, _RADIUS)
            shade -= hole
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawPath(hole)
        painter.fillPath(shade, QColor(0, 0, 0, _SHADE))


class Bubble(QFrame):
    """Says what a step is about; `left`, `back` and `on` follow its buttons, Esc leaves."""

    left = Signal()
    back = Signal()
    on = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        scale.follow(self, lambda: self.setFixedWidth(scale.px(_WIDTH)))
        self.title, self.text, self._place = QLabel(), QLabel(), QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.skip = QPushButton(tr("Skip the Tour"))
        self.before = QPushButton(tr("Back"))
        self.next = QPushButton()
        for button, signal in (
            (self.skip, self.left),
            (self.before, self.back),
            (self.next, self.on),
        ):
            button.clicked.connect(signal)
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._place)
        line = QHBoxLayout()
        line.addWidget(self.skip)
        line.addStretch(1)
        line.addWidget(self.before)
        line.addWidget(self.next)
        box = QVBoxLayout(self)
        box.addLayout(head)
        box.addWidget(self.text)
        box.addLayout(line)
        for button in (self.skip, self.before, self.next):
            button.installEventFilter(self)

    def say(self, title: str, text: str, at: int, of: int) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._place.setText(tr("{step} of {steps}", step=at + 1, steps=of))
        self.before.setEnabled(at > 0)
        self.next.setText(tr("Finish") if at + 1 == of else tr("Next"))
        self.adjustSize()

    def stand_by(self, hole: QRect | None) -> None:
        """Beside the hole where there is room, else in the lower middle."""
        room, size = self._window.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP), self.sizeHint()
        size.setWidth(width := self.width())
        size.setHeight(self.heightForWidth(width))
        middle = QPoint(room.center().x() - width // 2, room.bottom() - size.height() - 60)
        places = [middle]
        if hole is not None:
            places = [
                QPoint(hole.right() + _GAP, hole.top()),
                QPoint(hole.left() - _GAP - width, hole.top()),
                QPoint(hole.center().x() - width // 2, hole.bottom() + _GAP),
                QPoint(hole.center().x() - width // 2, hole.top() - _GAP - size.height()),
                middle,
            ]
        places.sort(key=lambda place: not room.contains(QRect(place, size)))
        boxes = [_within(QRect(place, size), room) for place in places]
        free = (b for b in boxes if hole is None or not b.intersects(hole))
        self.setGeometry(next(free, boxes[-1]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        leaves = event.key() == Qt.Key.Key_Escape
        if leaves:
            self.left.emit()
        return leaves


def _within(box: QRect, room: QRect) -> QRect:
    """Moved as little as is needed to lie in the room."""
    box.moveRight(min(box.right(), room.right()))
    box.moveBottom(min(box.bottom(), room.bottom()))
    box.moveLeft(max(box.left(), room.left()))
    box.moveTop(max(box.top(), room.top()))
    return box
