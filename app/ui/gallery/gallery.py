"""The gallery as a whole: search and order above the cards, what is chosen beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.gallery import Choice
from app.gallery.order import ORDERS, best, found, grouped, reference
from app.ui import scale
from app.ui.formats import counted
from app.ui.gallery.details import Details
from app.ui.gallery.grid import CardGrid
from app.ui.icons import icon
from app.ui.language import tr
from presets import PRESETS, Preset

if TYPE_CHECKING:
    from app.ui.gallery.comparison import Comparison

_DETAILS = 296
_WIDEST = 130  # percent: there are two columns beside the cards
_TO_CARDS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Gallery(QWidget):
    """All presets. What is asked for carries a preset's id and the parameters that were changed.

    Escape goes one step back: from a comparison, from a search; further it is the owner's.
    """

    open_requested = Signal(str, object)  # dict[str, Value]
    insert_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search titles, authors, papers, years, data"))
        self.search.setAccessibleName(tr("Search the published architectures"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumHeight(30)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.order = QComboBox()
        self.order.setAccessibleName(tr("Order"))
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for order in ORDERS:
            self.order.addItem(tr(f"By {order.title}"), order)
        self.order.activated.connect(self._sort)
        self.direction = QToolButton()
        self.direction.setCheckable(True)
        self.direction.toggled.connect(self._sort)
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.grid = CardGrid()
        self.details = Details()
        details = self.details
        scale.follow(details, lambda: details.setFixedWidth(scale.wide(_DETAILS, _WIDEST)))
        self.comparison: Comparison | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self._browser())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.grid.chosen.connect(self._show_details)
        self.grid.opened.connect(self._open)
        self.grid.typed.connect(self.type)
        self.details.open_requested.connect(self._open)
        self.details.insert_requested.connect(self._insert)
        self.details.compare_requested.connect(self.compare)
        self.set_drawing(False)
        self.setFocusProxy(self.search)
        self._refresh()

    def _browser(self) -> QWidget:
        browser = QWidget()
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.count)
        bar.addWidget(self.order)
        bar.addWidget(self.direction)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(bar)
        left.addWidget(self.grid, 1)
        columns = QHBoxLayout(browser)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addLayout(left, 1)
        columns.addWidget(self.details)
        return browser

    def set_drawing(self, drawn: bool) -> None:
        """Whether there is a drawing that a preset can be inserted into."""
        self.details.set_drawing(drawn)

    def focus_search(self) -> None:
        self._pages.setCurrentIndex(0)
        self.search.setFocus()
        self.search.selectAll()

    # --- what is shown ---------------------------------------------------------------------------

    def _find(self, query: str) -> None:
        """Light the best; the name of a published variant brings its parameters."""
        hit = best(self._hits, query) if query else None
        self._refresh(hit)
        variant = None if hit is None else reference(hit, query)
        if hit is not None and variant is not None and variant.set:
            self.details.show_choice(Choice(hit, dict(variant.set)))

    def _sort(self) -> None:
        """The lit card is kept in view; where it was the first, the new first one is lit."""
        shown = self.grid.shown
        first = bool(shown) and self.grid.current == shown[0]
        self._refresh()
        if first:
            self.grid.choose(self.grid.shown[0])
        else:
            self.grid.show_current()

    @property
    def _hits(self) -> Sequence[Preset]:
        return found(PRESETS.values(), self.search.text())

    def _refresh(self, light: Preset | None = None) -> None:
        descending = self.direction.isChecked()
        self.direction.setText(tr("↓" if descending else "↑"))
        self.direction.setToolTip(tr("Greatest first" if descending else "Smallest first"))
        self.direction.setAccessibleName(tr(self.direction.toolTip()))
        hits = self._hits
        groups = grouped(hits, self.order.currentData(), descending=descending)
        self.grid.show_groups(groups, light)
        every = counted(len(PRESETS), "preset")
        self.count.setText(tr(every if len(hits) == len(PRESETS) else f"{len(hits)} of {every}"))

    def _show_details(self, preset: Preset | None) -> None:
        self.details.setVisible(preset is not None)
        if preset is not None:
            self.details.show_preset(preset)

    def type(self, text: str) -> None:
        """Take what is typed elsewhere into the search."""
        self._pages.setCurrentIndex(0)
        self.search.setFocus()
        self.search.insert(text)

    def compare(self) -> None:
        """The chosen preset beside the next of its family, or what was changed beside the defaults.

        Either can be exchanged for any other.
        """
        chosen = self._chosen
        if chosen is None:
            return
        if self.comparison is None:
            from app.ui.gallery.comparison import Comparison  # not before the first frame

            self.comparison = Comparison()
            self.comparison.back_requested.connect(self._browse)
            self.comparison.open_requested.connect(self._open_choice)
            self._pages.addWidget(self.comparison)
        other = chosen.preset if chosen.values else _relative(chosen.preset)
        self.comparison.show_pair(chosen, Choice(other))
        self._pages.setCurrentWidget(self.comparison)
        self.comparison.choices[1].setFocus()

    def _browse(self) -> None:
        self._pages.setCurrentIndex(0)
        self.grid.focus_current()

    # --- what is asked for -----------------------------------------------------------------------

    @property
    def _chosen(self) -> Choice | None:
        """What can be opened: the lit preset, while its parameters are sound."""
        lit = self.grid.current is not None and self.details.sound
        return self.details.choice if lit else None

    def _open(self) -> None:
        if self._chosen is not None:
            self._open_choice(self._chosen)

    def _open_choice(self, choice: Choice) -> None:
        self.open_requested.emit(choice.preset.id, dict(choice.values))

    def _insert(self) -> None:
        if self._chosen is not None:
            self.insert_requested.emit(self._chosen.preset.id, dict(self._chosen.values))

    # --- keys ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field lead to the cards, Enter opens the one that is lit."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (*_TO_CARDS, *_OPEN)
        ):
            if event.key() in _OPEN:
                self._open()
            else:
                self.grid.focus_current()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._pages.currentIndex():
            self._browse()
        elif self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            event.ignore()


def _relative(preset: Preset) -> Preset:
    """The next of the same family, or the one before the last, or any other."""
    family = [p for p in PRESETS.values() if p.family == preset.family]
    others = family if len(family) > 1 else list(PRESETS.values())
    at = next(k for k, p in enumerate(others) if p.id == preset.id)
    return others[at + 1] if at + 1 < len(others) else others[at - 1]
