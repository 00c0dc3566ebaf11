"""Fetching published weights: which file, from where, how large and where to, before anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.download import Download
from app.ui import scale, settings
from app.ui.formats import both, count, size
from app.ui.inspector.form import tell
from app.ui.language import tr
from app.ui.weights.fetching import Fetching
from app.weights.published import LICENCE, SITE, Published, nearest


class PublishedDialog(QDialog):
    """`fetched` carries the path of a file that is here, and is the right one.

    Nothing is fetched unless downloads are allowed and the button is pressed.
    """

    fetched = Signal(object)  # Path

    def __init__(self, parameters: int, fetching: Fetching, parent: QWidget) -> None:
        """`parameters` are those of the open network, to tell what may fit it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Published Weights"))
        self.resize(scale.size(720, 600))
        self._fetching = fetching
        self.search = QLineEdit(placeholderText=tr("Search"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search the published weights"))
        self.search.textChanged.connect(self._filter)
        self.list = self._make_list(parameters)
        self.note = QLabel()
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.failure = QLabel()
        for label in (self.note, self.failure):
            label.setWordWrap(True)
        self.failure.hide()
        self.allowed = QCheckBox(tr("Allow downloads from {site}", site=SITE.split("/")[2]))
        self.allowed.setToolTip(tr("Off by default. Skipwire never fetches anything by itself"))
        self.allowed.setChecked(settings.downloads_allowed())
        self.allowed.toggled.connect(self._allow)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress of the download"))
        self.progress.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.fetch = self.buttons.addButton(tr("Download"), QDialogButtonBox.ButtonRole.ActionRole)
        self.fetch.clicked.connect(self._fetch)
        self.fetch.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (
            *(self.search, self.list, self.note, self.failure),
            *(self.progress, self.allowed, self.buttons),
        ):
            column.addWidget(widget)
        fetching.told.connect(self._tell_progress)
        fetching.done.connect(self._done)
        fetching.failed.connect(self._fail)
        self.finished.connect(fetching.cancel)
        self.list.currentItemChanged.connect(self._choose)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._refresh()

    def _make_list(self, parameters: int) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(tr("Published weights"))
        tree.setHeaderLabels(
            [tr("Network"), tr("Version"), tr("Top-1"), tr("Parameters"), tr("Size"), ""]
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for each in nearest(parameters):
            exact = parameters in each.parameters
            shown = parameters if exact else each.parameters[-1]
            cells = (
                *(each.name, f"V{each.version}", f"{each.accuracy:.1f} %", count(shown)),
                *(size(each.size), tr("as many as yours") if exact else ""),
            )
            item = QTreeWidgetItem(tree, cells)
            item.setData(0, Qt.ItemDataRole.UserRole, each)
            for column in (2, 3, 4):
                item.setTextAlignment(column, right)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(lambda: self.fetch.click())
        return tree

    @property
    def chosen(self) -> Published | None:
        """What is selected among those that are shown."""
        item = self.list.currentItem()
        if item is None or item.isHidden():
            return None
        found = item.data(0, Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Published) else None

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            assert item is not None
            shown = " ".join(item.text(column) for column in range(item.columnCount())).lower()
            item.setHidden(not all(word in shown for word in words))
        if self.chosen is None and (first := self._first_shown()) is not None:
            self.list.setCurrentItem(first)
        self._refresh()

    def _first_shown(self) -> QTreeWidgetItem | None:
        items = map(self.list.topLevelItem, range(self.list.topLevelItemCount()))
        return next((item for item in items if item is not None and not item.isHidden()), None)

    def _allow(self, on: bool) -> None:
        settings.set_downloads_allowed(on)
        if not on:
            self._fetching.cancel()
        self._refresh()

    def _choose(self) -> None:
        self.failure.hide()  # it was of another file
        self._refresh()

    def _refresh(self) -> None:
        """What pressing the button would do, and whether it may."""
        each = self.chosen
        busy = self._fetching.busy
        self.search.setEnabled(not busy)
        self.list.setEnabled(not busy)
        self.progress.setVisible(busy)
        here = each is not None and each.path.is_file()
        self.fetch.setText(tr("Load" if here else "Download"))
        may = here or self.allowed.isChecked()
        self.fetch.setEnabled(each is not None and may and not busy)
        if each is None:
            self.note.clear()
            return
        told = (
            each.url,
            f"{both(each.size)}, SHA-256 {each.sha256}…",
            tr("{path} is here already.", path=each.path)
            if here
            else tr("To {path}", path=each.path),
            tr(LICENCE),
            tr(each.images),
            *[tr("Downloads are off, so nothing is fetched; allow them below.")] * (not may),
        )
        self.note.setText("\n".join(told))

    def _fetch(self) -> None:
        each = self.chosen
        if each is None or not self.fetch.isEnabled():
            return
        self.failure.hide()
        self._fetching.start(Download(each.url, each.path, each.sha256))
        self._tell_progress(0, 0)
        self._refresh()

    def _tell_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, 1000 if total else 0)
        if total:
            self.progress.setValue(1000 * done // total)
            self.progress.setFormat(f"{size(done)} / {size(total)}")

    def _done(self, path: object) -> None:
        self.accept()
        self.fetched.emit(path)

    def _fail(self, why: str) -> None:
        tell(self.failure, why, QPalette.ColorRole.BrightText)
        self._refresh()
