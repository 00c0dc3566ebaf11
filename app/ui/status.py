"""The status bar: what the network costs, how many problems it has, whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from app.ui import theme
from app.ui.editor import Editor
from app.ui.formats import count, si


class StatusBar(QStatusBar):
    """Follows the editor by itself."""

    problems_clicked = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._costs = QLabel()
        self._problems = QToolButton()
        self._problems.setAutoRaise(True)
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._problems.clicked.connect(self.problems_clicked)
        self._saved = QLabel()
        for widget in (self._costs, self._problems, self._saved):
            self.addPermanentWidget(widget)
        editor.changed.connect(self._refresh)
        editor.path_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        report = self._editor.report
        totals = report.totals
        self._costs.setText(f"{count(totals.parameters)} parameters   {si(totals.macs, 'MACs')}   ")
        self._costs.setToolTip(
            f"{count(totals.macs)} multiply-adds for one sample (convolutions, linear layers)"
        )
        number = sum(not p.consequence for p in report.problems)
        self._problems.setText("1 problem" if number == 1 else f"{number} problems")
        colours = theme.current()
        colour = colours.error if number else colours.good
        self._problems.setStyleSheet(f"QToolButton {{ color: {colour}; }}")
        self._saved.setText("unsaved changes" if self._editor.modified else "saved")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_saved"):
            self._refresh()
