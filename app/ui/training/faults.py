"""What is wrong with data, and below each of it what mends it, with what that costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.training.messages import Fault
from app.training.repairs import Repair
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr

_MUTED, _PLAIN = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText
_ALARM = QPalette.ColorRole.BrightText


class Faults(QWidget):
    """`chosen` carries the repair whose button was pressed."""

    chosen = Signal(object)  # Repair

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes: list[QLabel] = []
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._held: QWidget | None = None

    @property
    def text(self) -> str:
        """All that is wrong, one a line."""
        return "\n".join(note.text() for note in self.notes)

    def show_faults(self, faults: Sequence[Fault], repairs: Iterable[Repair] = ()) -> None:
        if self._held is not None:
            self._held.hide()  # at once: it is gone only when the event loop gets to it
            self._held.deleteLater()
            self._column.removeWidget(self._held)
        self.notes, self.buttons = [], []
        offered = [*repairs]
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for fault in faults:
            note = note_label()
            note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            tell(note, fault.text, _ALARM if fault.grave else _PLAIN)
            self.notes.append(note)
            column.addWidget(note)
            own = [each for each in offered if each.rule == fault.rule]
            for repair in own:
                column.addLayout(self._offer(repair))
        self._column.addWidget(self._held)

    def _offer(self, repair: Repair) -> QHBoxLayout:
        button = QPushButton(tr(repair.words))
        button.setAccessibleDescription(tr(repair.costs))
        button.clicked.connect(lambda: self.chosen.emit(repair))
        costs = note_label()
        tell(costs, repair.costs, _MUTED)
        self.buttons.append(button)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(costs, 1)
        return row
