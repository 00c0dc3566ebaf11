"""What is asked before a run starts, where the network does not fit the data of its recipe."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.data.names import BUILT_IN
from app.training.messages import DataRefused, Fault, Inspect, Inspected
from app.training.misfit import classes_of, cures, misfit
from app.training.repairs import mends, repairs
from app.ui.editor import Editor
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from app.ui.training.insight import Insight, wanted

_REST = 300  # ms without an edit
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
    """Says above the settings what does not fit, with a button that leads to the offers.

    Data on disk is looked into for it by a process beside, while the panel is on screen.
    """

    asked = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.insight = Insight(self)
        self.insight.changed.connect(self._refresh)
        self.note = note_label()
        self.note.setObjectName("note fit")
        self.button = QPushButton(tr("Make It Fit…"))
        self.button.setToolTip(tr("What can be done about it, in one press"))
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 2)
        row.addWidget(self.note, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look)
        editor.changed.connect(self._refresh)
        editor.changed.connect(self._rest.start)
        self._refresh()

    def look(self) -> None:
        """Look into the data of the recipe, unless it is known or nobody would see it."""
        panel, asked = self.parentWidget(), self._on_disk()
        if panel is not None and panel.isVisible() and asked is not None:
            self.insight.look(asked)

    def mend(self, offer: Offer) -> None:
        """Have the person choose what is to be done."""
        editor, found = self._editor, self._known()
        if reason(editor) or not isinstance(found, Inspected):
            settle(editor, offer)
            return
        faults = _misfits(found)
        told = replace(found, faults=faults)
        offered = [*repairs(editor.network, editor.report, editor.recipe, told)]
        if not offered:
            return
        costs = (tr("{deed}: {costs}", deed=tr(r.words), costs=tr(r.costs)) for r in offered)
        why = "\n".join([*(tr(fault.text) for fault in faults), "", *costs])
        chosen = offer(TITLE, why, [repair.words for repair in offered])
        if chosen is not None:
            repair = offered[chosen]
            editor.set_recipe(repair.recipe)
            editor.apply(repair.words, lambda _: repair.network)

    def _on_disk(self) -> Inspect | None:
        return wanted(self._editor) if self._editor.recipe.data not in BUILT_IN else None

    def _known(self) -> Inspected | DataRefused | None:
        asked = self._on_disk()
        return self.insight.of(asked) if asked is not None else None

    def _refresh(self) -> None:
        why, found = reason(self._editor), self._known()
        # of a network that is no classifier nothing is to be offered
        offers = bool(why) and len(self._editor.report.outputs[0]) == 1
        if not why and isinstance(found, DataRefused):
            why = found.reason
        elif not why and isinstance(found, Inspected):
            faults = _misfits(found)
            why = " ".join(tr(fault.text) for fault in faults)
            offers = any(mends(fault.rule) for fault in faults)
        tell(self.note, why, QPalette.ColorRole.WindowText)
        self.setVisible(bool(why))
        self.button.setVisible(offers)


def _misfits(found: Inspected) -> tuple[Fault, ...]:
    """What is to be known before a run; all else is told on the page of the data."""
    return tuple(fault for fault in found.faults if fault.grave or fault.rule == "channels")
