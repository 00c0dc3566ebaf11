"""Runs that are over."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, drawing

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("run.past", "|Past &Runs", "Alt+9", lambda w: w.show_dock("pastruns"), "curve",
               "Every run that was kept: compare them, open their networks", enabled=drawing),
)  # fmt: skip
