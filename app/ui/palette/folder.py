"""Choosing the folder of the person's own blocks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import scale
from app.ui.language import tr


class FolderDialog(QDialog):
    """Shows the folder and the usual one. `chosen` carries the folder that is taken instead."""

    chosen = Signal(Path)

    def __init__(self, folder: Path, usual: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Library Folder"))
        self.setMinimumWidth(scale.px(520))
        self._folder, self._usual = folder, usual
        says = QLabel(
            tr(
                "Your own blocks are files in this folder. Blocks that are in the folder of before "
                "stay there."
            )
        )
        says.setWordWrap(True)
        self.path = QLineEdit(str(folder))
        self.path.setAccessibleName(tr("Library folder"))
        self.browse = QPushButton(tr("Choose…"))
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        hint = QLabel(tr(f"Usual folder: {usual}"))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        self.usual = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        self.usual.setText(tr("Usual Folder"))
        self.usual.clicked.connect(lambda: self.path.setText(str(usual)))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.path.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(says)
        column.addLayout(row)
        column.addWidget(hint)
        column.addWidget(buttons)

    def accept(self) -> None:
        super().accept()
        self.chosen.emit(Path(self.path.text()))

    def _check(self, text: str) -> None:
        """A folder that is not there yet is made when the first block is saved."""
        path = Path(text)
        self.ok.setEnabled(path.is_absolute() and (path.is_dir() or not path.exists()))

    def _browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Library Folder"), self.path.text())
        if found:
            self.path.setText(found)
