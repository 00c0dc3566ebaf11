"""All classes at once: the confusion matrix, two tables and the calibration, one in front."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from app.runs.results import Results
from app.ui.language import tr
from app.ui.plots.elided import ElidedLabel
from app.ui.plots.style import small
from app.ui.results import tables
from app.ui.results.calibration import Calibration
from app.ui.results.matrix import WAYS, MatrixModel, MatrixView


class OverviewTabs(QTabWidget):
    """`chosen` carries the cell of the matrix that images are wanted of.

    `actual` carries a class whose images are, `predicted` one for which they were taken.
    """

    chosen = Signal(int, int)
    actual = Signal(int)
    predicted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._results: Results | None = None
        self._stale: set[int] = set()  # places of tabs that show other results still
        self.model = MatrixModel()
        self.matrix = MatrixView(self.model)
        self.classes = tables.Rows(tables.CLASSES, "Classes")
        self.classes.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.confused = tables.Rows(tables.CONFUSED, "Most confused")
        self.confused.sortByColumn(2, Qt.SortOrder.DescendingOrder)
        self.calibration = Calibration()
        for view in (self.matrix, self.confused):
            view.chosen.connect(self.chosen)
        self.classes.chosen.connect(lambda actual, _: self.actual.emit(actual))
        self.matrix.verticalHeader().sectionClicked.connect(self.actual)
        self.matrix.horizontalHeader().sectionClicked.connect(self.predicted)
        for page, title in (
            (self._around_matrix(), "Confusion"),
            (self.classes, "Classes"),
            (self.confused, "Most confused"),
            (self.calibration, "Calibration"),
        ):
            self.addTab(page, tr(title))
        self.currentChanged.connect(self._refresh)

    def _around_matrix(self) -> QWidget:
        self.way = QComboBox()
        self.way.addItems([tr(way) for way in WAYS])
        self.way.setAccessibleName(tr("What the cells tell"))
        self.way.currentIndexChanged.connect(self.model.show_way)
        self.told = ElidedLabel()
        self.told.setFont(small(self.told))
        self.matrix.entered.connect(lambda index: self._tell(index.row(), index.column()))
        self.matrix.selectionModel().currentChanged.connect(
            lambda index: self._tell(index.row(), index.column())
        )
        axes = QLabel(tr("Actual ↓  Predicted →"))
        axes.setFont(small(axes))
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 2, 6, 2)
        bar.addWidget(axes)
        bar.addStretch(1)
        bar.addWidget(self.way)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.matrix, 1)
        self.told.setContentsMargins(6, 1, 6, 2)
        column.addWidget(self.told)
        return holder

    def show_results(self, results: Results) -> None:
        self._results = results
        self._stale = set(range(self.count()))
        self._refresh()

    def _refresh(self) -> None:
        """What is not in front is worked out once it is."""
        at, results = self.currentIndex(), self._results
        if results is None or at not in self._stale:
            return
        self._stale.discard(at)
        page = self.widget(at)
        if page is self.classes:
            self.classes.show_rows(tables.classes(results))
        elif page is self.confused:
            self.confused.show_rows(tables.confused(results))
        elif page is self.calibration:
            self.calibration.show_results(results)
        else:
            self.model.show_counts(results.matrix, results.classes)

    def _tell(self, row: int, column: int) -> None:
        """Of the cell under the mouse, or that the keys are at."""
        number = len(self.model.classes)
        if 0 <= row < number and 0 <= column < number:
            self.told.setText(self.model.told(row, column))
