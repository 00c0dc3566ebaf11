"""The preset that a network was made of: its paper, its accuracy, and with which parameters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.origins import unchanged, value_text
from app.ui.inspector.facts import FactTable
from app.ui.language import tr
from app.ui.links import LinkLabel
from nodes.errors import SkipwireError
from nodes.network import Network
from nodes.network.document import Origin
from presets import PRESETS, Preset


class OriginView(QWidget):
    """Not there for a network of one's own, or of a preset that is not known here.

    Of a network that is another by now it only says what it was opened from.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Origin | None, bool] = (None, False)
        self._made: tuple[Origin | None, Network | None] = (None, None)
        self.title = _label()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.by = _label()
        self.by.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.paper = LinkLabel()
        self.facts = FactTable()
        self.facts.setObjectName("origin")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.title, self.by, self.paper, self.facts):
            column.addWidget(widget)
        self.hide()

    def show_origin(self, origin: Origin | None, network: Network) -> None:
        preset = PRESETS.get(origin.preset) if origin is not None else None
        self.setVisible(preset is not None)
        if origin is None or preset is None:
            return
        made = self._made_of(origin, preset)
        same = made is not None and unchanged(network, made)
        if (origin, same) == self._shown:
            return
        self._shown = origin, same
        self.title.setText(
            tr("Opened from {title}", title=preset.title)
            if same
            else tr("Opened from {title}, changed since", title=preset.title)
        )
        self.by.setText(f"{preset.authors}, {preset.year}")
        self.paper.show_link(preset.paper, preset.link)
        self.facts.setVisible(same)
        accuracy = preset.accuracy_with(origin.parameters)
        facts = []
        if accuracy is not None:
            facts += [
                ("Top-1", tr("{top1:g} % on {data}", top1=accuracy.top1, data=tr(accuracy.data))),
                ("", accuracy.how),
            ]
        for p in preset.parameters:
            value = origin.parameters.get(p.name, p.default)
            facts.append((p.name, f"{value_text(value)} {tr(p.unit)}".strip()))
        self.facts.show_facts(facts)

    def _made_of(self, origin: Origin, preset: Preset) -> Network | None:
        """The network as it was opened; None where the preset has other parameters by now."""
        if self._made[0] != origin:
            try:
                self._made = origin, preset.network(**origin.parameters)
            except SkipwireError:
                self._made = origin, None
        return self._made[1]


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
