"""A list of what is wrong; a click on a row, or Enter, chooses it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from app.ui.problems.delegate import ProblemDelegate
from app.ui.problems.model import ProblemsModel


class Rows(QListView):
    """Shows a `ProblemsModel`."""

    chosen = Signal(object)  # Problem or Advice

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(ProblemDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # or another width alone would not have rows laid out anew
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def _choose(self, index: QModelIndex) -> None:
        model = self.model()
        assert isinstance(model, ProblemsModel)
        if (item := model.item(index.row())) is not None:
            self.chosen.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt lays rows out a tenth of a second after another width, style or font: they would
        # overlap until then, as they are painted at the width that there is.
        self.executeDelayedItemsLayout()
        super().paintEvent(event)
