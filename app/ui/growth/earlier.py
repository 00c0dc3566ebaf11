"""Leads a run back to before its network became another one, be it in another window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.runs.back import Before, befores
from app.runs.folder import RunFolder
from app.training.frames import ProtocolError
from app.training.history import State
from app.training.messages import Grown, Started
from app.ui import actions, scale
from app.ui.formats import count
from app.ui.language import tr
from app.ui.run import Run
from nodes.errors import SkipwireError
from nodes.network import document

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Earlier(QObject):
    """Knows of every run what there is to go back to, which its folder tells."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._runs = window.runs
        self._runs.on(Started, lambda run, event, payload: self._remember(run))
        self._runs.on(Grown, lambda run, event, payload: self._remember(run))
        self._runs.begun.connect(self._meet)

    @property
    def can_ask(self) -> bool:
        """Whether the run that is shown can be led back."""
        run = self._runs.shown
        return run is not None and bool(run.befores) and (run.active or self._runs.idle)

    def ask(self) -> None:
        """Let the person choose where to go back to."""
        run = self._runs.shown
        if run is None or not self.can_ask:
            return
        dialog = EarlierDialog(run.befores, self._window)

        def take() -> None:
            chosen = dialog.chosen
            if self._runs.shown is run and chosen in run.befores:  # it may have ended meanwhile
                self.lead_back(run, chosen)

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def lead_back(self, run: Run, before: Before) -> None:
        """Go on from there with what was learned until then; the drawing is that of then."""
        folder, editor = RunFolder(Path(run.folder)), self._window.editor
        try:
            start = folder.start()
            network = document.loads(before.start.document).network
        except (SkipwireError, ProtocolError) as error:
            self._window.warn("The run cannot go back", str(error))
            return
        drawn = run.sheet.source
        if drawn is None or drawn.text != before.start.source:
            editor.apply("Back to the network before", lambda _: network)
        earlier = tuple(each for each in run.befores if each.number < before.number)
        again = replace(self._runs.of_sheet(run.sheet, folder), befores=earlier)
        start = msgspec.structs.replace(start, resume=True, before=before.number)
        self._runs.go_back(again, start, folder.history(before.size))

    def _meet(self) -> None:
        """A run that is under way already is told of no start."""
        run = self._runs.latest
        if run is not None and run.history is not None and run.history.state is not State.STARTING:
            self._remember(run)

    def _remember(self, run: Run) -> None:
        if run.folder:
            run.befores = befores(RunFolder(Path(run.folder)))
            actions.refresh(self._window, self._window.actions_by_id)


class EarlierDialog(QDialog):
    """The changes of a run's network, the newest first."""

    def __init__(self, changes: Sequence[Before], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Go Back to Before a Change of the Network"))
        self.resize(scale.size(520, 280))
        self._changes = [*reversed(changes)]
        says = QLabel(
            tr(
                "The run goes on from there, with the network and the weights of then. What it has "
                "learned since is given up."
            )
        )
        hint = QLabel(tr("The drawing becomes the network of then, which can be undone."))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (says, hint):
            label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Changes of the network"))
        for each in self._changes:
            what = tr(each.words)
            self.list.addItem(
                tr("To step {step}, before: {what}", step=count(each.step), what=what)
            )
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(tr("Go Back"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (says, self.list, hint, buttons):
            column.addWidget(widget)

    @property
    def chosen(self) -> Before:
        return self._changes[self.list.currentRow()]
