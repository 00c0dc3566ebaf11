"""What becomes of every layer, and what changes of the outputs, before a run goes on with it."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.analysis.report import Report
from app.growth import Fate, Growth
from app.training.messages import Rehearsed
from app.ui import scale
from app.ui.growth.model import FatesModel, rows, told
from app.ui.inspector.form import tell
from app.ui.language import tr
from nodes.learning import Learning

_ROUNDING = 1e-4  # of the largest output: what sums in another order may differ by


class GrowthDialog(QDialog):
    """Shown while the run stands still; accepted, it goes on with the network as drawn."""

    def __init__(
        self,
        growth: Growth,
        old: Report,
        new: Report,
        learning: Learning,
        parent: QWidget | None = None,
    ) -> None:
        """`learning` is what is frozen when the run goes on."""
        super().__init__(parent)
        self.setWindowTitle(tr("Continue with These Weights"))
        self.resize(scale.size(860, 480))
        self.says = QLabel(told(growth))
        self.measured = QLabel(tr("Trying both networks on images of the validation…"))
        for label in (self.says, self.measured):
            label.setWordWrap(True)
        self.waiting = QProgressBar()
        self.waiting.setRange(0, 0)
        self.waiting.setTextVisible(False)
        self.waiting.setAccessibleName(tr("The networks are compared"))
        self._all = rows(growth, old, new, learning)
        self._changed = [row for row in self._all if row.fate is not Fate.KEPT]
        kept = len(self._all) - len(self._changed)
        self.everything = QCheckBox(tr("Show the {number} that stay as they are", number=kept))
        self.everything.setVisible(bool(kept and self._changed))
        self.everything.toggled.connect(self._filter)
        self._model = FatesModel()
        self._filter()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = self.buttons.addButton(tr("Continue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.says)
        column.addWidget(self._table(), 1)
        column.addWidget(self.everything)
        column.addWidget(self.measured)
        column.addWidget(self.waiting)
        column.addWidget(self.buttons)

    def show_measured(self, found: Rehearsed) -> None:
        self.waiting.hide()
        if found.reason:
            tell(self.measured, tr(found.reason), QPalette.ColorRole.BrightText)
            return
        tell(self.measured, _measured(found), QPalette.ColorRole.WindowText)
        self.go_on.setEnabled(True)
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def _filter(self) -> None:
        some = self._changed and not self.everything.isChecked()
        self._model.show_rows(self._changed if some else self._all)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAccessibleName(tr("What becomes of every layer"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scale.px(24))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for at, width in enumerate((76, 150, 104, 104)):
            table.setColumnWidth(at, scale.px(width))
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        return table


def _measured(found: Rehearsed) -> str:
    """The greatest difference, and whether anything is to be seen of it."""
    values = {
        "images": found.images,
        "difference": f"{found.difference:.2g}",
        "scale": f"{found.scale:.3g}",
        "same": f"{100 * found.same:.0f}",
    }
    if found.difference <= _ROUNDING * max(found.scale, 1e-3):
        return tr(
            "Tried on {images} images of the validation: the outputs differ by at most "
            "{difference}, where they reach {scale}. That is rounding.",
            **values,
        )
    return tr(
        "Tried on {images} images of the validation: the outputs differ by up to {difference}, "
        "where they reach {scale}. Of {same} % of the images the best guess stays.",
        **values,
    )
