"""Training."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("run.train", "&Train", "F5", lambda w: w.train(), "train",
               "Train the network in a process of its own",
               enabled=lambda w: w.shows_canvas and w.runs.can_train, toolbar=True),
    ActionSpec("run.pause", "&Pause", "F6", lambda w: w.runs.pause(), "pause",
               "Pause after the present batch", enabled=lambda w: w.runs.can_pause, toolbar=True),
    ActionSpec("run.stop", "&Stop", "Shift+F5", lambda w: w.runs.stop(), "stop",
               "End the run after the present batch", enabled=lambda w: w.runs.live is not None,
               toolbar=True),
)  # fmt: skip
