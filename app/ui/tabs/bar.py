"""The row of tabs: titles with marks for what is not saved and what is trained."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHideEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QTabBar, QWidget

from app.ui import theme
from app.ui.icons import icon
from app.ui.language import spoken, tr

_SIDE = 18  # px
_CROSS = 12
_DOT = 7.0
_OUT = 12  # px that a tab is dragged beyond the row before it leaves it


class CloseButton(QAbstractButton):
    """A cross; a dot in its place says that there is something to be saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modified = False
        self._over = False
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_modified(False)

    def show_modified(self, on: bool) -> None:
        self._modified = on
        self.setToolTip(tr("Close: it has unsaved changes") if on else tr("Close"))
        self.setAccessibleName(self.toolTip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._over:
            painter.setBrush(QColor(colours.border))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if self._modified and not self._over:
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(QRectF(self.rect()).center(), _DOT / 2, _DOT / 2)
        else:
            edge = (_SIDE - _CROSS) // 2
            icon("close").paint(painter, edge, edge, _CROSS, _CROSS)
        painter.end()


def _release(event: QMouseEvent) -> QMouseEvent:
    """The left button let go, where the pointer was moved to."""
    kind, none = QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton
    places = event.position(), event.globalPosition()
    return QMouseEvent(kind, *places, Qt.MouseButton.LeftButton, none, event.modifiers())


class TabBar(QTabBar):
    """Knows indices only. A press with the middle button asks for closing, as the cross does.

    A tab that is dragged out of the row is `carried` over points of the screen, until it is
    `let_go` at one, or by Esc `kept` where it is.
    """

    close_requested = Signal(int)
    carried = Signal(int, QPoint)
    let_go = Signal(int, QPoint)
    kept = Signal()
    menu_requested = Signal(int, object)  # and where, as a global QPoint
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = self._carries = False
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Open networks"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self.tabAt(at), self.mapToGlobal(at))
        )

    def show_tab(self, index: int, title: str, tip: str, *, modified: bool, learns: str) -> None:
        """What is told of the document behind a tab; Qt paints the row anew for each of it.

        `learns` is "train" while it is trained, "pause" while that is paused, else nothing.
        """
        told = (title, tip, modified, learns, theme.current().name, spoken())
        if self.tabData(index) == told:
            return
        self.setTabData(index, told)
        self.setTabText(index, title.replace("&", "&&"))
        said = [tip]
        if modified:
            said.append(tr("It has unsaved changes"))
        if learns:
            said.append(
                tr("Its training is paused" if learns == "pause" else "It is being trained")
            )
        self.setTabToolTip(index, "\n".join(said))
        self.setAccessibleTabName(index, ", ".join([title, *said[1:]]))
        self.setTabIcon(index, icon(learns) if learns else QIcon())
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if isinstance(button, CloseButton):
            button.show_modified(modified)

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        button = CloseButton(self)
        button.clicked.connect(lambda: self._close(button))
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)

    def _close(self, button: QWidget) -> None:
        side = QTabBar.ButtonPosition.RightSide
        places = (i for i in range(self.count()) if self.tabButton(i, side) is button)
        self.close_requested.emit(next(places))

    def place_at(self, x: int) -> int:
        """The index that a tab gets which is let go at a place across."""
        return sum(self.tabRect(i).center().x() < x for i in range(self.count()))

    def edge(self, index: int) -> int:
        """Where the tab begins, or the last one ends."""
        if index < self.count():
            return self.tabRect(index).left()
        return self.tabRect(index - 1).right() + 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        on_tab = self.tabAt(event.position().toPoint()) >= 0
        self._pressed = on_tab and event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.rect().adjusted(-_OUT, -_OUT, _OUT, _OUT)
        if self._pressed and not row.contains(event.position().toPoint()):
            self._pressed, self._carries = False, True
            self.grabKeyboard()
            self.setCursor(Qt.CursorShape.DragMoveCursor)
            super().mouseReleaseEvent(_release(event))  # the row's own dragging ends
        if self._carries:
            self.carried.emit(self.currentIndex(), event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._carries and event.key() == Qt.Key.Key_Escape:
            self._put_down()
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._carries:
            self._put_down()
            self.kept.emit()

    def _put_down(self) -> None:
        self._carries = False
        self.releaseKeyboard()
        self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = False
        if self._carries:
            self._put_down()
            self.let_go.emit(self.currentIndex(), event.globalPosition().toPoint())
            return
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index >= 0:
            self.close_requested.emit(index)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tabAt(event.position().toPoint()) < 0:
            self.new_requested.emit()
        else:
            super().mouseDoubleClickEvent(event)
