"""The page of the queue: what is under way, what waits, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.runs.folder import RunFolder
from app.training.schedules import length
from app.ui.buttons import flat
from app.ui.formats import counted
from app.ui.language import tr
from app.ui.pastruns.bin import Binned
from app.ui.queue.rows import QueueRows
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.status import headline
from nodes.errors import SkipwireError

_TITLE = "This cannot be done"


class QueuePage(QWidget):
    """`shown` carries the run under way whose network is wanted, `refused` why a thing fails."""

    shown = Signal(object)  # Run
    refused = Signal(str, str)

    def __init__(
        self, runs: Runs, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runs = runs
        self._queue = runs.queue
        self._leaving: set[str] = set()  # until the worker has let go of them
        self._binned = Binned()
        self._taken: list[RunFolder] = []  # out of the queue last, and into the bin
        self.rows = QueueRows()
        self.rows.arranged.connect(self._queue.arrange)
        self.rows.asked.connect(self.do)
        self.rows.itemSelectionChanged.connect(self._enable)
        self.buttons: dict[str, QToolButton] = {}
        self._build(actions)
        self._queue.changed.connect(self._show_queue)
        runs.changed.connect(self._show_run)
        self._show_queue()

    def _build(self, actions: Mapping[str, QAction]) -> None:
        self.name = QLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.state = QLabel()
        self.progress = QProgressBar()
        self.progress.setMaximumHeight(16)
        self.progress.setAccessibleName(tr("Progress of the run"))
        self.network = flat("Show", "Bring the network of this run to the front", "open")
        self.network.clicked.connect(self._show_network)
        first = QHBoxLayout()
        first.addWidget(self.name)
        first.addWidget(self.state, 1)
        first.addWidget(self.network)
        for action in ("run.pause", "run.stop"):
            first.addWidget(_of_action(actions[action]))
        self.under_way = QWidget()
        column = QVBoxLayout(self.under_way)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.progress)
        self.number = QLabel()
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 2, 8, 2)
        bar.addWidget(self.number, 1)
        bar.addWidget(_of_action(actions["run.queue"]))
        for deed, sign, text, tip in (
            ("first", "", "First", "Train this run next"),
            ("up", "up", "Earlier", "Before the run above it (Alt+Up)"),
            ("down", "", "Later", "Behind the run below it (Alt+Down)"),
            ("remove", "delete", "Remove", "Out of the queue, and into the bin (Delete)"),
            ("undo", "undo", "Undo Remove", "Into the queue again, at its end"),
        ):
            button = self.buttons[deed] = flat(text, tip, sign)
            button.clicked.connect(lambda _=False, d=deed: self.do(d))
            bar.addWidget(button)
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.under_way)
        layout.addLayout(bar)
        layout.addWidget(place, 1)
        self.setFocusProxy(self.rows)

    # --- what is shown ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_run()

    def _show_run(self) -> None:
        if not self.isVisible():
            return
        run = self._runs.live
        self.under_way.setVisible(run is not None)
        self._nothing.setText(self._what_to_do(run))
        if run is None or run.history is None:
            return
        history = run.history
        self.name.setText(run.sheet.title)
        self.state.setText(headline(history))
        started = history.started
        steps = length(history.recipe, started.steps_per_epoch) if started is not None else 0
        self.progress.setRange(0, steps)  # a busy bar where it is not known yet
        self.progress.setValue(min(len(history.losses), steps))

    @staticmethod
    def _what_to_do(run: Run | None) -> str:
        if run is None:
            return tr("Nothing is under way, and nothing waits.")
        return tr(
            "Nothing waits. “Add to Queue” has the network as it is drawn, with its settings, "
            "trained when this run has ended; any number of networks can wait."
        )

    def _show_queue(self) -> None:
        folders = self._queue.folders
        self.rows.show_folders(folders)
        self._stack.setCurrentIndex(1 if folders else 0)
        waiting = tr("{runs} waiting", runs=counted(len(folders), "run"))
        self.number.setText(waiting if folders else "")
        self._let_go(folders)
        self._enable()
        self._show_run()

    def _enable(self) -> None:
        chosen, all_of = self.rows.chosen, self.rows.folders
        some = bool(chosen)
        able = {
            "first": some and all_of[: len(chosen)] != chosen,
            "up": some and all_of[0] not in chosen,
            "down": some and all_of[-1] not in chosen,
            "remove": some,
            "undo": bool(self._taken),
        }
        for deed, on in able.items():
            self.buttons[deed].setEnabled(on)
        self.buttons["undo"].setVisible(able["undo"])

    # --- what can be done ------------------------------------------------------------------------

    def do(self, deed: str) -> None:
        """Do something with the chosen runs, and tell where that is refused."""
        deeds: Mapping[str, Callable[[], object]] = {
            "first": lambda: self._queue.arrange(self.rows.chosen),
            "up": lambda: self._queue.arrange(self.rows.moved(-1)),
            "down": lambda: self._queue.arrange(self.rows.moved(1)),
            "remove": self._remove,
            "undo": self._undo,
        }
        if not self.buttons[deed].isEnabled():
            return
        try:
            deeds[deed]()
        except SkipwireError as error:
            self.refused.emit(_TITLE, str(error))

    def _remove(self) -> None:
        for folder in self.rows.chosen:
            self._leaving.add(folder)
            self._queue.remove(folder)

    def _let_go(self, folders: tuple[str, ...]) -> None:
        """What has left the queue goes into the bin; what has begun meanwhile, or before, stays."""
        gone = [RunFolder(Path(f)) for f in sorted(self._leaving) if f not in folders]
        self._leaving.intersection_update(folders)
        gone = [run for run in gone if not run.alive() and not run.begun()]
        if not gone:
            return
        self._binned = Binned()
        try:
            self._binned.take(run.path for run in gone)
        except SkipwireError as error:
            self.refused.emit(_TITLE, str(error))
        self._taken = gone[: len(self._binned)]

    def _undo(self) -> None:
        taken, self._taken = self._taken, []
        self._binned.restore()
        self._queue.add_kept(taken)
        self._enable()

    def _show_network(self) -> None:
        if (run := self._runs.live) is not None:
            self.shown.emit(run)


def _of_action(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setDefaultAction(action)
    return button
