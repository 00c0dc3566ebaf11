"""What of a run can be another from its next batch on, and can be put back."""

from __future__ import annotations

from msgspec.structs import asdict
from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.training.history import REFUSED
from app.training.messages import Alert, Change
from app.training.recipe import LIVE, Recipe
from app.ui.inspector import values
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.fields import GROUPS, LABELS, changed, counts, offered
from app.ui.training.settings import Settings, columns
from nodes.errors import SkipwireError
from nodes.network import Argument

NAMES = tuple(name for group in GROUPS for name in offered(group) if name in LIVE)


class LivePanel(QWidget):
    """The settings that are LIVE, as they are in a run that is under way.

    `wanted` carries a change to be sent; it is in force once the worker has said so. What the run
    began with is the default here, to which each can be put back.
    """

    wanted = Signal(object)  # Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = Recipe()
        self.settings: Settings | None = None
        self.note = note_label()
        self.note.setObjectName("note_live")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.note)

    @property
    def recipe(self) -> Recipe:
        """As the run is now."""
        return self._now

    def begin(self, recipe: Recipe) -> None:
        """A run begins, and has all as its recipe says."""
        self._now = recipe
        if self.settings is not None:
            self.settings.deleteLater()
            self._column.removeWidget(self.settings)
        self.settings = Settings(NAMES, self._want, recipe)
        for name, setting in self.settings.all.items():
            if setting.row.reset is not None:
                told = values.told(getattr(recipe, name))
                setting.row.reset.setToolTip(
                    tr("Back to what the run began with: {value}", value=told)
                )
        self._column.insertWidget(0, self.settings)
        self._show()

    def take(self, recipe: Recipe) -> None:
        """This is in force."""
        if recipe == self._now:
            return
        self._now = recipe
        tell(self.note, "", QPalette.ColorRole.PlaceholderText)
        self._show()

    def refuse(self, reason: str) -> None:
        """The worker has not made a change."""
        tell(self.note, reason, QPalette.ColorRole.BrightText)

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
            label = LABELS[name][0].lower()
            self.wanted.emit(Change(recipe={name: value}, words=f"{label} {old} → {new}"))
            told = tr(
                "{setting} {value} from the next batch on", setting=tr(LABELS[name][0]), value=new
            )
            tell(self.note, told, QPalette.ColorRole.PlaceholderText)
        return None


def steer(panel: LivePanel, runs: Runs) -> None:
    """Have a panel change the run that is under way."""

    def begin() -> None:
        if runs.trainer.history is not None:
            panel.begin(runs.trainer.history.recipe)
            follow()

    def follow() -> None:
        if runs.trainer.history is not None:
            panel.take(runs.trainer.history.now)

    def refuse(run: Run, event: Alert, payload: bytes) -> None:
        if event.rule == REFUSED:
            panel.refuse(f"{event.reason} {event.advice}")

    runs.begun.connect(begin)
    runs.changed.connect(follow)
    runs.on(Alert, refuse)
    panel.wanted.connect(runs.trainer.send)
