"""The generated code beside the canvas: made when it is looked at, linked to the selection."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.codegen.source import Place, Source
from app.ui.code.text import CodeText
from app.ui.editor import Change, Editor
from app.ui.icons import icon
from app.ui.language import tr

STALE = "The network has problems; this is the code before them."
NONE = "The code appears here once the network has no problems."


class CodeView(QWidget):
    """Shows `editor.source`, or the last good one, greyed, while the network has problems.

    `revealed` names a node of the shown graph that is to be in view.
    """

    save_requested = Signal()
    revealed = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._source: Source | None = None
        self._stale = True  # whether what is shown may be older than the network
        self.code = CodeText()
        self.code.line_chosen.connect(self._select_node)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.copy = QPushButton(icon("copy"), tr("Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.save = QPushButton(icon("save"), tr("Save…"))
        self.save.clicked.connect(self.save_requested)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 0)
        bar.addWidget(self.note, 1)
        bar.addWidget(self.copy)
        bar.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.code)
        self.setFocusProxy(self.code)
        editor.changed.connect(self._on_changed)
        editor.selection_changed.connect(self._show_selection)
        editor.place_changed.connect(self._show_selection)

    def text(self) -> str:
        """The code of the present network or the last sound one; empty where there was none."""
        self._refresh()
        return self._source.text if self._source else ""

    def highlight_lines(self, lines: Iterable[int]) -> None:
        """Mark lines as those of an error, and show the last: the innermost of a traceback."""
        lines = tuple(lines)
        if lines:
            self._refresh()
        self.code.mark_wrong(lines)
        self.code.bring_into_view(lines[-1:])

    # --- following the editor --------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if change.fresh:
            self._source = None
            self.code.show_text("")  # another text keeps the place, and this one begins at its top
        self._stale = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted means on screen: behind another tab no code is made. It is made after the frame
        # in which it was asked for, so that the canvas never waits for it.
        super().paintEvent(event)
        if self._stale:
            QTimer.singleShot(0, self._refresh)

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        found = self._editor.source
        broken = found is None
        self._source = found or self._source
        self.code.show_text(self._source.text if self._source else "")
        self.code.set_faded(broken)
        self.note.setText(tr("" if not broken else STALE if self._source else NONE))
        self.copy.setEnabled(self._source is not None)
        self.save.setEnabled(not broken)
        self._show_selection()

    def _show_selection(self) -> None:
        if self._source is None or self._stale:
            return
        scope, chosen = self._editor.scope, self._editor.selection
        lines = [
            line
            for node in self._editor.graph.nodes
            if node.name in chosen
            for line in self._source.lines(Place(scope, node.name))
        ]
        self.code.mark_selected(lines)
        self.code.bring_into_view(lines)

    # --- gestures --------------------------------------------------------------------------------

    def _select_node(self, line: int) -> None:
        """Select the node of a line, where the block it is defined in is shown or first used."""
        places = self._source.at(line) if self._source else ()
        for place in places:
            if place.scope == self._editor.scope:
                self._editor.select([place.node])
                self.revealed.emit(place.node)
                return
        for found in self._editor.report.nodes.values():
            if Place(found.scope, found.name) in places:
                self._editor.reveal(found.path)
                self.revealed.emit(found.name)
                return
