"""The search for what can be added, with a page about the row in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from app.ui import settings
from app.ui.inspector.values import Names
from app.ui.language import tr
from app.ui.palette.entries import Entry
from app.ui.search.delegate import FoundDelegate
from app.ui.search.frame import MARGIN, SearchFrame
from app.ui.search.model import FoundModel
from app.ui.search.offers import Found, offered, search
from app.ui.search.preview import Preview
from nodes.network import Network

SIZE = QSize(660, 380)

Fits = Callable[[Entry], bool]


class SearchPopup(SearchFrame[Found]):
    """`chosen` carries what is to be added, with the arguments that were typed after its name."""

    beneath: QWidget | None = None  # the canvas

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, FoundModel(_told), FoundDelegate(), "search popup")
        self.setAccessibleName(tr("Add to the network"))
        self.field.setAccessibleName(tr("Name and arguments"))
        self.rows.setAccessibleName(tr("What can be added"))
        self.rows.selectionModel().currentChanged.connect(self._show_current)
        self.preview = Preview()
        self.middle.addWidget(self.preview, 2)
        self._network = Network()
        self._names: Names = {}
        self._offers: Sequence[Entry] = ()
        self._fits: Fits | None = None

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
        self.open_over(self._beside(at))

    def _beside(self, at: QPoint) -> QRect:
        """Below and to the right of a point, but within the window."""
        room = self.over.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        size = SIZE.boundedTo(room.size())
        left = min(max(at.x(), room.left()), room.right() - size.width() + 1)
        top = min(max(at.y(), room.top()), room.bottom() - size.height() + 1)
        return QRect(QPoint(left, top), size)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It goes with what it is over, whose tab is closed or behind another one then."""
        if watched is self.beneath and event.type() == QEvent.Type.Hide:
            self.close_search()
        return super().eventFilter(watched, event)

    def search(self, query: str) -> None:
        recent = settings.recently_added()
        found: Iterable[Found] = search(query, self._offers, self._network, self._names, recent)
        if self._fits is not None:
            fits = self._fits
            found = (each for each in found if fits(each.entry))
        self.model.show_found(found)
        nothing = (
            tr("Nothing that fits this wire has that name.")
            if self._fits is not None
            else tr("Nothing has that name. Try fewer letters, or what it does: “pool”, “norm”.")
        )
        if not self.show_rows(nothing):
            self.preview.show_found(None, self._network)

    def _show_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.preview.show_found(self.model.found_at(now.row()), self._network)

    def may_choose(self, row: Found) -> bool:
        return not row.typed.problems  # which the row and the page tell

    def took(self, row: Found) -> None:
        settings.remember_added(row.entry.id)

    def completed(self, row: Found) -> str:
        """The name of the row in the place of what was typed of it."""
        words = self.field.text().split()
        taken = row.words if words else 0
        return " ".join([row.entry.title, *words[taken:]]) + " "


def _told(found: Found) -> tuple[str, str]:
    entry = found.entry
    return entry.title, f"{entry.title}: {tr(entry.summary)}"


def popup_over(
    canvas: QWidget,
    former: SearchPopup | None,
    chosen: Callable[[Found], object],
    closed: Callable[[], object],
) -> SearchPopup:
    """The search in the window that a canvas stands in now: the former one while it is there.

    It goes with the canvas; the window would keep it, and it the canvas.
    """
    window = canvas.window()
    if former is not None and former.parentWidget() is window:
        return former
    popup = SearchPopup(window)
    popup.beneath = canvas
    canvas.destroyed.connect(popup.deleteLater)
    popup.chosen.connect(chosen)
    popup.closed.connect(closed)
    return popup
