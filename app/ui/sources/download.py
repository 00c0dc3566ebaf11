"""Downloading a set: what it holds, from where, how large and where to, before anything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.data.fetch import arrived
from app.data.sets import SETS, DataSet
from app.training.messages import Cancel, DataRefused, Event, Fetch, Fetched, Fetching
from app.ui import scale, settings
from app.ui.formats import both, counted, size
from app.ui.inspector.form import tell
from app.ui.language import tr
from app.ui.training.studio import Studio

_NAME = Qt.ItemDataRole.UserRole
_MUTED, _ALARM = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.BrightText


class DownloadDialog(QDialog):
    """`fetched` carries the folder of a set that is here, and is the right one.

    Nothing is fetched unless downloads are allowed and the button is pressed. What has come stays
    when it is ended, and the next time goes on from there.
    """

    fetched = Signal(object)  # Path

    def __init__(self, folder: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Download a Set"))
        self.resize(scale.size(680, 360))
        self.studio = Studio(self)
        self.studio.told.connect(self.take)
        self._busy = ""  # the name of the set that is being fetched
        self.list = _list()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.failure = QLabel()
        self.failure.setWordWrap(True)
        self.failure.hide()
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(tr("Folder for sets"))
        self.browse = QToolButton()
        self.browse.setText(tr("Browse…"))
        self.browse.clicked.connect(self._browse)
        self.allowed = QCheckBox()
        self.allowed.setToolTip(tr("Off by default. Skipwire never fetches anything by itself"))
        self.allowed.setChecked(settings.downloads_allowed())
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress of the download"))
        self.progress.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.end = self.buttons.addButton(tr("Stop"), QDialogButtonBox.ButtonRole.ActionRole)
        self.fetch = self.buttons.addButton(tr("Download"), QDialogButtonBox.ButtonRole.ActionRole)
        self.fetch.setDefault(True)
        self._build()
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda: self.fetch.click())
        self.folder.textChanged.connect(self._refresh)
        self.allowed.toggled.connect(self._allow)
        self.fetch.clicked.connect(self._fetch)
        self.end.clicked.connect(lambda: self.studio.ask(Cancel()))
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.studio.close)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._refresh()

    def _build(self) -> None:
        line = QHBoxLayout()
        label = QLabel(tr("To"))
        label.setBuddy(self.folder)
        line.addWidget(label)
        line.addWidget(self.folder, 1)
        line.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(line)
        for widget in (self.failure, self.progress, self.allowed, self.buttons):
            column.addWidget(widget)

    @property
    def chosen(self) -> str:
        """The name of the set that is selected."""
        item = self.list.currentItem()
        return str(item.data(0, _NAME)) if item is not None else ""

    @property
    def place(self) -> Path:
        """Where the set that is selected lies, or is to lie."""
        return Path(self.folder.text().strip()).expanduser() / self.chosen

    # --- what is asked for -----------------------------------------------------------------------

    def _browse(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder for sets"), self.folder.text())
        if path:
            self.folder.setText(path)

    def _allow(self, on: bool) -> None:
        settings.set_downloads_allowed(on)
        if not on and self._busy:
            self.studio.ask(Cancel())
        self._refresh()

    def _choose(self) -> None:
        self.failure.hide()  # it was of another set
        self._refresh()

    def _fetch(self) -> None:
        if not self.fetch.isEnabled():
            return
        if _is_here(SETS[self.chosen], self.place):
            self._done(self.place)
            return
        self.failure.hide()
        self._busy = self.chosen
        self._progress(Fetching(arrived(SETS[self.chosen], self.place), None, ""))
        self.studio.ask(Fetch(self.chosen, str(self.place.parent)))
        self._refresh()

    # --- what the studio tells -------------------------------------------------------------------

    def take(self, event: Event, payload: bytes) -> None:
        match event:
            case Fetching():
                self._progress(event)
            case Fetched():
                self._done(Path(event.path))
            case DataRefused():
                self._busy = ""
                tell(self.failure, event.reason, _ALARM)
                self._refresh()

    def _progress(self, event: Fetching) -> None:
        total = event.total or 0
        self.progress.setRange(0, 1000 if total and event.done < total else 0)  # it is unpacked
        self.progress.setValue(1000 * event.done // max(total, 1))
        told = f"{event.words}: {size(event.done)} / {size(total)}" if total else ""
        self.progress.setFormat(told)

    def _done(self, path: Path) -> None:
        self._busy = ""
        self.accept()
        self.fetched.emit(path)

    def _refresh(self) -> None:
        """What pressing the button would do, and whether it may."""
        each = SETS[self.chosen]
        here, busy = arrived(each, self.place), bool(self._busy)
        whole = _is_here(each, self.place)
        for widget in (self.list, self.folder, self.browse):
            widget.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.end.setVisible(busy)
        self.allowed.setText(tr("Allow downloads from {site}", site=", ".join(each.sites)))
        self.fetch.setText(tr("Use It" if whole else "Go On" if here else "Download"))
        self.fetch.setEnabled(not busy and (whole or self.allowed.isChecked()))
        told = [
            f"{tr(each.words)}. {each.source}. {tr(each.licence)}",
            tr("{size} in {files}, checked by the published MD5 sum.",
               size=both(each.size), files=tr(counted(len(each.files), "file"))),
        ]  # fmt: skip
        if whole:
            told.append(tr("{path} is here already.", path=self.place))
        elif here:
            told.append(tr("{done} of it have come, and it goes on from there.", done=size(here)))
        if not whole and not self.allowed.isChecked():
            told.append(tr("Downloads are off, so nothing is fetched; allow them below."))
        self.note.setText("\n".join(told))


def _is_here(wanted: DataSet, place: Path) -> bool:
    """Whether all files have come; a part of one that is as long as it has not been checked."""
    unpacked = all(
        (place / name).is_file() for each in wanted.files for name in each.members or (each.name,)
    )
    return unpacked and arrived(wanted, place) == wanted.size


def _list() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAccessibleName(tr("Sets that can be downloaded"))
    tree.setHeaderLabels([tr("Set"), tr("Holds"), tr("Size")])
    for name, each in SETS.items():
        item = QTreeWidgetItem(tree, (each.title, tr(each.words), size(each.size)))
        item.setData(0, _NAME, name)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return tree
