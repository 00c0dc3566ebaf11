"""Where the shown graph stands: the network, then every block entered; a click goes back there.

In a block it also says how often that is used, and takes what is dragged out to be a parameter.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.analysis.uses import uses
from app.ui.drag import parameter_of
from app.ui.editor import Editor
from app.ui.inspector.exposing import expose
from app.ui.language import tr
from nodes.network import ROOT, blocks
from nodes.network.lookup import users


class Breadcrumb(QWidget):
    """One button a step of the editor's trail; the last is where one is."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: object = None
        self.used = QLabel()
        self.used.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.own = QToolButton()
        self.own.setAutoRaise(True)
        self.own.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.own.clicked.connect(self._make_own)
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(6, 2, 6, 2)
        outer.addLayout(self._row, 1)
        outer.addWidget(self.used)
        outer.addWidget(self.own)
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Place in the network"))
        editor.changed.connect(self._refresh)
        editor.place_changed.connect(self._refresh)
        self._refresh()

    def _steps(self) -> list[tuple[str, str]]:
        """Text and tooltip of every step."""
        network = self._editor.network
        steps, scope = [(network.name, tr("The whole network"))], ROOT
        for name in self._editor.trail:
            node = network.scope(scope).by_name[name]
            scope = node.kind
            tip = tr("{block}: the definition, shared by all its instances", block=scope)
            steps.append((name, tip))
        return steps

    def _refresh(self) -> None:
        self._tell_uses()
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

    # --- the definition ---------------------------------------------------------------------------

    def _tell_uses(self) -> None:
        editor, scope = self._editor, self._editor.scope
        many = uses(editor.network, editor.report, scope) if editor.trail else 0
        self.used.setVisible(many > 0)
        self.used.setText(
            tr("{block}, used {count} times", block=scope, count=many)
            if many > 1
            else tr("{block}, used once", block=scope)
        )
        self.own.setText(tr("Make This One Its Own"))
        self.own.setToolTip(tr("Copy the definition, so that edits change this instance only"))
        shared = bool(editor.trail) and sum(1 for _ in users(editor.network, scope)) > 1
        self.own.setVisible(shared)

    def _make_own(self) -> None:
        editor, around = self._editor, ROOT
        *outer, name = editor.trail
        for step in outer:
            around = editor.network.scope(around).by_name[step].kind
        label = tr("Make {name} its own", name=name)
        editor.apply(label, lambda n: blocks.make_own(n, around, name).network)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if parameter_of(event.mimeData()) is not None and self._editor.trail:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if (parameter := parameter_of(event.mimeData())) is not None:
            if reason := expose(self._editor, parameter):
                self._editor.refuse(reason)
            event.accept()
