"""Where things stand."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, drawing

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("arrange.all", "&Lay Out Everything", "Ctrl+L", lambda w: w.drawing.arrange(),
               "layout", "Lay the nodes out in layers", enabled=drawing),
)  # fmt: skip
