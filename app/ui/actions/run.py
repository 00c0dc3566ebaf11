"""Training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, sound
from app.ui.training import freezing
from nodes.network import Frozen

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _can_advance(w: MainWindow) -> bool:
    """Whether a run can begin or go on, and learns."""
    history = w.runs.history
    if history is not None and history.active:
        return w.runs.here and not history.looking
    return w.shows_canvas and w.runs.can_train and not w.editor.recipe.looks


def _find_rate(w: MainWindow) -> None:
    from app.ui.training.finding import find  # with the plots, which take long to import

    find(w)


def _can_wait(w: MainWindow) -> bool:
    return sound(w) and not w.editor.recipe.looks


def _add(w: MainWindow) -> None:
    from app.ui.queue.adding import add

    add(w)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("run.train", "&Train", "F5", lambda w: w.train(), "train",
               "Train the network in a process of its own",
               enabled=lambda w: w.shows_canvas and w.runs.can_train, toolbar=True),
    ActionSpec("run.pause", "&Pause", "F6", lambda w: w.runs.pause(), "pause",
               "Pause after the present batch", enabled=lambda w: w.runs.can_pause, toolbar=True),
    ActionSpec("run.step", "One St&ep", "Shift+F6", lambda w: w.advance(), "step",
               "Learn from one batch more, then pause", enabled=_can_advance, toolbar=True),
    ActionSpec("run.epoch", "One Ep&och", "Ctrl+F6", lambda w: w.advance(epoch=True), "epoch",
               "Go on to the end of the epoch and its validation, then pause",
               enabled=_can_advance, toolbar=True),
    ActionSpec("run.stop", "&Stop", "Shift+F5", lambda w: w.runs.stop(), "stop",
               "End the run after the present batch", enabled=lambda w: w.runs.live is not None,
               toolbar=True),
    ActionSpec("run.queue", "Add to &Queue", "Ctrl+F5", _add, "queue",
               "Train the network as it is drawn when the runs before it have ended",
               enabled=_can_wait),
    ActionSpec("run.grow", "|Continue with These &Weights…", "", lambda w: w.growing.ask(),
               tip="Let the run go on with the network as it is drawn now, and what it has learned",
               enabled=lambda w: w.growing.can_ask),
    ActionSpec("run.earlier", "Go &Back to Before a Change…", "", lambda w: w.growing.earlier.ask(),
               tip="Lead the run back to before its network became another one",
               enabled=lambda w: w.growing.earlier.can_ask),
    ActionSpec("run.freeze", "Free&ze While It Trains", "",
               lambda w: freezing.freeze(w, Frozen.WEIGHTS), "snowflake",
               "From the next batch on the selected nodes learn nothing",
               enabled=lambda w: freezing.can_freeze(w, Frozen.WEIGHTS)),
    ActionSpec("run.unfreeze", "Let It Lea&rn Again", "",
               lambda w: freezing.freeze(w, Frozen.NO),
               tip="From the next batch on the selected nodes learn again",
               enabled=lambda w: freezing.can_freeze(w, Frozen.NO)),
    ActionSpec("run.rate", "|Find a &Learning Rate…", "", _find_rate, "",
               "Try every rate from small to large in a few seconds, and suggest one",
               enabled=lambda w: sound(w) and not w.editor.recipe.looks),
)  # fmt: skip
