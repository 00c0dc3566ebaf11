"""A field that takes the next keys pressed as a shortcut."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QWidget

from app.ui.language import tr

_OWN = (  # what the canvas, lists and fields understand by themselves
    *("Tab", "Space", "Return", "Enter", "Esc", "Backspace", "Home"),
    *("Left", "Right", "Up", "Down"),
    *(f"{held}+{key}" for held in ("Shift", "Alt") for key in ("Left", "Right", "Up", "Down")),
)


class Recorder(QKeySequenceEdit):
    """`recorded` carries one combination; Esc leaves with `cancelled`."""

    recorded = Signal(QKeySequence)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(tr("New shortcut"))
        self.keySequenceChanged.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, keys: QKeySequence) -> None:
        if not keys.isEmpty():
            self.recorded.emit(keys)


def refusal(keys: QKeySequence) -> str:
    """Why the keys cannot be a shortcut; empty where they can."""
    text = keys.toString(QKeySequence.SequenceFormat.PortableText)
    if text in _OWN:
        return tr("{keys} has a meaning of its own on the canvas.", keys=text)
    if {"Ctrl", "Alt"} <= {*text.split("+")}:
        return tr("Desktops and keyboard layouts keep {keys} for themselves.", keys=text)
    return ""
