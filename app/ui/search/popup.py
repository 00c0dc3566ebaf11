"""The popup of the search: a field, what it finds, and what the row in hand is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
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

from app.ui import settings, theme
from app.ui.icons import icon
from app.ui.inspector.values import Names
from app.ui.language import tr
from app.ui.palette.entries import Entry
from app.ui.search.delegate import FoundDelegate
from app.ui.search.model import FoundModel
from app.ui.search.offers import Found, offered, search
from app.ui.search.preview import Preview
from nodes.network import Network

_SIZE = QSize(660, 380)
_MARGIN = 8  # px to the window's edge
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Fits = Callable[[Entry], bool]


class SearchPopup(QFrame):
    """Lies over the window that it is given, so that every desktop puts it where it is meant to be.

    `chosen` follows Enter or a click on a row, `closed` whatever else ends it: Esc, a press beside
    it, or the keyboard going elsewhere.
    """

    chosen = Signal(object)  # Found
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("search popup")
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Add to the network"))
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setAccessibleName(tr("Name and arguments"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self._model = FoundModel()
        self.rows = QListView()
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(FoundDelegate(self.rows))
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(tr("What can be added"))
        self.rows.clicked.connect(self._choose)
        self.rows.selectionModel().currentChanged.connect(self._show_current)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setMargin(8)
        self.preview = Preview()
        self.hint = QLabel()
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # or a press would focus what lies below
        self.setFocusProxy(self.field)
        self._lay_out()
        self._network = Network()
        self._names: Names = {}
        self._offers: Sequence[Entry] = ()
        self._fits: Fits | None = None
        self.hide()

    def _lay_out(self) -> None:
        found = QVBoxLayout()
        found.addWidget(self.rows, 1)
        found.addWidget(self.nothing, 1)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addLayout(found, 3)
        middle.addWidget(self.preview, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(middle, 1)
        column.addWidget(self.hint)

    # --- opening and closing ---------------------------------------------------------------------

    def open_at(
        self, at: QPoint, network: Network, names: Names, fits: Fits | None = None, hint: str = ""
    ) -> None:
        """Show what can be added, near a point of the window; `fits` leaves out the rest."""
        self._network, self._names, self._fits = network, names, fits
        self._offers = offered(network)
        self.field.setPlaceholderText(hint or tr("Add a layer, block or network"))
        self.hint.setText(
            tr("Enter adds · Tab completes · arguments after the name: conv2d 64 3x3 /2")
        )
        self.field.clear()
        self._search("")
        self.setGeometry(self._beside(at))
        self.show()
        self.raise_()
        self.field.setFocus()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def _beside(self, at: QPoint) -> QRect:
        """Below and to the right of a point, but within the window."""
        room = self._window.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = _SIZE.boundedTo(room.size())
        left = min(max(at.x(), room.left()), room.right() - size.width() + 1)
        top = min(max(at.y(), room.top()), room.bottom() - size.height() + 1)
        return QRect(QPoint(left, top), size)

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

    # --- finding ---------------------------------------------------------------------------------

    def _search(self, query: str) -> None:
        recent = settings.recently_added()
        found: Iterable[Found] = search(query, self._offers, self._network, self._names, recent)
        if self._fits is not None:
            fits = self._fits
            found = (each for each in found if fits(each.entry))
        self._model.show_found(found)
        any_found = self._model.rowCount() > 0
        self.rows.setVisible(any_found)
        self.nothing.setVisible(not any_found)
        self.nothing.setText(
            tr("Nothing that fits this wire has that name.")
            if self._fits is not None
            else tr("Nothing has that name. Try fewer letters, or what it does: “pool”, “norm”.")
        )
        self._move_to(0)
        if not any_found:
            self.preview.show_found(None, self._network)

    @property
    def current(self) -> Found | None:
        """The row in hand."""
        return self._model.found_at(self.rows.currentIndex().row())

    def _move_to(self, row: int) -> None:
        self.rows.setCurrentIndex(self._model.index(row, 0))

    def _show_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.preview.show_found(self._model.found_at(now.row()), self._network)

    def _choose(self, index: QModelIndex) -> None:
        found = self._model.found_at(index.row())
        if found is None or found.typed.problems:  # which the row and the page tell
            return
        self._put_away()
        settings.remember_added(found.entry.id)
        self.chosen.emit(found)

    def _complete(self) -> None:
        """The name of the row in hand in the place of what was typed of it."""
        if (found := self.current) is not None:
            words = self.field.text().split()
            taken = found.words if words else 0
            self.field.setText(" ".join([found.entry.title, *words[taken:]]) + " ")

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
            self._complete()
        elif key in _KEYS:
            self.rows.keyPressEvent(event)
        else:
            return False
        return True
