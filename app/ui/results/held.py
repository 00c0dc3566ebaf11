"""The network that results are of: that of the worker, or that of a past run.

Both answer questions; a past run has a worker of its own from the first question on. `classes` are
those of the data, and `certain` tells that scores are probabilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.analysis.analyse import analyse
from app.analysis.report import EMPTY, Report
from app.runs.folder import RunFolder
from app.runs.results import RESULTS
from app.training.frames import ProtocolError
from app.training.history import State
from app.training.messages import (
    About,
    Answer,
    Ask,
    Event,
    Failed,
    Finished,
    Review,
    Started,
    Unanswered,
    Validated,
)
from app.training.recipe import Recipe
from app.ui.language import tr
from app.ui.results.pictures import Answered
from app.ui.run import Run
from app.ui.runs import Runs
from app.ui.training.trainer import Trainer
from nodes.errors import SkipwireError


class Live(QObject):
    """What the worker is at, or was at last."""

    def __init__(self, runs: Runs, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self.run = run

    @property
    def folder(self) -> RunFolder | None:
        return folder_of(self.run)

    @property
    def report(self) -> Report:
        return self.run.report or EMPTY

    @property
    def classes(self) -> Sequence[str]:
        started = self.run.history.started if self.run.history is not None else None
        return started.classes if started is not None else ()

    @property
    def certain(self) -> bool:
        return self.run.history is None or _certain(self.run.history.recipe)

    def ask(self, about: About, take: Answered) -> None:
        self._runs.ask(about, take)

    def close(self) -> None:
        """The worker goes on."""


class Past(QObject):
    """`validated` carries what its worker found, `told` why there is none, or what is amiss."""

    validated = Signal(str, object)  # the file of Results, or these as bytes
    told = Signal(str)

    def __init__(self, folder: RunFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        record = folder.record()
        self.classes: Sequence[str] = ()  # once its worker has told
        self.certain = record is None or _certain(record.recipe)
        self._best = False
        self._trainer: Trainer | None = None
        self._ready = False
        self._reviews = 0  # that are not answered yet; all but the last were given up
        self._waiting: dict[int, tuple[About, Answered]] = {}
        self._number = 0
        try:
            self.report = analyse(folder.document().network)
        except SkipwireError:  # what has been worked out stays to be seen
            self.report = EMPTY

    @property
    def has_best(self) -> bool:
        """Whether the best weights are kept beside the newest ones."""
        return self.folder.best() is not None

    def review(self, *, best: bool = False) -> None:
        """Have a worker load its newest weights, or its best, and validate them."""
        self._best = best
        self._give_up(tr("Other weights are being loaded."))
        self._begin()

    def ask(self, about: About, take: Answered) -> None:
        self._number += 1
        self._waiting[self._number] = about, take
        if self._trainer is None or not self._trainer.process_id:
            self._begin()
        elif self._ready:
            self._trainer.send(Ask(self._number, about))

    def _begin(self) -> None:
        try:
            start = self.folder.start()
        except (SkipwireError, ProtocolError) as error:
            self._fail(str(error))
            return
        if self._trainer is None:
            self._trainer = Trainer(self)
            self._trainer.arrived.connect(self._take)
            self._trainer.died.connect(self._die)
        self._ready = False
        self._reviews += 1
        self._trainer.prepare()
        self._trainer.send(Review(start, self._best))

    def close(self) -> None:
        """End its worker."""
        self._give_up(tr("It was ended."))
        if self._trainer is not None:
            self._trainer.shutdown()

    def _take(self, event: Event, payload: bytes) -> None:
        if isinstance(event, Finished | Failed):
            self._reviews = max(0, self._reviews - 1)
            given_up = self._reviews > 0
        else:
            given_up = self._reviews > 1
        if given_up:
            return
        match event:
            case Started():
                self.classes = event.classes
                if event.exact:
                    self.told.emit(tr(event.exact))
            case Validated():
                self.validated.emit(str(self.folder.path / RESULTS), payload)
            case Finished():
                self._ready = True
                assert self._trainer is not None
                for number, (about, _) in self._waiting.items():
                    self._trainer.send(Ask(number, about))
            case Failed(reason=reason):
                self._fail(reason)
            case Answer(number=number) | Unanswered(number=number):
                if (asked := self._waiting.pop(number, None)) is not None:
                    asked[1](event, payload)

    def _die(self, reason: str) -> None:
        self._reviews = 0
        self._fail(reason)

    def _fail(self, reason: str) -> None:
        self._ready = False
        self._give_up(reason)
        self.told.emit(tr(reason))

    def _give_up(self, reason: str) -> None:
        waiting, self._waiting = self._waiting, {}
        for number, (_, take) in waiting.items():
            take(Unanswered(number, reason), b"")


Held = Live | Past


def folder_of(run: Run) -> RunFolder | None:
    """Where a run is kept, once it is known."""
    folder = run.history.folder if run.history is not None else ""
    return RunFolder(Path(folder)) if folder else None


def wanted(runs: Runs) -> Run | RunFolder | None:
    """What results there are of for the document that is shown: of its run, once that has begun.

    It is a folder where the worker does not hold the network.
    """
    run = runs.shown
    history = run.history if run is not None else None
    if run is None or history is None or history.looking or history.started is None:
        return None
    if runs.here and runs.trainer.process_id and history.state is not State.FAILED:
        return run
    return folder_of(run)


def _certain(recipe: Recipe) -> bool:
    return recipe.loss != "mse"
