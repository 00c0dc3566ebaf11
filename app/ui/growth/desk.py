"""Has a run go on with the network as drawn: plans it, shows the plan, asks, and leads back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer

from app.analysis.report import Report
from app.codegen.source import Source
from app.growth import Fate, Growth, carried, plan
from app.growth.telling import words
from app.runs.back import Before
from app.training.controls import Standing, named
from app.training.history import REFUSED
from app.training.messages import Adapt, Alert, Change, Grown, Rehearse, Rehearsed, Start
from app.training.request import request
from app.ui import actions
from app.ui.canvas.fates import Fates
from app.ui.growth.bar import GrowthBar
from app.ui.growth.dialog import GrowthDialog
from app.ui.growth.earlier import Earlier
from app.ui.growth.model import told
from app.ui.language import tr
from app.ui.later import Later
from app.ui.run import Run
from app.ui.training.freezing import in_force
from app.ui.training.nodeknobs import drops
from nodes.errors import SkipwireError
from nodes.network.document import dumps

if TYPE_CHECKING:
    from app.ui.window import MainWindow


@dataclass(frozen=True)
class _Planned:
    """For a run and a drawing. There is no `start` where the run cannot go on with it."""

    run: Run
    learns: Source  # when this was planned
    drawn: Source
    report: Report
    growth: Growth
    start: Start | None
    refused: str = ""


class Growing(QObject):
    """`bar` belongs over the canvas; the cards bear tags as long as it is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._runs = window.runs
        self._editor = window.editor
        self._planned: _Planned | None = None
        self._sent: _Planned | None = None  # what the worker was asked to go on with
        self._tagged: Run | None = None
        self._dialog: GrowthDialog | None = None
        self._anew = False
        self._later = Later(self, self._plan)
        self.earlier: Earlier = Earlier(window)
        self.bar = GrowthBar()
        self.bar.continue_requested.connect(self.ask)
        self.bar.anew_requested.connect(self._start_anew)
        self.bar.back_requested.connect(self._draw_what_learns)
        self.bar.earlier_requested.connect(self._go_back)
        self._runs.changed.connect(self._look)
        self._runs.on(Rehearsed, self._measure)
        self._runs.on(Grown, self._grow)
        self._runs.on(Alert, self._refuse)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def growth(self) -> Growth | None:
        """What would become of the weights, while the drawing is another network."""
        return self._planned.growth if self._planned is not None else None

    @property
    def can_ask(self) -> bool:
        """Whether the run could go on with the drawing."""
        return self._planned is not None and self._planned.start is not None

    def _look(self) -> None:
        run = self._runs.shown if self._runs.here else None
        if self._dialog is not None and (run is None or not run.active):
            self._dialog.reject()
        if self._anew and self._runs.live is None:
            self._anew = False
            QTimer.singleShot(0, self._window.train)  # the run's end is told to all first
        if run is None or not _learns(run) or not run.differs:
            if not self.bar.isHidden():
                self._planned = None
                self._show()
            return
        drawn = self._editor.source
        old = self._planned
        if drawn is None:
            self._planned = None
            self._show(tr("The drawing has problems. The run goes on with the network as it was."))
        elif old is None or (old.run, old.learns, old.drawn) != (run, run.source, drawn):
            self._later.ask(self._editor.report)

    def _plan(self) -> None:
        run, drawn = self._runs.shown, self._editor.source
        if run is None or drawn is None or not _learns(run) or not run.differs:
            return
        assert run.history is not None
        assert run.report is not None
        assert run.source is not None
        e, start, refused = self._editor, None, ""
        growth = plan(run.report, e.report)
        try:
            start = request(e.network, e.report, drawn, run.history.now)
            document = dumps(replace(e.document, weights=None))
            start = msgspec.structs.replace(start, document=document)
        except SkipwireError as error:
            refused = str(error)
        self._planned = _Planned(run, run.source, drawn, e.report, growth, start, refused)
        says = tr("The run cannot go on with this network. {reason}", reason=tr(refused))
        if not refused:
            what = told(growth)
            says = tr("The drawing is no longer the network that learns: {what}", what=what)
        self._show(says)

    def _show(self, text: str = "") -> None:
        planned, before = self._planned, self._earlier()
        earlier = tr("Go Back to Step {step}", step=before.step) if before is not None else ""
        possible = self.can_ask
        self.bar.show_text(text, possible=possible, drawn=planned is not None, earlier=earlier)
        run = planned.run if planned is not None else None
        if self._tagged is not None and self._tagged is not run:
            self._tag(self._tagged, {})
        if run is not None and planned is not None:
            self._tag(run, planned.growth.fates if possible else {})
        self._tagged = run
        actions.refresh(self._window, self._window.actions_by_id)

    def _tag(self, run: Run, fates: Mapping[str, Fate]) -> None:
        canvas = self._window.tabs.canvas_of(run.sheet)
        if canvas is not None:
            canvas.component(Fates).show(fates)

    # --- going on --------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show what becomes of the network, with the run standing still meanwhile."""
        planned = self._planned
        if planned is None or planned.start is None or self._dialog is not None:
            return
        run = planned.run
        assert run.report is not None
        assert run.history is not None
        trains = not run.paused
        standing, changes = _standing(planned), [change for _, change in run.history.changes]
        turned = any(each.learning is not None or each.dropouts for each in changes)
        reports = run.report, planned.report
        dialog = GrowthDialog(planned.growth, *reports, standing.learning, self._window)
        self._dialog = dialog
        trainer = self._runs.trainer
        if trains:
            trainer.pause()
        trainer.send(Rehearse(planned.start, planned.growth.grafts))

        def close(accepted: int) -> None:
            self._dialog = None
            dialog.deleteLater()
            if accepted:
                self._sent = planned
                assert planned.start is not None
                grafts, said = planned.growth.grafts, words(planned.growth)
                trainer.send(Adapt(planned.start, grafts, said))
                if turned:
                    trainer.send(_again(standing))
            if (accepted or trains) and run.active:
                trainer.resume()

        dialog.finished.connect(close)
        dialog.open()

    def _measure(self, run: Run, found: Rehearsed, payload: bytes) -> None:
        if self._dialog is not None:
            self._dialog.show_measured(found)

    def _grow(self, run: Run, event: Grown, payload: bytes) -> None:
        """The worker has done it: the run is one of the network as it was drawn when asked for."""
        sent, self._sent = self._sent, None
        if sent is None or sent.run is not run:
            return
        run.source, run.report = sent.drawn, sent.report
        self._runs.changed.emit()
        self._runs.looked.emit()
        what = tr(words(sent.growth))
        says = tr("The run goes on with this network: {what}.", what=what)
        if not run.befores:  # nothing of before could be kept
            self._window.tell(says)
            return
        before = run.befores[-1]
        self._window.hints.toast.show_text(says, tr("Undo"), lambda: self._undo(run, before))

    def _refuse(self, run: Run, event: Alert, payload: bytes) -> None:
        if event.rule == REFUSED:
            self._sent = None

    # --- ways back -------------------------------------------------------------------------------

    def _draw_what_learns(self) -> None:
        run = self._runs.shown
        if run is not None and run.report is not None:
            network = run.report.nodes.network
            self._editor.apply("Back to the network that learns", lambda _: network)

    def _start_anew(self) -> None:
        self._anew = True
        self._runs.stop()

    def _earlier(self) -> Before | None:
        """When the drawing was the network that learned."""
        run, drawn = self._runs.shown, self._editor.source
        if self._planned is None or run is None or drawn is None:
            return None
        known = reversed(run.befores)
        return next((each for each in known if each.start.source == drawn.text), None)

    def _go_back(self) -> None:
        if (before := self._earlier()) is not None and self._planned is not None:
            self.earlier.lead_back(self._planned.run, before)

    def _undo(self, run: Run, before: Before) -> None:
        """Take the last growth back at once."""
        if self._runs.shown is run and run.befores[-1:] == (before,):
            self.earlier.lead_back(run, before)


def _standing(planned: _Planned) -> Standing:
    """What of the nodes goes on as it was changed in the course of the run, or as drawn."""
    run, new = planned.run, planned.report
    assert run.report is not None
    assert run.history is not None
    now = in_force(run, run.history)
    learning = carried(planned.growth, run.report.learning, new.learning, now.learning)
    was, drawn = (drops(report, [*now.dropouts]) for report in (run.report, new))
    shares = {
        path: share if drawn[path] == was.get(path) else drawn[path]
        for path, share in now.dropouts.items()
        if path in drawn
    }
    return Standing(now.recipe, learning, shares)


def _again(standing: Standing) -> Change:
    """A network that took the place of another one has all as drawn, until it is told."""
    learning = standing.learning
    still = named([*learning.frozen, *standing.dropouts])
    words = f"As before in this run: {still}" if still else "As before in this run: all learn"
    return Change(dropouts=tuple(standing.dropouts.items()), learning=learning, words=words)


def _learns(run: Run) -> bool:
    known = run.report is not None and run.source is not None
    return run.active and known and run.history is not None and not run.history.looking
