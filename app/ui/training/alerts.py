"""What is wrong with a run while it goes on, as a list, and one line when more is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.analysis.report import Problem
from app.training.history import REFUSED
from app.training.messages import Alert
from app.ui import scale
from app.ui.going import go_to_node
from app.ui.language import tr
from app.ui.problems.model import Item, ProblemsModel
from app.ui.problems.rows import Rows
from app.ui.run import Run

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_TALLEST = 260  # pixels at 100 %; what is more scrolls


class Alerts(QWidget):
    """Not there while all is well; `revealed` carries the path of the node of a chosen alert."""

    revealed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.list = _List()
        self.list.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self.list)
        self.hide()

    def show_alerts(self, alerts: tuple[Alert, ...]) -> None:
        """Those that are not over, the newest first."""
        self.setVisible(bool(alerts))
        self._title.setText(tr("Alerts ({number})", number=len(alerts)))
        self.list.show_alerts(alerts)

    def _choose(self, item: Item) -> None:
        if item.nodes:
            self.revealed.emit(item.nodes[0])


class _List(Rows):
    """As tall as its rows."""

    def __init__(self) -> None:
        super().__init__()
        self._model = ProblemsModel()
        self.setModel(self._model)
        self.setAccessibleName(tr("Alerts"))
        scale.follow(self, self.updateGeometry)

    def show_alerts(self, alerts: tuple[Alert, ...]) -> None:
        chosen = self._model.item(self.currentIndex().row())
        rows = [Problem(a.rule, (a.path,) if a.path else (), a.reason, a.advice) for a in alerts]
        if self._model.show_rows(rows, ()):
            if chosen is not None:
                self.setCurrentIndex(self._model.index(self._model.row_like(chosen), 0))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
        return QSize(super().sizeHint().width(), min(rows, scale.px(_TALLEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():  # the text wraps elsewhere
            self.updateGeometry()


def attend(window: MainWindow) -> None:
    """Tell of every new alert in one line, and have those that are listed lead to their nodes."""

    def heard(run: Run, event: Alert, payload: bytes) -> None:
        if event.over or event.rule == REFUSED:
            return
        reason = tr(event.reason)
        if not window.runs.here:
            reason = tr("{document}: {reason}", document=run.sheet.title, reason=reason)
        window.tell(reason)

    window.runs.on(Alert, heard)
    window.training.alerts.revealed.connect(lambda path: go_to_node(window, path))
