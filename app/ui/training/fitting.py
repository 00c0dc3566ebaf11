"""What is asked before a run starts, where the network does not fit the data of its recipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.data.names import BUILT_IN
from app.training.misfit import classes_of, cures, misfit
from app.ui.editor import Editor
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr

TITLE = "The network does not fit the data yet"
Offer = Callable[[str, str, Sequence[str]], int | None]


def reason(editor: Editor) -> str:
    """Why the network cannot be trained as it is, or nothing; no folder is looked into for it."""
    if not editor.report.ok:
        return ""
    found = misfit(editor.network, editor.report, editor.recipe, _at_once)
    return found.reason if found is not None else ""


def _at_once(data: str) -> int | None:
    return classes_of(data) if data in BUILT_IN else None


def settle(editor: Editor, offer: Offer) -> bool:
    """Whether a run can begin; where nothing can be offered, the run itself says why it cannot.

    `offer` asks the person, with a title, a reason and what can be done, and returns the place of
    what was chosen. That is one edit, to be undone.
    """
    found = misfit(editor.network, editor.report, editor.recipe)
    if found is None:
        return True
    offered = [*cures(editor.network, editor.report, editor.recipe, found)]
    if not offered:
        return True
    chosen = offer(TITLE, found.reason, [cure.words for cure in offered])
    if chosen is None:
        return False
    cure = offered[chosen]
    editor.set_recipe(cure.recipe)
    return editor.apply(cure.words, lambda _: cure.network)


class FitNotice(QWidget):
    """Says above the settings what does not fit, with a button that leads to the offers."""

    asked = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.note = note_label()
        self.note.setObjectName("note fit")
        self.button = QPushButton(tr("Make It Fit…"))
        self.button.setToolTip(tr("What can be done about it, in one press"))
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 2)
        row.addWidget(self.note, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        editor.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        why = reason(self._editor)
        tell(self.note, why, QPalette.ColorRole.WindowText)
        self.setVisible(bool(why))
        # of a network that is no classifier nothing is to be offered
        self.button.setVisible(bool(why) and len(self._editor.report.outputs[0]) == 1)
