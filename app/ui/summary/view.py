"""The table of what every node costs; a click on a row shows its node on the canvas."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.analysis.summary import FORMATS, Row, by_block, by_node
from app.ui.editor import Editor
from app.ui.formats import count, counted, quantity
from app.ui.icons import icon
from app.ui.language import tr
from app.ui.summary.bars import BarDelegate
from app.ui.summary.model import VALUE, WORDS, SummaryModel

_TABLES = {"By block": by_block, "By node": by_node}


class SummaryView(QWidget):
    """Follows `editor.report` while it is on screen. `told` carries what was done, in words."""

    told = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._stale = True
        self._model = SummaryModel()
        self._sorted = QSortFilterProxyModel()
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(VALUE)
        self.table = self._make_table()
        self.grouping = QComboBox()
        for name, table in _TABLES.items():
            self.grouping.addItem(tr(name), table)
        self.grouping.setAccessibleName(tr("Rows of the summary"))
        self.grouping.setToolTip(tr("Each block as one row, or every layer inside of it"))
        self.grouping.currentIndexChanged.connect(self._regroup)
        self.totals = QLabel()
        self.copy = QPushButton(icon("copy"), tr("Copy as"))
        menu = QMenu(self.copy)
        for form in FORMATS:
            menu.addAction(form).triggered.connect(lambda _=False, f=form: self.copy_as(f))
        self.copy.setMenu(menu)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 0)
        bar.addWidget(self.grouping)
        bar.addWidget(self.totals, 1)
        bar.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        editor.changed.connect(self._on_changed)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._sorted)
        table.setItemDelegate(BarDelegate(table))
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setAccessibleName(tr("Summary"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(22)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.activated.connect(self._reveal)
        table.clicked.connect(self._reveal)
        return table

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order shown."""
        self._refresh()
        places = range(self._sorted.rowCount())
        found = (self._sorted.mapToSource(self._sorted.index(k, 0)).row() for k in places)
        return tuple(self._model.rows[k] for k in found)

    def copy_as(self, form: str) -> None:
        """Put the table as shown on the clipboard; `form` is one of `FORMATS`."""
        rows = self.rows
        QGuiApplication.clipboard().setText(FORMATS[form](rows))
        self.told.emit(tr("{rows} copied as {form}", rows=counted(len(rows), "row"), form=form))

    # --- following the editor --------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._stale = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted means on screen; the rows are made after the frame, so that no edit waits for them
        super().paintEvent(event)
        if self._stale:
            QTimer.singleShot(0, self._refresh)

    def _regroup(self) -> None:
        self._stale = True
        self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        report = self._editor.report
        first = not self._model.rows
        self._model.show_rows(self.grouping.currentData()(self._editor.network, report))
        if first:
            self.table.resizeColumnsToContents()
            for column in range(WORDS, self._model.columnCount()):
                self.table.setColumnWidth(column, max(self.table.columnWidth(column), 110))
        totals = report.totals
        parameters, macs = count(totals.parameters), quantity(totals.macs, "MACs")
        text = tr("{number} parameters   {macs}", number=parameters, macs=macs)
        if totals.training_macs != totals.macs:
            training = quantity(totals.training_macs, "MACs")
            text += tr(" ({macs} in training)", macs=training)
        self.totals.setText(text)

    def _reveal(self, index: QModelIndex) -> None:
        row = self._model.rows[self._sorted.mapToSource(index).row()]
        self._editor.reveal(row.path)
