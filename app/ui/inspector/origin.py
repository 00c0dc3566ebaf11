"""The preset that a network was made of: its paper, its accuracy, and with which parameters."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.origins import value_text
from app.ui.inspector.facts import FactTable
from nodes.network.document import Origin
from presets import PRESETS


class OriginView(QWidget):
    """Not there for a network of one's own, or of a preset that is not known here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Origin | None = None
        self.title = _label(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.by = _label(Qt.TextFormat.PlainText)
        self.by.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.paper = _label(Qt.TextFormat.RichText)
        self.paper.setOpenExternalLinks(True)
        self.facts = FactTable()
        self.facts.setObjectName("origin")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.title, self.by, self.paper, self.facts):
            column.addWidget(widget)
        self.hide()

    def show_origin(self, origin: Origin | None) -> None:
        if origin == self._shown:
            return
        self._shown = origin
        preset = PRESETS.get(origin.preset) if origin is not None else None
        self.setVisible(preset is not None)
        if origin is None or preset is None:
            return
        self.title.setText(f"Opened from {preset.title}")
        self.by.setText(f"{preset.authors}, {preset.year}")
        self.paper.setText(f'<a href="{escape(preset.link)}">{escape(preset.paper)}</a>')
        self.paper.setToolTip(preset.link)
        accuracy = preset.accuracy_with(origin.parameters)
        facts = []
        if accuracy is not None:
            facts += [("Top-1", f"{accuracy.top1:g} % on {accuracy.data}"), ("", accuracy.how)]
        for p in preset.parameters:
            value = origin.parameters.get(p.name, p.default)
            facts.append((p.name, f"{value_text(value)} {p.unit}".strip()))
        self.facts.show_facts(facts)


def _label(text: Qt.TextFormat) -> QLabel:
    label = QLabel()
    label.setTextFormat(text)
    label.setWordWrap(True)
    return label
