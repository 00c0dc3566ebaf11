"""The versions of the active document's file: looked at, taken back, or opened beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.recovery.changes import changes
from app.recovery.versions import Version
from app.ui import scale
from app.ui.canvas.still import StillCanvas
from app.ui.editor import Editor
from app.ui.formats import count, size
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network.document import Document, decoded

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class VersionsDialog(QDialog):
    """Restoring is one step of the document's history; a copy is a new document."""

    def __init__(self, window: MainWindow, path: Path, versions: Sequence[Version]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._editor = window.editor
        self._path = path
        self._chosen: Document | None = None
        title = window.editor.sheet.title
        self.setWindowTitle(tr("Versions of {name}", name=title))
        self.resize(scale.size(820, 560))
        self.list = QListWidget()
        self.list.setFixedWidth(scale.px(250))
        self.list.setAccessibleName(self.windowTitle())
        for version in versions:
            item = QListWidgetItem(f"{_moment(version)}\n{size(version.size)}")
            item.setData(Qt.ItemDataRole.UserRole, version)
            self.list.addItem(item)
        self._shown = Editor(self)
        self.picture = StillCanvas(self._shown)
        self.picture.setAccessibleName(tr("What the network looked like"))
        self.facts, self.changes = QLabel(), QLabel()
        for label in (self.facts, self.changes):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.restore = QPushButton(tr("Restore"))
        self.restore.setToolTip(tr("In the place of what is there now; can be undone"))
        self.copy = QPushButton(tr("Open a Copy"))
        self.copy.setToolTip(tr("In a tab of its own"))
        buttons.addButton(self.restore, role.AcceptRole)
        buttons.addButton(self.copy, role.ActionRole)
        buttons.addButton(tr("Close"), role.RejectRole)
        self.restore.clicked.connect(self._restore)
        self.copy.clicked.connect(self._open_copy)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.list.currentItemChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _lay_out(self, buttons: QWidget) -> None:
        side = QVBoxLayout()
        side.addWidget(self.picture, 1)
        side.addWidget(self.facts)
        side.addWidget(self.changes)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def _show(self, item: QListWidgetItem | None) -> None:
        version = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self._chosen = None
        if isinstance(version, Version):
            try:
                self._chosen = decoded(self._path, version.file.read_bytes())
                self._shown.open(self._chosen)
            except (OSError, SkipwireError) as error:
                self._chosen = None
                self.facts.setText(tr("This version cannot be read: {why}", why=str(error)))
        readable = self._chosen is not None
        for widget in (self.restore, self.copy, self.picture, self.changes):
            widget.setEnabled(readable)
        self.picture.setVisible(readable)
        if self._chosen is None:
            self.changes.clear()
            return
        self.picture.fit()
        totals, nodes = self._shown.report.totals, self._chosen.network.graph.nodes
        told = tr(
            "{nodes} nodes, {parameters} parameters",
            nodes=count(len(nodes)),
            parameters=count(totals.parameters),
        )
        self.facts.setText(told)
        found = changes(self._editor.document, self._chosen)
        self.restore.setEnabled(bool(found))
        said = "\n".join(map(tr, found)) if found else tr("The same as what is there now.")
        self.changes.setText(said)

    def _restore(self) -> None:
        if self._chosen is not None:
            self._editor.take("Restore Version", self._chosen)
            self.accept()

    def _open_copy(self) -> None:
        if self._chosen is not None:
            self._window.documents.show(self._chosen, None)
            self.accept()


def _moment(version: Version) -> str:
    moment = QDateTime.fromMSecsSinceEpoch(round(version.time * 1000))
    locale = QLocale()
    day = locale.toString(moment.date(), QLocale.FormatType.ShortFormat)
    if locale.language() is QLocale.Language.C:  # which has spaces between bare numbers
        day = moment.date().toString(Qt.DateFormat.ISODate)
    return f"{day}  {moment.toString('HH:mm:ss')}"


def browse(window: MainWindow) -> None:
    """Show the versions of the active document's file, where there are any."""
    path = window.editor.path
    versions = window.documents.saving.versions.of(path) if path is not None else ()
    if path is not None and versions:
        VersionsDialog(window, path, versions).open()
    else:
        window.tell(tr("There are no older versions: they are kept from the first save on."))
