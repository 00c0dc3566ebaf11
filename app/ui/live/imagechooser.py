"""Validation images to choose from, all of them or those of one class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.runs.results import Results
from app.ui import scale
from app.ui.language import tr
from app.ui.results.grid import Grid
from app.ui.results.pictures import Asked, Pictures


class ImageChooser(QDialog):
    """Stays open beside the maps; `chosen` carries the image's number among those validated on."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Validation Images"))
        self.resize(scale.size(420, 360))
        self._results: Results | None = None
        self.classes = QComboBox()
        self.classes.setAccessibleName(tr("Class"))
        self.classes.currentIndexChanged.connect(self._show)
        self._pictures = Pictures(self)
        self._pictures.refused.connect(self._refuse)
        self.grid = Grid(self._pictures)
        self.grid.chosen.connect(self.chosen)
        self.note = QLabel(wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.hide()
        label = QLabel(tr("Class"))
        label.setBuddy(self.classes)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.classes, 1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.grid, 1)

    def ask(self, asked: Asked, results: Results) -> None:
        """These are the images; pixels are asked for as they come into view."""
        same = self._results is not None and self._results.step == results.step
        self._results = results
        self.note.hide()
        if same:
            return
        self._pictures.of(asked)
        counts = np.bincount(results.labels, minlength=len(results.classes))
        with QSignalBlocker(self.classes):
            self.classes.clear()
            self.classes.addItem(tr("All classes"))
            for name, count in zip(results.classes, counts.tolist(), strict=True):
                self.classes.addItem(f"{name}  ({count})")
        self._show()

    def show_class(self, label: int | None) -> None:
        """None are all of them."""
        self.classes.setCurrentIndex(0 if label is None else label + 1)

    def _show(self) -> None:
        results, at = self._results, self.classes.currentIndex()
        if results is not None:
            self.grid.of_one_class = at > 0
            wanted = results.labels >= 0 if at <= 0 else results.labels == at - 1
            self.grid.show_rows(results, np.nonzero(wanted)[0])

    def _refuse(self, why: str) -> None:
        self.note.setText(why)
        self.note.show()
