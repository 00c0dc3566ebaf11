"""A search over the window: a field, and below it the rows that answer what is typed."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.icons import icon
from app.ui.language import tr
from app.ui.search.delegate import RowDelegate
from app.ui.search.model import FoundModel, Row

MARGIN = 8  # px to the window's edge
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchFrame(QFrame, Generic[Row]):
    """Lies over the window that it is given, so that every desktop puts it where it is meant to be.

    `chosen` follows Enter or a click on a row, `closed` whatever else ends it: Esc, a press beside
    it, or the keyboard going elsewhere.
    """

    chosen = Signal(object)  # Row
    closed = Signal()

    def __init__(
        self, window: QWidget, model: FoundModel[Row], delegate: RowDelegate, name: str
    ) -> None:
        super().__init__(window)
        self.over = window
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self.search)
        self.field.installEventFilter(self)
        self.model = model
        self.rows = QListView()
        self.rows.setModel(model)
        delegate.setParent(self.rows)
        self.rows.setItemDelegate(delegate)
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.clicked.connect(self._choose)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setMargin(8)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # or a press would focus what lies below
        self.setFocusProxy(self.field)
        found = QVBoxLayout()
        found.addWidget(self.rows, 1)
        found.addWidget(self.nothing, 1)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(10)
        self.middle.addLayout(found, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(self.middle, 1)
        column.addWidget(self.hint)
        self.hide()

    # --- for those who search --------------------------------------------------------------------

    def search(self, query: str) -> None:
        """Show what answers the query."""
        raise NotImplementedError

    def may_choose(self, row: Row) -> bool:
        """Whether Enter does something with the row; a reason why not is told by the row."""
        raise NotImplementedError

    def completed(self, row: Row) -> str:
        """What Tab puts in the place of what was typed."""
        raise NotImplementedError

    def took(self, row: Row) -> None:
        """The row was chosen, and the search is put away; `chosen` follows."""

    # --- opening and closing ---------------------------------------------------------------------

    def open_over(self, area: QRect, query: str = "") -> None:
        """Show it in a part of the window."""
        if self.field.text() == query:
            self.search(query)
        self.field.setText(query)
        self.setGeometry(area)
        self.show()
        self.raise_()
        self.field.setFocus()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def close_search(self) -> None:
        """Leave it without a choice."""
        if self._put_away():
            self.closed.emit()

    def _put_away(self) -> bool:
        if not self.isVisible():
            return False
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self.hide()
        return True

    # --- rows ------------------------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """The row in hand."""
        return self.model.found_at(self.rows.currentIndex().row())

    def show_rows(self, nothing: str) -> bool:
        """Have the first row of the model in hand; `nothing` is told where there is none."""
        found = self.model.rowCount() > 0
        self.rows.setVisible(found)
        self.nothing.setVisible(not found)
        self.nothing.setText(tr(nothing))
        self.rows.setCurrentIndex(self.model.index(0, 0))
        return found

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.found_at(index.row())
        if row is None or not self.may_choose(row):
            return
        self._put_away()
        self.took(row)
        self.chosen.emit(row)

    # --- events ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge that can be seen over a window of the same colour."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.current().field_border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            assert isinstance(event, QMouseEvent)
            if watched is not self and not self.isAncestorOf(watched):
                self.close_search()
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            elsewhere = QApplication.focusWidget()
            if elsewhere is not None and not self.isAncestorOf(elsewhere):
                self.close_search()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Keys of the list, typed in the field."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_search()
        elif key in _CHOOSE:
            self._choose(self.rows.currentIndex())
        elif key == Qt.Key.Key_Tab:
            if (row := self.current) is not None:
                self.field.setText(self.completed(row))
        elif key in _KEYS:
            self.rows.keyPressEvent(event)
        else:
            return False
        return True
