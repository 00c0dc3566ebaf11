"""What of a run can be another from its next batch on, and can be put back."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.analysis.report import join
from app.training.history import REFUSED, RunHistory
from app.training.messages import Alert, Change, Changed
from app.training.recipe import LIVE, Recipe
from app.training.schedules import moves
from app.ui.editor import Editor
from app.ui.formats import number
from app.ui.inspector import values
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.fields import GROUPS, change_words, changed, counts
from app.ui.training.freezing import begun_with
from app.ui.training.nodeknobs import NodeKnobs, drops
from app.ui.training.settings import Settings, columns
from nodes.errors import SkipwireError
from nodes.network import Argument

_GROUPS = sorted(GROUPS, key=lambda group: group == "Augmentation")  # what is turned most first
NAMES = tuple(name for group in _GROUPS for name in GROUPS[group] if name in LIVE)

TAKEN_BACK = "Taken back"


class LivePanel(QWidget):
    """The settings that are LIVE, as they are in a run that is under way.

    `wanted` carries a change to be sent; it is in force once the worker has said so. What the run
    began with is the default here, to which each can be put back.
    """

    wanted = Signal(object)  # Change
    seen = Signal()  # it comes on screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = Recipe()
        self.rate = note_label()
        self.rate.setObjectName("note_rate")
        self.settings: Settings | None = None
        self.note = note_label()
        self.note.setObjectName("note_live")
        self.nodes = NodeKnobs()
        self.nodes.wanted.connect(self._send)
        self.back = QPushButton(tr("Take Back"))
        self.back.setObjectName("take_back")
        self.back.clicked.connect(self._take_back)
        self._reverse: Change | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.nodes)
        self._column.addWidget(self.note)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_reverse(None)

    @property
    def recipe(self) -> Recipe:
        """As the run is now."""
        return self._now

    def begin(self, recipe: Recipe) -> None:
        """A run begins, and has all as its recipe says."""
        self._now = recipe
        if self.settings is not None:
            self.rate.setParent(self)
            self.settings.hide()  # at once: it is gone only when the event loop gets to it
            self.settings.deleteLater()
            self._column.removeWidget(self.settings)
        self.settings = Settings(NAMES, self._want, recipe)
        for name, setting in self.settings.all.items():
            if setting.row.reset is not None:
                told = values.told(getattr(recipe, name))
                setting.row.reset.setToolTip(
                    tr("Back to what the run began with: {value}", value=told)
                )
        self.settings.all["learning_rate"].add_below(self.rate)
        self._column.insertWidget(1, self.settings)
        self.show_rate(None)
        self._show()

    def take(self, recipe: Recipe) -> None:
        """This is in force."""
        if recipe == self._now:
            return
        self._now = recipe
        self.settle()
        self._show()

    def show_rate(self, now: float | None) -> None:
        """The learning rate of the last step, where a schedule makes it another than the field."""
        told = ""
        if now is not None and moves(self._now):
            told = tr(
                "now {rate}, at most {peak} ({schedule})",
                rate=number(now),
                peak=number(self._now.learning_rate),
                schedule=self._now.schedule,
            )
        if told != self.rate.text():
            tell(self.rate, told, QPalette.ColorRole.PlaceholderText)

    def settle(self) -> None:
        """A change is in force."""
        tell(self.note, "", QPalette.ColorRole.PlaceholderText)

    def show_reverse(self, change: Change | None) -> None:
        """What takes the last change back, where there is one."""
        self._reverse = change
        self.back.setEnabled(change is not None)
        self.back.setToolTip(tr(change.words) if change is not None else "")

    def refuse(self, reason: str) -> None:
        """The worker has not made a change."""
        tell(self.note, reason, QPalette.ColorRole.BrightText)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _show(self) -> None:
        if self.settings is not None:
            self.settings.show_recipe(self._now)
        self._choose()

    def _choose(self) -> None:
        if self.settings is not None:
            names = {name for name in NAMES if counts(name, self._now)}
            self.settings.choose(names, columns(self.width()))

    def _want(self, name: str, value: Argument) -> str | None:
        try:
            wished = changed(self._now, name, value)
        except SkipwireError as error:
            return values.reason(error)
        if wished != self._now:
            old, new = (values.told(asdict(r)[name]) for r in (self._now, wished))
            words = change_words(name, self._now, new, old)
            self._send(Change(recipe={name: value}, words=words))
        return None

    def _take_back(self) -> None:
        if self._reverse is not None:
            self._send(self._reverse)

    def _send(self, change: Change) -> None:
        """Wish for a change, and say so until it is in force."""
        self.wanted.emit(change)
        told = tr("{change}: from the next batch on", change=tr(change.words))
        tell(self.note, told, QPalette.ColorRole.PlaceholderText)


def steer(panel: LivePanel, runs: Runs, editor: Editor) -> None:
    """Have a panel change the run that is under way."""

    def begin() -> None:
        if runs.trainer.history is not None:
            panel.begin(runs.trainer.history.recipe)
            follow()

    shown: list[object] = []  # what was followed last: most events of a run change nothing of it

    def follow() -> None:
        run, history = runs.latest, runs.trainer.history
        if run is None or run.report is None or history is None:
            return
        panel.take(history.now)
        if not panel.isVisible():
            return
        panel.show_rate(history.latest.learning_rate if history.latest is not None else None)
        paths = [join(editor.prefix, name) for name in sorted(editor.selection)]
        here = [path for path in paths if runs.here and run.fits(path)]
        now = [run.report, here, history.changes]
        if now != shown:
            _show_changes(panel, history, run, here)
        shown[:] = now

    def refuse(run: Run, event: Alert, payload: bytes) -> None:
        if event.rule == REFUSED:
            panel.refuse(f"{event.reason} {event.advice}")

    runs.begun.connect(begin)
    runs.looked.connect(follow)
    panel.seen.connect(follow)
    runs.on(Changed, lambda run, event, payload: panel.settle())
    runs.changed.connect(follow)
    runs.on(Alert, refuse)
    panel.wanted.connect(runs.trainer.send)


def _show_changes(panel: LivePanel, history: RunHistory, run: Run, paths: Sequence[str]) -> None:
    """What is in force of the nodes at some paths, and what takes the last change back."""
    assert run.report is not None
    changes, begun = [change for _, change in history.changes], begun_with(run, history)
    panel.nodes.show_nodes(paths, run.report, begun.after(changes))
    if not changes:
        panel.show_reverse(None)
        return
    last, lead = changes[-1], f"{TAKEN_BACK}: "
    words = last.words.removeprefix(lead) if last.words.startswith(lead) else lead + last.words
    drawn = drops(run.report, [path for path, _ in last.dropouts])
    panel.show_reverse(begun.after(changes[:-1]).taking_back(last, drawn, words))
