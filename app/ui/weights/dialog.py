"""How a file fits the network, tensor by tensor, before anything changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.editor import Editor
from app.ui.inspector.form import tell
from app.ui.language import tr
from app.ui.weights.model import Filter, Fit, MatchingModel, rows
from app.ui.weights.reading import Reading
from app.weights.attached import matching
from app.weights.cache import kept
from app.weights.manifest import manifest
from app.weights.match import Matching
from app.weights.telling import WAYS, sentence
from app.weights.tensors import WeightsError, kept_tensors
from nodes.network.document import How, Weights


class LoadDialog(QDialog):
    """Reads a file, then shows where its tensors go; `applied` carries the weights to attach."""

    applied = Signal(object)  # Weights

    def __init__(self, editor: Editor, path: Path, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Load Weights — {name}", name=path.name))
        self.resize(860, 600)
        self._editor = editor
        self._path = path
        self._reading = reading
        self._weights: Weights | None = None
        self._matching: Matching | None = None
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress of the reading"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._waiting())
        self.pages.addWidget(self._table())
        self.pages.addWidget(QWidget())  # under the reason why there is nothing to show
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = self.buttons.addButton(tr("Load"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setEnabled(False)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.note)
        column.addWidget(self.pages, 1)
        column.addWidget(self.buttons)
        reading.told.connect(self._tell_progress)
        reading.done.connect(self._read)
        reading.failed.connect(self._fail)
        self.finished.connect(reading.cancel)
        tell(self.note, str(path), QPalette.ColorRole.PlaceholderText)
        self._tell_progress("Starting", 0)
        attached = editor.weights.sha256 if editor.weights is not None else ""
        reading.start(Weights(str(path.absolute())), attached)

    # --- parts -----------------------------------------------------------------------------------

    def _waiting(self) -> QWidget:
        page = QWidget()
        self.doing = QLabel()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.doing)
        column.addWidget(self.progress)
        column.addStretch(2)
        return page

    def _table(self) -> QWidget:
        page = QWidget()
        self.way = QComboBox()
        for how, words in WAYS.items():
            self.way.addItem(tr(words[:1].upper() + words[1:]), how)
        self.way.setAccessibleName(tr("How tensors find their places"))
        self.way.setToolTip(tr("By their names, or those of the same shape in the same order"))
        self.way.activated.connect(self._rematch)
        self.shown = QComboBox()
        self.shown.setAccessibleName(tr("Which tensors are shown"))
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shown.activated.connect(self._filter)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search names and shapes"))
        self.search.setAccessibleName(tr("Search names and shapes"))
        self.search.textChanged.connect(self._filter)
        self._model = MatchingModel()
        self._rows = Filter(self._model)
        self.table = QTableView()
        self.table.setModel(self._rows)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.table.setAccessibleName(tr("Tensors of the network and of the file"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(22)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        for at, width in enumerate((100, 260, 110, 240, 110)):
            self.table.setColumnWidth(at, width)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        bar = QHBoxLayout()
        bar.addWidget(self.way)
        bar.addWidget(self.shown)
        bar.addWidget(self.search, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self.table)
        return page

    # --- what the reading tells ------------------------------------------------------------------

    def _tell_progress(self, doing: str, share: float) -> None:
        self.doing.setText(f"{tr(doing)}…")
        self.progress.setRange(0, 1000 if share else 0)  # busy where there is no telling
        self.progress.setValue(round(1000 * share))

    def _fail(self, weights: Weights, why: str) -> None:
        self.pages.setCurrentIndex(2)
        tell(self.note, why, QPalette.ColorRole.BrightText)

    def _read(self, asked: Weights, weights: Weights) -> None:
        self._weights = weights
        self.pages.setCurrentIndex(1)
        self.search.setFocus()  # away from Cancel, which is the default button as long as it has it
        self._show(None)
        if self._matching is not None:
            self.way.setCurrentIndex(self.way.findData(self._matching.how))
            self._offer_order(kept_tensors(kept(weights.sha256)).ordered)

    def _offer_order(self, ordered: bool) -> None:
        """Of a file that does not say how its tensors followed each other, none by order."""
        self.way.setEnabled(ordered)
        if not ordered:
            self.way.setToolTip(tr("By their names: a .safetensors file does not keep their order"))

    # --- what is shown ---------------------------------------------------------------------------

    def _rematch(self) -> None:
        self._show(How(self.way.currentData()))

    def _show(self, how: How | None) -> None:
        """Match anew, in the best way where none is chosen."""
        assert self._weights is not None
        network, report = self._editor.network, self._editor.report
        try:
            found = matching(self._weights.sha256, network, report, how)
        except WeightsError as error:
            self._fail(self._weights, str(error))
            return
        self._matching = found
        self._model.show_rows(rows(found, manifest(network, report)))
        role = QPalette.ColorRole
        doubtful = found.doubtful or bool(found.spoiled)
        colour = role.BrightText if doubtful else role.WindowText
        tell(self.note, f"{self._path.name}: {tr(sentence(found))}", colour)
        self.apply.setEnabled(bool(found.matched))
        for button in self.buttons.buttons():  # Enter does not load what will not do
            if isinstance(button, QPushButton):
                button.setDefault((button is self.apply) != doubtful)
        self._count(found)
        self._filter()

    def _count(self, found: Matching) -> None:
        """The choices of what is shown, with their numbers; the choice stays."""
        numbers = {
            Fit.MATCHED: len(found.matched),
            Fit.MISMATCHED: len(found.mismatched),
            Fit.MISSING: len(found.missing),
            Fit.UNEXPECTED: len(found.unexpected),
        }
        chosen = max(self.shown.currentIndex(), 0)
        self.shown.clear()
        self.shown.addItem(tr("All {number}", number=f"{sum(numbers.values()):,}"), None)
        for fit, number in numbers.items():
            self.shown.addItem(f"{number:,} {tr(str(fit))}", fit)
        self.shown.setCurrentIndex(chosen)

    def _filter(self) -> None:
        chosen = self.shown.currentData()
        self._rows.show_only(Fit(chosen) if chosen else None, self.search.text())

    def _accept(self) -> None:
        assert self._weights is not None
        assert self._matching is not None
        self.applied.emit(replace(self._weights, how=self._matching.how))
        self.accept()
