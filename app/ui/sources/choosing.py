"""A button with all ways to data: on disk, of each kind by a dialog of its own, or downloaded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.data.place import sets_folder
from app.ui.language import tr
from app.ui.menus import MenuButton
from app.ui.sources.download import DownloadDialog
from app.ui.sources.kinds import CHOICES, Choice, found, refusal


class SourceButton(MenuButton):
    """`chosen` carries a path that can be learned from, `refused` why one cannot.

    `start` is where the dialogs begin.
    """

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = ""
        self.dialog: DownloadDialog | None = None
        self.setText(tr("Choose…"))
        self.setAccessibleName(tr("Choose data"))
        self.setToolTip(tr("Data on disk, of any kind, or a set to be downloaded"))
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for choice in CHOICES:
            action = menu.addAction(tr(choice.words))
            action.setObjectName(choice.kind)
            action.setToolTip(tr(choice.tip))
            action.triggered.connect(lambda _=False, choice=choice: self.browse(choice))
        menu.addSeparator()
        download = menu.addAction(tr("Download a Set…"), self.download)
        download.setObjectName("download")
        download.setToolTip(tr("MNIST, Fashion-MNIST, CIFAR-10 or CIFAR-100, from who made them"))
        self.setMenu(menu)

    def browse(self, choice: Choice) -> None:
        """Ask for a path of one kind."""
        title = tr(choice.words).rstrip("…")
        if choice.patterns:
            filters = tr("{what} ({patterns})", what=title, patterns=choice.patterns)
            path, _ = QFileDialog.getOpenFileName(self, title, self.start, filters)
        else:
            path = QFileDialog.getExistingDirectory(self, title, self.start)
        if path:
            aim = found(path)
            if reason := refusal(aim, choice.kind):
                self.refused.emit(reason)
            else:
                self.chosen.emit(str(aim))

    def download(self) -> None:
        """Choose among sets that are published, and have one fetched."""
        self.dialog = DownloadDialog(sets_folder(), self.window())
        self.dialog.fetched.connect(self._take)
        self.dialog.open()

    def _take(self, path: Path) -> None:
        self.chosen.emit(str(path))
