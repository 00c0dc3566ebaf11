"""Help."""

from __future__ import annotations

from app.ui import tour
from app.ui.actions.spec import ActionSpec
from app.ui.layerhelp.opening import show_help

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("help.layer", "Help on the Selected &Layer", "Ctrl+F1", show_help),
    ActionSpec("help.shortcuts", "&Keyboard Shortcuts", "F1", lambda w: w.show_shortcuts()),
    ActionSpec("help.tour", "|&Tour", "", lambda w: tour.start(w),
               tip="Six steps on a real network; can be left at any time"),
    ActionSpec("help.about", "&About Skipwire", "Shift+F1", lambda w: w.show_about()),
)  # fmt: skip
