"""The list of problems; choosing one shows and selects the nodes it is about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from app.analysis.report import Problem
from app.ui import theme
from app.ui.editor import Editor
from app.ui.problems.delegate import ProblemDelegate
from app.ui.problems.model import PROBLEM, ProblemsModel


class ProblemsView(QWidget):
    """Every problem of the report. `count_changed` carries how many are to be mended."""

    count_changed = Signal(int)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._model = ProblemsModel()
        self._count = 0
        self.list = _List()
        self.list.setModel(self._model)
        self.list.chosen.connect(self._reveal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        editor.changed.connect(self._refresh)
        self._refresh()

    @property
    def count(self) -> int:
        """Of the problems that others follow from; those others go with them."""
        return self._count

    def _refresh(self) -> None:
        problems = self._editor.report.problems
        self._model.show_problems(problems)
        before, self._count = self._count, sum(not p.consequence for p in problems)
        if self._count != before:
            self.count_changed.emit(self._count)

    def _reveal(self, problem: Problem) -> None:
        """Show the first node of a problem, and select all of its nodes in that place."""
        if not problem.nodes:
            return
        self._editor.reveal(problem.nodes[0])
        here = problem.nodes[0].rpartition(".")[0]
        near = (path.rpartition(".") for path in problem.nodes)
        names = {name for prefix, _, name in near if prefix == here}
        if len(names & self._editor.graph.by_name.keys()) > 1:
            self._editor.select(names)


class _List(QListView):
    chosen = Signal(object)  # Problem

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ProblemDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("Problems")
        self.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(PROBLEM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            self._paint_empty()

    def _paint_empty(self) -> None:
        colours = theme.current()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, height = "No problems", self.fontMetrics().height()
        width = 22 + self.fontMetrics().horizontalAdvance(text)
        x = max((self.viewport().width() - width) / 2, 8)
        y = self.viewport().height() / 2
        painter.setPen(QPen(QColor(colours.good), 2.2))
        painter.drawPolyline(
            QPolygonF([QPointF(x, y), QPointF(x + 4.5, y + 5), QPointF(x + 13, y - 6)])
        )
        painter.setPen(QColor(colours.muted))
        painter.drawText(QPointF(x + 22, y + height * 0.3), text)
        painter.end()
