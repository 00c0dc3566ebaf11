"""Training from the window: starts the worker, and takes what it tells to the views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.runs.folder import RunFolder
from app.runs.place import runs_folder
from app.training.history import RunHistory, State
from app.training.messages import (
    About,
    Answer,
    Ask,
    Event,
    Failed,
    Initial,
    NotKept,
    Start,
    Unanswered,
    Watch,
)
from app.training.messages.base import Message
from app.training.request import request
from app.ui.canvas import CanvasView
from app.ui.editor import Change, Editor
from app.ui.language import tr
from app.ui.queue.waiting import Waiting
from app.ui.run import Run, paths_of
from app.ui.sheet import Sheet
from app.ui.training.seams import Wish, together
from app.ui.training.trainer import Trainer
from nodes.errors import SkipwireError

E = TypeVar("E", bound=Message)
Answered = Callable[[Answer | Unanswered, bytes], None]


class Runs(QObject):
    """The last run of every open document, one of which the worker is at.

    What is told here is of the document that the editor shows, unless said otherwise; failures go
    to the canvas of the document that the run is of, which `canvas_of` gives. `changed` follows
    every new state of a run's history, once for steps that come together, and every edit beside a
    run; `failed` carries why a run failed, or could not begin.

    Views of a run take its events by `on`, say by `wish` what they want to see of it, whenever
    `looked` tells that something else may be on screen, and `ask` what is wanted once.
    """

    changed = Signal()
    looked = Signal()
    begun = Signal(bool)  # whether anew, or only to follow the drawing
    failed = Signal(str)
    failed_elsewhere = Signal(str)  # the same of a document that is not shown, with its name
    failed_inside = Signal(str, int, str)  # class that is carried along, line within, reason
    not_kept = Signal(str)  # why nothing is written of a run, which goes on all the same
    failed_lines = Signal(object)  # lines of the code on the traceback; empty once that is past

    def __init__(
        self, editor: Editor, canvas_of: Callable[[Sheet], CanvasView | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas_of = canvas_of
        self._runs: dict[Sheet, Run] = {}
        self._live: Run | None = None  # what the worker is at, or was at last
        self.begins_with: Callable[[], Initial | None] = lambda: None
        self._later = QTimer(self, singleShot=True, interval=0)  # no edit waits for it
        self._later.timeout.connect(self._look_again)
        self._further = QTimer(self, singleShot=True, interval=0)  # once for steps told together
        self._further.timeout.connect(self.changed)
        self._takers: dict[type[Message], list[Callable[[Run, Any, bytes], None]]] = {}
        self._wishes: dict[str, Wish] = {}
        self._telling = QTimer(self, singleShot=True, interval=0)  # once for all views
        self._telling.timeout.connect(self._tell_wishes)
        self._asked: dict[int, Answered] = {}
        self._questions = 0
        self.trainer = Trainer(self, outlives=True)
        self.trainer.arrived.connect(self._arrived)
        self.trainer.history_changed.connect(self._extended)
        self.trainer.died.connect(self._give_up)
        editor.selection_changed.connect(self.looked)
        editor.place_changed.connect(self.looked)
        editor.changed.connect(self._edited)
        self.on(Failed, self._fail)
        self.on(NotKept, lambda run, event, payload: self.not_kept.emit(tr(event.reason)))
        self.on(Answer, self._answer)
        self.on(Unanswered, self._answer)
        self.queue = Waiting(self)
        self.queue.changed.connect(self.changed)

    # --- control ---------------------------------------------------------------------------------

    @property
    def shown(self) -> Run | None:
        """Of the document that is shown."""
        return self._runs.get(self._editor.sheet)

    @property
    def here(self) -> bool:
        """Whether the worker is at the document that is shown."""
        return self._live is not None and self._live is self.shown

    @property
    def latest(self) -> Run | None:
        """What the worker is at, or was at last: of that it can show more."""
        return self._live

    @property
    def live(self) -> Run | None:
        """The run that is under way, of whichever document."""
        return self._live if self._live is not None and self._live.active else None

    @property
    def elsewhere(self) -> Run | None:
        """The run that is under way of another document than the one that is shown."""
        return None if self.here else self.live

    @property
    def history(self) -> RunHistory | None:
        """The last run, or the one that could not begin."""
        run = self.shown
        return None if run is None else run.refused or run.history

    @property
    def active(self) -> bool:
        return self.history is not None and self.history.active

    @property
    def paused(self) -> bool:
        return self.history is not None and self.history.state is State.PAUSED

    @property
    def can_train(self) -> bool:
        return self.paused or (self.idle and self._editor.report.ok)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way, and nothing waits for its turn."""
        return self.live is None and not self.queue.folders

    @property
    def can_pause(self) -> bool:
        """Whether a run is under way, of any document."""
        live = self.live
        return (
            live is not None and live.history is not None and (live.history.state is State.TRAINING)
        )

    @property
    def outdated(self) -> bool:
        """Whether the run is of the drawing before an edit that made another network of it."""
        run = self.shown
        return run is not None and run.refused is None and run.differs

    @property
    def lost_weights(self) -> str:
        """Why a file would have initial weights although others were trained; empty if not so."""
        history, live = self.trainer.history, self._live
        if history is None or not len(history.losses):
            return ""
        if live is None or not self.here or live.differs:
            whose = "the drawing before your edit" if self.here else "another document"
            return f"the trained ones belong to {whose}"
        return "the trained ones were lost when their run failed" if history.failed else ""

    def train(self) -> None:
        """Start a run of the network as drawn, or go on with a paused one."""
        if self.paused:
            self.trainer.resume()
        elif self.idle:
            if (canvas := self._canvas_of(self._editor.sheet)) is not None:
                canvas.clear_thumbnails()
            self._begin(anew=True)

    def _begin(self, *, anew: bool) -> None:
        """Start a run of the network as drawn, in the place of one that goes on."""
        drawn = self.drawn()
        if drawn is not None:
            run, start = drawn
            self._take_up(run, start, anew=anew)

    def drawn(self) -> tuple[Run, Start] | None:
        """A run of the network as drawn, and what begins it; None where the person is told why."""
        e, source = self._editor, self._editor.source
        if source is None:
            return None
        try:
            start = request(e.network, e.report, source, e.recipe)
            start = self._kept(replace(start, weights=self.begins_with()))
        except SkipwireError as error:
            run = self._runs.setdefault(e.sheet, Run(e.sheet, e.sheet.history))
            run.refused = RunHistory(e.recipe).extend(Failed(str(error)))
            self.changed.emit()
            self.failed.emit(str(error))
            return None
        return Run(e.sheet, e.sheet.history, None, source, e.report, folder=start.folder), start

    def go_on(self, folder: RunFolder) -> None:
        """Go on with a run that was broken off; its document is the one that is shown.

        Raises:
            FileError: it cannot be read.
            ProtocolError: it is damaged, or of another version.
            SkipwireError: a worker is at it.
        """
        start = replace(folder.start(), resume=True)
        if folder.alive():
            raise SkipwireError("This run is being trained already.")
        self._take_up(self.of_sheet(self._editor.sheet, folder), start, folder.history())

    def go_back(self, run: Run, start: Start, history: RunHistory) -> None:
        """Go on with a run from where it stood, in the place of what it has come to since."""
        self._take_up(run, start, history)

    def of_sheet(self, sheet: Sheet, folder: RunFolder) -> Run:
        """A kept run, of the document in a sheet."""
        report = sheet.report
        return Run(sheet, sheet.history, None, sheet.source, report, folder=str(folder.path))

    def _take_up(
        self, run: Run, start: Start, history: RunHistory | None = None, *, anew: bool = True
    ) -> None:
        self._bring(run)
        self.trainer.start(start, history)
        self.begun.emit(anew)
        self.looked.emit()

    def follow(self, run: Run, history: RunHistory) -> None:
        """The worker is at a run that it was not sent just now: from its queue, or from before."""
        self._bring(run)
        self.trainer.follow(history)
        self.begun.emit(True)
        self.looked.emit()

    def _bring(self, run: Run) -> None:
        """A run becomes the one that the worker is at, and that of its document."""
        self._runs[run.sheet] = self._live = run
        self._light(run, frozenset())
        self._give_up(tr("Another run has begun."))

    def _kept(self, start: Start) -> Start:
        """The same with a folder of its own; the person is told where there can be none."""
        if start.recipe.looks:
            return start
        e, worker = self._editor, self.trainer
        parameters = e.report.totals.parameters
        try:
            folder = RunFolder.create(
                runs_folder(), start, e.document, parameters=parameters, torch=worker.torch
            )
            return folder.start()
        except SkipwireError as error:
            self.not_kept.emit(tr("This run is not kept. {reason}", reason=tr(str(error))))
            return start

    def _extended(self, history: RunHistory) -> None:
        if (live := self._live) is None:
            return
        former, live.history = live.history, history
        if former is not None and former.latest is not history.latest:
            self._further.start()
        else:
            self.changed.emit()

    def _look_again(self) -> None:
        """Where nothing is learned, what is shown follows the drawing."""
        looking = self.here and self.history is not None and self.history.looking
        if looking and self.outdated and self._editor.report.ok:
            self._begin(anew=False)

    def pause(self) -> None:
        self.trainer.pause()

    def stop(self) -> None:
        self.trainer.stop()

    def forget(self, sheet: Sheet) -> None:
        """The document is closed: its run ends, and nothing of it is shown."""
        run = self._runs.pop(sheet, None)
        if run is None:
            return
        if run is self._live:
            if run.active:
                self.trainer.stop()
            self._live = None
            self.trainer.watch(Watch())
        if (canvas := self._canvas_of(sheet)) is not None:
            canvas.clear_thumbnails()
        self.changed.emit()

    # --- what views of it are told ---------------------------------------------------------------

    def on(self, kind: type[E], take: Callable[[Run, E, bytes], None]) -> None:
        """Have every event of a kind taken, with its run and payload."""
        self._takers.setdefault(kind, []).append(take)

    def wish(self, who: str, wish: Wish) -> None:
        """What one view wants to see from now on, in the place of what it wished before."""
        self._wishes[who] = wish
        self._telling.start()

    def ask(self, about: About, take: Answered) -> None:
        """Have a question answered, of the network that the worker holds; or told why it is not."""
        self._questions += 1
        self._asked[self._questions] = take
        self.trainer.send(Ask(self._questions, about))

    def _tell_wishes(self) -> None:
        if self._live is not None:
            self.trainer.watch(together(self._wishes.values()))

    def _arrived(self, event: Event, payload: bytes) -> None:
        if self._live is not None:
            for take in self._takers.get(type(event), ()):
                take(self._live, event, payload)

    def _answer(self, run: Run, answer: Answer | Unanswered, payload: bytes) -> None:
        if (take := self._asked.pop(answer.number, None)) is not None:
            take(answer, payload)

    def _give_up(self, reason: str) -> None:
        """Nobody will answer what was asked so far."""
        asked, self._asked = self._asked, {}
        for number, take in asked.items():
            take(Unanswered(number, reason), b"")

    def _fail(self, run: Run, event: Failed, payload: bytes) -> None:
        if run.source is not None:
            places = [run.source.at(line) for line in event.lines]
            self._light(run, paths_of(run.sheet.report, places), event.lines)
        if not self.here:
            told = tr("{document}: {reason}", document=run.sheet.title, reason=event.reason)
            self.failed_elsewhere.emit(told)
            return
        self.failed.emit(event.reason)
        self._tell_carried(run, event)

    def _tell_carried(self, run: Run, event: Failed) -> None:
        """Where the failure lies within a class that the code carries along, if it does."""
        if run.source is None:
            return
        inside = [run.source.carried[n] for n in event.lines if n in run.source.carried]
        if inside:
            self.failed_inside.emit(*inside[-1], event.reason)

    # --- where it failed -------------------------------------------------------------------------

    def _light(self, run: Run, paths: frozenset[str], lines: tuple[int, ...] = ()) -> None:
        run.failed, run.lines = paths, lines
        if (canvas := self._canvas_of(run.sheet)) is not None:
            canvas.set_failed(paths)
        if run is self.shown:
            self.failed_lines.emit(lines)

    def _edited(self, change: Change) -> None:
        if change.fresh:
            self._turn()
            return
        run = self.shown
        if run is None:
            return
        if change.old.network is not change.new.network:
            run.refused = None
            if run.failed:
                self._light(run, frozenset())
        if (canvas := self._canvas_of(run.sheet)) is not None:
            canvas.keep_thumbnails(run.fits)
        self.looked.emit()
        self._later.start()
        self.changed.emit()

    def _turn(self) -> None:
        """Another document is shown: its own run is, if it has one."""
        sheet, run = self._editor.sheet, self.shown
        if run is not None and run.document is not sheet.history:
            self._light(run, frozenset())
            self.forget(sheet)
            run = None
        self.failed_lines.emit(run.lines if run is not None else ())
        self.looked.emit()
        self.changed.emit()
