"""The tabs of one side: a row of titles, and the document that is in front."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.language import tr
from app.ui.tabs.bar import TabBar
from app.ui.tabs.tab import Tab

_LINE = 2  # px


class _Drop(QWidget):
    """Lies over the part of a side that a tab would come to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(theme.current().accent)
        painter = QPainter(self)
        painter.setPen(QPen(colour, _LINE))
        colour.setAlphaF(0.2)
        painter.setBrush(colour)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class Group(QWidget):
    """Holds tabs in the order of the row, which the person changes by dragging."""

    chosen = Signal(object)  # Tab
    close_requested = Signal(object)  # Tab
    menu_requested = Signal(object, QPoint)  # Tab, and where
    new_requested = Signal()
    carried = Signal(object, QPoint)  # Tab, and where on the screen
    let_go = Signal(object, QPoint)
    kept = Signal()  # what was carried

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs: list[Tab] = []
        self._marked = False
        self.bar = TabBar()
        self.bar.currentChanged.connect(self._current_changed)
        self.bar.tabMoved.connect(self._moved)
        self.bar.tabBarClicked.connect(self._current_changed)
        self.bar.close_requested.connect(lambda i: self.close_requested.emit(self.tabs[i]))
        self.bar.menu_requested.connect(self._ask_menu)
        self.bar.new_requested.connect(self.new_requested)
        self.bar.carried.connect(lambda i, at: self.carried.emit(self.tabs[i], at))
        self.bar.let_go.connect(lambda i, at: self.let_go.emit(self.tabs[i], at))
        self.bar.kept.connect(self.kept)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _LINE, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack)
        self._drop = _Drop(self)

    @property
    def current(self) -> Tab:
        return self.tabs[self.bar.currentIndex()]

    def add(self, tab: Tab, index: int) -> None:
        """Take a tab in, without bringing it to the front where there is another."""
        with QSignalBlocker(self.bar):
            self.tabs.insert(index, tab)
            self._stack.addWidget(tab)
            self.bar.insertTab(index, "")
        self._stack.setCurrentWidget(self.current)

    def take(self, tab: Tab) -> None:
        """Let go of a tab; its neighbour is in front where it was."""
        with QSignalBlocker(self.bar):
            index = self.tabs.index(tab)
            del self.tabs[index]
            self.bar.removeTab(index)
            self._stack.removeWidget(tab)
            tab.setParent(self)  # PySide takes it for nobody's, and would never let go of it
        if self.tabs:
            self._stack.setCurrentWidget(self.current)

    def bring(self, tab: Tab) -> None:
        """To the front, without a signal."""
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(self.tabs.index(tab))
        self._stack.setCurrentWidget(tab)

    def tell(self, running: Tab | None, *, paused: bool = False) -> None:
        """Write titles and marks anew.

        Documents of one name are told apart by their folders, or, as long as they are as a past run
        had them, by when that began.
        """
        titles = [tab.sheet.title for tab in self.tabs]
        for index, tab in enumerate(self.tabs):
            path, title = tab.sheet.path, titles[index]
            begun = "" if tab.editor.modified else tab.sheet.begun
            apart = path.parent.name if path is not None else begun
            if apart and titles.count(title) > 1:
                title = f"{title} — {apart}"
            if tab.sheet.recovered:
                title = tr("{name} (recovered)", name=title)
            tip = str(path) if path is not None else tr("Not saved yet")
            learns = "" if tab is not running else "pause" if paused else "train"
            self.bar.show_tab(index, title, tip, modified=tab.editor.modified, learns=learns)

    def mark(self, on: bool) -> None:
        """Whether this is the side, of two, that the docks are about."""
        self._marked = on
        self.update()

    def mark_drop(self, area: QRect | None) -> None:
        """Mark the part of it that a tab would come to, or none."""
        self._drop.setVisible(area is not None)
        if area is not None:
            self._drop.setGeometry(area)
            self._drop.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marked:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), _LINE, QColor(theme.current().accent))
            painter.end()

    def _current_changed(self, index: int) -> None:
        if 0 <= index < len(self.tabs):
            self.chosen.emit(self.tabs[index])

    def _moved(self, old: int, new: int) -> None:
        self.tabs.insert(new, self.tabs.pop(old))

    def _ask_menu(self, index: int, at: QPoint) -> None:
        if index >= 0:
            self.menu_requested.emit(self.tabs[index], at)
