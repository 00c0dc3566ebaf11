"""The editor of a custom layer's code: what it says is checked while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.custom.text import SourceText
from app.ui.editor import Change, Editor
from app.ui.inspector.form import tell
from app.ui.language import tr
from nodes.custom import CustomLayer
from nodes.shapes import text as shape

Ask = Callable[[str, str, QMessageBox.StandardButton], QMessageBox.StandardButton]

TEMPLATE = '''\
import torch
from torch import Tensor, nn


class {name}(nn.Module):
    """A linear layer with a shortcut around it.

    slope: what is left of numbers below zero
    """

    def __init__(self, in_features: int, slope: float = 0.1) -> None:
        super().__init__()
        self.slope = slope
        self.linear = nn.Linear(in_features, in_features)

    def forward(self, x: Tensor) -> Tensor:
        y = self.linear(x)
        return x + torch.where(y > 0, y, self.slope * y)
'''


class LayerDialog(QDialog):
    """The code of one custom layer, or of one to be (`name` None).

    `applied` asks for the text to become the layer's, `remove_requested` for the layer to go. The
    dialog stays, so that what running the layer shows can be read beside its code.
    """

    applied = Signal(str)
    remove_requested = Signal()

    def __init__(
        self, editor: Editor, name: str | None, text: str, ask: Ask, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor = editor
        self._ask = ask
        self.name = name
        self._failure: tuple[int, str] | None = None
        self.code = SourceText()
        self.code.setPlainText(text)
        self.note = QLabel()
        self.note.setObjectName("note")
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.apply = QPushButton(tr("Apply"))
        self.apply.setToolTip(tr("Apply (Ctrl+Return)"))
        self.apply.clicked.connect(self.submit)
        self.remove = QPushButton(tr("Remove Layer"))
        self.remove.clicked.connect(self.remove_requested)
        self.leave = QPushButton(tr("Close"))
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.addWidget(self.code)
        column.addWidget(self.note)
        column.addLayout(row)
        for button in (self.apply, self.remove, self.leave):
            button.setAutoDefault(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)
        self.code.textChanged.connect(self._typed)
        editor.changed.connect(self._changed)
        self._refresh()
        self.resize(self.sizeHint())  # or Qt makes it no larger than two thirds of the screen

    def sizeHint(self) -> QSize:
        metrics = self.code.fontMetrics()
        return QSize(metrics.horizontalAdvance("m") * 100, metrics.lineSpacing() * 36)

    @property
    def layer(self) -> CustomLayer | None:
        """The layer as the network has it now."""
        return self._editor.network.custom_by_name.get(self.name or "")

    @property
    def modified(self) -> bool:
        layer = self.layer
        return layer is None or layer.source != self.code.toPlainText()

    def submit(self) -> None:
        """Ask for the code to be applied, where it is that of a layer."""
        if self.apply.isEnabled():
            self.applied.emit(self.code.toPlainText())

    def take_name(self, name: str) -> None:
        """The layer that the applied code became."""
        self.name = name
        self._refresh()

    def refuse(self, reason: str) -> None:
        """Why the code cannot be applied."""
        self._say(reason, wrong=True)

    def show_failure(self, line: int, reason: str) -> None:
        """Where a run failed; until the code is changed."""
        self._failure = line, reason
        self._refresh()

    def reject(self) -> None:
        """Close; code that was typed and not applied is given up knowingly."""
        buttons = QMessageBox.StandardButton
        if self.modified:
            answer = self._ask(
                "Give up the changes to this code?",
                "They have not been applied.",
                buttons.Discard | buttons.Cancel,
            )
            if answer != buttons.Discard:
                return
        super().reject()

    # --- following -------------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        """Follow the network: another text by undo, another layer of that name, or none."""
        before = change.old.network.custom_by_name.get(self.name or "")
        layer = self.layer
        if before is not None and before.source == self.code.toPlainText():
            if layer is None:
                self.done(QDialog.DialogCode.Rejected)
                return
            if layer is not before:
                self.code.setPlainText(layer.source)
        self._refresh()

    def _typed(self) -> None:
        self._failure = None
        self._refresh()

    def _refresh(self) -> None:
        layer, text = self.layer, self.code.toPlainText()
        typed = CustomLayer(text)
        self.setWindowTitle(tr("{name} — code", name=self.name or tr("New layer")))
        self.remove.setVisible(layer is not None)
        self.apply.setEnabled(typed.fault is None and (self.modified or not typed.trusted))
        trusts = layer is not None and not layer.trusted
        self.apply.setText(tr("Trust and Apply" if trusts else "Apply"))
        if (fault := typed.fault) is not None:
            self._say(
                tr("Line {line}: {why}", line=fault.line, why=tr(str(fault))),
                fault.line,
                wrong=True,
            )
        elif layer is None or self.modified:
            self._say("Not applied yet.")
        elif self._failure is not None:
            line, reason = self._failure
            why = tr("Line {line}, in training: {why}", line=line, why=tr(reason))
            self._say(why, line, wrong=True)
        else:
            self._tell_report()

    def _tell_report(self) -> None:
        """What the report says of the nodes of this layer."""
        report = self._editor.report
        nodes = {path: r for path, r in report.nodes.items() if r.kind == self.name}
        wrong = [
            problem
            for problem in report.problems
            if problem.nodes and problem.nodes[0] in nodes and not nodes[problem.nodes[0]].outputs
        ]
        if wrong:  # that nothing uses it yet says nothing of the layer itself
            problem = min(wrong, key=lambda p: p.rule == "dead-end")
            self._say(problem.message, problem.line, wrong=not problem.consequence)
            return
        done = next((r for r in nodes.values() if r.outputs), None)
        if done is None:
            self._say("No node of this layer is in use.")
            return
        given = ", ".join(map(shape, done.inputs))
        made = ", ".join(map(shape, done.outputs.values()))
        number = f"{done.parameters:,}"
        told = tr("{path}: {given} → {made}, {number} parameters.", path=done.path, given=given,
                  made=made, number=number)  # fmt: skip
        self._say(told)

    def _say(self, text: str, line: int = 0, *, wrong: bool = False) -> None:
        role = QPalette.ColorRole
        tell(self.note, text, role.BrightText if wrong else role.PlaceholderText)
        self.code.mark_wrong([line] if line and wrong else [])
