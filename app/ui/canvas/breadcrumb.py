"""Where the shown graph stands: the network, then every block entered; a click goes back there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.ui.editor import Editor
from nodes.network import ROOT


class Breadcrumb(QWidget):
    """One button a step of the editor's trail; the last is where one is."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: list[tuple[str, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 2, 6, 2)
        self._row.setSpacing(2)
        self.setAccessibleName("Place in the network")
        editor.changed.connect(self._refresh)
        editor.place_changed.connect(self._refresh)
        self._refresh()

    def _steps(self) -> list[tuple[str, str]]:
        """Text and tooltip of every step."""
        network = self._editor.network
        steps, scope = [(network.name, "The whole network")], ROOT
        for name in self._editor.trail:
            node = network.scope(scope).by_name[name]
            scope = node.kind
            steps.append((name, f"{scope}: the definition, shared by all its instances"))
        return steps

    def _refresh(self) -> None:
        steps = self._steps()
        if steps == self._shown:
            return
        self._shown = steps
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for depth, (text, tip) in enumerate(steps):
            if depth:
                self._row.addWidget(QLabel("›"))
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if depth == len(steps) - 1:
                font = button.font()
                font.setBold(True)
                button.setFont(font)
            trail = self._editor.trail[:depth]
            button.clicked.connect(partial(self._editor.show_place, trail))
            self._row.addWidget(button)
        self._row.addStretch(1)
