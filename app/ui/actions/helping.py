"""Help."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("help.shortcuts", "&Keyboard Shortcuts", "F1", lambda w: w.show_shortcuts()),
    ActionSpec("help.about", "&About Skipwire", "Shift+F1", lambda w: w.show_about()),
)  # fmt: skip
