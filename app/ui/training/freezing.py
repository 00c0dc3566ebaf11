"""Freezing the selected nodes while they train, and letting them learn again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.analysis.report import join
from app.training.controls import ChangeError, InHand, Standing, freezing, frozen_in
from app.training.history import RunHistory
from app.ui.run import Run
from app.ui.sheet import Sheet
from nodes.network import Frozen

if TYPE_CHECKING:
    from app.ui.runs import Runs
    from app.ui.window import MainWindow


def can_freeze(window: MainWindow, frozen: Frozen) -> bool:
    """Whether it would change one of the selected nodes."""
    return any(True for _ in _paths(window, frozen))  # asked often: the first one will do


def freeze(window: MainWindow, frozen: Frozen) -> None:
    """Have it so from the next batch on."""
    history, run = window.runs.history, window.runs.shown
    if history is None or run is None:
        return
    try:
        paths = [*_paths(window, frozen)]
        change = freezing(in_force(run, history).learning, paths, frozen)
    except ChangeError as error:
        window.tell(str(error))
        return
    if change is not None:
        window.runs.trainer.send(change)
        window.tell(change.words)


def in_force(run: Run, history: RunHistory) -> Standing:
    """What a run has now, of all that can be changed in it."""
    begun = begun_with(run, history)
    return begun.after(change for _, change in history.changes)


def show_frozen(runs: Runs) -> None:
    """Have the document of the run that is under way know what learns in it."""
    shown: list[object] = []  # what was told last: most events of a run change nothing of it
    sheets: list[Sheet] = []

    def follow() -> None:
        run = runs.live
        history = run.history if run is not None else None
        report = run.report if run is not None else None
        now = [run, report, history.changes if history is not None else None]
        if now == shown:
            return
        shown[:] = now
        for sheet in sheets:
            if run is None or sheet is not run.sheet:
                sheet.show_in_hand(None)
        sheets.clear()
        if run is not None and history is not None and report is not None and not history.looking:
            sheets.append(run.sheet)
            run.sheet.show_in_hand(InHand(in_force(run, history).learning, report))

    runs.changed.connect(follow)


def begun_with(run: Run, history: RunHistory) -> Standing:
    """What it had at its beginning."""
    assert run.report is not None
    return Standing(history.recipe, run.report.learning)


def _paths(window: MainWindow, frozen: Frozen) -> Iterator[str]:
    """Of the selected nodes with weights, if they are in the run that is under way."""
    run, history, editor = window.runs.shown, window.runs.history, window.editor
    live = window.shows_canvas and window.runs.here and window.runs.active
    if not live or run is None or run.report is None or history is None or history.looking:
        return
    nodes, learning = run.report.nodes, in_force(run, history).learning
    if frozen is Frozen.NO and not learning.frozen:
        return
    for name in sorted(editor.selection):
        path = join(editor.prefix, name)
        if run.fits(path) and nodes[path].parameters and frozen_in(learning, path) is not frozen:
            yield path
